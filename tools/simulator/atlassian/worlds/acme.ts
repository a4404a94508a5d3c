import type { Person } from '../model';
import type { WorldSeed } from '../seed';
import { acmeDesk, desk } from './acme-desk';
import { groups, type GroupKey } from './acme-groups';
import { cast, colleagues } from './acme-people';
import { ownTokens, tokens } from './acme-tokens';

type Members = Readonly<Partial<Record<GroupKey, readonly Person[]>>>;

const {
  orgAdmin,
  orgAdminWithoutConfluence,
  orgAdminByRole,
  namedOrgAdmin,
  siteAdmin,
  jiraAdmin,
  confluenceAdmin,
  userAccessAdmin,
  projectAdmin,
  plainUser,
  confluenceOnly,
  contractor,
  hiddenEmail,
  unmanagedHidden,
  guest,
  suspended,
  deactivated,
  app,
  automation,
} = cast;

const admins = [orgAdmin, orgAdminWithoutConfluence, orgAdminByRole, namedOrgAdmin, siteAdmin, jiraAdmin];
const every = (n: number, from = 0) => colleagues.filter((_, index) => index % n === from);

const members: Members = {
  orgAdmins: [orgAdmin, orgAdminWithoutConfluence, namedOrgAdmin],
  siteAdmins: [siteAdmin],
  systemAdministrators: [orgAdminByRole],
  jiraAdministrators: admins,
  jiraUsers: [
    ...admins,
    confluenceAdmin,
    userAccessAdmin,
    projectAdmin,
    plainUser,
    hiddenEmail,
    unmanagedHidden,
    suspended,
    deactivated,
    ...colleagues.slice(0, 30),
  ],
  serviceAgents: [userAccessAdmin, projectAdmin, ...every(10)],
  jiraUserAccessAdmins: [projectAdmin],
  contractors: [contractor],
  confluenceAdmins: [confluenceAdmin],
  confluenceUsers: [
    orgAdmin,
    orgAdminByRole,
    namedOrgAdmin,
    siteAdmin,
    jiraAdmin,
    userAccessAdmin,
    projectAdmin,
    plainUser,
    confluenceOnly,
    hiddenEmail,
    unmanagedHidden,
    suspended,
    deactivated,
    ...every(2),
  ],
  confluenceGuests: [guest],
  confluenceUserAccessAdmins: [userAccessAdmin],
  addons: [app, automation],
  addonsAdmin: [automation],
  hrReaders: every(7, 2),
  legalReviewers: every(9, 4),
  marketingWriters: every(8, 1),
  securityTeam: [orgAdmin, suspended, ...every(11, 3)],
  financeAuditors: every(13, 5),
  phoenix: [plainUser, ...every(6, 1)],
  oktaEngineering: every(3, 0),
  oktaFinance: every(5, 0),
  oktaEveryone: [...admins, ...colleagues],
  handbookEditors: every(10, 2),
  designGuild: every(12, 1),
  coffeeClub: [plainUser, projectAdmin, ...every(4, 2)],
};

const isGroup = (key: string): key is GroupKey => Object.hasOwn(groups, key);

/** The site that people and most tests walk through: some 60 people, 27 groups, everything a directory can hold. */
export const acmeWorld: WorldSeed = {
  name: 'Acme',
  baseUrl: 'https://acme.atlassian.net',
  cloudId: '4f9a1c62-6a0b-4d3e-9c55-1b7e8f20d3aa',
  appAccountId: app.accountId,
  products: [
    { key: 'jira-software', name: 'Jira', seats: 100, defaultGroups: [groups.jiraUsers.id] },
    {
      key: 'jira-servicedesk',
      name: 'Jira Service Management',
      seats: 20,
      defaultGroups: [groups.serviceAgents.id],
    },
    { key: 'jira-core', name: 'Jira Work Management', defaultGroups: [groups.jiraUsers.id] },
    { key: 'jira-product-discovery', name: 'Jira Product Discovery', defaultGroups: [] },
    { key: 'confluence', name: 'Confluence', seats: 80, defaultGroups: [groups.confluenceUsers.id] },
  ],
  groups: Object.values(groups),
  people: [...Object.values(cast), ...colleagues],
  memberships: Object.entries(members).flatMap(([key, people]) =>
    isGroup(key) ? people.map(({ accountId }) => [groups[key].id, accountId] as const) : [],
  ),
  tokens: [...ownTokens, ...Object.values(tokens)],
  work: acmeDesk,
};

/** `token` is empty for those who have none: apps, and people nobody signs in as. */
const withToken = (person: Person) => {
  const token = ownTokens.find(({ accountId }) => accountId === person.accountId)?.token ?? '';
  const { accountId, email, displayName } = person;
  return { accountId, email, name: displayName, token };
};

type Cast = { readonly [Key in keyof typeof cast]: ReturnType<typeof withToken> };

const mapValues = <K extends string, V, T>(from: Record<K, V>, to: (value: V) => T): Record<K, T> =>
  Object.fromEntries(Object.entries<V>(from).map(([key, value]) => [key, to(value)])) as Record<K, T>;

/** The same world by name: account ids, e-mail addresses and tokens of people, ids of groups. */
export const acme = {
  world: acmeWorld,
  people: mapValues(cast, withToken) satisfies Cast,
  /** Ids. */
  groups: mapValues(groups, ({ id }) => id),
  /** Further tokens of the organisation admin. */
  tokens: mapValues(tokens, ({ token }) => ({ email: orgAdmin.email, token })),
  /** Projects, fields, request types, statuses and transitions of the service desks. */
  desk,
};
