import type { Option, Page } from '../connector';
import { adminGroupIds } from './admin-groups';
import type { Call } from './client';
import { allGroups, groupsFrom } from './lists';
import { operations } from './operations';
import { unless } from './outcomes';
import { ADMINS_ONLY, protectionOf } from './protected-groups';
import { group as groupShape, type Group } from './shapes';

export const MANAGED_ELSEWHERE = 'Managed by your identity provider. Change its members there.';
const OPENS_NOTHING = 'It does not open Confluence any more.';

/** No call tells a group of guests from others: it is known by the name that Atlassian gives it. */
export const isGuestGroup = (name: string): boolean => /^confluence-guests(-|$)/i.test(name);

function detailOf({ name, managedBy, usageType }: Group): string | undefined {
  if (isGuestGroup(name)) return 'Guests: opens only the spaces that they are invited to';
  if (managedBy === 'EXTERNAL') return 'From your identity provider';
  if (usageType === 'TEAM_COLLABORATION') return 'Team';
  if (managedBy === 'TEAM_MEMBERS') return 'Looked after by its members';
  return managedBy === 'OPEN' ? 'Anyone may join' : undefined;
}

/** Why this app will not change who is in the group. */
export const blockOf = (
  { id, name, managedBy }: Group,
  adminIds: ReadonlySet<string>,
): string | undefined => {
  if (managedBy === 'EXTERNAL') return MANAGED_ELSEWHERE;
  return protectionOf(name) ?? (adminIds.has(id) ? ADMINS_ONLY : undefined);
};

function optionOf(group: Group, blocked: string | undefined): Option {
  const detail = detailOf(group);
  const { id, name } = group;
  return { id, name, ...(detail !== undefined && { detail }), ...(blocked !== undefined && { blocked }) };
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * Groups that open Confluence and contain the query in their name: two calls a search, one page of the list each time.
 * There is no search for them at Atlassian, and the site's other groups must not be offered. Of the admin groups only
 * the first page of Confluence's own is read, so one that administers something else may be offered:
 * `describeGroups` has the last word, before anything is saved.
 */
export async function searchGroups(call: Call, query: string, cursor?: string): Promise<Page<Option>> {
  const [page, admins] = await Promise.all([
    groupsFrom(call, { operation: operations.groups, query: [['accessType', 'user']] }, cursor),
    groupsFrom(call, { operation: operations.groups, query: [['accessType', 'admin']] }),
  ]);
  const adminIds = new Set(admins.items.map(({ id }) => id));
  const wanted = fold(query);
  const matching = page.items.filter(({ name }) => fold(name).includes(wanted));
  return { ...page, items: matching.map((group) => optionOf(group, blockOf(group, adminIds))) };
}

/**
 * The groups as they are now: gone ones are left out, ones that may not be chosen say why. Throws when it cannot be
 * known whether they make somebody an administrator.
 */
export async function describeGroups(call: Call, ids: readonly string[]): Promise<readonly Option[]> {
  if (ids.length === 0) return [];
  const [opening, adminIds] = await Promise.all([findOpening(call, ids), adminGroupIds(call)]);
  const described = ids.map(async (id) => {
    const group = opening.get(id);
    if (group) return [optionOf(group, blockOf(group, adminIds))];
    const other = await findGroup(call, id);
    return other ? [optionOf(other, blockOf(other, adminIds) ?? OPENS_NOTHING)] : [];
  });
  return (await Promise.all(described)).flat();
}

/** Reads the list of groups that open Confluence until all of these were seen. */
export async function findOpening(call: Call, ids: readonly string[]): Promise<ReadonlyMap<string, Group>> {
  const missing = new Set(ids);
  const found = new Map<string, Group>();
  for await (const group of allGroups(call, 'user')) {
    if (missing.delete(group.id)) found.set(group.id, group);
    if (missing.size === 0) break;
  }
  return found;
}

/** An unknown id is a 404; a 400 has been seen too. */
export const findGroup = (call: Call, id: string): Promise<Group | undefined> =>
  unless(call(operations.group, { shape: groupShape, query: [['id', id]] }), 'not-found', 'target-refused');
