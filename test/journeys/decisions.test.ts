import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aPolicy, fieldRef, levelChoice } from './rules';
import { approver, employee, govern, HOUR, type Stage } from './stage';

const { desk, groups, people } = acme;
const hours = fieldRef('hours', 'number');
const second = people.projectAdmin.accountId;
const MINUTE = 60_000;
const bothOfThem = aPolicy({ sources: [{ kind: 'people', ids: [approver, second] }], count: 2 });

/** The approval step of JSM asks for so many answers. */
function asksFor({ site: { work } }: Stage, conditionValue: number): void {
  const { id, approvals } = desk.workflows.access;
  work.setWorkflow(id, { approvals: approvals.map((step) => ({ ...step, conditionValue })) });
}

const timelineOf = async (stage: Stage, id: string) => (await stage.view(id)).timeline;
const decisionsOf = async (stage: Stage, id: string) =>
  (await timelineOf(stage, id))
    .filter(({ what }) => /^request\.(answered|approved|declined)$/.test(what))
    .map(({ what, at, detail }) => ({ what, at, ...detail }));
const instantOf = (ms: number) => new Date(ms).toISOString();

describe('with two approvers', () => {
  const start = async () => {
    const stage = await govern({ approval: bothOfThem });
    asksFor(stage, 2);
    return stage;
  };

  it('the first answer is in the timeline before the second one comes, and each is told once', async () => {
    const stage = await start();
    const id = await stage.ask();
    await stage.approve(id);
    await stage.advance(6 * MINUTE);
    const first = { what: 'request.answered', by: approver, decision: 'approved' };
    expect(await decisionsOf(stage, id)).toEqual([expect.objectContaining(first)]);
    expect(await stage.stateOf(id)).toBe('awaiting-approval');
    expect(await stage.restless(id)).toEqual([]);
    expect(await decisionsOf(stage, id)).toHaveLength(1);

    await stage.approve(id, second);
    await stage.advance(6 * MINUTE);
    expect(await decisionsOf(stage, id)).toMatchObject([
      first,
      { ...first, by: second },
      { what: 'request.approved', approvers: [approver, second].sort() },
    ]);
    expect(await stage.restless(id)).toEqual([]);
    expect(await decisionsOf(stage, id)).toHaveLength(3);
    stage.close();
  });

  it('who declined is told with the desk’s own instant of it', async () => {
    const stage = await start();
    const id = await stage.ask();
    stage.forge.events.lost = true;
    await stage.approve(id);
    const declinedAt = instantOf(stage.clock.time());
    stage.site.work.answer(id, { by: second, decision: 'declined' });
    await stage.advance(6 * MINUTE);
    const [one, other, verdict] = await decisionsOf(stage, id);
    expect(one).toMatchObject({ by: approver, decision: 'approved' });
    expect(other).toMatchObject({ by: second, decision: 'declined' });
    expect(verdict).toMatchObject({ what: 'request.declined', by: second, decidedAt: declinedAt });
    expect(Date.parse(verdict?.at ?? '')).toBeGreaterThan(Date.parse(declinedAt));
    stage.close();
  });
});

it('heard of late, an approval is told with its own instant, which is before the access was given', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.forge.events.lost = true;
  const approvedAt = stage.clock.time();
  stage.site.work.answer(id, { by: approver, decision: 'approved' });
  await stage.advance(10 * MINUTE);
  const timeline = await timelineOf(stage, id);
  const [answered, approved] = timeline.filter(({ what }) => /answered|approved/.test(what));
  const intended = timeline.find(({ what }) => what === 'grant.intended');
  const { approval } = await stage.view(id);
  expect(answered?.detail).toEqual({ by: approver, decision: 'approved', approval: expect.any(String) });
  expect(approved?.detail).toMatchObject({ decidedAt: instantOf(approvedAt) });
  expect(approval).toMatchObject({ id: answered?.detail['approval'], at: instantOf(approvedAt) });
  // Both were heard of at once, and written at once.
  expect(answered?.at).toBe(approved?.at);
  expect(Date.parse(intended?.at ?? '')).toBeGreaterThan(approvedAt);
  stage.close();
});

it('however many answer before they are heard, each is told once', async () => {
  const ids = acme.world.people.map(({ accountId }) => accountId).slice(0, 30);
  const stage = await govern({ approval: aPolicy({ sources: [{ kind: 'people', ids }] }) });
  const id = await stage.ask();
  const { approvers = [] } = stage.site.work.issue(id).approvals.at(-1) ?? {};
  const answering = approvers.map(({ accountId }) => accountId);
  expect(answering.length).toBeGreaterThan(15);
  asksFor(stage, answering.length);
  stage.forge.events.lost = true;
  for (const by of answering) stage.site.work.answer(id, { by, decision: 'approved' });
  await stage.advance(6 * MINUTE);
  const told = (await timelineOf(stage, id)).filter(({ what }) => what === 'request.answered');
  expect(told.map(({ detail }) => detail['by']).sort()).toEqual([...answering].sort());
  expect(await stage.stateOf(id)).toBe('fulfilled');
  expect(await stage.restless(id)).toEqual([]);
  expect(await decisionsOf(stage, id)).toHaveLength(answering.length + 1);
  stage.close();
});

it('what was answered before the app had heard of the ticket is told, also of a ticket that is refused', async () => {
  const stage = await govern({ end: { kind: 'hours', field: hours, required: true, maxHours: 2 } });
  stage.forge.events.lost = true;
  const { work } = stage.site;
  const { id } = work.raise({
    by: employee,
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: { [desk.fields.accessLevel.id]: levelChoice('HR readers').option.id, [hours.id]: 99 },
  });
  work.edit(id, { by: people.userAccessAdmin.accountId, fields: { [desk.fields.approvers.id]: [approver] } });
  work.answer(id, { by: approver, decision: 'approved' });
  await stage.advance(11 * MINUTE);
  expect(await stage.stateOf(id)).toBe('refused');
  expect(await decisionsOf(stage, id)).toMatchObject([{ by: approver, decision: 'approved' }]);
  stage.close();
});

describe('hours are counted from the approval itself', () => {
  it.each([
    ['by the record', aPolicy()],
    ['by status', aPolicy({ by: 'status', sources: [] })],
  ])('%s, however late it is heard of', async (_how, approval) => {
    const stage = await govern({ approval });
    const id = await stage.ask();
    stage.site.work.edit(id, {
      by: people.userAccessAdmin.accountId,
      fields: { [desk.fields.approvers.id]: [approver] },
    });
    stage.forge.events.lost = true;
    const approvedAt = stage.clock.time();
    stage.site.work.answer(id, { by: approver, decision: 'approved' });
    await stage.advance(10 * MINUTE);
    const end = instantOf(approvedAt + 8 * HOUR);
    const { grants, endsAt, timeline } = await stage.view(id);
    expect([endsAt, grants[0]?.until]).toEqual([end, end]);
    const approved = timeline.find(({ what }) => what === 'request.approved');
    expect(approved?.detail).toMatchObject({ until: end, decidedAt: instantOf(approvedAt) });
    await stage.advance(approvedAt + 8 * HOUR - stage.clock.time() + MINUTE);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    stage.close();
  });

  it('heard of after they are over, it gives nothing, and the ticket says so', async () => {
    const stage = await govern({ end: { kind: 'after', hours: 1 } });
    const id = await stage.ask();
    stage.forge.events.lost = true;
    stage.forge.stoppedSchedules.add('five-minutes').add('hourly').add('daily');
    stage.site.work.answer(id, { by: approver, decision: 'approved' });
    await stage.advance(2 * HOUR);
    stage.forge.stoppedSchedules.clear();
    await stage.advance(6 * MINUTE);
    expect(await stage.view(id)).toMatchObject({ state: 'refused', grants: [] });
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(stage.said(id).at(-1)).toContain('Nothing was given: the access would have ended already.');
    stage.close();
  });
});
