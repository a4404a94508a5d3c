import { fieldIds, HOUR, levels, MINUTE, openWorld, types, where, who, type World } from './world';

const FIVE_MINUTES = 'five-minutes';
const PEACE_MS = MINUTE;
let world: World;
beforeEach(async () => {
  world = await openWorld();
});
afterEach(() => world.close());

const raise = (): string =>
  world.site.work.raise({
    by: who.employee,
    requestTypeId: types.team,
    fields: { [fieldIds.level]: levels.hr },
  }).id;
const approve = (issueId: string) =>
  world.site.work.answer(issueId, { by: who.firstApprover, decision: 'approved' });
const isIn = () => world.site.directory.isMember(where.hr, who.employee);

it('with every product event lost, a request is understood, approved and served within two rounds each', async () => {
  world.forge.events.lost = true;
  const issueId = raise();
  await world.advance(10 * MINUTE);
  expect(world.site.work.issue(issueId).approvals.at(-1)?.approvers).toHaveLength(2);
  approve(issueId);
  await world.advance(10 * MINUTE);
  expect(isIn()).toBe(true);
});

it('with every product event lost and the five-minute round stopped, the hourly round serves it', async () => {
  world.forge.events.lost = true;
  world.forge.stoppedSchedules.add(FIVE_MINUTES);
  await world.advance(10 * MINUTE);
  const issueId = raise();
  await world.advance(HOUR);
  approve(issueId);
  await world.advance(HOUR);
  expect(isIn()).toBe(true);
});

it('with every schedule stopped, access still ends by the delayed queue event', async () => {
  const issueId = raise();
  await world.advance(PEACE_MS);
  approve(issueId);
  await world.advance(PEACE_MS);
  expect(isIn()).toBe(true);
  for (const key of [FIVE_MINUTES, 'hourly']) world.forge.stoppedSchedules.add(key);
  await world.advance(2 * HOUR - 3 * MINUTE);
  expect(isIn()).toBe(true);
  await world.advance(5 * MINUTE);
  expect(isIn()).toBe(false);
});
