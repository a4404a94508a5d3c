import type { Put } from '../../src/app/ports';
import type { Grant } from '../../src/domain/grant';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { tapInto } from '../rig/points';
import { hearing } from './hearing';
import { aBookWith, aGrant, aRule } from './records';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const schedules = ['five-minutes', 'hourly', 'daily'];
const MANY = 1_000;
let app: ReturnType<typeof hearing>;
beforeEach(() => {
  app = hearing();
  for (const key of schedules) app.forge.stoppedSchedules.add(key);
});
afterEach(() => app.close());

async function keep(puts: readonly Put[]): Promise<void> {
  const told = { schema: 1, by: { kind: 'event' }, on: 'request#20001' } as const;
  const at = new Date(app.clock.time());
  await app.run(async ({ commit }) => {
    for (let from = 0; from < puts.length; from += 20)
      await commit({
        guards: [],
        drops: [],
        puts: puts.slice(from, from + 20),
        events: [
          { ...told, at, id: `kept-${crypto.randomUUID()}`, what: 'request.provisioning', detail: {} },
        ],
      });
  });
  app.clock.elapse(MINUTE);
}

const ending = (id: string, until: Date, over: Partial<Grant> = {}): Put => ({
  kind: 'grant',
  value: aGrant({
    ...{ id, issueId: `issue-${id}`, state: 'active', verifiedAt: new Date(0), until, wakeAt: until },
    ...over,
  }),
});

/** Ids of what was brought in, with when it was first. Whoever comes takes it out, as the app would. */
function takenOut(): ReadonlyMap<string, number> {
  const seen = new Map<string, number>();
  app.plan.perform = async (work, ports) => {
    const id = work.kind === 'grant' ? work.grantId : work.issueId;
    const grant = await ports.grants.find(id);
    if (!grant?.wakeAt || grant.wakeAt > ports.clock.now()) return 'done';
    if (!seen.has(id)) seen.set(id, app.clock.time());
    const { wakeAt: _over, ...facts } = grant;
    await ports.commit({
      guards: [],
      drops: [],
      puts: [{ kind: 'grant', value: { ...facts, state: grant.way === 'in' ? 'failed' : 'revoked' } }],
      events: [
        {
          ...{ id: `out-${crypto.randomUUID()}`, schema: 1, at: ports.clock.now(), by: { kind: 'event' } },
          ...{ on: 'request#20001', what: 'request.provisioning', detail: {} },
        },
      ],
    });
    return 'done';
  };
  return seen;
}

const refused = () =>
  app.forge
    .invocations()
    .flatMap(({ siteCalls }) => siteCalls)
    .filter(({ service, status }) => service === 'queue' && status !== 201);

it.each([
  ['at midnight, with every schedule running', { past: 0, stopped: [], minutes: 10 }],
  [
    'at seven past, with only the hourly schedule running',
    { past: 7, stopped: ['five-minutes', 'daily'], minutes: 15 },
  ],
  [
    'at midnight, with every schedule stopped half an hour before',
    { past: 0, stopped: schedules, minutes: 10 },
  ],
])(
  'a thousand ends %s come soon, removals first, within the limits',
  async (_which, { past, stopped, minutes }) => {
    const end = new Date((Math.floor(app.clock.time() / HOUR) + 2) * HOUR + past * MINUTE);
    const coming = { state: 'pending', way: 'in' } as const;
    await keep([
      ...Array.from({ length: 60 }, (_, at) => ending(`coming-${at}`, end, coming)),
      ...Array.from({ length: MANY }, (_, at) => ending(`end-${at}`, end)),
    ]);
    for (const key of schedules) app.forge.stoppedSchedules.delete(key);
    await app.advance(end.getTime() - HOUR / 2 - app.clock.time());
    for (const key of stopped) app.forge.stoppedSchedules.add(key);
    const seen = takenOut();
    await app.advance(HOUR);
    const order = [...seen.keys()];
    const after = [...seen].flatMap(([id, at]) => (id.startsWith('end-') ? [at - end.getTime()] : []));
    expect(after).toHaveLength(MANY);
    expect(after.filter((ms) => ms < 1_000)).not.toHaveLength(0);
    expect(Math.min(...after)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...after) / MINUTE).toBeLessThanOrEqual(minutes);
    expect(order.slice(0, 250).filter((id) => id.startsWith('coming-'))).toEqual([]);
    expect(order).toHaveLength(MANY + 60);
    expect(refused()).toEqual([]);
  },
);

it('the hourly round sees to the ends before it fills the queue with what was not heard of', async () => {
  const { trigger } = aRule();
  const { requestTypes, it: desk } = acme.desk;
  const requestTypeId = requestTypes.groupMembership.id;
  const rule = aRule({ trigger: { ...trigger, projectId: desk.id, requestTypeId, conditions: [] } });
  await keep([{ kind: 'rule-book', value: aBookWith(rule) }]);
  const end = new Date(app.clock.time() + 50 * MINUTE);
  await keep(Array.from({ length: 40 }, (_, at) => ending(`end-${at}`, end)));
  app.forge.events.lost = true;
  for (let at = 0; at < 500; at += 1) app.raise();
  const seen = takenOut();
  app.clock.elapse(MINUTE);
  // Full after the first push, whatever that was.
  let pushes = 0;
  tapInto(app.faults, ({ service, operation }, phase) =>
    service === 'queue' && operation === 'publish work' && phase === 'before' && (pushes += 1) > 1
      ? { kind: 'error', status: 429 }
      : undefined,
  );
  await app.runSchedule('hourly');
  expect(refused()).not.toEqual([]);
  pushes = -Infinity;
  await app.advance(end.getTime() - app.clock.time());
  expect([...seen.values()].filter((when) => when === end.getTime())).toHaveLength(40);
});

it('a chain of heartbeats is replaced within hours while rounds run, and the older one stops', async () => {
  for (const key of schedules) app.forge.stoppedSchedules.delete(key);
  await app.advance(9 * HOUR);
  const roots = app.forge
    .waiting()
    .flatMap((each) => (each.kind === 'queue' ? [Date.parse(String(each.argument.body['root']))] : []));
  expect(roots.length).toBeLessThanOrEqual(2);
  expect(Math.max(...roots)).toBeGreaterThan(app.clock.time() - 2 * HOUR);
});
