import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { nobody, visit } from './visit';

const { people, tokens } = acme;
const MYSELF = 'GET /rest/api/3/myself';

describe('signing in with an API token', () => {
  it('takes the e-mail address in any case', async () => {
    const { email, token } = people.orgAdmin;
    const answer = await visit().ask(MYSELF, { as: { email: email.toUpperCase(), token } });
    expect(answer).toMatchObject({
      status: 200,
      json: { accountId: people.orgAdmin.accountId, active: true },
    });
    expect(answer.headers['x-aaccountid']).toBe(people.orgAdmin.accountId);
  });

  it.each([
    ['an expired token', tokens.expired],
    ['a revoked token', tokens.revoked],
    ['a token that never was', { email: people.orgAdmin.email, token: 'ATATT3x-made-up' }],
    ["somebody else's address", { email: people.plainUser.email, token: people.orgAdmin.token }],
    ['a suspended person', people.suspended],
    ['a deactivated person', people.deactivated],
    ['nothing', nobody],
    ['another scheme', { kind: 'header', authorization: `Bearer ${people.orgAdmin.token}` } as const],
  ])('refuses %s', async (_, as) => {
    const answer = await visit().ask(MYSELF, { as });
    expect(answer).toMatchObject({
      status: 401,
      json: { message: 'Client must be authenticated to access this resource.', 'status-code': 401 },
    });
  });

  it('ends when the clock reaches the end of the token', async () => {
    const { ask, clock } = visit();
    expect(await ask(MYSELF, { as: tokens.shortLived })).toMatchObject({ status: 200 });
    await clock.advance(30 * 24 * 3_600_000);
    expect(await ask(MYSELF, { as: tokens.shortLived })).toMatchObject({ status: 401 });
  });

  it.each([
    ['the search for people', 'GET /rest/api/3/user/search?query=ra', []],
    ['the group picker', 'GET /rest/api/3/groups/picker?query=conf', { total: 0, groups: [] }],
  ])('takes bad credentials for nobody in %s', async (_, line, json) => {
    const answer = await visit().ask(line, { as: tokens.revoked });
    expect(answer).toMatchObject({ status: 200, json });
    expect(answer.headers['x-seraph-loginreason']).toBe('AUTHENTICATED_FAILED');
  });

  it('takes bad credentials for nobody when asked for permissions', async () => {
    const answer = await visit().ask('GET /rest/api/3/mypermissions?permissions=ADMINISTER', {
      as: tokens.expired,
    });
    expect(answer).toMatchObject({
      status: 200,
      json: { permissions: { ADMINISTER: { havePermission: false } } },
    });
  });

  it.each(['text', 'html', 'empty'] as const)(
    'can refuse with %s in place of JSON',
    async (unauthorizedBody) => {
      const { ask, site } = visit();
      site.conditions.unauthorizedBody = unauthorizedBody;
      expect(await ask(MYSELF, { as: tokens.revoked })).toMatchObject({ status: 401, json: undefined });
    },
  );

  it('is refused from an address that is not on the allowlist', async () => {
    const { ask, site } = visit();
    site.conditions.ipRejected = true;
    const answer = await ask(MYSELF);
    expect(answer.status).toBe(403);
    expect(answer.text).toContain('The IP address has been rejected');
  });
});

describe('scoped tokens and the gateway', () => {
  it('refuses a scoped token on the site, and takes it at the gateway', async () => {
    const { ask } = visit();
    expect(await ask(MYSELF, { as: tokens.scoped })).toMatchObject({ status: 401 });
    expect(await ask(MYSELF, { as: tokens.scoped, via: 'gateway' })).toMatchObject({ status: 200 });
    const confluence = await ask('GET /wiki/rest/api/user/current', { as: tokens.scoped, via: 'gateway' });
    expect(confluence.status).toBe(200);
  });

  it('refuses a token without scopes at the gateway', async () => {
    expect(await visit().ask(MYSELF, { via: 'gateway' })).toMatchObject({ status: 401, json: { code: 401 } });
  });

  it('names a missing scope', async () => {
    const answer = await visit().ask('GET /rest/api/3/applicationrole', {
      as: tokens.scopedReadOnly,
      via: 'gateway',
    });
    expect(answer).toMatchObject({
      status: 401,
      json: { code: 401, message: 'Unauthorized; scope does not match' },
    });
  });

  it('gives the same answer for the wrong site', async () => {
    const cloudId = '00000000-0000-4000-8000-000000000000';
    const answer = await visit().ask(MYSELF, { as: tokens.scoped, via: 'gateway', cloudId });
    expect(answer).toMatchObject({ status: 401, json: { message: 'Unauthorized; scope does not match' } });
  });

  it('finds nothing at a path that is no path', async () => {
    const { ask } = visit();
    expect(await ask(MYSELF, { as: tokens.scoped, via: 'gateway', cloudId: 'acme' })).toMatchObject({
      status: 404,
    });
    expect(await ask('GET /rest/api/3/nonsense', { as: tokens.scoped, via: 'gateway' })).toMatchObject({
      status: 404,
    });
  });

  it('tells everybody the id of the site', async () => {
    const answer = await visit().ask('GET /_edge/tenant_info', { as: nobody });
    expect(answer).toMatchObject({ status: 200, json: { cloudId: acme.world.cloudId } });
  });
});

describe('paths', () => {
  it.each(['/rest/api/3/nothing', '/wiki/rest/api/nothing', '/wiki/api/v2/nothing', '/nothing'])(
    'finds nothing at %s',
    async (path) => expect(await visit().ask(`GET ${path}`)).toMatchObject({ status: 404 }),
  );

  it('says which methods a path takes', async () => {
    const answer = await visit().ask('PUT /rest/api/3/group/user');
    expect(answer).toMatchObject({ status: 405, headers: { allow: 'POST, DELETE' } });
  });
});
