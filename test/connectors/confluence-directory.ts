import { scopes } from '../../src/connectors/confluence/operations';
import type { Group, Person } from '../../tools/simulator/atlassian/model';
import type { TokenSeed } from '../../tools/simulator/atlassian/seed';

/** A small site in which every group and every person is there for one of the connector's promises. */
const groupOf = (id: string, name: string, over: Partial<Group> = {}): Group => ({
  id,
  name,
  managedBy: 'ADMINS',
  usageType: 'USERBASE_GROUP',
  roles: [],
  permissions: [],
  ...over,
});
const opens = (role: 'user' | 'admin' | 'guest') => ({ roles: [{ resource: 'confluence' as const, role }] });
const browse = ['USER_PICKER'];

export const MANY = 205;
const teams = Array.from({ length: MANY }, (_, n) =>
  groupOf(`team-${n}`, `team-${String(n).padStart(3, '0')}`, opens('user')),
);
export const groups: readonly Group[] = [
  groupOf('org-admins', 'org-admins', { roles: [{ resource: 'org', role: 'org-admin' }] }),
  groupOf('site', 'Keepers of the site', { roles: [{ resource: 'site', role: 'site-admin' }] }),
  groupOf('wiki-users', 'confluence-users-acme', opens('user')),
  groupOf('wiki-admins', 'confluence-admins-acme', opens('admin')),
  groupOf('leads', 'Wiki leads', { roles: [...opens('admin').roles, ...opens('user').roles] }),
  groupOf('guests', 'confluence-guests-acme', opens('guest')),
  groupOf('jira', 'jira-users-acme', {
    roles: [{ resource: 'jira-software', role: 'user' }],
    permissions: browse,
  }),
  groupOf('jira-admins', 'jira-administrators', { roles: [{ resource: 'jira-software', role: 'admin' }] }),
  groupOf('board', 'Board keepers', { roles: [{ resource: 'jira-software', role: 'admin' }] }),
  groupOf('okta', 'everyone-okta', { ...opens('user'), managedBy: 'EXTERNAL' }),
  groupOf('crew', 'crew', { ...opens('user'), usageType: 'TEAM_COLLABORATION', managedBy: 'TEAM_MEMBERS' }),
  groupOf('marketing', 'Marketing', opens('user')),
  groupOf('coffee', 'coffee'),
  ...teams,
];

const personOf = (id: string, displayName: string, over: Partial<Person> = {}): Person => ({
  accountId: `712020:${id}`,
  accountType: 'atlassian',
  displayName,
  email: `${id}@acme.example`,
  emailVisible: true,
  managed: true,
  accountStatus: 'active',
  membershipStatus: 'active',
  orgAdmin: false,
  projectAdmin: false,
  timeZone: 'Etc/UTC',
  ...over,
});
const licensed = Array.from({ length: 60 }, (_, n) =>
  personOf(`many-${n}`, `Many ${String(n).padStart(2, '0')}`),
);
export const people: readonly Person[] = [
  personOf('olga', 'Olga Organ', { orgAdmin: true }),
  personOf('direct', 'Dirk Direct', { orgAdmin: true }),
  personOf('keeper', 'Kim Keeper'),
  personOf('hidden-admin', 'Hugo Hidden', { orgAdmin: true, emailVisible: false, managed: false }),
  personOf('no-wiki', 'Nora Nowiki', { orgAdmin: true }),
  personOf('lonely', 'Lotte Lonely', { orgAdmin: true }),
  personOf('product-admin', 'Pia Product'),
  personOf('lena', 'Lena O’Brien-Özil'),
  personOf('bob', 'Bob Builder'),
  personOf('gus', 'Gus Guest'),
  personOf('ina', 'Ina Inactive', { accountStatus: 'inactive' }),
  personOf('sue', 'Sue Suspended', { membershipStatus: 'suspended' }),
  personOf('hank', 'Hank Hidden', { emailVisible: false, managed: false }),
  personOf('bot', 'Botty App', { accountType: 'app' }),
  personOf('carl', 'Carl Customer', { accountType: 'customer' }),
  ...licensed,
];
export const idOf = (id: string): string => `712020:${id}`;

export const memberships = (
  [
    ['olga', 'org-admins jira jira-admins wiki-users'],
    ['direct', 'jira jira-admins wiki-users'],
    ['keeper', 'site jira wiki-users'],
    ['hidden-admin', 'org-admins jira jira-admins wiki-users'],
    ['no-wiki', 'org-admins jira jira-admins'],
    ['lonely', 'org-admins jira-admins okta wiki-admins site'],
    ['product-admin', 'wiki-admins jira jira-admins wiki-users'],
    ['lena', 'wiki-users jira'],
    ['bob', 'jira'],
    ['gus', 'guests'],
    ['ina', 'wiki-users jira'],
    ['sue', 'wiki-users jira marketing'],
    ['hank', 'wiki-users jira'],
    ['bot', 'wiki-users'],
    ['many-0', teams.map(({ id }) => id).join(' ')],
  ] as const
)
  .flatMap(([person, names]) => names.split(' ').map((group) => [group, idOf(person)] as const))
  .concat(licensed.map(({ accountId }) => ['wiki-users', accountId] as const));

const tokenOf = (person: string, id = person, over: Partial<TokenSeed> = {}): TokenSeed => ({
  id,
  accountId: idOf(person),
  token: `ATATT3xFfGF0-${id}/+=secret`,
  expiresAt: '2027-01-01T00:00:00Z',
  purpose: id,
  ...over,
});
export const tokens: readonly TokenSeed[] = [
  ...['olga', 'direct', 'keeper', 'hidden-admin', 'no-wiki', 'lonely', 'product-admin', 'lena'].map((id) =>
    tokenOf(id),
  ),
  tokenOf('olga', 'scoped', { scopes }),
  ...scopes.map((scope) =>
    tokenOf('olga', `without ${scope}`, { scopes: scopes.filter((each) => each !== scope) }),
  ),
  tokenOf('olga', 'reading', { scopes: ['read:jira-user'] }),
  tokenOf('no-wiki', 'no-wiki-scoped', { scopes }),
  tokenOf('olga', 'expired', { expiresAt: '2025-12-31T00:00:00Z' }),
  tokenOf('olga', 'revoked', { revoked: true }),
];
