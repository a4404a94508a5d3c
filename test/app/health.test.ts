import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { FaultEffect } from '../../tools/simulator/faults';
import { problemOf, someFacts, startApp, valueOf } from '../start';

const { people } = acme;
const DAY_MS = 24 * 3_600_000;
type App = ReturnType<typeof startApp>;
let app: App;
let id: string;
beforeEach(async () => {
  app = startApp();
  ({ id } = await app.connect({ tokenExpiresOn: '2026-02-10' }));
});
afterEach(() => app.close());

const read = async () => valueOf(await app.call('connection.read', { id }));
const history = async () => valueOf(await app.call('connection.history', { id })).items;
const search = () => app.call('option.search', { source: { connection: id }, kind: 'person', query: 'a' });

it('is checked every day by the schedule, and says when', async () => {
  await app.clock.advance(DAY_MS + 10 * 60_000);
  const { health } = await read();
  expect(health.state).toBe('healthy');
  expect(new Date(health.checkedAt ?? 0).getTime()).toBeGreaterThan(Date.parse('2026-01-05T12:01:00Z'));
  expect((await history())[0]).toMatchObject({ what: 'connection.checked', by: { kind: 'schedule' } });
});

it('turns broken at the first refusal in real use, with cause and remedy, and is told once', async () => {
  app.revokeTokensOf(people.orgAdmin.accountId);
  expect(problemOf(await search())).toMatchObject({
    code: 'target-unauthorized',
    remedy: expect.any(String),
  });
  await search();
  expect((await read()).health).toMatchObject({
    state: 'broken',
    cause: expect.any(String),
    remedy: expect.any(String),
  });
  const told = (await history()).filter(({ what }) => what === 'connection.failed');
  expect(told).toMatchObject([{ detail: { code: 'target-unauthorized', during: 'searching people' } }]);
});

it('turns broken at a 403 in real use too', async () => {
  app.faults.declare({ id: '403', match: { service: 'egress' }, effect: { kind: 'error', status: 403 } });
  expect(problemOf(await search()).code).toBe('target-forbidden');
  expect((await read()).health.state).toBe('broken');
});

it.each<[string, FaultEffect, string]>([
  ['passes', { kind: 'delay', ms: 1 }, 'target-refused'],
  ['gets no answer', { kind: 'error', status: 503 }, 'target-unavailable'],
])('a 403 breaks nothing where the check after it %s', async (_what, effect, code) => {
  const egress = { service: 'egress' } as const;
  app.faults.declare(
    { id: 'once', match: egress, effect: { kind: 'error', status: 403 }, maxFires: 1 },
    { id: 'then', match: egress, effect },
  );
  expect(problemOf(await search()).code).toBe(code);
  expect((await read()).health.state).toBe('healthy');
  expect(app.faults.unfired()).toEqual([]);
});

it('is healthy again as soon as a check says so', async () => {
  app.faults.declare({ id: '401', match: { service: 'egress' }, effect: { kind: 'error', status: 401 } });
  await search();
  expect((await read()).health.state).toBe('broken');
  app.faults.clear();
  expect(valueOf(await app.call('connection.test', { id })).health.state).toBe('healthy');
});

it.each<[string, FaultEffect]>([
  ['429 with Retry-After', { kind: 'error', status: 429, headers: { 'retry-after': '30' } }],
  ['500 with a page', { kind: 'error', status: 500, body: '<html><h1>Oops</h1></html>' }],
  ['503', { kind: 'error', status: 503 }],
  ['a timeout', { kind: 'timeout' }],
  ['a cut connection', { kind: 'lose-response' }],
])('%s breaks nothing: the site is out of reach, and the message says so', async (_what, effect) => {
  app.faults.declare({ id: 'bad-day', match: { service: 'egress' }, effect });
  const problem = problemOf(await search());
  expect(problem).toMatchObject({ code: 'target-unavailable', remedy: expect.any(String) });
  if ('headers' in effect) expect(problem.retryAfterSeconds).toBe(30);
  expect((await read()).health.state).toBe('healthy');
  expect(valueOf(await app.call('connection.test', { id })).health.state).toBe('unreachable');
  expect(app.faults.unfired()).toEqual([]);
});

it("an answer in an unknown shape is nobody's token's fault", async () => {
  app.faults.declare({
    id: 'shape',
    match: { service: 'egress' },
    effect: { kind: 'answer', body: '{"surprise":[1]}' },
  });
  expect(problemOf(await search()).code).toBe('unexpected');
  expect((await read()).health.state).toBe('healthy');
});

it('announces the end of the token at 30, 14, 7 and 1 days, each once', async () => {
  for (let day = 0; day < 40; day += 1) await app.clock.advance(DAY_MS);
  const told = app.events().filter((key) => key.includes('#token-expiring#'));
  expect(told.map((key) => Number(key.split('#').at(-1))).sort((a, b) => b - a)).toEqual([30, 14, 7, 1]);
  expect((await read()).tokenExpiry).toMatchObject({ level: 'expired' });
});

it('a daily check of the old credential says nothing after a rotation', async () => {
  const { email, token } = people.siteAdmin;
  const values = { adminEmail: email, apiToken: token };
  const checked = await app.call('credential.check', { connector: 'confluence', connection: id, values });
  app.revokeTokensOf(people.orgAdmin.accountId);
  const draft = valueOf(checked).draft ?? '';
  const rotation = app.call('connection.rotate', { id, version: 1, draft, values: {} });
  const [rotated] = await Promise.all([rotation, app.runDaily()]);
  valueOf(rotated);
  await app.runDaily();
  expect((await read()).health.state).toBe('healthy');
});

it('one broken connection does not keep the daily round from the next one', async () => {
  const other = await app.connect({ name: 'Wiki' });
  const key = `credential#${id}`;
  app.faults.declare({
    id: 'store',
    match: { operation: 'secret/get', key },
    effect: { kind: 'error', status: 500 },
  });
  await app.clock.advance(DAY_MS + 10 * 60_000);
  expect(app.events()).toContain(`connection#${other.id}#health#2`);
});

it.each<[string, FaultEffect]>([
  ['an unknown shape', { kind: 'answer', body: '{"surprise":[1]}' }],
  ['a redirect', { kind: 'error', status: 302, headers: { location: 'https://elsewhere.example/' } }],
  ['400', { kind: 'error', status: 400 }],
  ['404', { kind: 'error', status: 404 }],
  ['409', { kind: 'error', status: 409 }],
])(
  '%s at the daily check is recorded, and the end of the token is announced all the same',
  async (_what, effect) => {
    app.faults.declare({ id: 'odd', match: { service: 'egress' }, effect });
    app.clock.elapse(10 * DAY_MS);
    await app.runDaily();
    const { health } = await read();
    expect(['unreachable', 'broken']).toContain(health.state);
    expect(health.checkedAt).toBe(app.clock.now().toISOString());
    expect(health.cause).toEqual(expect.any(String));
    expect((await history()).map(({ what }) => what)).toContain('connection.token-expiring');
  },
);

it('a day that was changed and set again is announced once, and the first telling stays', async () => {
  const set = async (version: number, tokenExpiresOn: string) =>
    valueOf(await app.call('connection.update', { id, version, values: { ...someFacts, tokenExpiresOn } }));
  await set(1, '2026-01-10');
  await app.runDaily();
  app.clock.elapse(3_600_000);
  await set(2, '2026-12-31');
  await app.runDaily();
  await set(3, '2026-01-10');
  await app.runDaily();
  const told = (await history()).filter(({ what }) => what === 'connection.token-expiring');
  expect(told).toMatchObject([{ at: '2026-01-05T12:00:00.000Z', detail: { daysLeft: 5 } }]);
});

it.each([
  [404, 'target-refused'],
  [409, 'target-unavailable'],
])(
  "%i of the site in real use is told as the site's refusal, not as something missing here",
  async (status, code) => {
    app.faults.declare({ id: 'odd', match: { service: 'egress' }, effect: { kind: 'error', status } });
    expect(problemOf(await search()).code).toBe(code);
  },
);

it('a site that is slow all the time is given up before the platform ends the run', async () => {
  app.faults.declare({ id: 'slow', match: { service: 'egress' }, effect: { kind: 'delay', ms: 6_000 } });
  const values = { adminEmail: people.orgAdmin.email, apiToken: people.orgAdmin.token };
  const reply = await app.call('credential.check', { connector: 'confluence', values });
  expect(problemOf(reply).code).toBe('target-unavailable');
});
