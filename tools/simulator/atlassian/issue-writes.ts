import type { Allowance } from './burst';

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/: writes to one issue. */
const LIMITS = [
  { writes: 20, withinMs: 2_000 },
  { writes: 100, withinMs: 30_000 },
] as const;
const LONGEST_MS = 30_000;

/** Counts the writes to each issue over the last seconds of the virtual clock. */
export class IssueWrites {
  private readonly times = new Map<string, readonly number[]>();

  /** Undefined: the write may go ahead, and is counted. */
  refuse(issue: string, now: number): Allowance | undefined {
    const recent = (this.times.get(issue) ?? []).filter((at) => at > now - LONGEST_MS);
    for (const { writes, withinMs } of LIMITS) {
      const oldest = recent.filter((at) => at > now - withinMs).at(-writes);
      if (oldest === undefined) continue;
      return { limit: writes, remaining: 0, allowed: false, resetAt: new Date(oldest + withinMs) };
    }
    this.times.set(issue, [...recent, now]);
    return undefined;
  }
}
