import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { approver, govern, HOUR, SOON, type Stage } from './stage';

const { desk, groups } = acme;
const MINUTE = 60_000;

const show = ({ site }: Stage, appAccess: boolean) => site.work.setProject(desk.it.id, { appAccess });
const look = async (stage: Stage, id: string) => {
  await stage.call('request.retry', { issueId: id });
  await stage.advance(SOON);
};

it('a ticket that was hidden for ten minutes and is then approved gets what it asks for', async () => {
  const stage = await govern();
  const id = await stage.ask();
  show(stage, false);
  await look(stage, id);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  await stage.advance(10 * MINUTE);
  show(stage, true);
  await stage.approve(id);
  expect([await stage.stateOf(id), stage.isIn(groups.hrReaders)]).toEqual(['fulfilled', true]);
  const told = (await stage.view(id)).timeline.map(({ what }) => what);
  expect(told.filter((what) => what === 'request.hidden' || what === 'request.seen').toSorted()).toEqual([
    'request.hidden',
    'request.seen',
  ]);
  stage.close();
});

it('approved before it was hidden, it is given when it can be seen again, and not before', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.site.work.answer(id, { by: approver, decision: 'approved' });
  show(stage, false);
  await look(stage, id);
  await stage.advance(30 * MINUTE);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  show(stage, true);
  await stage.advance(11 * MINUTE);
  expect([await stage.stateOf(id), stage.isIn(groups.hrReaders)]).toEqual(['fulfilled', true]);
  stage.close();
});

it('hidden again, the hour begins anew', async () => {
  const stage = await govern();
  const id = await stage.ask();
  for (let times = 0; times < 3; times += 1) {
    show(stage, false);
    await look(stage, id);
    await stage.advance(40 * MINUTE);
    show(stage, true);
    await look(stage, id);
  }
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  show(stage, false);
  await look(stage, id);
  await stage.advance(HOUR + 11 * MINUTE);
  expect(await stage.stateOf(id)).toBe('cancelled');
  stage.close();
});

it('what is under way while the ticket is hidden waits, and goes on when it is back', async () => {
  const stage = await govern();
  const id = await stage.ask();
  const adding = { service: 'egress', operation: 'POST /rest/api/3/group/user' } as const;
  stage.faults.declare({ id: 'adding', match: adding, effect: { kind: 'error', status: 503 } });
  await stage.approve(id);
  show(stage, false);
  stage.faults.clear();
  await stage.advance(30 * MINUTE);
  expect([await stage.stateOf(id), stage.isIn(groups.hrReaders)]).toEqual(['provisioning', false]);
  show(stage, true);
  await stage.advance(11 * MINUTE);
  expect([await stage.stateOf(id), stage.isIn(groups.hrReaders)]).toEqual(['fulfilled', true]);
  stage.close();
});
