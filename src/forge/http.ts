import { fetch } from '@forge/api';
import type { Http } from '../connectors/connector';
import { Fault } from '../domain/fault';
import type { Pace } from './pace';

/** No single call may take longer, in milliseconds. */
const CALL_MS = 6_000;

/** Epoch milliseconds. What is not answered by then is given up, to be told before the platform ends the run. */
export type Deadline = number;

/** What all calls of one run have in common. */
export interface Outgoing {
  readonly deadline: Deadline;
  readonly pace: Pace;
}

/**
 * One request to a declared host. Redirects are handed back, not followed: a credential goes where it was sent and
 * nowhere else. https://developer.atlassian.com/platform/forge/manifest-reference/permissions/
 */
export const createHttp =
  ({ deadline, pace }: Outgoing): Http =>
  async ({ method, url, headers, body }) => {
    await turn(pace, deadline);
    try {
      const response = await fetch(url.href, {
        method,
        headers: { ...headers },
        redirect: 'manual',
        signal: AbortSignal.timeout(timeLeft(deadline)),
        ...(body !== undefined && { body }),
      });
      if (response.headers.get('forge-proxy-error') !== null)
        throw new Error('The platform did not let it out.');
      const answered: Record<string, string> = {};
      response.headers.forEach((value, name) => {
        answered[name.toLowerCase()] = value;
      });
      return { status: response.status, headers: answered, text: await response.text() };
    } catch (cause) {
      throw new Fault('target-unavailable', 'The site did not answer. Try again in a moment.', { cause });
    }
  };

/** Waits until the platform lets one more call out. A run that is over by then leaves it to a later one. */
async function turn(pace: Pace, deadline: Deadline): Promise<void> {
  const ms = pace.waitMs();
  if (ms === 0) return void pace.take();
  if (Date.now() + ms >= deadline) {
    const message = 'There is more to ask of the site than one run of this app may. Try again in a minute.';
    throw new Fault('target-unavailable', message, { retryAfterSeconds: Math.ceil(ms / 1_000) });
  }
  const waiting = pace.take();
  await new Promise<void>((resolve) => setTimeout(resolve, waiting));
}

function timeLeft(deadline: Deadline): number {
  const left = Math.min(CALL_MS, deadline - Date.now());
  if (left <= 0) throw new Error('There is no time left in this run.');
  return left;
}
