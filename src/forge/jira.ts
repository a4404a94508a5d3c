import { asApp, type Route } from '@forge/api';
import { z } from 'zod';
import { Fault } from '../domain/fault';

export interface Ask<T> {
  readonly method?: 'GET' | 'POST' | 'PUT';
  readonly body?: unknown;
  /** The least that is needed of the answer. */
  readonly shape: z.ZodType<T>;
  /** Some read calls of Jira are still marked experimental. */
  readonly headers?: Readonly<Record<string, string>>;
}

/** One call to the site as the app's own account. Undefined: it is not there, or hidden from the app. */
export async function findInJira<T>(path: Route, { method = 'GET', body, shape, headers }: Ask<T>) {
  const response = await asApp()
    .requestJira(path, {
      method,
      headers: {
        accept: 'application/json',
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    })
    .catch((cause: unknown) => {
      throw new Fault('target-unavailable', 'Jira did not answer. Try again in a moment.', { cause });
    });
  if (response.status === 404) return undefined;
  if (!response.ok) throw faultFor(response.status, response.headers.get('retry-after'));
  return read(shape, await response.text());
}

/** The same for what has to be there. */
export async function askJira<T>(path: Route, ask: Ask<T>): Promise<T> {
  const found = await findInJira(path, ask);
  if (found !== undefined) return found;
  throw new Fault('target-refused', 'Jira does not have this any more, or hides it from the app.');
}

/** For calls whose answer has nothing to say. */
export const anything = z.unknown().transform(() => 'done' as const);

function read<T>(shape: z.ZodType<T>, text: string): T {
  try {
    return shape.parse(text === '' ? undefined : JSON.parse(text));
  } catch (cause) {
    throw new Fault('target-unavailable', 'Jira answered something unexpected. Try again in a moment.', {
      cause,
    });
  }
}

/** https://developer.atlassian.com/cloud/jira/platform/rate-limiting/ */
function faultFor(status: number, retryAfter: string | null): Fault {
  const seconds = Number(retryAfter);
  const retryAfterSeconds = retryAfter !== null && seconds > 0 ? seconds : undefined;
  if (status === 429)
    return new Fault('target-unavailable', 'Jira asks the app to slow down.', { retryAfterSeconds });
  if (status >= 500)
    return new Fault('target-unavailable', `Jira is in trouble (HTTP ${status}). Try again in a moment.`, {
      retryAfterSeconds,
    });
  if (status === 409)
    return new Fault('target-unavailable', 'Somebody else is changing this in Jira. Try again in a moment.');
  if (status === 401 || status === 403)
    return new Fault(
      'target-refused',
      'Jira does not let the app do this. See whether the app may work in this project.',
    );
  return new Fault('target-refused', `Jira refused this (HTTP ${status}).`);
}
