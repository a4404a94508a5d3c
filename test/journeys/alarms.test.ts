import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aGroup } from '../../tools/simulator/atlassian/worlds/make';
import { oneLevelFor } from './rules';
import { govern, HOUR, type Stage } from './stage';

const { hrReaders } = acme.groups;
const MINUTE = 60_000;
const adding = { service: 'egress', operation: 'POST /rest/api/3/group/user' } as const;

it('a grant that waits keeps one alarm, however often somebody looks at it', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare({ id: 'adding', match: adding, effect: { kind: 'error', status: 503 } });
  await stage.approve(id);
  const perHour: number[] = [];
  for (let hour = 0; hour < 6; hour += 1) {
    const before = runs(stage);
    await stage.advance(HOUR);
    perHour.push(runs(stage) - before);
  }
  expect(Math.max(...perHour.slice(1))).toBeLessThan(40);
  stage.close();
});

it('access that a dead run gave is taken at its end, although the ticket cannot be read any more', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare({
    id: 'dies',
    match: { ...adding, phase: 'after' },
    effect: { kind: 'crash' },
    maxFires: 1,
  });
  stage.site.work.answer(id, { by: acme.people.confluenceAdmin.accountId, decision: 'approved' });
  const approvals = { service: 'jira', operation: '/^GET .*\\/approval/' } as const;
  await stage.advance(4_000);
  stage.faults.declare({ id: 'approvals', match: approvals, effect: { kind: 'error', status: 403 } });
  await stage.advance(10 * MINUTE);
  expect(stage.isIn(hrReaders)).toBe(true);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(stage.faults.unfired()).toEqual([]);
  stage.close();
});

it.each([410, 302, 409])(
  'an answer nobody foresaw (%i) is told, and tried less and less often',
  async (status) => {
    const stage = await govern();
    const id = await stage.ask();
    stage.faults.declare({ id: 'adding', match: adding, effect: { kind: 'error', status } });
    await stage.approve(id);
    expect(await stage.view(id)).toMatchObject({ state: 'provisioning', grants: [{ state: 'pending' }] });
    expect(stage.said(id).join()).toContain('cannot be given yet');
    await stage.advance(6 * HOUR);
    const tries = (await stage.view(id)).timeline.filter(({ what }) => what === 'grant.intended').length;
    expect(tries).toBeLessThan(25);
    stage.faults.clear();
    await stage.advance(HOUR);
    expect(stage.isIn(hrReaders)).toBe(true);
    stage.close();
  },
);

const SCHEDULES = ['five-minutes', 'hourly', 'daily'];
const stopAll = ({ forge }: Stage) => SCHEDULES.forEach((key) => forge.stoppedSchedules.add(key));

it('many groups for a day end on their minute, with every schedule stopped since they were given', async () => {
  const stage = await govern();
  const groups = Array.from({ length: 12 }, (_, at) => aGroup(`many-${at}`, []));
  groups.forEach((group) => stage.site.directory.addGroup(group));
  await stage.change(stage.rule, {
    access: oneLevelFor(stage.connection.id, groups),
    end: { kind: 'after', hours: 24 },
  });
  stopAll(stage);
  const id = await stage.ask();
  await stage.approve(id);
  const held = () => groups.filter((group) => stage.isIn(group.id)).length;
  expect(held()).toBe(12);
  await stage.advance(24 * HOUR - 2 * MINUTE);
  expect(held()).toBe(12);
  await stage.advance(2 * MINUTE);
  expect(held()).toBe(0);
  stage.close();
});

it('an end that is nine days away comes although every schedule has stopped', async () => {
  const stage = await govern({ end: { kind: 'after', hours: 9 * 24 } });
  const id = await stage.ask();
  stopAll(stage);
  await stage.approve(id);
  await stage.advance(9 * 24 * HOUR - MINUTE);
  expect(stage.isIn(hrReaders)).toBe(true);
  await stage.advance(MINUTE);
  expect(stage.isIn(hrReaders)).toBe(false);
  stage.close();
});

it('a queue that delivers everything twice causes no flood, and access ends on its minute', async () => {
  const stage = await govern();
  stage.forge.queues.duplicates = 1;
  stopAll(stage);
  const id = await stage.ask();
  await stage.approve(id);
  const perHour: number[] = [];
  for (let hour = 0; hour < 7; hour += 1) {
    const before = runs(stage);
    await stage.advance(HOUR);
    perHour.push(runs(stage) - before);
  }
  expect(Math.max(...perHour)).toBeLessThanOrEqual(10);
  await stage.advance(HOUR - 2 * MINUTE);
  expect(stage.isIn(hrReaders)).toBe(true);
  await stage.advance(2 * MINUTE);
  expect(stage.isIn(hrReaders)).toBe(false);
  stage.close();
});

it('a removal that fails all night on a doubling queue is tried without a flood, and done in the morning', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.forge.queues.duplicates = 1;
  await stage.approve(id);
  stopAll(stage);
  const removing = { service: 'egress', operation: 'DELETE /rest/api/3/group/user' } as const;
  stage.faults.declare({ id: 'removing', match: removing, effect: { kind: 'error', status: 503 } });
  await stage.advance(8 * HOUR);
  const perHour: number[] = [];
  for (let hour = 0; hour < 6; hour += 1) {
    const before = runs(stage);
    await stage.advance(HOUR);
    perHour.push(runs(stage) - before);
  }
  expect(Math.max(...perHour)).toBeLessThan(20);
  stage.faults.clear();
  await stage.advance(75 * MINUTE);
  expect(stage.isIn(hrReaders)).toBe(false);
  stage.close();
});

const runs = ({ forge }: Stage) => forge.invocations().filter((each) => each.function === 'on-work').length;
