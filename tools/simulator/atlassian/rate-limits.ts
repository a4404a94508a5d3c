import { text } from './answer';
import { BurstCounter, type Allowance } from './burst';
import type { Asker, Operation, World } from './exchange';
import { IssueWrites } from './issue-writes';
import type { SiteResponse } from './wire';

const BURST_PER_SECOND = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;

/** One call as the limits look at it. */
interface Limited {
  readonly operation: Operation;
  readonly asker: Asker;
  readonly path: Readonly<Record<string, string>>;
}

/** The limits of https://developer.atlassian.com/cloud/jira/platform/rate-limiting/, per operation and second. */
export class RateLimits {
  private readonly counter = new BurstCounter();
  private readonly issues = new IssueWrites();

  constructor(private readonly world: World) {}

  /** Sends the call through, with the headers that its caller is told about, or answers 429. */
  through(call: Limited, play: () => SiteResponse): SiteResponse {
    const { operation, asker } = call;
    const now = this.world.clock.time();
    const silent = asker.kind === 'token' && this.world.variants.tokenRateLimit === '429-without';
    const allowance = this.allowance(operation, asker);
    if (!allowance) return play();
    const refused = allowance.allowed ? this.refusedByIssue(call) : undefined;
    if (refused) return tooMany(headersOf(operation, refused, { reason: 'per-issue-on-write', now }));
    const answer = allowance.allowed ? play() : tooMany({});
    const headers = headersOf(operation, allowance, { reason: 'burst-based', now });
    return silent ? answer : { ...answer, headers: { ...answer.headers, ...headers } };
  }

  private allowance(operation: Operation, asker: Asker): Allowance | undefined {
    const { variants, conditions, clock } = this.world;
    const name = `${operation.method} ${operation.document} ${operation.template}`;
    if (asker.kind !== 'token') {
      return this.counter.count(name, operation.burst ?? BURST_PER_SECOND[operation.method], clock.time());
    }
    if (variants.tokenRateLimit === 'none') return undefined;
    return this.counter.count(`token ${asker.tokenId}`, conditions.tokenRequestsPerSecond, clock.time());
  }

  private refusedByIssue({ operation, asker, path }: Limited): Allowance | undefined {
    const named = path['issueIdOrKey'];
    if (named === undefined || operation.method === 'GET' || asker.kind === 'token') return undefined;
    const { work, clock } = this.world;
    return this.issues.refuse(work.findIssue(named)?.id ?? named, clock.time());
  }
}

const tooMany = (headers: Readonly<Record<string, string>>): SiteResponse => {
  const answer = text(429, 'Rate limit exceeded.');
  return { ...answer, headers: { ...answer.headers, ...headers } };
};

function headersOf(
  { document }: Operation,
  { limit, remaining, allowed, resetAt }: Allowance,
  { reason, now }: { readonly reason: string; readonly now: number },
): Record<string, string> {
  const retryAfter = String(Math.max(1, Math.ceil((resetAt.getTime() - now) / 1000)));
  const product = document === 'jira' || document === 'jsm' ? 'jira' : 'confluence';
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': resetAt.toISOString(),
    ...(remaining < limit * 0.2 && { 'x-ratelimit-nearlimit': 'true' }),
    ...(!allowed && { 'retry-after': retryAfter, 'ratelimit-reason': `${product}-${reason}` }),
  };
}
