import { createRequire } from 'node:module';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Queue } from '@forge/events';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { adfOf } from '../../tools/simulator/atlassian/work/adf';
import type { FaultEffect } from '../../tools/simulator/faults';
import { aGroupRule, fieldRef, optionRef } from '../journeys/rules';
import { govern, HOUR, SOON, type Stage } from '../journeys/stage';
import { credentialOf, startApp, valueOf } from '../start';
import { kept } from './haystacks';
import { idle } from './idle';
import { leaks, needlesOf, type Haystack } from './needles';

const { desk, people, tokens, groups } = acme;
const needles = [people.orgAdmin, tokens.rotation].flatMap(needlesOf);
const joiner = 'new.joiner@acme.example';
const basic = Buffer.from(`${people.orgAdmin.email}:${people.orgAdmin.token}`).toString('base64');
const echo = `<html>authorization: Basic ${basic} ${people.orgAdmin.token}</html>`;

let folder: string;
let close: () => void;
let shown: Haystack[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'canary-'));
  shown = [];
});
afterEach(() => {
  close();
  rmSync(folder, { recursive: true });
});

async function start() {
  const stage = await govern({}, { data: folder });
  close = stage.close;
  const call: Stage['call'] = async (name, input, as) => {
    const reply = await stage.call(name, input, as);
    shown.push({ where: `reply of ${name}`, content: JSON.stringify(reply) });
    return reply;
  };
  return { ...stage, call };
}
type Recorded = Awaited<ReturnType<typeof start>>;

/** What the site echoes while access is given, and later while it is taken back. */
const badAnswers: readonly FaultEffect[] = [
  { kind: 'error', status: 400, body: echo },
  { kind: 'error', status: 500, body: echo },
  { kind: 'answer', body: echo },
  { kind: 'lose-response' },
];

async function disturb({ faults }: Recorded, effect: FaultEffect, work: () => Promise<unknown>) {
  faults.declare({ id: 'bad', match: { service: 'egress' }, effect });
  await work();
  expect(faults.unfired()).toEqual([]);
  faults.clear();
}

async function lookAt({ call, connection, rule }: Recorded, issueId: string) {
  const { key } = valueOf(await call('request.read', { issueId }));
  await call('request.list', {});
  await call('request.alerts');
  await call('rule.read', { id: rule.id });
  await call('connection.read', { id: connection.id });
  await call('connection.history', { id: connection.id });
  await call('rule.try', { rule: aGroupRule(connection.id), issueKey: key });
}

/** Given and taken back, each while the site answers badly. */
async function badDay(stage: Recorded, effect: FaultEffect) {
  const issueId = await stage.ask();
  stage.site.work.answer(issueId, { by: people.confluenceAdmin.accountId, decision: 'approved' });
  await disturb(stage, effect, () => stage.advance(SOON));
  await lookAt(stage, issueId);
  await stage.advance(20 * 60_000);
  expect(await stage.stateOf(issueId)).toMatch(/^(fulfilled|failed|provisioning)$/);
  stage.faults.declare({ id: 'bad', match: { service: 'egress' }, effect });
  await stage.advance(9 * HOUR);
  stage.faults.clear();
  await stage.advance(HOUR);
  await lookAt(stage, issueId);
}

/** Blocked by a refused credential, and gone on with another one. */
async function repaired(stage: Recorded) {
  const { call, connection, site } = stage;
  const issueId = await stage.ask({ level: 'Legal reviewers' });
  for (const { id } of site.directory.tokensOf(people.orgAdmin.accountId).slice(0, 1))
    site.directory.revokeToken(id);
  await stage.approve(issueId);
  expect((await stage.view(issueId)).grants).toMatchObject([{ state: 'blocked' }]);
  await lookAt(stage, issueId);
  const values = credentialOf(tokens.rotation);
  const checked = await call('credential.check', {
    connector: 'confluence',
    connection: connection.id,
    values,
  });
  const { version } = valueOf(await call('connection.read', { id: connection.id }));
  const draft = valueOf(checked).draft ?? '';
  valueOf(await call('connection.rotate', { id: connection.id, version, draft, values: {} }));
  await stage.advance(10 * 60_000);
  expect(stage.isIn(groups.legalReviewers)).toBe(true);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(groups.legalReviewers)).toBe(false);
  await lookAt(stage, issueId);
}

/** Somebody who has no account is invited once it is approved. */
async function invited(stage: Recorded) {
  const { id, name } = desk.requestTypes.applicationAccess;
  const base = aGroupRule(stage.connection.id, {
    name: 'Applications',
    access: {
      kind: 'application-access',
      field: fieldRef('targetApplication', 'option'),
      applications: [
        { option: optionRef('targetApplication', 'Confluence'), connectionId: stage.connection.id },
      ],
    },
  });
  const rule = {
    ...base,
    trigger: { ...base.trigger, requestTypeId: id, requestTypeName: name },
    beneficiary: { kind: 'email', field: fieldRef('reason', 'text'), invite: true },
    end: { kind: 'after', hours: 2 },
  } as const;
  valueOf(await stage.call('rule.create', { rule }));
  const issueId = await stage.ask({
    requestTypeId: desk.requestTypes.applicationAccess.id,
    fields: {
      [desk.fields.targetApplication.id]: optionRef('targetApplication', 'Confluence').id,
      [desk.fields.reason.id]: adfOf(joiner),
    },
  });
  await stage.approve(issueId);
  await stage.advance(5 * 60_000);
  expect(stage.site.directory.people().map(({ email }) => email)).toContain(joiner);
  expect(await stage.stateOf(issueId)).toBe('fulfilled');
  await lookAt(stage, issueId);
}

it('no journey of a request shows a credential on tickets, in queues, in the trail, in logs, in replies', async () => {
  const out = [jest.spyOn(process.stdout, 'write'), jest.spyOn(process.stderr, 'write')];
  const stage = await start();
  for (const effect of badAnswers) await badDay(stage, effect);
  await repaired(stage);
  await invited(stage);
  await stage.runDaily();
  const printed = out.flatMap((spy) => spy.mock.calls.map(([chunk]) => String(chunk)));
  out.forEach((spy) => spy.mockRestore());
  const everywhere = [...shown, ...kept(stage), { where: 'terminal', content: printed.join('\n') }];
  for (const place of ['ticket', 'queue', 'database', 'storage', 'log', 'record'])
    expect(everywhere.map(({ where }) => where)).toContain(place);
  expect(leaks(needles, everywhere)).toEqual([]);
});

describe('the search finds a credential that was planted', () => {
  it.each(needlesOf(people.orgAdmin))('in a comment of a ticket: %s', async (needle) => {
    const stage = await start();
    const issueId = await stage.ask();
    stage.site.work.comment(issueId, { by: people.app.accountId, text: `x${needle}y` });
    expect(leaks(needles, kept(stage))).toContain('ticket');
  });

  it('in a field of a ticket', async () => {
    const stage = await start();
    const issueId = await stage.ask();
    const fields = { [desk.fields.reason.id]: `Use ${people.orgAdmin.token}` };
    stage.site.work.edit(issueId, { by: people.app.accountId, fields });
    expect(leaks(needles, kept(stage))).toContain('ticket');
  });

  it('in an event that waits in a queue', async () => {
    const load = createRequire(__filename);
    const leaky = startApp({
      data: folder,
      code: () => ({
        ...idle,
        resolver: async () => {
          const events = load('@forge/events') as { Queue: typeof Queue };
          await new events.Queue({ key: 'work' }).push({ body: { note: people.orgAdmin.token } });
        },
      }),
    });
    close = leaky.close;
    await leaky.invoke('leak');
    expect(leaks(needles, kept(leaky))).toContain('queue');
  });

  it('in an event of the trail', async () => {
    const stage = await start();
    const [id = ''] = stage.events();
    const { storage } = stage.forge;
    const body = {
      entityName: 'audit-event',
      key: id,
      value: { on: 'x', at: 'y', body: people.orgAdmin.token },
    };
    const { id: installation } = stage.installation;
    const now = stage.clock.time();
    expect(storage.store.handle({ installation, operation: 'entity/set', body, now })).toBeDefined();
    expect(leaks(needles, kept(stage))).toContain('storage');
  });
});
