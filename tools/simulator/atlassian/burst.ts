export interface Allowance {
  readonly limit: number;
  readonly remaining: number;
  readonly allowed: boolean;
  /** When the next second begins. */
  readonly resetAt: Date;
}

/** Counts calls by the second of the virtual clock. */
export class BurstCounter {
  private second = -1;
  private readonly counts = new Map<string, number>();

  count(key: string, limit: number, now: number): Allowance {
    const second = Math.floor(now / 1000);
    if (second !== this.second) this.counts.clear();
    this.second = second;
    const used = (this.counts.get(key) ?? 0) + 1;
    this.counts.set(key, used);
    const resetAt = new Date((second + 1) * 1000);
    return { limit, remaining: Math.max(0, limit - used), allowed: used <= limit, resetAt };
  }
}
