import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { bodyOf } from '../rig/end-state';
import { isEffect, tapInto, type Phase } from '../rig/points';
import { approver, govern, type Stage } from './stage';

const { hrReaders } = acme.groups;
const MINUTE = 60_000;
const BACK_MS = 5 * MINUTE;

/** The clock goes back at the so-manieth write of whatever runs, and not again. */
function setBackAt(stage: Stage, nth: number, when: Phase = 'before'): () => boolean {
  let writes = 0;
  let done = false;
  tapInto(stage.faults, (point, phase) => {
    if (phase === when && isEffect(point) && (writes += 1) === nth) {
      stage.clock.elapse(-BACK_MS);
      done = true;
    }
    return undefined;
  });
  return () => done;
}

const STEPS = [
  'request.received',
  'request.approved',
  'grant.intended',
  'grant.succeeded',
  'request.fulfilled',
  'grant.withdrawing',
  'grant.revoked',
];

/** As the page tells it: oldest first, each step once. */
async function told(stage: Stage, id: string): Promise<readonly string[]> {
  const { timeline } = await stage.view(id);
  const instants = timeline.map(({ at }) => at);
  expect([...instants].sort()).toEqual(instants);
  return timeline.map(({ what }) => what).filter((what) => STEPS.includes(what));
}

/** At so many writes a request is taken in, given and taken back. */
const WRITES = 24;

it.each(Array.from({ length: WRITES }, (_, index) => index + 1))(
  'a clock that is set back at write %i changes nothing but what the clock says',
  async (nth) => {
    const stage = await govern();
    const isSetBack = setBackAt(stage, nth);
    const id = await stage.ask();
    await stage.approve(id, approver);
    await stage.advance(BACK_MS + MINUTE);
    expect(stage.isIn(hrReaders)).toBe(true);
    const { grants } = await stage.view(id);
    const until = Date.parse(grants[0]?.until ?? '');
    await stage.advance(until - stage.clock.time() - 1_000);
    expect(stage.isIn(hrReaders)).toBe(true);
    await stage.advance(12 * MINUTE);
    expect(stage.isIn(hrReaders)).toBe(false);
    expect(await told(stage, id)).toEqual(STEPS);
    expect(isSetBack()).toBe(true);
    stage.close();
  },
);

it.each([6, 7, 8, 9, 10])(
  'nor does it tell what could not be given before its approval, set back after write %i',
  async (nth) => {
    const stage = await govern();
    const isSetBack = setBackAt(stage, nth, 'after');
    const id = await stage.ask();
    stage.site.directory.setGroup(hrReaders, { managedBy: 'EXTERNAL' });
    await stage.approve(id, approver);
    await stage.advance(BACK_MS + MINUTE);
    const what = (await stage.view(id)).timeline.map((event) => event.what);
    const order = ['request.received', 'request.approved', 'grant.failed', 'request.failed'];
    expect(what.filter((each) => order.includes(each))).toEqual(order);
    expect(isSetBack()).toBe(true);
    stage.close();
  },
);

it('a machine that was two hours ahead puts nothing off by two hours', async () => {
  const stage = await govern();
  stage.forge.machines.clockAheadMs = 120 * MINUTE;
  const id = await stage.ask();
  stage.forge.machines.clockAheadMs = 0;
  const adding = { service: 'egress', operation: 'POST /rest/api/3/group/user' } as const;
  stage.faults.declare({ id: 'down', match: adding, effect: { kind: 'error', status: 503 } });
  await stage.approve(id, approver);
  const [row] = Object.values(stage.rowsOf('request')).map(bodyOf);
  expect(row).toMatchObject({ state: 'provisioning' });
  expect(Date.parse(String(row?.['wakeAt'])) - stage.clock.time()).toBeLessThanOrEqual(5 * MINUTE);
  stage.close();
});
