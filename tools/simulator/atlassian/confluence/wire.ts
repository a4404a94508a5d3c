import { confluenceError, json } from '../answer';
import { isConfluenceGuest } from '../access';
import type { Exchange } from '../exchange';
import type { Group, Person } from '../model';
import { avatarOf, emailSeen, nameOf } from '../person-details';
import { Refusal } from '../query';
import { rightsOf } from '../rights';
import type { SiteResponse } from '../wire';

/** The document's `Group`. Jira's usage type of admin groups is not in Confluence's vocabulary. */
export const confluenceGroup = ({ world }: Exchange, { id, name, managedBy, usageType }: Group) => ({
  type: 'group',
  name,
  id,
  ...(usageType !== 'ADMIN_OVERSIGHT' && { usageType }),
  managedBy,
  _links: { self: `${world.baseUrl}/wiki/rest/api/group/by-id?id=${id}` },
});

/** The document's `User`. A hidden address is empty, or null. */
export function confluenceUser(exchange: Exchange, person: Person) {
  const { world, view } = exchange;
  const isGuest = isConfluenceGuest(view, person);
  return {
    type: 'known',
    accountId: person.accountId,
    accountType: person.accountType === 'customer' ? '' : person.accountType,
    email: emailSeen(exchange, person) ?? (world.variants.hiddenEmail === 'null' ? null : ''),
    publicName: nameOf(person),
    profilePicture: { path: avatarOf(person), width: 48, height: 48, isDefault: true },
    displayName: nameOf(person),
    isExternalCollaborator: isGuest,
    isGuest,
    _expandable: { operations: '', personalSpace: '' },
    _links: { self: `${world.baseUrl}/wiki/rest/api/user?accountId=${encodeURIComponent(person.accountId)}` },
  };
}

export function needConfluence(exchange: Exchange): void {
  if (rightsOf(exchange).usesConfluence) return;
  throw new Refusal(confluenceError(403, 'Current user not permitted to use Confluence'));
}

interface Shape<T> {
  readonly fallback: number;
  readonly cap: number;
  readonly toWire: (item: T) => unknown;
  readonly withTotal?: boolean;
}

/** Confluence's page: the next one is named by a link relative to `base`, and by nothing else. */
export function confluencePage<T>(exchange: Exchange, all: readonly T[], shape: Shape<T>): SiteResponse {
  return json(200, pageOf(exchange, all, shape));
}

export function pageOf<T>(
  exchange: Exchange,
  all: readonly T[],
  { fallback, cap, toWire, withTotal }: Shape<T>,
) {
  const { query, world, pathname } = exchange;
  const start = query.int('start', { fallback: 0 });
  const limit = query.int('limit', { fallback, cap });
  const results = all.slice(start, start + limit);
  const end = start + results.length;
  const base = `${world.baseUrl}/wiki`;
  const relative = pathname.slice('/wiki'.length);
  const more = end < all.length && limit > 0;
  return {
    results: results.map(toWire),
    start,
    limit,
    size: results.length,
    ...(withTotal && { totalSize: all.length }),
    _links: {
      base,
      context: '/wiki',
      self: `${base}${relative}?${query.with({ start, limit })}`,
      ...(more && { next: `${relative}?${query.with({ start: end, limit })}` }),
    },
  };
}
