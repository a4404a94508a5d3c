import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { asApp, asUser, visit } from './visit';

const { people, groups } = acme;
const { plainUser, suspended, customer, contractor } = people;
const FORBIDDEN =
  'An error occurred: com.atlassian.idp.client.exceptions.AuthorizationException: ' +
  '{"key":"forbidden","context":{"message":"user does not have the relevant permissions"}}';

describe('who may change a group', () => {
  it.each([
    ['an organisation admin', people.orgAdmin, 201],
    ['an organisation admin in no admin group', people.orgAdminByRole, 201],
    ['an organisation admin without Confluence', people.orgAdminWithoutConfluence, 201],
    ['a site admin', people.siteAdmin, 201],
    ['somebody in org-admins without the role', people.namedOrgAdmin, 403],
    ['a Jira admin', people.jiraAdmin, 403],
    ['a Confluence admin', people.confluenceAdmin, 403],
    ['a user access admin', people.userAccessAdmin, 403],
    ['a plain user', plainUser, 403],
  ])('%s', async (_, as, status) => {
    const { site, jiraAdd } = visit();
    const answer = await jiraAdd(groups.hrReaders, contractor.accountId, { as });
    expect(answer.status).toBe(status);
    expect(site.directory.isMember(groups.hrReaders, contractor.accountId)).toBe(status === 201);
    if (status === 403) expect(answer.json).toEqual({ errorMessages: [FORBIDDEN], errors: {} });
  });

  it('an organisation admin without Confluence may not do it there', async () => {
    const { confluenceAdd } = visit();
    const as = people.orgAdminWithoutConfluence;
    expect(await confluenceAdd(groups.hrReaders, plainUser.accountId, { as })).toMatchObject({ status: 403 });
  });

  it('the app never may, whatever its scopes', async () => {
    const { jiraAdd, confluenceAdd, jiraRemove } = visit();
    const as = asApp('manage:jira-configuration', 'write:confluence-groups');
    expect(await jiraAdd(groups.hrReaders, plainUser.accountId, { as })).toMatchObject({ status: 403 });
    expect(await confluenceAdd(groups.hrReaders, plainUser.accountId, { as })).toMatchObject({ status: 403 });
    expect(await jiraRemove(groups.confluenceUsers, plainUser.accountId, { as })).toMatchObject({
      status: 403,
    });
  });

  it('the app still may not when its own account is an admin of everything', async () => {
    const { site, jiraAdd } = visit({ variants: { userAccessAdminWrite: 'allowed' } });
    site.directory.setPerson(people.app.accountId, { orgAdmin: true });
    site.directory.setMember(groups.confluenceUserAccessAdmins, people.app.accountId, true);
    const as = asApp('manage:jira-configuration');
    expect(await jiraAdd(groups.hrReaders, plainUser.accountId, { as })).toMatchObject({ status: 403 });
  });

  it('the app may on behalf of an organisation admin, with the scope', async () => {
    const { jiraAdd } = visit();
    const { accountId } = people.orgAdmin;
    const without = await jiraAdd(groups.hrReaders, plainUser.accountId, {
      as: asUser(accountId, 'read:jira-user'),
    });
    expect(without).toMatchObject({ status: 401, json: { message: 'Unauthorized; scope does not match' } });
    const as = asUser(accountId, 'manage:jira-configuration');
    expect(await jiraAdd(groups.hrReaders, plainUser.accountId, { as })).toMatchObject({ status: 201 });
  });
});

describe('adding', () => {
  it('answers with the group in Jira, and with nothing in Confluence', async () => {
    const { jiraAdd, confluenceAdd } = visit();
    const jira = await jiraAdd(groups.hrReaders, plainUser.accountId);
    expect(jira).toMatchObject({ status: 201, json: { name: 'hr-readers', groupId: groups.hrReaders } });
    expect(await confluenceAdd(groups.legalReviewers, plainUser.accountId)).toMatchObject({
      status: 201,
      text: '',
    });
  });

  it('is seen by both products at once', async () => {
    const { ask, confluenceAdd } = visit();
    await confluenceAdd(groups.hrReaders, plainUser.accountId);
    const jira = await ask(`GET /rest/api/3/user/groups?accountId=${plainUser.accountId}`);
    const confluence = await ask(`GET /wiki/rest/api/user/memberof?accountId=${plainUser.accountId}`);
    expect(jira.json).toContainEqual(expect.objectContaining({ groupId: groups.hrReaders }));
    expect(confluence.json).toMatchObject({
      results: expect.arrayContaining([expect.objectContaining({ id: groups.hrReaders })]),
    });
  });

  it('says in Jira that somebody is a member already', async () => {
    const answer = await visit().jiraAdd(groups.confluenceUsers, plainUser.accountId);
    const text = "Cannot add user. User is already a member of 'confluence-users-acme'.";
    expect(answer).toMatchObject({ status: 400, json: { errorMessages: [text] } });
  });

  it.each([
    ['a suspended person', suspended],
    ['a deactivated person', people.deactivated],
    ['a portal customer', customer],
  ])('does not know %s', async (_, { accountId }) => {
    const { jiraAdd, confluenceAdd } = visit();
    expect(await jiraAdd(groups.hrReaders, accountId)).toMatchObject({
      status: 404,
      json: { errorMessages: ['Specified user does not exist or you do not have required permissions'] },
    });
    expect(await confluenceAdd(groups.hrReaders, accountId)).toMatchObject({ status: 404 });
  });

  it('looks at rights before it says whether the group exists', async () => {
    const { jiraAdd } = visit();
    const answer = await jiraAdd('no-such-group', plainUser.accountId, { as: people.jiraAdmin });
    expect(answer.status).toBe(403);
  });
});

describe('removing', () => {
  it('answers 200 in Jira and 204 in Confluence, and the person is gone', async () => {
    const { site, jiraRemove, confluenceRemove } = visit();
    expect(await jiraRemove(groups.confluenceUsers, plainUser.accountId)).toMatchObject({
      status: 200,
      text: '',
    });
    expect(await confluenceRemove(groups.phoenix, plainUser.accountId)).toMatchObject({
      status: 204,
      text: '',
    });
    expect(site.directory.canUseConfluence(plainUser.accountId)).toBe(false);
  });

  it('is no matter in Confluence when there was nothing to remove', async () => {
    expect(await visit().confluenceRemove(groups.hrReaders, plainUser.accountId)).toMatchObject({
      status: 204,
    });
  });
});
