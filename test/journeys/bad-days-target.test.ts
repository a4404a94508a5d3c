import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { credentialOf, problemOf, valueOf } from '../start';
import { agent, approver, employee, govern, HOUR, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const MINUTE = 60_000;
const adds = ({ forge }: Stage) =>
  forge
    .invocations()
    .flatMap(({ siteCalls }) => siteCalls)
    .filter(({ operation, status }) => operation === 'POST /rest/api/3/group/user' && status === 201);

/** Gives the connection a token that works again. */
async function repair(stage: Stage) {
  const { id } = stage.connection;
  const checked = valueOf(
    await stage.call('credential.check', {
      connector: 'confluence',
      connection: id,
      values: credentialOf(acme.tokens.rotation),
    }),
  );
  const { version } = valueOf(await stage.call('connection.list')).find((each) => each.id === id) ?? {
    version: 0,
  };
  valueOf(await stage.call('connection.rotate', { id, version, draft: checked.draft ?? '', values: {} }));
}

function breakTokens(stage: Stage) {
  for (const { id } of stage.site.directory.tokensOf(people.orgAdmin.accountId)) {
    if (id !== 'rotation-token') stage.site.directory.revokeToken(id);
  }
}

describe('a credential that broke', () => {
  it('holds up what is approved, says so once, and lets it go on by itself when it is repaired', async () => {
    const stage = await govern();
    const id = await stage.ask();
    breakTokens(stage);
    await stage.approve(id);
    const runs = stage.forge.invocations().length;
    await stage.advance(3 * HOUR);
    // The rounds look again, and a few looks follow from each: nothing rings by itself meanwhile.
    expect(stage.forge.invocations().length - runs).toBeLessThan(36 * 6);
    expect(await stage.view(id)).toMatchObject({
      state: 'provisioning',
      why: 'The connection is broken: its credential does not work.',
      grants: [{ state: 'blocked', way: 'in', problem: { code: 'credential' } }],
    });
    expect(stage.said(id).slice(1)).toEqual([
      expect.stringMatching(
        /^This was approved, but the group “hr-readers” cannot be given yet\. The connection is broken/,
      ),
      expect.stringMatching(
        /^\(internal\) .*\nOpen App Connections and give the connection a token that works/,
      ),
    ]);
    expect(valueOf(await stage.call('request.alerts'))).toMatchObject({ blocked: 1 });
    await repair(stage);
    await stage.advance(15 * MINUTE);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    expect(await stage.stateOf(id)).toBe('fulfilled');
    expect(stage.said(id)).toHaveLength(4);
    expect(adds(stage)).toHaveLength(1);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('leaves access beyond its end: that is told at once and loudly, and taken back after the repair', async () => {
    const stage = await govern();
    const id = await stage.ask();
    await stage.approve(id);
    breakTokens(stage);
    await stage.advance(8 * HOUR + 30 * MINUTE);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    expect((await stage.view(id)).grants).toMatchObject([{ state: 'blocked', way: 'out', overdue: true }]);
    expect(valueOf(await stage.call('request.alerts'))).toMatchObject({ overdue: 1, blocked: 1 });
    expect(stage.said(id).slice(2)).toEqual([
      expect.stringMatching(
        /^\(internal\) .* should have left the group “hr-readers” on .*, and is still a member\./,
      ),
    ]);
    await stage.advance(2 * HOUR);
    expect(stage.said(id)).toHaveLength(3);
    await repair(stage);
    await stage.advance(15 * MINUTE);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect((await stage.view(id)).grants).toMatchObject([{ state: 'revoked', overdue: false }]);
    expect(stage.said(id)).toHaveLength(4);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it.each([
    [
      'edited',
      (stage: Stage, id: string) =>
        stage.site.work.edit(id, {
          by: agent,
          fields: { [desk.fields.accessLevel.id]: desk.fields.accessLevel.options[2]?.id },
        }),
    ],
    ['deleted', (stage: Stage, id: string) => stage.site.work.delete(id, { by: agent })],
    [
      'declined by moving it',
      (stage: Stage, id: string) => stage.site.work.transition(id, { by: agent, to: 'Refuse' }),
    ],
  ] as const)(
    'and a ticket that was %s while it waited: nothing is given, and it waits no more',
    async (_how, act) => {
      const stage = await govern();
      const id = await stage.ask();
      breakTokens(stage);
      await stage.approve(id);
      act(stage, id);
      await stage.advance(15 * MINUTE);
      await repair(stage);
      await stage.advance(HOUR + 15 * MINUTE);
      expect(stage.isIn(groups.hrReaders)).toBe(false);
      const { state, grants } = await stage.view(id);
      expect(['void', 'failed', 'declined', 'cancelled']).toContain(state);
      expect(grants.every((grant) => grant.state === 'failed')).toBe(true);
      expect(valueOf(await stage.call('request.alerts'))).toMatchObject({ blocked: 0 });
      expect(await stage.restless(id)).toEqual([]);
      stage.close();
    },
  );
});

it('a connection is not disconnected while access that it gave is live, and can be afterwards', async () => {
  const stage = await govern();
  const id = await stage.ask();
  await stage.approve(id);
  const { id: connection, version } = stage.connection;
  const refused = problemOf(await stage.call('connection.disconnect', { id: connection, version }));
  expect(refused.code).toBe('conflict');
  await stage.advance(9 * HOUR);
  expect(await stage.call('connection.disconnect', { id: connection, version })).toMatchObject({ ok: true });
  const later = await stage.ask();
  expect(await stage.view(later)).toMatchObject({
    state: 'refused',
    why: 'The application is not connected any more.',
  });
  stage.close();
});

it('a connection that is gone when the approval comes: nothing is given, and the ticket says why', async () => {
  const stage = await govern();
  const id = await stage.ask();
  const { id: connection, version } = stage.connection;
  valueOf(await stage.call('connection.disconnect', { id: connection, version }));
  await stage.approve(id);
  await stage.advance(15 * MINUTE);
  expect([await stage.stateOf(id), stage.isIn(groups.hrReaders)]).toEqual(['failed', false]);
  expect(stage.said(id).at(-1)).toContain('“hr-readers”: The application is not connected any more.');
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
});

const dead = (change: Parameters<Stage['site']['directory']['setPerson']>[1]) => (stage: Stage) =>
  stage.site.directory.setPerson(employee, change);
const deactivated = dead({ accountStatus: 'inactive' });

describe('a person whose account was deactivated', () => {
  it('before the approval gets nothing, and the ticket says so', async () => {
    const stage = await govern();
    const id = await stage.ask();
    deactivated(stage);
    await stage.approve(id);
    const { state, grants, why } = await stage.view(id);
    expect([state, stage.isIn(groups.hrReaders)]).toEqual(['failed', false]);
    expect(why).toMatch(/account of the person/);
    expect(grants).toMatchObject([{ state: 'failed' }]);
    expect(stage.said(id).at(-1)).toMatch(/could not be given:\n.*The account of the person/);
    expect(stage.statusOf(id)).toBe(desk.statuses.needsAttention.name);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('while the access lives, loses it in time', async () => {
    const stage = await govern();
    const id = await stage.ask();
    await stage.approve(id);
    deactivated(stage);
    await stage.advance(10 * HOUR);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect((await stage.view(id)).grants).toMatchObject([{ state: 'revoked' }]);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });
});

it.each([
  [
    'became managed by an identity provider',
    (stage: Stage) => stage.site.directory.setGroup(groups.hrReaders, { managedBy: 'EXTERNAL' }),
    'group-external',
    /identity provider/,
  ],
  [
    'was deleted',
    (stage: Stage) => stage.site.directory.removeGroup(groups.hrReaders),
    'group-gone',
    /deleted/,
  ],
  [
    'began to make administrators',
    (stage: Stage) =>
      stage.site.directory.setGroup(groups.hrReaders, { roles: [{ resource: 'confluence', role: 'admin' }] }),
    'group-protected',
    /protected/,
  ],
] as const)('a group that %s between question and approval is not given', async (...[, act, code, words]) => {
  const stage = await govern();
  const id = await stage.ask();
  act(stage);
  await stage.advance(6 * MINUTE);
  await stage.approve(id, approver);
  expect(await stage.view(id)).toMatchObject({
    state: 'failed',
    grants: [{ state: 'failed', problem: { code } }],
  });
  expect(stage.said(id).at(-1)).toMatch(words);
  expect(stage.site.directory.groupsOf(employee).map(({ name }) => name)).not.toContain('hr-readers');
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
});

it('when no seat is left, it waits and says so, and goes on by itself within two hours of one being free', async () => {
  const stage = await govern();
  const { directory } = stage.site;
  const id = await stage.ask();
  directory.setSeats('confluence', directory.seatsTaken('confluence'));
  await stage.approve(id);
  expect(await stage.view(id)).toMatchObject({
    state: 'provisioning',
    grants: [{ state: 'blocked', problem: { code: 'no-seat' } }],
  });
  expect(stage.said(id)).toHaveLength(3);
  await stage.advance(3 * HOUR);
  expect(stage.said(id)).toHaveLength(3);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  directory.setSeats('confluence', undefined);
  await stage.advance(2 * HOUR);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  expect(stage.said(id)).toHaveLength(4);
  await stage.advance(SOON);
  stage.close();
});
