import { openWorld, type World } from '../../browser/world';
import { acme } from '../../../tools/simulator/atlassian/worlds/acme';
import { send } from './raw';

let world: World;
beforeAll(async () => {
  world = await openWorld();
});
afterAll(() => world.shell.close());

async function call(
  method: string,
  path: string,
  body?: unknown,
): Promise<{ status: number; body: unknown }> {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const got = await send(world.shell, { method, path, ...(text === undefined ? {} : { body: text }) });
  return { status: got.status, body: JSON.parse(got.body) as unknown };
}

const { email, token } = acme.people.orgAdmin;
const basic = (user: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${user}:${secret}`).toString('base64')}`,
});

it('tells the seeded people with their tokens, and the groups', async () => {
  const { status, body } = await call('GET', '/_simulator/world');
  expect(status).toBe(200);
  expect(body).toMatchObject({
    people: expect.arrayContaining([
      expect.objectContaining({ email, tokens: expect.anything() }),
    ]) as unknown,
    groups: expect.arrayContaining([expect.objectContaining({ name: 'org-admins' })]) as unknown,
  });
  expect(JSON.stringify(body)).toContain(token);
});

it('tells the service desks, what can be asked for there, and with which fields and options', async () => {
  const { body } = await call('GET', '/_simulator/world');
  const accessLevel = { fieldId: 'customfield_10051', type: 'single-select', visible: true };
  expect(body).toMatchObject({
    serviceDesks: [
      {
        projectKey: 'IT',
        requestTypes: expect.arrayContaining([
          expect.objectContaining({
            name: 'Group membership',
            approvals: [
              {
                status: 'Waiting for approval',
                fieldId: 'customfield_10060',
                conditionType: 'number',
                conditionValue: 1,
              },
            ],
            fields: expect.arrayContaining([
              expect.objectContaining({
                ...accessLevel,
                options: expect.arrayContaining([{ id: '100511', value: 'HR readers' }]) as unknown,
              }),
            ]) as unknown,
          }),
        ]) as unknown,
      },
      { projectKey: 'OPS' },
    ],
  });
});

it('moves the clock by a duration, and says what time it is', async () => {
  expect(await call('GET', '/_simulator/clock')).toEqual({
    status: 200,
    body: { now: '2026-01-05T12:00:00.000Z' },
  });
  expect(await call('POST', '/_simulator/clock', { advance: 'PT8H' })).toEqual({
    status: 200,
    body: { now: '2026-01-05T20:00:00.000Z' },
  });
});

it.each([
  ['/_simulator/clock', { advance: 'P1Y' }, 'Not a duration: P1Y. Try PT8H or P30D.'],
  ['/_simulator/clock', { forward: 'PT1H' }, /advance/],
  ['/_simulator/clock', 'soon', 'The body is not JSON.'],
  ['/_simulator/faults', { id: 'x', match: {}, effect: { kind: 'explode' } }, /effect/],
  ['/_simulator/faults', [{ id: 'x', match: { servise: 'jira' }, effect: { kind: 'crash' } }], /servise/],
  ['/_simulator/variants', { confluenceAddMember: '418' }, /confluenceAddMember/],
  ['/_simulator/variants', { unheardOf: '1' }, /unheardOf/],
])('says what is wrong with %s %j', async (path, body, message) => {
  const matching: unknown = expect.objectContaining({
    message: typeof message === 'string' ? message : (expect.stringMatching(message) as unknown),
  });
  expect(await call('POST', path, body)).toEqual({ status: 400, body: matching });
});

it('has no other routes', async () => {
  expect(await call('GET', '/_simulator/toString')).toMatchObject({ status: 404 });
  expect(await call('DELETE', '/_simulator/clock')).toMatchObject({ status: 404 });
});

it('declares faults, lists how often they fired, and clears them', async () => {
  const fault = { id: 'busy', match: { service: 'jira' }, effect: { kind: 'error', status: 503 } };
  expect(await call('POST', '/_simulator/faults', fault)).toMatchObject({ body: [{ id: 'busy', fired: 0 }] });
  await call('POST', '/_shell/invoke', { moduleKey: 'home', functionKey: 'connection.list' });
  expect(await call('GET', '/_simulator/faults')).toMatchObject({ body: [{ id: 'busy', fired: 1 }] });
  expect(await call('DELETE', '/_simulator/faults')).toEqual({ status: 200, body: [] });
});

it('tells what ran, with its calls and its storage', async () => {
  await call('POST', '/_shell/invoke', { moduleKey: 'home', functionKey: 'connection.list' });
  const { body } = await call('GET', '/_simulator/invocations');
  expect(Array.isArray(body) ? body.at(-1) : body).toMatchObject({
    call: 'connection.list',
    outcome: 'ok',
    siteCalls: expect.any(Array) as unknown,
    storage: expect.objectContaining({ reads: expect.any(Number) as unknown }) as unknown,
  });
});

it('chooses among the undocumented behaviours', async () => {
  await call('POST', '/_simulator/variants', { confluenceAddMember: '409' });
  expect(world.simulator().site.variants.confluenceAddMember).toBe('409');
});

it('serves the site’s own API at its real paths, to its own credentials', async () => {
  const mine = await send(world.shell, { path: '/rest/api/3/myself', headers: basic(email, token) });
  expect(mine).toMatchObject({ status: 200, body: expect.stringContaining(email) as unknown });
  expect(
    await send(world.shell, { path: '/rest/api/3/myself', headers: basic(email, 'wrong') }),
  ).toMatchObject({
    status: 401,
  });
  expect(
    await send(world.shell, { path: '/wiki/rest/api/user/current', headers: basic(email, token) }),
  ).toMatchObject({
    status: 200,
  });
  expect(await send(world.shell, { path: '/_edge/tenant_info' })).toMatchObject({
    status: 200,
    body: expect.stringContaining(world.simulator().site.cloudId) as unknown,
  });
});

it('takes nobody for logged in to the API because of the frame’s cookie', async () => {
  const { port } = new URL(world.shell.origins.frame);
  const cookie = `person-${port}=${acme.people.orgAdmin.accountId}`;
  expect(await send(world.shell, { path: '/rest/api/3/myself', headers: { cookie } })).toMatchObject({
    status: 401,
  });
});

it('begins again with a fresh world, an empty store and no faults', async () => {
  const before = world.simulator();
  await call('POST', '/_simulator/faults', { id: 'x', match: {}, effect: { kind: 'crash' } });
  expect(await call('POST', '/_simulator/reset')).toEqual({ status: 200, body: { reset: true } });
  expect(world.simulator()).not.toBe(before);
  expect(await call('GET', '/_simulator/faults')).toEqual({ status: 200, body: [] });
  expect(await call('GET', '/_simulator/invocations')).toEqual({ status: 200, body: [] });
  expect(await call('GET', '/_simulator/clock')).toEqual({
    status: 200,
    body: { now: '2026-01-05T12:00:00.000Z' },
  });
});
