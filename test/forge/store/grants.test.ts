import type { Grant } from '../../../src/domain/grant';
import { inApp, type InApp } from '../in-app';
import { aGrant } from '../records';

let app: InApp;
beforeEach(() => {
  app = inApp();
});
afterEach(() => app.close());

const at = (time: string) => new Date(`2026-01-05T${time}:00.000Z`);
const noon = at('12:00');

async function put(...values: readonly Grant[]): Promise<void> {
  await app.run(async (ports) => {
    for (const value of values) {
      await ports.commit({
        guards: [],
        puts: [{ kind: 'grant', value }],
        drops: [],
        events: [
          {
            id: `grant#${value.id}#${value.state}`,
            schema: 1,
            what: 'grant.overdue',
            at: noon,
            by: { kind: 'schedule' },
            on: `request#${value.issueId}`,
            detail: { grant: value.id },
          },
        ],
      });
    }
  });
  app.clock.elapse(60_000);
}
const due = async (way: Grant['way'], cursor?: string) => {
  const { items, next } = await app.run(({ grants }) => grants.listDue(way, noon, cursor));
  return { ids: items.map(({ id }) => id), next };
};

it('a grant comes back with everything that was known of it', async () => {
  const value = aGrant({
    state: 'blocked',
    until: at('18:00'),
    ending: 'expired',
    problem: { code: 'credential', message: 'The token was refused.' },
    driftedAt: at('13:00'),
    overdueAt: at('19:00'),
    acknowledgedBy: 'ann',
    unbraked: true,
    verifiedAt: at('12:30'),
    endedAt: at('20:00'),
    wakeAt: at('14:00'),
    attempts: 3,
  });
  await put(value);
  expect(await app.run(({ grants }) => grants.find(value.id))).toEqual(value);
});

it('sixty grants are read at once, unknown ones left out, repeated ones once', async () => {
  const values = Array.from({ length: 60 }, (_, index) => aGrant({ id: `grant-${index}` }));
  await put(...values);
  const ids = [...values.map(({ id }) => id), 'unknown', 'grant-1'];
  const before = app.forge.invocations().length;
  const found = await app.run(({ grants }) => grants.findMany(ids));
  expect(found).toEqual(values);
  expect(app.forge.invocations()[before]?.storage.requests).toBeLessThanOrEqual(4);
});

it('what a batch does not bring is asked for by itself, so a failure is never taken for an absence', async () => {
  await put(aGrant());
  app.faults.declare({ id: 'batch', match: { service: 'kvs', operation: 'batch/get' }, effect: emptyBatch });
  expect(await app.run(({ grants }) => grants.findMany(['grant-1']))).toEqual([aGrant()]);
  expect(app.faults.unfired()).toEqual([]);
});
const emptyBatch = { kind: 'answer', body: JSON.stringify({ successfulKeys: [], failedKeys: [] }) } as const;

describe('grants that somebody has to look at', () => {
  it.each<[string, Partial<Grant>, 'in' | 'out' | 'none']>([
    ['one that is to be given', { state: 'pending', wakeAt: at('11:00') }, 'in'],
    ['one that is blocked on its way in', { state: 'blocked', wakeAt: at('11:00') }, 'in'],
    ['one that was given and not seen yet', { state: 'unverified', wakeAt: at('11:00') }, 'in'],
    ['one whose end has come', { state: 'active', until: at('11:00'), wakeAt: at('11:00') }, 'out'],
    ['one whose end has come unheard', { state: 'active', until: at('11:00') }, 'out'],
    ['one that is being taken', { state: 'revoking', way: 'out', wakeAt: at('11:00') }, 'out'],
    ['one that is blocked on its way out', { state: 'blocked', way: 'out', wakeAt: at('11:00') }, 'out'],
    ['one that ends later', { state: 'active', until: at('18:00'), wakeAt: at('18:00') }, 'none'],
    ['a permanent one', { state: 'active' }, 'none'],
    ['one that was taken', { state: 'revoked', way: 'out', until: at('11:00'), wakeAt: at('11:00') }, 'none'],
    ['one that failed', { state: 'failed', wakeAt: at('11:00') }, 'none'],
  ])('%s', async (_what, over, expected) => {
    await put(aGrant(over));
    const found = { in: (await due('in')).ids, out: (await due('out')).ids };
    const nothing = { in: [], out: [] };
    expect(found).toEqual(expected === 'none' ? nothing : { ...nothing, [expected]: ['grant-1'] });
  });

  it('come the longest waiting first, page by page', async () => {
    const ids = Array.from({ length: 120 }, (_, index) => `g-${String(index).padStart(3, '0')}`);
    await put(
      ...ids.map((id, index) => aGrant({ id, wakeAt: new Date(noon.getTime() - (120 - index) * 1_000) })),
    );
    const first = await due('in');
    const second = await due('in', first.next);
    expect([...first.ids, ...second.ids]).toEqual(ids);
    expect([first.ids.length, second.next]).toEqual([100, undefined]);
  });
});

it('of one resource, whatever their way, those that somebody has to look at', async () => {
  const other = { resource: { kind: 'confluence.group', id: 'group-2', name: 'x' }, role: 'member' };
  const [ends, leaves] = [
    { state: 'active', until: at('11:00') },
    { state: 'revoking', way: 'out' },
  ] as const;
  await put(
    aGrant({ id: 'ended', ...ends }),
    aGrant({ id: 'leaving', ...leaves, wakeAt: at('11:30') }),
    aGrant({ id: 'elsewhere', ...ends, what: other }),
    aGrant({ id: 'coming', wakeAt: at('11:00') }),
    aGrant({ id: 'later', state: 'active', until: at('18:00') }),
    aGrant({ id: 'gone', state: 'revoked', way: 'out', until: at('11:00') }),
  );
  const { items } = await app.run(({ grants }) => grants.listDueOf('group-1', noon));
  expect(items.map(({ id }) => id)).toEqual(['coming', 'ended', 'leaving']);
});

it('what drifted is listed by itself, newest first, and not among the active ones', async () => {
  await put(
    aGrant({ id: 'a', state: 'active', createdAt: at('08:00') }),
    aGrant({ id: 'b', state: 'active', createdAt: at('09:00') }),
    aGrant({ id: 'c', state: 'active', driftedAt: at('10:00') }),
  );
  const ids = async (state: 'active' | 'drifted') =>
    (await app.run(({ grants }) => grants.listByState(state))).items.map(({ id }) => id);
  expect(await ids('active')).toEqual(['b', 'a']);
  expect(await ids('drifted')).toEqual(['c']);
});

it('everything that somebody ever had is listed for them alone, newest first', async () => {
  await put(
    aGrant({ id: 'a', accountId: 'ann', state: 'revoked', createdAt: at('08:00') }),
    aGrant({ id: 'b', accountId: 'ann', state: 'active', createdAt: at('09:00') }),
    aGrant({ id: 'c', accountId: 'bob', state: 'active' }),
  );
  const { items } = await app.run(({ grants }) => grants.listByPerson('ann'));
  expect(items.map(({ id }) => id)).toEqual(['b', 'a']);
});

it('what lives is listed for its connection, whatever its state, and what is over for none', async () => {
  await put(
    aGrant({ id: 'a', connectionId: 'here', state: 'active', createdAt: at('08:00') }),
    aGrant({ id: 'b', connectionId: 'here', state: 'blocked', way: 'out', createdAt: at('09:00') }),
    aGrant({ id: 'c', connectionId: 'elsewhere', state: 'active' }),
    aGrant({ id: 'd', connectionId: 'here', state: 'revoked', way: 'out' }),
    aGrant({ id: 'e', connectionId: 'here', state: 'failed' }),
  );
  const { items } = await app.run(({ grants }) => grants.listLiveOf('here'));
  expect(items.map(({ id }) => id)).toEqual(['b', 'a']);
});
