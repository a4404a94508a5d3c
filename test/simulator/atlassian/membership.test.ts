import { variantTable } from '../../../tools/simulator/atlassian/variants';
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

describe('seats', () => {
  const full = (variants = {}) => {
    const visited = visit({ variants });
    visited.site.directory.setSeats('confluence', visited.site.directory.seatsTaken('confluence'));
    return visited;
  };

  it('run out for somebody new, not for somebody who has one', async () => {
    const { jiraAdd } = full();
    const answer = await jiraAdd(groups.hrReaders, contractor.accountId);
    expect(answer.status).toBe(400);
    expect(answer.text).toContain(`Licence exceeded for: ari:cloud:confluence::site/${acme.world.cloudId}`);
    expect(await jiraAdd(groups.hrReaders, plainUser.accountId)).toMatchObject({ status: 201 });
  });

  it('run out in Confluence with an exception', async () => {
    const answer = await full().confluenceAdd(groups.hrReaders, contractor.accountId);
    expect(answer.status).toBe(500);
    expect(answer.text).toContain('HystrixRuntimeException');
  });

  it('may be told of in Jira by a membership that opens nothing', async () => {
    const { site, jiraAdd } = full({ jiraAddConfluenceFull: '201-without-access' });
    expect(await jiraAdd(groups.hrReaders, contractor.accountId)).toMatchObject({ status: 201 });
    expect(site.directory.isMember(groups.hrReaders, contractor.accountId)).toBe(true);
    expect(site.directory.canUseConfluence(contractor.accountId)).toBe(false);
  });

  it('are not taken by guests, apps and suspended people', () => {
    const { directory } = visit().site;
    const before = directory.seatsTaken('confluence');
    directory.setMember(groups.confluenceGuests, customer.accountId, true);
    const anotherApp = { ...directory.person(people.app.accountId), accountId: 'another-app' };
    directory.addPerson(anotherApp);
    directory.setMember(groups.hrReaders, anotherApp.accountId, true);
    directory.setMember(groups.hrReaders, suspended.accountId, true);
    expect(directory.seatsTaken('confluence')).toBe(before);
  });
});

describe('what is not documented', () => {
  it.each(variantTable.confluenceAddMember)('Confluence answers %s to a second addition', async (variant) => {
    const { confluenceAdd } = visit({ variants: { confluenceAddMember: variant } });
    expect((await confluenceAdd(groups.confluenceUsers, plainUser.accountId)).status).toBe(Number(variant));
  });

  it.each([
    ['400', 400],
    ['403', 403],
  ] as const)('an external group is refused with %s', async (externalGroupWrite, status) => {
    const { site, jiraAdd, confluenceAdd } = visit({ variants: { externalGroupWrite } });
    expect(await jiraAdd(groups.oktaFinance, plainUser.accountId)).toMatchObject({ status });
    expect(await confluenceAdd(groups.oktaFinance, plainUser.accountId)).toMatchObject({ status });
    expect(site.directory.isMember(groups.oktaFinance, plainUser.accountId)).toBe(false);
  });

  it('an external group may be changed, until the next sync undoes it', async () => {
    const { site, clock, jiraAdd } = visit({ variants: { externalGroupWrite: '201-undone' } });
    expect(await jiraAdd(groups.oktaFinance, plainUser.accountId)).toMatchObject({ status: 201 });
    expect(site.directory.isMember(groups.oktaFinance, plainUser.accountId)).toBe(true);
    await clock.advance(60_000);
    expect(site.directory.isMember(groups.oktaFinance, plainUser.accountId)).toBe(false);
  });

  it.each([
    ['201-without-effect', 201],
    ['400', 400],
    ['403', 403],
  ] as const)('org-admins takes nobody in: %s', async (addToOrgAdmins, status) => {
    const { site, jiraAdd, confluenceAdd } = visit({ variants: { addToOrgAdmins } });
    expect(await jiraAdd(groups.orgAdmins, plainUser.accountId)).toMatchObject({ status });
    expect(await confluenceAdd(groups.orgAdmins, plainUser.accountId)).toMatchObject({ status });
    expect(site.directory.isMember(groups.orgAdmins, plainUser.accountId)).toBe(false);
  });

  it('a user access admin may be let into the groups of their product, default groups excepted', async () => {
    const { jiraAdd } = visit({ variants: { userAccessAdminWrite: 'allowed' } });
    const as = people.userAccessAdmin;
    expect(await jiraAdd(groups.hrReaders, contractor.accountId, { as })).toMatchObject({ status: 201 });
    expect(await jiraAdd(groups.confluenceUsers, contractor.accountId, { as })).toMatchObject({
      status: 403,
    });
    expect(await jiraAdd(groups.phoenix, contractor.accountId, { as })).toMatchObject({ status: 403 });
    expect(await jiraAdd(groups.confluenceAdmins, contractor.accountId, { as })).toMatchObject({
      status: 403,
    });
  });

  it.each(variantTable.jiraRemoveNonMember)(
    'Jira answers %s when there is nobody to remove',
    async (variant) => {
      const { jiraRemove } = visit({ variants: { jiraRemoveNonMember: variant } });
      expect((await jiraRemove(groups.hrReaders, plainUser.accountId)).status).toBe(Number(variant));
    },
  );

  it.each([
    ['204', false],
    ['404', true],
  ] as const)('Confluence answers %s when a suspended member is removed', async (variant, stays) => {
    const { site, confluenceRemove } = visit({ variants: { confluenceRemoveSuspended: variant } });
    const answer = await confluenceRemove(groups.confluenceUsers, suspended.accountId);
    expect(answer.status).toBe(Number(variant));
    expect(site.directory.isMember(groups.confluenceUsers, suspended.accountId)).toBe(stays);
  });

  it.each([
    ['by-name', ["The group named 'nope' does not exist."]],
    ['by-id', ["The group with the id 'nope' does not exist."]],
    ['none', []],
  ] as const)('an unknown group is told %s', async (unknownGroupText, errorMessages) => {
    const { jiraAdd } = visit({ variants: { unknownGroupText } });
    const answer = await jiraAdd('nope', plainUser.accountId);
    expect(answer).toMatchObject({ status: 404, json: { errorMessages } });
  });
});
