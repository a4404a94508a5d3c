import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { asApp, asUser, nobody, visit } from './visit';

const { people } = acme;
const PERMISSION = 'GET /rest/api/3/mypermissions?permissions=ADMINISTER';

describe('who administers Jira', () => {
  it.each([
    ['an organisation admin in jira-administrators', people.orgAdmin, true],
    ['a Jira admin', people.jiraAdmin, true],
    ['a project admin', people.projectAdmin, false],
    ['a Confluence admin', people.confluenceAdmin, false],
    ['a plain user', people.plainUser, false],
    ['a customer', people.customer, false],
  ])('%s', async (_, { accountId }, havePermission) => {
    const answer = await visit().ask(PERMISSION, { as: asUser(accountId, 'read:jira-work') });
    expect(answer).toMatchObject({ status: 200, json: { permissions: { ADMINISTER: { havePermission } } } });
  });

  it('nobody, when it is asked by somebody anonymous', async () => {
    const answer = await visit().ask(PERMISSION, { as: asUser('unidentified', 'read:jira-work') });
    expect(answer).toMatchObject({
      status: 200,
      json: { permissions: { ADMINISTER: { havePermission: false } } },
    });
  });

  it('a project admin administers projects', async () => {
    const line = 'GET /rest/api/3/mypermissions?permissions=ADMINISTER_PROJECTS,BROWSE_PROJECTS';
    const answer = await visit().ask(line, { as: people.projectAdmin });
    expect(answer.json).toMatchObject({ permissions: { ADMINISTER_PROJECTS: { havePermission: true } } });
    const plain = await visit().ask(line, { as: people.plainUser });
    expect(plain.json).toMatchObject({ permissions: { ADMINISTER_PROJECTS: { havePermission: false } } });
  });
});

describe('calls of the app', () => {
  it('are kept to their scopes, classic or granular', async () => {
    const { ask } = visit();
    const line = `GET /rest/api/3/user/search?query=ravi`;
    expect(await ask(line, { as: asApp('read:jira-work') })).toMatchObject({ status: 401 });
    expect(await ask(line, { as: asApp('read:jira-user') })).toMatchObject({ status: 200, json: [{}] });
    const bulk = await ask('GET /rest/api/3/group/bulk', { as: asApp('read:group:jira') });
    expect(bulk.status).toBe(200);
  });

  it('need no scope to ask which site this is', async () => {
    expect(await visit().ask('GET /rest/api/3/serverInfo', { as: asApp() })).toMatchObject({
      status: 200,
      json: { baseUrl: 'https://acme.atlassian.net' },
    });
  });

  it('administer Jira by scope only', async () => {
    const { ask } = visit();
    expect(
      await ask('GET /rest/api/3/applicationrole', { as: asApp('read:application-role:jira') }),
    ).toMatchObject({
      status: 403,
    });
    expect(
      await ask('GET /rest/api/3/applicationrole', { as: asApp('manage:jira-configuration') }),
    ).toMatchObject({
      status: 200,
    });
  });

  it('may not create people, for an admin either', async () => {
    const { ask } = visit();
    const body = { emailAddress: 'x@acme.example', products: [] };
    const scope = 'manage:jira-configuration';
    expect(await ask('POST /rest/api/3/user', { body, as: asApp(scope) })).toMatchObject({ status: 403 });
    const as = asUser(people.orgAdmin.accountId, scope);
    expect(await ask('POST /rest/api/3/user', { body, as })).toMatchObject({ status: 403 });
  });

  it('cannot be made for somebody suspended', async () => {
    const as = asUser(people.suspended.accountId, 'read:jira-work');
    expect((await visit().ask('GET /rest/api/3/myself', { as })).status).toBe(401);
  });
});

describe('what the site remembers of a call', () => {
  it('is its path, caller and status, and no token', async () => {
    const { ask, site } = visit();
    await ask(`${PERMISSION}&token=${people.orgAdmin.token}`);
    await ask('GET /rest/api/3/myself', { as: nobody });
    expect(site.calls).toEqual([
      { method: 'GET', path: '/rest/api/3/mypermissions', caller: 'token', status: 200 },
      { method: 'GET', path: '/rest/api/3/myself', caller: 'anonymous', status: 401 },
    ]);
  });
});

describe('a body', () => {
  it('of another type is refused', async () => {
    const line = `POST /rest/api/3/group/user?groupId=${acme.groups.hrReaders}`;
    const body = { accountId: people.plainUser.accountId };
    expect(await visit().ask(line, { body, headers: { 'content-type': 'text/plain' } })).toMatchObject({
      status: 415,
    });
  });
});
