import type { Put } from '../../src/app/ports';
import type { Connection } from '../../src/domain/connection';
import type { Grant } from '../../src/domain/grant';
import type { HealthState } from '../../src/domain/health';
import type { Snapshot } from '../../src/domain/request';
import { hearing } from './hearing';
import { aGrant, aRequest } from './records';

const MINUTE = 60_000;
const MANY = 120;
let app: ReturnType<typeof hearing>;
beforeEach(() => {
  app = hearing();
  for (const key of ['five-minutes', 'hourly', 'daily']) app.forge.stoppedSchedules.add(key);
});
afterEach(() => app.close());

const ago = (minutes: number) => new Date(app.clock.time() - minutes * MINUTE);
const each = <T>(make: (at: number) => T): readonly T[] => Array.from({ length: MANY }, (_, at) => make(at));

const aConnection = (): Connection => ({
  ...{ id: 'connection-1', version: 1, connector: 'confluence', name: 'Confluence', applicationAdmin: 'ann' },
  ...{ defaultGroups: [], credentialId: 'credential-1', account: 'ann', createdBy: 'ann' },
  createdAt: ago(600),
  changedAt: ago(600),
});
const connected = (state: HealthState): readonly Put[] => {
  const about = { connectionId: 'connection-1', credentialId: 'credential-1', version: 1, lines: [] };
  return [
    { kind: 'connection', value: aConnection() },
    { kind: 'health', value: { ...about, state, checkedAt: ago(5) } },
  ];
};

async function keep(puts: readonly Put[]): Promise<void> {
  const told = { schema: 1, at: ago(0), by: { kind: 'event' }, on: 'request#20001' } as const;
  await app.run(async ({ commit }) => {
    for (let at = 0; at < puts.length; at += 20)
      await commit({
        guards: [],
        drops: [],
        puts: puts.slice(at, at + 20),
        events: [{ ...told, id: `kept-${crypto.randomUUID()}`, what: 'request.provisioning', detail: {} }],
      });
  });
  app.clock.elapse(MINUTE);
}

const credential = { code: 'credential', message: 'The connection is broken.' } as const;
const grant = (over: Partial<Grant>): Put => ({ kind: 'grant', value: aGrant(over) });
/** Access past its end whose removal waits for a repair, as everybody has been told. */
const stuck = (at: number): Grant =>
  aGrant({
    ...{ id: `stuck-${at}`, state: 'blocked', way: 'out', ending: 'expired', problem: credential },
    ...{ until: ago(600), wakeAt: ago(500), overdueAt: ago(400) },
  });

/** Ids of what one round of five minutes had looked at. */
async function lookedAt(): Promise<readonly string[]> {
  const from = app.performed.length;
  await app.runSchedule('five-minutes');
  await app.settle();
  return app.performed.slice(from).map((work) => (work.kind === 'grant' ? work.grantId : work.issueId));
}

describe('what waits for a broken connection', () => {
  it('stands in nobody’s way out, and goes on when the connection works again', async () => {
    const due = { id: 'due', state: 'active', until: ago(10), wakeAt: ago(10) } as const;
    await keep([
      ...connected('broken'),
      ...each((at): Put => ({ kind: 'grant', value: stuck(at) })),
      grant(due),
    ]);
    expect(await lookedAt()).toEqual(['due']);
    await keep(connected('healthy'));
    expect((await lookedAt()).filter((id) => id.startsWith('stuck-'))).toHaveLength(100);
  });

  it('is looked at once more when somebody has to be told that it is overdue', async () => {
    const { overdueAt: _told, ...untold } = stuck(1);
    await keep([...connected('broken'), { kind: 'grant', value: untold }]);
    expect(await lookedAt()).toEqual(['stuck-1']);
  });

  it('stands in nobody’s way in, and neither do the requests that wait for it', async () => {
    const ids = await app.run(async ({ digest }) =>
      each((at) => ({ issueId: String(30_000 + at), grantId: digest(`grant:${30_000 + at}:group-1`) })),
    );
    const snapshot: Snapshot = {
      ...{ requester: 'bob', beneficiary: 'bob', connectionId: 'connection-1', privileged: false },
      ...{ zone: 'UTC', hash: 'h', askedHash: 'a', changesSeen: 0 },
      groups: [{ id: 'group-1', name: 'hr-readers' }],
      until: { kind: 'never' },
    };
    const waits = { state: 'blocked', problem: credential, wakeAt: ago(500) } as const;
    await keep([
      ...connected('broken'),
      ...ids.map(({ issueId, grantId: id }) => grant({ ...waits, id, issueId })),
      ...ids.map(({ issueId }): Put => ({
        kind: 'request',
        value: aRequest({ issueId, state: 'provisioning', why: 'credential', snapshot, wakeAt: ago(500) }),
      })),
      grant({ id: 'coming', state: 'pending', wakeAt: ago(10) }),
      { kind: 'request', value: aRequest({ issueId: '40000', wakeAt: ago(10) }) },
      {
        kind: 'request',
        value: aRequest({ issueId: '40001', state: 'provisioning', snapshot, wakeAt: ago(9) }),
      },
    ]);
    expect([...(await lookedAt())].sort()).toEqual(['40000', '40001', 'coming']);
  });
});

/** Ids of what one hourly round had looked at. */
async function hourly(): Promise<readonly string[]> {
  app.clock.elapse(MINUTE);
  const from = app.performed.length;
  await app.runSchedule('hourly');
  await app.settle();
  return app.performed.slice(from).map((work) => (work.kind === 'grant' ? work.grantId : work.issueId));
}

it('of five hundred requests that wait, each is looked at in its turn, some hundreds in an hour', async () => {
  const ids = Array.from({ length: 500 }, (_, at) => String(50_000 + at));
  await keep(ids.map((issueId) => ({ kind: 'request', value: aRequest({ issueId, state: 'quarantined' }) })));
  const seen = new Set<string>();
  for (let hour = 0; hour < 3; hour += 1) {
    const now = await hourly();
    expect(now.length).toBeLessThan(250);
    for (const id of now) seen.add(id);
    app.clock.elapse(59 * MINUTE);
  }
  expect(seen.size).toBe(500);
});
