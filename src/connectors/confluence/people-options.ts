import type { Option, Page } from '../connector';
import type { Call, Client } from './client';
import { isGuestGroup } from './group-option';
import { allGroups, nextOffset, offsetOf } from './lists';
import { operations } from './operations';
import { hasLicence, isSame, quoted, readUser, searchUsers, USERS_PAGE } from './people';
import { userSearchPage, type FoundUser, type JiraUser } from './shapes';

const PAGE = 25;
const MOST_WORDS = 5;
const MOST_HITS = 5;

/** Only letters, digits and marks get into the query, so nothing that is typed can mean anything to CQL. */
function cqlFor(query: string): string | undefined {
  if (query.trim() === '') return 'type = user';
  const words =
    query
      .normalize('NFC')
      .match(/[\p{L}\p{N}\p{M}]+/gu)
      ?.slice(0, MOST_WORDS) ?? [];
  return words.length === 0
    ? undefined
    : words.map((word) => `user.fullname ~ ${quoted(`${word}*`)}`).join(' and ');
}

/** Licensed Confluence users by name, a page at a time; by address when the query has an @. At most two calls. */
export async function searchPeople(
  client: Client,
  site: URL,
  ask: { query: string; cursor?: string | undefined },
) {
  if (ask.query.includes('@')) return searchByAddress(client, site, ask.query);
  const cql = cqlFor(ask.query);
  return cql === undefined ? { items: [] } : licensed(client.call, site, { cql, cursor: ask.cursor });
}

async function searchByAddress(client: Client, site: URL, address: string): Promise<Page<Option>> {
  const people = await searchUsers(client, address.trim(), USERS_PAGE);
  const hits = people
    .filter(({ emailAddress }) => emailAddress && isSame(emailAddress, address))
    .slice(0, MOST_HITS);
  if (hits.length === 0) return { items: [] };
  const ids = hits.map(({ accountId }) => quoted(accountId)).join(', ');
  return licensed(client.call, site, { cql: `user.accountid in (${ids})` });
}

async function licensed(
  call: Call,
  site: URL,
  { cql, cursor }: { cql: string; cursor?: string | undefined },
) {
  const offset = offsetOf(cursor);
  const page = await call(operations.searchLicensed, {
    shape: userSearchPage,
    query: [
      ['cql', cql],
      ['sitePermissionTypeFilter', 'none'],
      ['start', String(offset)],
      ['limit', String(PAGE)],
    ],
  });
  const next = nextOffset(page, offset);
  const people = page.results.flatMap(({ user }) => (user && isLicensedPerson(user) ? [user] : []));
  return {
    items: people.map((user) => optionOfFound(user, site)),
    ...(next !== undefined && { next: String(next) }),
  };
}

const isLicensedPerson = ({ accountType, isGuest, isExternalCollaborator }: FoundUser): boolean =>
  (accountType ?? '') !== 'app' && !isGuest && !isExternalCollaborator;

function optionOfFound(user: FoundUser, site: URL): Option {
  const { accountId, displayName, publicName, email, profilePicture } = user;
  const name = displayName || publicName || accountId;
  const avatarUrl = pictureAt(profilePicture?.path, site);
  return {
    id: accountId,
    name,
    ...(email && { detail: email }),
    ...(avatarUrl !== undefined && { avatarUrl }),
  };
}

/** Pictures of Confluence are told by their path on the site, or by their whole address. */
function pictureAt(path: string | undefined, site: URL): string | undefined {
  if (path === undefined || !URL.canParse(path, site.href)) return undefined;
  const url = new URL(path, site.href);
  return url.protocol === 'https:' ? url.href : undefined;
}

/** The people as they are now: gone ones are left out, ones without a licence say why. */
export async function describePeople(call: Call, ids: readonly string[]): Promise<readonly Option[]> {
  const people = (await Promise.all(ids.map((id) => readUser(call, id)))).flatMap((user) => user ?? []);
  const members = await findMembers(call, people);
  return Promise.all(people.map(async (user) => optionOf(user, await blockOf(call, user, members))));
}

/**
 * Those who are in a group that opens Confluence: it tells of a lost licence at once, which the search index does not.
 * The groups of guests may be listed too, and give no licence.
 */
async function findMembers(call: Call, people: readonly JiraUser[]): Promise<ReadonlySet<string>> {
  const waiting = new Map(
    people.map(({ accountId, groups }) => [accountId, new Set(groups?.items.map(groupIdOf))]),
  );
  const found = new Set<string>();
  if (waiting.size === 0) return found;
  for await (const { id, name } of allGroups(call, 'user')) {
    if (isGuestGroup(name)) continue;
    for (const [person, groups] of waiting) {
      if (!groups.has(id)) continue;
      found.add(person);
      waiting.delete(person);
    }
    if (waiting.size === 0) break;
  }
  return found;
}

const groupIdOf = ({ groupId }: { readonly groupId?: string | null | undefined }) => groupId;

async function blockOf(
  call: Call,
  user: JiraUser,
  members: ReadonlySet<string>,
): Promise<string | undefined> {
  if (user.accountType === 'app') return 'This is an app, not a person.';
  if (user.accountType !== 'atlassian') return 'This is an account of the help centre only.';
  if (!user.active) return 'This account is deactivated or suspended.';
  if (members.has(user.accountId)) return undefined;
  // Admin groups and roles given to the person directly bring a licence too: only the search knows them all.
  return (await hasLicence(call, user.accountId)) ? undefined : 'This person has no Confluence licence.';
}

function optionOf(user: JiraUser, blocked: string | undefined): Option {
  const { accountId: id, displayName: name, emailAddress, avatarUrls } = user;
  const avatarUrl = avatarUrls?.['48x48'];
  return {
    id,
    name,
    ...(emailAddress && { detail: emailAddress }),
    ...(avatarUrl !== undefined && { avatarUrl }),
    ...(blocked !== undefined && { blocked }),
  };
}
