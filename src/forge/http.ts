import { fetch } from '@forge/api';
import type { Http } from '../connectors/connector';
import { Fault } from '../domain/fault';

/** A resolver ends at 25 seconds. A handful of calls one after the other must fit in. */
const TIMEOUT_MS = 6_000;

/**
 * One request to a declared host. Redirects are handed back, not followed: a credential goes where it was sent and
 * nowhere else. https://developer.atlassian.com/platform/forge/manifest-reference/permissions/
 */
export const forgeHttp: Http = async ({ method, url, headers, body }) => {
  try {
    const response = await fetch(url.href, {
      method,
      headers: { ...headers },
      redirect: 'manual',
      signal: AbortSignal.timeout(TIMEOUT_MS),
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
