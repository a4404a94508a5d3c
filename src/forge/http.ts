import { fetch } from '@forge/api';
import type { Http } from '../connectors/connector';
import { Fault } from '../domain/fault';

/** No single call may take longer, in milliseconds. */
const CALL_MS = 6_000;

/** Epoch milliseconds. What is not answered by then is given up, to be told before the platform ends the run. */
export type Deadline = number;

/**
 * One request to a declared host. Redirects are handed back, not followed: a credential goes where it was sent and
 * nowhere else. https://developer.atlassian.com/platform/forge/manifest-reference/permissions/
 */
export const createHttp =
  (deadline: Deadline): Http =>
  async ({ method, url, headers, body }) => {
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

function timeLeft(deadline: Deadline): number {
  const left = Math.min(CALL_MS, deadline - Date.now());
  if (left <= 0) throw new Error('There is no time left in this run.');
  return left;
}
