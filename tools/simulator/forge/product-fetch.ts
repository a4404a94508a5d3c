import type { Caller } from '../atlassian/wire';
import { sendThrough, type Doors } from './doors';
import type { AppInstallation, PlatformPrincipal, ProductAnswer, ProductFetch } from './platform';
import { siteRequest } from './product-proxy';
import { toFetchResponse } from './wire';

interface PageFetch {
  readonly principal: PlatformPrincipal;
  readonly fetch: ProductFetch;
}

/** The bridge's `requestJira` and `requestConfluence`: always as the person at the page, within the app's scopes. */
export async function fetchAsPage(
  doors: Doors,
  installation: AppInstallation,
  { principal, fetch: { product, restPath, fetchRequestInit } }: PageFetch,
): Promise<ProductAnswer> {
  const { method = 'GET', headers = [], body } = fetchRequestInit;
  const { scopes } = doors.manifest;
  const caller: Caller =
    principal.accountType === 'anonymous'
      ? { kind: 'header' }
      : { kind: 'user', accountId: principal.accountId, scopes };
  const init = {
    method,
    headers: [...headers.map(([name, value]): [string, string] => [name, value]), NO_CHECK],
    ...(body !== undefined && { body }),
  };
  const request = await siteRequest(installation, { product, path: restPath, init, caller });
  if (!request) return { status: 404, statusText: 'Not Found', headers: {}, body: '' };
  const { pathname, search } = request.url;
  const answer = await sendThrough(doors, {
    point: { service: product, operation: `${method} ${pathname}`, key: pathname + search },
    send: () => installation.site.handle(request),
  });
  const { status, statusText } = toFetchResponse(answer);
  return { status, statusText, headers: answer.headers, body: answer.body };
}

/** The bridge says so itself, so that writes of a page pass Jira's check for forged requests. */
const NO_CHECK: [string, string] = ['x-atlassian-token', 'no-check'];
