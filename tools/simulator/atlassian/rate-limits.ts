import { text } from './answer';
import { BurstCounter, type Allowance } from './burst';
import type { Asker, Operation, World } from './exchange';
import type { SiteResponse } from './wire';

const BURST_PER_SECOND = { GET: 100, POST: 100, PUT: 50, DELETE: 50 } as const;

/** The limits of https://developer.atlassian.com/cloud/jira/platform/rate-limiting/, per operation and second. */
export class RateLimits {
  private readonly counter = new BurstCounter();

  constructor(private readonly world: World) {}

  /** Sends the call through, with the headers that its caller is told about, or answers 429. */
  through(operation: Operation, asker: Asker, play: () => SiteResponse): SiteResponse {
    const silent = asker.kind === 'token' && this.world.variants.tokenRateLimit === '429-without';
    const allowance = this.allowance(operation, asker);
    if (!allowance) return play();
    const answer = allowance.allowed ? play() : text(429, 'Rate limit exceeded.');
    return silent
      ? answer
      : { ...answer, headers: { ...answer.headers, ...headersOf(operation, allowance) } };
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
}

function headersOf(
  { document }: Operation,
  { limit, remaining, allowed, resetAt }: Allowance,
): Record<string, string> {
  const product = document === 'jira' || document === 'jsm' ? 'jira' : 'confluence';
  return {
    'x-ratelimit-limit': String(limit),
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-reset': resetAt.toISOString(),
    ...(remaining < limit * 0.2 && { 'x-ratelimit-nearlimit': 'true' }),
    ...(!allowed && { 'retry-after': '1', 'ratelimit-reason': `${product}-burst-based` }),
  };
}
