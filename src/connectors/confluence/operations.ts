/** One operation of Atlassian's OpenAPI documents, and the scope that a token with scopes needs for it. */
export interface Operation {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly product: 'jira' | 'confluence';
  /** Fixed: what varies goes into the query or the body, never into the path. */
  readonly path: string;
  readonly scope: string;
  /** What is done, after "may not" and "while it was asked to". */
  readonly does: string;
}

const users = 'read:jira-user';
const writes = 'manage:jira-configuration';
const people = 'read:confluence-user';
const groups = 'read:confluence-groups';
const search = 'read:content-details:confluence';

/** Every scope that a token with scopes has to have. */
export const scopes = [users, writes, people, groups, search] as const;

const jira = (
  method: Operation['method'],
  path: string,
  rest: Pick<Operation, 'scope' | 'does'>,
): Operation => ({
  method,
  product: 'jira',
  path: `/rest/api/3${path}`,
  ...rest,
});

const confluence = (path: string, rest: Pick<Operation, 'scope' | 'does'>): Operation => ({
  method: 'GET',
  product: 'confluence',
  path: `/wiki/rest/api${path}`,
  ...rest,
});

/** Everything that this connector ever asks. */
export const operations = {
  myself: jira('GET', '/myself', { scope: users, does: 'say whose token this is' }),
  jiraGroups: jira('GET', '/group/bulk', { scope: users, does: 'list groups in Jira' }),
  pickGroups: jira('GET', '/groups/picker', { scope: users, does: 'search groups in Jira' }),
  user: jira('GET', '/user', { scope: users, does: 'read a person in Jira' }),
  members: jira('GET', '/group/member', { scope: writes, does: 'list who is in a group in Jira' }),
  searchUsers: jira('GET', '/user/search', { scope: users, does: 'search people in Jira' }),
  createUser: jira('POST', '/user', { scope: writes, does: 'invite people' }),
  addMember: jira('POST', '/group/user', { scope: writes, does: 'add people to groups' }),
  removeMember: jira('DELETE', '/group/user', { scope: writes, does: 'take people out of groups' }),
  groups: confluence('/group', { scope: groups, does: 'list groups in Confluence' }),
  group: confluence('/group/by-id', { scope: groups, does: 'read a group in Confluence' }),
  memberOf: confluence('/user/memberof', { scope: people, does: "read a person's groups in Confluence" }),
  searchLicensed: confluence('/search/user', { scope: search, does: 'search people in Confluence' }),
} as const satisfies Record<string, Operation>;
