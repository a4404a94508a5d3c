import type { Caller, SiteRequest, SiteResponse } from '../atlassian/wire';
import type { FetchInit, PlatformTarget } from './current';
import { callSite, type Doors } from './doors';
import type { Invocation } from './invocation';
import type { AppManifest } from './manifest';
import type { AppInstallation } from './platform';
import { proxyRefusal } from './wire';

type Product = 'jira' | 'confluence';

interface ProductCall {
  readonly target: PlatformTarget;
  readonly path: string;
  readonly init: FetchInit | undefined;
}

const isProduct = (remote: string | undefined): remote is Product =>
  remote === 'jira' || remote === 'confluence';

/** `requestJira` and `requestConfluence`: as the app, as a person, or as nobody; within the manifest's scopes. */
export async function requestProduct(
  doors: Doors,
  invocation: Invocation,
  { target, path, init }: ProductCall,
): Promise<SiteResponse> {
  const { remote } = target;
  if (!isProduct(remote))
    throw new Error(`The simulated platform does not reach ${remote ?? 'an unnamed remote'} yet.`);
  const caller = callerOf(doors.manifest, invocation, target);
  if ('refusal' in caller) return proxyRefusal(caller.status, caller.refusal);
  if (!doors.manifest.products.includes(remote)) return proxyRefusal(403, 'REQUEST_PRODUCT_NOT_ALLOWED');
  const request = await siteRequest(invocation.options.installation, { path, init, caller, product: remote });
  if (!request) return { status: 404, headers: {}, body: '' };
  const via = { app: 'asApp', user: 'asUser', header: 'none' }[caller.kind];
  return callSite(doors, { invocation, service: remote, via, request });
}

interface Refused {
  readonly refusal: string;
  readonly status: number;
}

function callerOf(manifest: AppManifest, { options }: Invocation, target: PlatformTarget): Caller | Refused {
  const { scopes, impersonation } = manifest;
  if (target.provider === 'app') return { kind: 'app', scopes };
  if (target.provider !== 'user') return { kind: 'header' };
  const present = options.principal?.accountType === 'anonymous' ? undefined : options.principal?.accountId;
  const accountId = target.accountId ?? present;
  if (accountId === undefined) return { refusal: 'NEEDS_AUTHENTICATION_ERR', status: 401 };
  if (accountId === present) return { kind: 'user', accountId, scopes };
  if (impersonation.length === 0) return { refusal: 'AUTH_TYPE_UNAVAILABLE', status: 403 };
  return { kind: 'user', accountId, scopes: impersonation };
}

interface Wanted {
  readonly product: Product;
  readonly path: string;
  readonly init: FetchInit | undefined;
  readonly caller: Caller;
}

/** Paths only, and each product its own: Confluence's begin with `/wiki`. Undefined for what leads nowhere. */
export async function siteRequest(
  { site }: AppInstallation,
  { product, path, init, caller }: Wanted,
): Promise<SiteRequest | undefined> {
  if (!path.startsWith('/'))
    throw new TypeError(`A product is asked by a path that begins with "/", not ${path}`);
  const url = new URL(path, site.baseUrl);
  const ofConfluence = url.pathname.startsWith('/wiki/');
  if (url.origin !== site.baseUrl || ofConfluence !== (product === 'confluence')) return undefined;

  const named = new Headers(init?.headers).has('content-type');
  const { method, headers, text } = await readRequest(new Request(url, init));
  if (!named) headers['content-type'] = 'application/json';
  delete headers['authorization'];
  delete headers['cookie'];
  return { method, url, headers, ...(text && { body: text }), caller };
}

export async function readRequest(request: Request) {
  const headers: Record<string, string> = Object.fromEntries(request.headers);
  return { method: request.method, headers, text: await request.text() };
}
