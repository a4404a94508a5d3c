import type { DocumentName } from './exchange';

const GATEWAY = 'https://api.atlassian.com';

/** Where a request goes: which API, by which of the two ways. */
export interface Address {
  readonly via: 'site' | 'gateway';
  readonly product: 'jira' | 'confluence';
  /** Without the gateway's part. */
  readonly pathname: string;
  /** Named on the gateway only. */
  readonly cloudId?: string;
}

/** Reads the site's own paths, and `/ex/{jira|confluence}/{cloudId}/…` of the gateway. Undefined: nothing is there. */
export function readAddress(url: URL, baseUrl: string): Address | undefined {
  if (url.origin === baseUrl)
    return { via: 'site', product: productOf(url.pathname), pathname: url.pathname };
  if (url.origin !== GATEWAY) return undefined;
  const match = /^\/ex\/(jira|confluence)\/([0-9a-f-]{36})(\/.*)$/.exec(url.pathname);
  const [, named, cloudId, pathname] = match ?? [];
  if (!cloudId || !pathname || productOf(pathname) !== named) return undefined;
  return { via: 'gateway', product: productOf(pathname), pathname, cloudId };
}

const productOf = (pathname: string) => (pathname.startsWith('/wiki/') ? 'confluence' : 'jira');

export const documentOf = (pathname: string): DocumentName => {
  if (pathname.startsWith('/wiki/api/v2/')) return 'confluence-v2';
  if (pathname.startsWith('/rest/servicedeskapi/')) return 'jsm';
  return pathname.startsWith('/wiki/') ? 'confluence-v1' : 'jira';
};
