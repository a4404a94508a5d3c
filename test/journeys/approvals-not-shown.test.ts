import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { approver, employee, govern, HOUR, option, SOON, type Stage } from './stage';

const { desk, groups } = acme;
const MINUTE = 60_000;
/** The ticket can be seen, and the service desk says that there are no such approvals. */
const hideApprovals = ({ faults }: Stage, maxFires?: number) =>
  faults.declare({
    id: 'not shown',
    match: { service: 'jira', operation: '/^GET .*\\/approval/' },
    effect: { kind: 'error', status: 404 },
    ...(maxFires !== undefined && { maxFires }),
  });

it('approvals that are not shown are not taken for none: an edit after an answer makes the request void', async () => {
  const stage = await govern({ decision: { approved: [], declined: [] } });
  const id = await stage.ask();
  hideApprovals(stage);
  stage.site.work.answer(id, { by: approver, decision: 'approved' });
  stage.clock.elapse(1_000);
  await stage.edit(id, { by: employee, fields: { [desk.fields.accessLevel.id]: option('Legal reviewers') } });
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  stage.faults.clear();
  await stage.advance(HOUR);
  expect(await stage.stateOf(id)).toBe('void');
  expect([groups.hrReaders, groups.legalReviewers].map((group) => stage.isIn(group))).toEqual([false, false]);
  stage.close();
});

it('nor for one that has gone: what was approved is given once they are shown', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.faults.declare({ id: 'site', match: { service: 'egress' }, effect: { kind: 'error', status: 503 } });
  await stage.approve(id);
  hideApprovals(stage, 2);
  await stage.advance(6 * MINUTE);
  expect(await stage.stateOf(id)).toBe('provisioning');
  stage.faults.clear();
  await stage.advance(HOUR);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  stage.close();
});

it('a ticket whose approvals are not shown is told that it cannot be taken up yet, and later is', async () => {
  const stage = await govern();
  hideApprovals(stage);
  const id = await stage.ask();
  await stage.advance(12 * MINUTE);
  expect(await stage.stateOf(id)).toBe('received');
  expect(stage.said(id).join('\n')).toContain('cannot be taken up yet');
  stage.faults.clear();
  await stage.advance(HOUR + SOON);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  stage.close();
});
