import type { Choosing, Option, Page } from '../connector';
import { blockOf } from './blocks';
import type { Call } from './client';
import { optionOf } from './group-option';
import { groupsFrom, listMoved, type AccessType } from './lists';
import { operations } from './operations';
import { pickGroups } from './pick-groups';
import type { Group } from './shapes';

interface Asked {
  readonly query: string;
  readonly cursor?: string | undefined;
}

/**
 * Groups that contain the query in their name, at two or three calls a page. Not every list of admin groups is read for
 * that, so one that administers something else may be offered: `describeGroups` and the save have the last word.
 */
export function searchGroups(
  call: Call,
  { query, cursor }: Asked,
  { purpose = 'default' }: Choosing = {},
): Promise<Page<Option>> {
  const asked = { query: query.trim(), cursor };
  if (purpose === 'default' || asked.query === '')
    return searchOpening(call, asked, purpose === 'privileged');
  return purpose === 'privileged' ? searchPrivileged(call, asked) : searchAny(call, asked);
}

/**
 * Groups that open Confluence: there is no search for them at Atlassian, so its list is gone through page by page. For
 * privileged access Confluence's admin groups come first, and a third call tells which of all these make admins of the
 * site.
 */
async function searchOpening(call: Call, { query, cursor }: Asked, named: boolean): Promise<Page<Option>> {
  const [page, confluence, site] = await Promise.all([
    listOf(call, 'user', cursor),
    listOf(call, 'admin'),
    named ? listOf(call, 'site-admin') : undefined,
  ]);
  const admins = { site: idsIn(site), confluence: idsIn(confluence), jira: NONE };
  const others = page.items.filter(({ id }) => !admins.confluence.has(id));
  const first = cursor === undefined ? [...confluence.items, ...others] : others;
  const matching = (named ? first : page.items).filter(isNamed(query));
  return {
    ...page,
    items: matching.map((group) => optionOf(group, { why: blockOf(group, admins, { named })?.why })),
  };
}

/**
 * Any group of the site, as Jira finds it, and beside them those that open Confluence, page by page: Jira tells of some
 * twenty only. Which groups open nothing is said where one page of Confluence's list is all of it.
 */
async function searchAny(call: Call, { query, cursor }: Asked): Promise<Page<Option>> {
  const [found, page, confluence] = await Promise.all([
    pickGroups(call, query),
    listOf(call, 'user', cursor),
    listOf(call, 'admin'),
  ]);
  const admins = { site: NONE, confluence: idsIn(confluence), jira: found.admins };
  const [opening, seen] = [idsIn(page), idsIn(found)];
  const isWhole = cursor === undefined && page.next === undefined && confluence.next === undefined;
  const opens = ({ id }: Group) =>
    opening.has(id) || admins.confluence.has(id) || (isWhole ? false : undefined);
  const others = page.items.filter(isNamed(query)).filter(({ id }) => !seen.has(id));
  const items = cursor === undefined ? [...found.items, ...others] : others;
  return {
    ...page,
    ...(found.isCut && { isCut: true }),
    items: items.map((group) => optionOf(group, { why: blockOf(group, admins)?.why, opens: opens(group) })),
  };
}

/** Confluence's admin groups first, and any group of the site that Jira finds: all of it is one page. */
async function searchPrivileged(call: Call, { query, cursor }: Asked): Promise<Page<Option>> {
  if (cursor !== undefined) throw listMoved();
  const [found, confluence, site] = await Promise.all([
    pickGroups(call, query),
    listOf(call, 'admin'),
    listOf(call, 'site-admin'),
  ]);
  const admins = { site: idsIn(site), confluence: idsIn(confluence), jira: NONE };
  const others = found.items.filter(({ id }) => !admins.confluence.has(id));
  const items = [...confluence.items.filter(isNamed(query)), ...others];
  return {
    ...(found.isCut && { isCut: true }),
    items: items.map((group) => optionOf(group, { why: blockOf(group, admins, { named: true })?.why })),
  };
}

const listOf = (call: Call, accessType: AccessType, cursor?: string): Promise<Page<Group>> =>
  groupsFrom(call, { operation: operations.groups, query: [['accessType', accessType]] }, cursor);

const fold = (text: string): string => text.normalize('NFKC').trim().toLowerCase();
const isNamed = (query: string) => {
  const wanted = fold(query);
  return ({ name }: Group): boolean => fold(name).includes(wanted);
};

const NONE: ReadonlySet<string> = new Set();
const idsIn = (page: Pick<Page<Group>, 'items'> | undefined) => new Set(page?.items.map(({ id }) => id));
