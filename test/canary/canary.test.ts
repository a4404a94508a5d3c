import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import type { FaultEffect } from '../../tools/simulator/faults';
import { credentialOf, someFacts, startApp, valueOf } from '../start';
import { kept } from './haystacks';
import { idle } from './idle';
import { leaks, needlesOf, type Haystack } from './needles';

const { people, tokens } = acme;
const mistyped = { email: people.orgAdmin.email, token: 'ATATT3xFfGF0mistyped-and-never-valid/with+signs==' };
const canaries = [people.orgAdmin, tokens.rotation, tokens.scoped, tokens.revoked, mistyped];
const needles = canaries.flatMap(needlesOf);

let folder: string;
let app: ReturnType<typeof startApp>;
let shown: Haystack[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canary-'));
  app = startApp({ data: folder });
  shown = [];
});
afterEach(() => {
  app.close();
  rmSync(folder, { recursive: true });
});

/** Makes a call and remembers what came back, refusals and rejections too. */
const call: typeof app.call = async (name, input, as) => {
  try {
    const reply = await app.call(name, input, as);
    shown.push({ where: `reply of ${name}`, content: JSON.stringify(reply) });
    return reply;
  } catch (error) {
    shown.push({
      where: `rejection of ${name}`,
      content: String(error instanceof Error ? error.stack : error),
    });
    throw error;
  }
};
const check = (who: { email: string; token: string }, connection?: string) =>
  call('credential.check', {
    connector: 'confluence',
    values: credentialOf(who),
    ...(connection !== undefined && { connection }),
  });

/** A site that echoes what it was sent, as error pages do. */
const basic = Buffer.from(`${people.orgAdmin.email}:${people.orgAdmin.token}`).toString('base64');
const echo = `<html>Bad request: authorization: Basic ${basic} ${people.orgAdmin.token}</html>`;
const badDays: readonly FaultEffect[] = [
  { kind: 'error', status: 400, body: echo, headers: { 'x-echo': basic } },
  { kind: 'error', status: 401, body: echo },
  { kind: 'error', status: 403, body: echo },
  { kind: 'error', status: 500, body: echo },
  { kind: 'answer', body: echo },
  { kind: 'answer', body: JSON.stringify({ message: echo }) },
  { kind: 'timeout' },
  { kind: 'lose-response' },
];

async function journeys() {
  for (const who of [mistyped, tokens.revoked, tokens.expired, tokens.scoped]) await check(who);
  const draft = valueOf(await check(people.orgAdmin)).draft ?? '';
  await call('option.search', { source: { draft }, kind: 'person', query: 'ra' });
  await call('connection.create', { draft, values: { ...someFacts, name: '' } });
  const made = valueOf(await call('connection.create', { draft, values: someFacts }));
  const { id } = made;
  for (const effect of badDays) {
    app.faults.declare({ id: JSON.stringify(effect), match: { service: 'egress' }, effect });
    await check(people.orgAdmin);
    await call('option.search', { source: { connection: id }, kind: 'groups', query: '' });
    await call('connection.test', { id });
    await call('connection.update', { id, version: 1, values: { ...someFacts, name: 'Wiki' } });
    expect(app.faults.unfired()).toEqual([]);
    app.faults.clear();
  }
  const next = valueOf(await check(tokens.rotation, id)).draft ?? '';
  const rotated = valueOf(await call('connection.rotate', { id, version: 1, draft: next, values: {} }));
  await app.runDaily();
  await call('connection.list');
  await call('connection.read', { id });
  await call('connection.history', { id });
  await call('connection.disconnect', { id, version: rotated.version });
}

it('after every journey, good and bad, no credential is found anywhere but in the secret store', async () => {
  const out = [jest.spyOn(process.stdout, 'write'), jest.spyOn(process.stderr, 'write')];
  await journeys();
  const printed = out.flatMap((spy) => spy.mock.calls.map(([chunk]) => String(chunk)));
  out.forEach((spy) => spy.mockRestore());
  expect(shown.length).toBeGreaterThan(40);
  const everywhere = [...shown, ...kept(app), { where: 'terminal', content: printed.join('\n') }];
  expect(everywhere.filter(({ where }) => where === 'database').length).toBeGreaterThan(0);
  expect(leaks(needles, everywhere)).toEqual([]);
});

it('while a credential is in use it is in the secret store, and the database file does not show it', async () => {
  const { id } = await app.connect();
  expect(app.stored().secrets).toEqual([`credential#${id}`]);
  expect(leaks(needles, kept(app))).toEqual([]);
});

describe('the search finds a credential that was planted', () => {
  const find = () => leaks(needles, [...shown, ...kept(app)]);

  it.each(needlesOf(people.orgAdmin))('in plain storage and so in the database: %s', (needle) => {
    app.put('draft#planted', { note: `x${needle}y` });
    expect(find()).toEqual(expect.arrayContaining(['database', 'storage']));
  });

  it('in a reply, a log line and a rejection', async () => {
    app.close();
    const leaky = startApp({
      data: folder,
      code: () => ({
        ...idle,
        resolver: ({
          call: { functionKey, payload },
        }: {
          call: { functionKey: string; payload: unknown };
        }) => {
          if (functionKey === 'settings.read') throw new Error(JSON.stringify(payload));
          console.log(payload);
          return payload;
        },
      }),
    });
    const payload = { values: credentialOf(people.orgAdmin) };
    shown.push({ where: 'reply', content: JSON.stringify(await leaky.invoke('connection.list', payload)) });
    await leaky.invoke('settings.read', payload).catch(() => undefined);
    expect(leaks(needles, [...shown, ...kept(leaky)])).toEqual(
      expect.arrayContaining(['reply', 'log', 'record']),
    );
    leaky.close();
    app = startApp({ data: folder });
  });
});
