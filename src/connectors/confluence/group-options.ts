import type { Choosing, Option, Page } from '../connector';
import { readAdminGroups } from './admin-groups';
import { blockOf } from './blocks';
import type { Call } from './client';
import { allGroups, groupsFrom, type AccessType } from './lists';
import { operations } from './operations';
import { unless } from './outcomes';
import { group as groupShape, type Group } from './shapes';

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

function optionOf(group: Group, why: string | undefined): Option {
  const detail = detailOf(group);
  const { id, name } = group;
  return { id, name, ...(detail !== undefined && { detail }), ...(why !== undefined && { blocked: why }) };
}

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();

/**
 * Groups that open Confluence and contain the query in their name: two calls a search, one page of the list each time.
 * There is no search for them at Atlassian, and the site's other groups must not be offered. Of the admin groups only
 * the first page of Confluence's own is read, so one that administers something else may be offered:
 * `describeGroups` has the last word, before anything is saved. For privileged access Confluence's admin groups come
 * first, and a third call tells which of all these make admins of the site.
 */
export async function searchGroups(
  call: Call,
  { query, cursor }: { readonly query: string; readonly cursor?: string | undefined },
  { privileged = false }: Choosing = {},
): Promise<Page<Option>> {
  const list = (accessType: AccessType, from?: string) =>
    groupsFrom(call, { operation: operations.groups, query: [['accessType', accessType]] }, from);
  const [page, confluence, site] = await Promise.all([
    list('user', cursor),
    list('admin'),
    privileged ? list('site-admin') : undefined,
  ]);
  const admins = { site: idsIn(site), confluence: idsIn(confluence), jira: NONE };
  const others = page.items.filter(({ id }) => !admins.confluence.has(id));
  const first = cursor === undefined ? [...confluence.items, ...others] : others;
  const wanted = fold(query);
  const matching = (privileged ? first : page.items).filter(({ name }) => fold(name).includes(wanted));
  return {
    ...page,
    items: matching.map((group) => optionOf(group, blockOf(group, admins, { named: privileged })?.why)),
  };
}

const NONE: ReadonlySet<string> = new Set();
const idsIn = (page: Page<Group> | undefined) => new Set(page?.items.map(({ id }) => id));

/**
 * The groups as they are now: gone ones are left out, ones that may not be chosen say why. Throws when it cannot be
 * known whether they make somebody an administrator.
 */
export async function describeGroups(
  call: Call,
  ids: readonly string[],
  { privileged = false }: Choosing = {},
): Promise<readonly Option[]> {
  if (ids.length === 0) return [];
  const [opening, admins] = await Promise.all([findOpening(call, ids), readAdminGroups(call)]);
  const described = ids.map(async (id) => {
    const group = opening.get(id) ?? (await findGroup(call, id));
    if (!group) return [];
    const isListed = opening.has(id) || admins.confluence.has(id);
    const why = blockOf(group, admins, { named: privileged })?.why;
    return [optionOf(group, why ?? (isListed ? undefined : OPENS_NOTHING))];
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
