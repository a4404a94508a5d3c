import { z } from 'zod';
import type { InvocationRecord } from '../platform';
import type { Delivery, Retry } from './delivery';

/** How a run ended, with what it gave back when it came to its end. */
export interface Ending {
  readonly outcome: InvocationRecord['outcome'];
  readonly result?: unknown;
}

export type Verdict =
  | { readonly kind: 'done' }
  | { readonly kind: 'dropped' }
  | { readonly kind: 'again'; readonly dueAt: number; readonly retry: Retry };

const MAX_RETRIES_OF_EVENTS = 4;
const MAX_RETRY_AFTER_S = 900;
const MAX_RETRY_DATA_BYTES = 4 * 1_024;
const MAX_QUEUED_BYTES = 200 * 1_024;
export const RETENTION_MS = 24 * 3_600_000;
const FIRST_BACKOFF_MS = 4_000;
const LONGEST_BACKOFF_MS = 15 * 60_000;

/** What `new InvocationError(options)` is by the time it leaves the function. */
const Request = z.object({
  _retry: z.literal(true),
  retryOptions: z
    .object({
      retryAfter: z.number().default(1),
      retryReason: z.string().default('FUNCTION_RETRY_REQUEST'),
      retryData: z.unknown().optional(),
    })
    .prefault({}),
});

/** Documented for what failed without asking; which of them a plain error gets is not. */
const REASONS = {
  timeout: 'FUNCTION_TIME_OUT',
  crashed: 'FUNCTION_OUT_OF_MEMORY',
  failed: 'FUNCTION_PLATFORM_UNKNOWN_ERROR',
} as const;

const bytes = (value: unknown) => Buffer.byteLength(JSON.stringify(value) ?? '');

const backoff = (tries: number) => Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(tries, 16));

/**
 * What becomes of a delivery after it was tried at `now`.
 * https://developer.atlassian.com/platform/forge/events-reference/product_events/
 * https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/
 */
export function judge(delivery: Delivery, { outcome, result }: Ending, now: number): Verdict {
  if (outcome !== 'ok')
    return delivery.kind === 'queue'
      ? queued(delivery, REASONS[outcome], now)
      : event(delivery, outcome, now);
  const request = Request.safeParse(result);
  if (!request.success) return { kind: 'done' };
  const { retryAfter, retryReason, retryData } = request.data.retryOptions;
  const retryCount = (delivery.retry?.retryCount ?? 0) + 1;
  const tooMuch = bytes(retryData) > MAX_RETRY_DATA_BYTES;
  const tooOften = delivery.kind === 'event' && retryCount > MAX_RETRIES_OF_EVENTS;
  if (tooMuch || tooOften) return { kind: 'dropped' };
  const dueAt = now + Math.min(MAX_RETRY_AFTER_S, Math.max(1, retryAfter)) * 1_000;
  const sent = delivery.kind === 'queue' || isObject(retryData);
  return within(delivery, dueAt, { retryCount, retryReason, ...(sent && { retryData }) });
}

/** Whatever went wrong with a queued event, it comes again, later and later, for a day. */
function queued(delivery: Delivery, retryReason: string, now: number): Verdict {
  const retryCount = (delivery.retry?.retryCount ?? 0) + 1;
  return within(delivery, now + backoff(delivery.tries), { ...delivery.retry, retryCount, retryReason });
}

/** The platform itself repeats only a product event that ran out of time. */
function event(delivery: Delivery, outcome: keyof typeof REASONS, now: number): Verdict {
  if (outcome !== 'timeout' || delivery.tries >= MAX_RETRIES_OF_EVENTS) return { kind: 'dropped' };
  const { retryCount = 0, ...rest } = delivery.retry ?? {};
  const retry = { ...rest, retryCount, retryReason: REASONS.timeout };
  return { kind: 'again', dueAt: now + backoff(delivery.tries), retry };
}

/** Not past the retention window, and not larger than the queue takes (https://jira.atlassian.com/browse/ECO-759). */
function within(delivery: Delivery, dueAt: number, retry: Retry): Verdict {
  if (delivery.kind === 'event') return { kind: 'again', dueAt, retry };
  const tooLarge = bytes(delivery.argument.body) + bytes(retry.retryData) > MAX_QUEUED_BYTES;
  if (tooLarge || dueAt > delivery.since + RETENTION_MS) return { kind: 'dropped' };
  return { kind: 'again', dueAt, retry };
}

/** Of other things than objects nothing is sent on: https://jira.atlassian.com/browse/ECO-734 */
const isObject = (value: unknown) => typeof value === 'object' && value !== null && !Array.isArray(value);
