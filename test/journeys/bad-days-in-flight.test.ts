import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { problemOf } from '../start';
import { aGroupRule, aPolicy } from './rules';
import { agent, approver, employee, govern, HOUR, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const NEXT_DAY = 9 * HOUR;
/** What cannot be seen may only be hidden for a while, and is closed after a second look an hour later. */
const FOR_GOOD = HOUR + 11 * 60_000;
type Act = (stage: Stage, id: string) => unknown;

const lost: readonly (readonly [string, Act, string])[] = [
  ['deleted', ({ site }, id) => site.work.delete(id, { by: agent }), 'cancelled'],
  [
    'moved to another project',
    ({ site }, id) =>
      site.work.move(id, {
        by: agent,
        projectId: desk.ops.id,
        issueTypeId: desk.ops.issueTypes[0]?.id ?? '',
        requestTypeId: desk.requestTypes.productionAccess.id,
      }),
    'void',
  ],
  [
    'made a request of another type',
    ({ site }, id) =>
      site.work.move(id, { by: agent, requestTypeId: desk.requestTypes.applicationAccess.id }),
    'void',
  ],
  [
    'stripped of its request type',
    ({ site }, id) => site.work.move(id, { by: agent, requestTypeId: null }),
    'void',
  ],
  ['hidden from this app', ({ site }) => site.work.setProject(desk.it.id, { appAccess: false }), 'cancelled'],
];
const look = async (stage: Stage, id: string) => {
  await stage.call('request.retry', { issueId: id });
  await stage.advance(SOON);
};

describe.each(lost)('a ticket that was %s', (_how, lose, state) => {
  it('while it waits for approval gives nothing, even approved afterwards', async () => {
    const stage = await govern();
    const id = await stage.ask();
    lose(stage, id);
    await look(stage, id);
    await stage.advance(FOR_GOOD);
    expect(await stage.view(id)).toMatchObject({ state, grants: [] });
    const there = stage.site.work.find(id);
    const open = there?.approvals.at(-1)?.finalDecision === 'pending';
    if (open && there.statusId === desk.statuses.waitingForApproval.id) {
      stage.site.work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [approver] } });
      await stage.approve(id);
    }
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ state, grants: [] });
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('between approval and effect gives nothing', async () => {
    const stage = await govern();
    const id = await stage.ask();
    stage.site.work.answer(id, { by: approver, decision: 'approved' });
    lose(stage, id);
    await look(stage, id);
    await stage.advance(FOR_GOOD);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ state, grants: [] });
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it('while its access lives loses nothing, and the access ends in time', async () => {
    const stage = await govern();
    const id = await stage.ask();
    await stage.approve(id);
    lose(stage, id);
    await look(stage, id);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    await stage.advance(NEXT_DAY);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ state: 'fulfilled', grants: [{ state: 'revoked' }] });
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });
});

it('moved away and moved back before it is answered, it is understood anew; after that, it is void', async () => {
  const stage = await govern();
  const away = { by: agent, requestTypeId: desk.requestTypes.applicationAccess.id };
  const back = { by: agent, requestTypeId: desk.requestTypes.groupMembership.id };
  const id = await stage.ask();
  stage.site.work.move(id, away);
  stage.site.work.move(id, back);
  await stage.advance(SOON);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  stage.site.work.answer(id, { by: approver, decision: 'approved' });
  stage.site.work.move(id, away);
  stage.site.work.move(id, back);
  await stage.advance(SOON);
  expect(await stage.view(id)).toMatchObject({ state: 'void', grants: [] });
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});

const laterRule = (stage: Stage) => ({
  approval: aPolicy({ sources: [{ kind: 'people', ids: [people.jiraAdmin.accountId] }] }),
  end: { kind: 'never' } as const,
  access: aGroupRule(stage.connection.id).access,
});

describe('a rule', () => {
  it.each([
    ['disabled', (stage: Stage) => stage.call('rule.disable', { id: stage.rule.id, version: 1 })],
    ['edited', (stage: Stage) => stage.change({ id: stage.rule.id, version: 1 }, laterRule(stage))],
    ['deleted', (stage: Stage) => stage.call('rule.delete', { id: stage.rule.id, version: 1 })],
  ] as const)('that was %s lets what is under way go on as it came in', async (_how, act) => {
    const stage = await govern();
    const id = await stage.ask();
    await act(stage);
    await stage.approve(id);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    expect(await stage.view(id)).toMatchObject({ state: 'fulfilled', ruleVersion: 1 });
    await stage.advance(NEXT_DAY);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(stage.said(id)).toHaveLength(3);
    stage.close();
  });

  it.each(['rule.disable', 'rule.delete'] as const)('after %s, takes no new requests', async (call) => {
    const stage = await govern();
    await stage.call(call, { id: stage.rule.id, version: 1 });
    const id = await stage.ask();
    await stage.advance(11 * 60_000);
    expect(problemOf(await stage.call('request.read', { issueId: id })).code).toBe('not-found');
    expect(stage.said(id)).toEqual([]);
    stage.close();
  });
});

it('two requests for the same access at once are given together, and the last to end takes it back', async () => {
  const stage = await govern();
  const both = [await stage.ask(), await stage.ask()];
  for (const id of both) stage.site.work.answer(id, { by: approver, decision: 'approved' });
  await stage.advance(SOON);
  for (const id of both) expect(await stage.stateOf(id)).toBe('fulfilled');
  await stage.advance(NEXT_DAY);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  const states = await Promise.all(both.map(async (id) => (await stage.view(id)).grants[0]?.state));
  expect(states.toSorted()).toEqual(['released', 'revoked']);
  stage.close();
});

it('of overlapping requests, the access stays until the last end, and each ticket is told its own', async () => {
  const stage = await govern();
  const first = await stage.ask();
  await stage.approve(first);
  await stage.advance(4 * HOUR);
  const second = await stage.ask();
  await stage.approve(second);
  await stage.advance(5 * HOUR);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  expect(stage.said(first).at(-1)).toContain('another request that is still running needs it');
  await stage.advance(4 * HOUR);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(stage.said(second).at(-1)).toContain('is no longer a member of');
  for (const id of [first, second]) expect(await stage.restless(id)).toEqual([]);
  stage.close();
});

it('access that was there before is not taken, and the ticket says so', async () => {
  const stage = await govern();
  stage.site.directory.setMember(groups.hrReaders, employee, true);
  const id = await stage.ask();
  await stage.approve(id);
  expect(await stage.stateOf(id)).toBe('fulfilled');
  await stage.advance(NEXT_DAY);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  expect((await stage.view(id)).grants).toMatchObject([{ state: 'released' }]);
  expect(stage.said(id).at(-1)).toContain('the access was there before this request');
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
});
