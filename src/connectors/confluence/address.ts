import { Fault } from '../../domain/fault';
import type { Installation } from '../connector';
import type { Operation } from './operations';

/** Where a credential is accepted: tokens without scopes on the site itself, tokens with scopes behind the gateway. */
export type Base = 'site' | 'gateway';
export type Query = readonly (readonly [name: string, value: string])[];

const GATEWAY = 'https://api.atlassian.com';
/** Plain segments only: no dots, no escapes, no backslashes, nothing that a parser could read in two ways. */
const PATH = /^(?:\/[A-Za-z0-9_-]+)+$/;
const CLOUD_ID = /^[A-Za-z0-9-]{1,64}$/;

const refuse = (): Fault => new Fault('unexpected', 'Refused to send the token anywhere but to this site.');

/**
 * The address of an operation: on the installation's own site, or on the gateway under the site's cloud id. Whatever
 * would lead elsewhere is refused. https://developer.atlassian.com/cloud/jira/platform/basic-auth-for-rest-apis/
 */
export function addressOf(
  { site, cloudId, base }: Pick<Installation, 'site' | 'cloudId'> & { readonly base: Base },
  { product, path }: Pick<Operation, 'product' | 'path'>,
  query: Query = [],
): URL {
  if (site.protocol !== 'https:' || site.username || site.password) throw refuse();
  if (!CLOUD_ID.test(cloudId) || !PATH.test(path)) throw refuse();
  const [origin, prefix] = base === 'site' ? [site.origin, ''] : [GATEWAY, `/ex/${product}/${cloudId}`];

  const url = new URL(`${origin}${prefix}${path}`);
  if (url.origin !== origin || url.pathname !== `${prefix}${path}`) throw refuse();
  for (const [name, value] of query) url.searchParams.append(name, value);
  return url;
}
