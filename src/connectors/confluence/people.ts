import type { Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import type { FoundByEmail } from '../connector';
import type { Call, Client } from './client';
import { operations } from './operations';
import { unless } from './outcomes';
import { anything, jiraUser, jiraUsers, userSearchPage, type JiraUser } from './shapes';

/** Account ids are opaque and at most 128 characters long. Anything else is nobody's, and is not asked for. */
export const isAccountId = (id: string): boolean => /^[^\s\p{C}]{1,128}$/u.test(id);

export const principalOf = ({ accountId: id, displayName: name }: JiraUser): Principal => ({ id, name });

/** A person, with the groups that Jira knows them in. Undefined: unknown, or hidden from the admin account. */
export async function readUser(call: Call, id: string): Promise<JiraUser | undefined> {
  if (!isAccountId(id)) return undefined;
  const query = [
    ['accountId', id],
    ['expand', 'groups'],
  ] as const;
  return unless(call(operations.user, { shape: jiraUser, query }), 'not-found');
}

export const USERS_PAGE = 50;
/** Jira goes no further than the thousandth hit. */
const MOST_USERS = 1000;

/**
 * Active people whose name or address begins with the query. A credential that is no good is taken for nobody's here,
 * and nobody sees an empty list: so an answer that does not name its caller is only believed when `/myself` says who
 * that is.
 */
export async function searchUsers(
  { call, exchange }: Client,
  query: string,
  most = MOST_USERS,
): Promise<readonly JiraUser[]> {
  const found: JiraUser[] = [];
  for (let startAt = 0; startAt < most; startAt += USERS_PAGE) {
    const { value, caller } = await exchange(operations.searchUsers, {
      shape: jiraUsers,
      query: [
        ['query', query],
        ['startAt', String(startAt)],
        ['maxResults', String(USERS_PAGE)],
      ],
    });
    if (!caller) await call(operations.myself, { shape: anything });
    found.push(...value);
    if (value.length < USERS_PAGE) break;
  }
  return found;
}

export const isSame = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();

/** Only an equal address is a sure hit. Who hides theirs might be the one, and somebody has to say so. */
export async function findByEmail(client: Client, email: string): Promise<FoundByEmail> {
  const people = (await searchUsers(client, email.trim())).filter(
    ({ accountType }) => accountType === 'atlassian',
  );
  const equal = people.filter(({ emailAddress }) => emailAddress && isSame(emailAddress, email));
  const [only, ...more] = equal;
  if (only && more.length === 0) return { kind: 'found', principal: principalOf(only) };
  const candidates = more.length > 0 ? equal : people.filter(({ emailAddress }) => !emailAddress);
  return candidates.length > 0
    ? { kind: 'uncertain', candidates: candidates.map(principalOf) }
    : { kind: 'none' };
}

/** Text as CQL takes it: between quotes, with the quotes inside escaped. */
export const quoted = (text: string): string => `"${text.replace(/[\\"]/g, '\\$&')}"`;

/** Whether Confluence counts the person among its licensed users. Only this answer knows every way to a licence. */
export async function hasLicence(call: Call, id: string): Promise<boolean> {
  if (!isAccountId(id)) throw new Fault('not-found', 'There is no such account.');
  const page = await call(operations.searchLicensed, {
    shape: userSearchPage,
    query: [
      ['cql', `user.accountid = ${quoted(id)}`],
      ['sitePermissionTypeFilter', 'none'],
      ['limit', '2'],
    ],
  });
  return page.results.some(({ user }) => user?.accountId === id);
}
