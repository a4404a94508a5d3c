import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aPolicy } from './rules';
import { approver, employee, govern, HOUR, SOON } from './stage';

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

it('what waits for a seat is not given once its approver may approve no more, and the ticket says why', async () => {
  const approvers = acme.groups.phoenix;
  const sources = [{ kind: 'group' as const, group: { id: approvers, name: 'phoenix-team' } }];
  const stage = await govern({ approval: aPolicy({ sources }) });
  const { directory } = stage.site;
  directory.setMember(approvers, approver, true);
  const id = await stage.ask();
  directory.setSeats('confluence', directory.seatsTaken('confluence'));
  await stage.approve(id);
  expect(await stage.view(id)).toMatchObject({ state: 'provisioning', approval: { by: [approver] } });
  directory.setMember(approvers, approver, false);
  directory.setSeats('confluence', undefined);
  await stage.advance(2 * HOUR);
  expect(stage.isIn(hrReaders)).toBe(false);
  expect(await stage.view(id)).toMatchObject({
    state: 'failed',
    why: 'Its approval fell before it could be given.',
    grants: [{ state: 'failed' }],
  });
  expect(stage.said(id).at(-1)).toContain(
    '“hr-readers”: Its approval fell before it could be given. ' +
      'It was approved by somebody whom the rule does not entitle to.',
  );
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
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
  expect(stage.said(id).at(-1)).toContain(
    'Its approval fell before it could be given. The ticket was closed before the access was given.',
  );
  stage.close();
});
