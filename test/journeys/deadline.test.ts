import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aPolicy, statusRef } from './rules';
import { agent, approver, govern, HOUR, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const second = people.projectAdmin.accountId;
const MINUTE = 60_000;
const policy = { cancelAfterHours: 5 };
/** The rule moves a ticket nowhere when nothing is given, so its approval stays open. */
const outcome = { fulfilled: statusRef('completed') };
const LATE =
  /^This was approved too late: the request had been cancelled at its deadline\. Nothing is given for it\./;

const start = (over: Partial<Parameters<typeof aPolicy>[0]> = {}) =>
  govern({ approval: aPolicy({ ...policy, ...over }), outcome });

/** Asked for, and cancelled at its deadline. */
async function cancelled(stage: Stage): Promise<string> {
  const id = await stage.ask();
  await stage.advance(6 * HOUR);
  expect(await stage.stateOf(id)).toBe('cancelled');
  return id;
}

const lateOnes = (stage: Stage, id: string) => stage.said(id).filter((text) => LATE.test(text));
const eventsOf = async (stage: Stage, id: string) => (await stage.view(id)).timeline.map(({ what }) => what);

/** What the storage is asked for when the ticket is heard of once more. */
async function heardOfAgain({ forge, clock, installation, advance }: Stage, id: string) {
  const from = forge.invocations().length;
  const event = { name: 'avi:jira:updated:issue', at: clock.time(), byApp: false };
  forge.tellEvent(installation, { ...event, payload: { issue: { id } } });
  await advance(SOON);
  const runs = forge.invocations().slice(from);
  const works = runs.filter((run) => run.function === 'on-work');
  const sum = (counted: 'reads' | 'writes') => works.reduce((all, { storage }) => all + storage[counted], 0);
  return { runs: works.length, reads: sum('reads'), writes: sum('writes') };
}

async function expectTold(stage: Stage, id: string): Promise<void> {
  expect(lateOnes(stage, id)).toHaveLength(1);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(await stage.view(id)).toMatchObject({
    state: 'cancelled',
    why: 'It was approved only after it had been cancelled at its deadline.',
    grants: [],
  });
  const before = await eventsOf(stage, id);
  expect(await stage.restless(id)).toEqual([]);
  expect(lateOnes(stage, id)).toHaveLength(1);
  expect(await eventsOf(stage, id)).toEqual(before);
  expect(await heardOfAgain(stage, id)).toEqual({ runs: 1, reads: 1, writes: 0 });
}

describe('what is approved after its deadline gives nothing, and the ticket says so once', () => {
  it('by the record, with its own instant in the timeline', async () => {
    const stage = await start();
    const id = await cancelled(stage);
    expect(stage.statusOf(id)).toBe(desk.statuses.waitingForApproval.name);
    const approvedAt = new Date(stage.clock.time()).toISOString();
    await stage.approve(id);
    const { timeline } = await stage.view(id);
    expect(timeline.slice(-3)).toMatchObject([
      { what: 'request.answered', detail: { by: approver, decision: 'approved' } },
      {
        what: 'request.approved-late',
        detail: { by: 'record', approvers: [approver], decidedAt: approvedAt },
      },
      { what: 'request.told', detail: { keys: ['late'] } },
    ]);
    await expectTold(stage, id);
    stage.close();
  });

  it('by the record, though its event was lost', async () => {
    const stage = await start();
    const id = await cancelled(stage);
    stage.forge.events.lost = true;
    await stage.approve(id);
    await stage.advance(11 * MINUTE);
    stage.forge.events.lost = false;
    await expectTold(stage, id);
    stage.close();
  });

  it.each([
    ['the record', aPolicy(policy)],
    ['the status alone', aPolicy({ ...policy, by: 'status', sources: [] })],
  ])('moved on as approved by hand, where %s decides', async (_how, approval) => {
    const stage = await govern({ approval, outcome });
    const id = await cancelled(stage);
    await stage.move(id, desk.statuses.waitingForImplementation.name);
    const { timeline } = await stage.view(id);
    const late = timeline.find(({ what }) => what === 'request.approved-late');
    expect(late?.detail).toMatchObject({ by: 'status', approvers: [agent], decidedAt: expect.any(String) });
    await expectTold(stage, id);
    stage.close();
  });

  it('by the last of two approvers, the first of whom was in time', async () => {
    const stage = await start({ sources: [{ kind: 'people', ids: [approver, second] }], count: 2 });
    const { id: workflow, approvals } = desk.workflows.access;
    stage.site.work.setWorkflow(workflow, {
      approvals: approvals.map((step) => ({ ...step, conditionValue: 2 })),
    });
    const id = await stage.ask();
    await stage.approve(id);
    await stage.advance(6 * HOUR);
    expect(await stage.view(id)).toMatchObject({ state: 'cancelled', why: 'It was not approved in time.' });
    expect(await stage.restless(id)).toEqual([]);
    expect(lateOnes(stage, id)).toEqual([]);
    await stage.approve(id, second);
    const { timeline } = await stage.view(id);
    const late = timeline.find(({ what }) => what === 'request.approved-late');
    expect(late?.detail).toMatchObject({ approvers: [second] });
    await expectTold(stage, id);
    stage.close();
  });
});

describe('of a request that its deadline has cancelled', () => {
  it('a repeated delivery writes nothing and reads little', async () => {
    const stage = await start();
    const id = await cancelled(stage);
    const { runs, reads, writes } = await heardOfAgain(stage, id);
    expect([runs, writes]).toEqual([1, 0]);
    expect(reads).toBeLessThanOrEqual(3);
    stage.close();
  });

  it('a late refusal is in the timeline, and nobody is told that it was approved', async () => {
    const stage = await start();
    const id = await cancelled(stage);
    const said = stage.said(id);
    await stage.decline(id);
    expect((await eventsOf(stage, id)).at(-1)).toBe('request.answered');
    expect(stage.said(id)).toEqual(said);
    expect(await stage.restless(id)).toEqual([]);
    expect((await eventsOf(stage, id)).filter((what) => what === 'request.answered')).toHaveLength(1);
    stage.close();
  });

  it('that had been moved on without an approval before, nobody is told that it was approved too late', async () => {
    const stage = await start();
    const id = await stage.ask();
    await stage.move(id, desk.statuses.waitingForImplementation.name);
    expect(await stage.stateOf(id)).toBe('quarantined');
    await stage.advance(6 * HOUR);
    expect(await stage.stateOf(id)).toBe('cancelled');
    expect(await stage.restless(id)).toEqual([]);
    expect(lateOnes(stage, id)).toEqual([]);
    stage.close();
  });
});
