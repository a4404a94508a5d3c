import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { approver, employee, govern, SOON } from './stage';

const { hrReaders } = acme.groups;

it('a request that is cancelled after its approval, before the app has heard of it, gives nothing', async () => {
  const { ask, isIn, site, advance, view, said } = await govern();
  const issueId = await ask();
  site.work.answer(issueId, { by: acme.people.confluenceAdmin.accountId, decision: 'approved' });
  site.work.transition(issueId, { by: employee, to: 'Cancel' });
  await advance(10 * SOON);
  expect(isIn(hrReaders)).toBe(false);
  expect(await view(issueId)).toMatchObject({ state: 'cancelled', grants: [] });
  expect(said(issueId).at(-1)).toContain('closed before the access was given');
});

const nowhere = { decision: { approved: [], declined: [] }, outcome: {} };

it('nor where the rule names no status for approved', async () => {
  const stage = await govern(nowhere);
  const id = await stage.ask();
  stage.site.work.answer(id, { by: approver, decision: 'approved' });
  stage.site.work.transition(id, { by: employee, to: 'Cancel' });
  await stage.advance(10 * SOON);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(await stage.view(id)).toMatchObject({ state: 'cancelled', grants: [] });
  stage.close();
});

it('a request that its approval itself closes is given, where the rule names no status for approved', async () => {
  const stage = await govern(nowhere);
  const { id, transitions, approvals } = acme.desk.workflows.access;
  const [step] = approvals;
  stage.site.work.setWorkflow(id, {
    transitions: transitions.map((each) =>
      each.id === step?.transitionApproved ? { ...each, to: acme.desk.statuses.completed.id } : each,
    ),
  });
  const issueId = await stage.ask();
  await stage.approve(issueId);
  expect(stage.statusOf(issueId)).toBe('Completed');
  expect(await stage.stateOf(issueId)).toBe('fulfilled');
  expect(stage.isIn(hrReaders)).toBe(true);
  stage.close();
});

it('a request that is cancelled while it waits for a seat gives nothing when there is one', async () => {
  const { ask, approve, isIn, site, advance, view } = await govern();
  const person = acme.people.contractor.accountId;
  site.directory.setSeats('confluence', 1);
  const issueId = await ask({ by: person });
  await approve(issueId);
  expect((await view(issueId)).state).toBe('provisioning');
  site.work.transition(issueId, { by: person, to: 'Cancel' });
  site.directory.setSeats('confluence', 100);
  await advance(120 * SOON * 2);
  expect(isIn(hrReaders, person)).toBe(false);
});

it('what was begun while the site was down is not given when its approval has fallen meanwhile', async () => {
  const stage = await govern();
  const id = await stage.ask();
  const adding = { service: 'egress', operation: 'POST /rest/api/3/group/user' } as const;
  stage.faults.declare({ id: 'adding', match: adding, effect: { kind: 'error', status: 503 } });
  await stage.approve(id);
  stage.site.work.transition(id, { by: employee, to: 'Cancel' });
  await stage.advance(60 * SOON);
  stage.faults.clear();
  await stage.advance(120 * SOON);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(await stage.stateOf(id)).toBe('failed');
  stage.close();
});
