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

const asking = { service: 'jira', operation: '/^PUT .*issue/' } as const;
const talking = { service: 'jira', operation: '/^POST .*comment/' } as const;

it('what was still to be asked and said when the ticket was hidden is, once it is back', async () => {
  const stage = await govern();
  stage.faults.declare({ id: 'asking', match: asking, effect: { kind: 'error', status: 503 } });
  const id = await stage.ask();
  show(stage, false);
  stage.faults.clear();
  await stage.advance(30 * MINUTE);
  expect(stage.said(id)).toEqual([]);
  show(stage, true);
  await stage.advance(11 * MINUTE);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  expect(stage.said(id)).toHaveLength(1);
  await stage.approve(id);
  expect([await stage.stateOf(id), stage.isIn(groups.hrReaders)]).toEqual(['fulfilled', true]);
  stage.close();
});

async function declinedOutOfSight() {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare({ id: 'talking', match: talking, effect: { kind: 'error', status: 503 } });
  await stage.decline(id);
  const said = stage.said(id).length;
  show(stage, false);
  stage.faults.clear();
  await stage.advance(30 * MINUTE);
  return { ...stage, id, told: () => stage.said(id).length - said };
}

it('a request that is over tells its ticket so when that is back', async () => {
  const stage = await declinedOutOfSight();
  show(stage, true);
  await stage.advance(11 * MINUTE);
  expect([await stage.stateOf(stage.id), stage.told()]).toEqual(['declined', 1]);
  expect(await stage.restless(stage.id)).toEqual([]);
  stage.close();
});

it('and is done with it when that is not back within the hour', async () => {
  const stage = await declinedOutOfSight();
  await stage.advance(HOUR);
  const last = (await stage.view(stage.id)).timeline.at(-1);
  expect([last?.what, last?.detail['keys']]).toEqual(['request.told', ['declined (refused)']]);
  show(stage, true);
  await stage.advance(HOUR);
  expect(stage.told()).toBe(0);
  stage.close();
});

it('a ticket of which Jira says only at one of its parts that it is not there holds nothing up', async () => {
  const stage = await govern();
  stage.faults.declare({ id: 'asking', match: asking, effect: { kind: 'error', status: 404 } });
  const id = await stage.ask();
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  expect(stage.said(id).at(-1)).toContain('(internal)');
  stage.close();
});

it('a ticket that is deleted while its access waits for the repair of a credential is over an hour later', async () => {
  const stage = await govern();
  const id = await stage.ask();
  for (const token of stage.site.directory.tokensOf(acme.people.orgAdmin.accountId))
    stage.site.directory.revokeToken(token.id);
  await stage.approve(id);
  expect((await stage.view(id)).grants).toMatchObject([{ problem: { code: 'credential' } }]);
  stage.site.work.delete(id, { by: acme.people.orgAdmin.accountId });
  await look(stage, id);
  await stage.advance(HOUR + 11 * MINUTE);
  expect(await stage.stateOf(id)).toBe('failed');
  stage.close();
});
