import { STATUS_CODES } from 'node:http';
import type { SiteResponse } from '../atlassian/wire';

/** These statuses have no body, and `Response` refuses to be given one. */
const EMPTY = new Set([204, 205, 304]);

export function toFetchResponse({ status, headers, body }: SiteResponse, url?: URL): Response {
  const statusText = STATUS_CODES[status] ?? '';
  const response = new Response(EMPTY.has(status) ? null : body, {
    status,
    statusText,
    headers: { ...headers },
  });
  if (url) Object.defineProperty(response, 'url', { value: url.href });
  return response;
}

/** How the platform's proxy says that it did not let a request through. */
export const proxyRefusal = (status: number, reason: string): SiteResponse => ({
  status,
  headers: { 'forge-proxy-error': reason, 'content-type': 'text/plain' },
  body: reason,
});

export const networkFailure = (why: string): TypeError =>
  new TypeError('fetch failed', { cause: new Error(why) });
