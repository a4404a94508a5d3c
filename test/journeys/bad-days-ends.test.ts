import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { aPolicy, fieldRef, optionRef } from './rules';
import { approver, employee, govern, HOUR, option, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const MINUTE = 60_000;
const alerts = async (stage: Stage) => valueOf(await stage.call('request.alerts'));
const quietDaily = (stage: Stage) => stage.forge.runSchedule(stage.installation, 'daily');

describe('access that somebody took away by hand while it was given', () => {
  it('is shown by the daily round, not given again, and shown as returned when it is back', async () => {
    const stage = await govern({ end: { kind: 'never' } });
    const id = await stage.ask();
    await stage.approve(id);
    stage.site.directory.setMember(groups.hrReaders, employee, false);
    await quietDaily(stage);
    expect(await alerts(stage)).toMatchObject({ drifted: 1 });
    const [grant] = (await stage.view(id)).grants;
    expect(grant).toMatchObject({ state: 'active', driftedAt: expect.any(String) });
    await stage.advance(HOUR);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    valueOf(await stage.call('grant.acknowledge', { grantId: grant?.id ?? '' }));
    expect(await alerts(stage)).toMatchObject({ drifted: 0 });
    stage.site.directory.setMember(groups.hrReaders, employee, true);
    await quietDaily(stage);
    const { grants, timeline } = await stage.view(id);
    expect(grants[0]?.driftedAt).toBeUndefined();
    expect(timeline.map(({ what }) => what).slice(-3)).toEqual([
      'grant.drifted',
      'grant.acknowledged',
      'grant.returned',
    ]);
    expect(stage.said(id)).toHaveLength(2);
    stage.close();
  });

  it('ends in time all the same, and the ticket is told once', async () => {
    const stage = await govern();
    const id = await stage.ask();
    await stage.approve(id);
    stage.site.directory.setMember(groups.hrReaders, employee, false);
    await stage.advance(9 * HOUR);
    expect((await stage.view(id)).grants).toMatchObject([{ state: 'revoked' }]);
    expect(stage.said(id)).toHaveLength(3);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });
});

it('more than twenty people due at once from one group wait for an administrator, one by one', async () => {
  const stage = await govern();
  const { directory } = stage.site;
  const others = [approver, people.orgAdmin.accountId];
  const licensed = directory
    .people()
    .filter(
      ({ accountType: type, accountStatus, membershipStatus }) =>
        type === 'atlassian' && accountStatus === 'active' && membershipStatus === 'active',
    )
    .map(({ accountId }) => accountId)
    .filter((id) => directory.canUseConfluence(id) && !directory.isGuest(id))
    .filter((id) => !others.includes(id) && !directory.isMember(groups.hrReaders, id))
    .slice(0, 21);
  expect(licensed).toHaveLength(21);
  const ids: string[] = [];
  for (const by of licensed)
    ids.push(
      stage.site.work.raise({
        by,
        requestTypeId: desk.requestTypes.groupMembership.id,
        fields: { [desk.fields.accessLevel.id]: option('HR readers') },
      }).id,
    );
  await stage.advance(SOON);
  for (const id of ids) stage.site.work.answer(id, { by: approver, decision: 'approved' });
  await stage.advance(5 * MINUTE);
  expect(licensed.every((person) => stage.isIn(groups.hrReaders, person))).toBe(true);
  await stage.advance(9 * HOUR);
  const left = () => licensed.filter((person) => stage.isIn(groups.hrReaders, person));
  expect(left()).toHaveLength(21);
  expect(await alerts(stage)).toMatchObject({ stopped: 21 });
  const [grant] = (await stage.view(ids[0] ?? '')).grants;
  expect(grant).toMatchObject({ state: 'due', problem: { code: 'brake' } });
  valueOf(await stage.call('grant.retry', { grantId: grant?.id ?? '' }));
  expect(left()).toHaveLength(20);
  await stage.advance(HOUR);
  expect(left()).toHaveLength(20);
  for (const id of ids.slice(1)) {
    const [next] = (await stage.view(id)).grants;
    valueOf(await stage.call('grant.retry', { grantId: next?.id ?? '' }));
    stage.clock.elapse(2_000);
  }
  expect(left()).toEqual([]);
  expect(await alerts(stage)).toMatchObject({ stopped: 0 });
  await stage.advance(SOON);
  for (const id of ids) expect(stage.said(id).at(-1)).toContain('is no longer a member of');
  stage.close();
});

it('a request that nobody answers is reminded of once, and closed at its deadline', async () => {
  const stage = await govern({ approval: aPolicy({ remindAfterHours: 2, cancelAfterHours: 5 }) });
  const id = await stage.ask();
  await stage.advance(3 * HOUR);
  expect(stage.said(id).slice(1)).toEqual([
    expect.stringMatching(/^This request still waits for its approval\. Asked: /),
  ]);
  expect(await stage.restless(id)).toEqual([]);
  await stage.advance(3 * HOUR);
  expect(await stage.view(id)).toMatchObject({ state: 'cancelled', why: 'It was not approved in time.' });
  expect(stage.said(id).at(-1)).toMatch(
    /^This request was cancelled\. It was not approved in time\. Nothing was given\.\nAn approval that comes from now/,
  );
  expect(stage.said(id)).toHaveLength(3);
  // It is not left where its approval is asked for: the service desk takes no answer any more.
  expect(stage.statusOf(id)).toBe(desk.statuses.needsAttention.name);
  await expect(stage.approve(id)).rejects.toThrow('takes no answer');
  await stage.advance(HOUR);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
});

describe('requesters in an exempt group', () => {
  const exempt = aPolicy({ exempt: [{ id: groups.contractors, name: 'contractors' }] });

  it('need no approval, and that is recorded and said', async () => {
    const stage = await govern({ approval: exempt });
    const id = await stage.ask();
    expect(await stage.view(id)).toMatchObject({
      state: 'fulfilled',
      approval: { kind: 'exempt', groupId: groups.contractors },
    });
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    expect(stage.said(id)[0]).toContain(
      'No approval is needed: the requester is in a group that the rule exempts.',
    );
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  });

  it.each([
    ['is not of the group', people.plainUser.accountId, people.plainUser.accountId],
    ['asks in the name of somebody who is', people.plainUser.accountId, employee],
  ])('somebody who %s is not exempt', async (_who, by, reporter) => {
    const stage = await govern({ approval: exempt });
    const { id } = stage.site.work.raise({
      ...{ by, reporter, requestTypeId: desk.requestTypes.groupMembership.id },
      fields: { [desk.fields.accessLevel.id]: option('HR readers') },
    });
    await stage.advance(SOON);
    expect(await stage.view(id)).toMatchObject({ state: 'awaiting-approval', grants: [] });
    expect(stage.isIn(groups.hrReaders, reporter)).toBe(false);
    stage.close();
  });

  it('whose words somebody else has edited are not exempt any more', async () => {
    const stage = await govern({ approval: exempt });
    const { id } = stage.site.work.raise({
      by: employee,
      requestTypeId: desk.requestTypes.groupMembership.id,
      fields: { [desk.fields.accessLevel.id]: option('HR readers') },
    });
    await stage.edit(id, {
      by: people.userAccessAdmin.accountId,
      fields: { [desk.fields.accessLevel.id]: option('Legal reviewers') },
    });
    expect(await stage.view(id)).toMatchObject({ state: 'awaiting-approval', grants: [] });
    expect(stage.isIn(groups.legalReviewers)).toBe(false);
    stage.close();
  });
});

it('of several groups, what can be given is given, and the ticket names the rest with its reason', async () => {
  const stage = await govern();
  const named = (name: string, id: string) => ({
    option: optionRef('requestedGroups', name),
    groups: [{ id, name }],
  });
  await stage.change(stage.rule, {
    access: {
      kind: 'group-membership',
      connectionId: stage.connection.id,
      by: 'groups',
      field: fieldRef('requestedGroups', 'options'),
      choices: [named('hr-readers', groups.hrReaders), named('legal-reviewers', groups.legalReviewers)],
    },
  });
  const chosen = ['hr-readers', 'legal-reviewers'].map((label) => optionRef('requestedGroups', label).id);
  const id = await stage.ask({ fields: { [desk.fields.requestedGroups.id]: chosen } });
  stage.site.directory.setGroup(groups.legalReviewers, { managedBy: 'EXTERNAL' });
  await stage.advance(6 * MINUTE);
  await stage.approve(id);
  expect(await stage.view(id)).toMatchObject({
    state: 'partly-fulfilled',
    why: 'A group is managed by an identity provider.',
  });
  expect([stage.isIn(groups.hrReaders), stage.isIn(groups.legalReviewers)]).toEqual([true, false]);
  expect(stage.said(id).at(-1)).toMatch(
    /is now a member of the group “hr-readers”[^]*The rest could not be given:\n.*“legal-reviewers”.*identity provider/,
  );
  expect(stage.statusOf(id)).toBe(desk.statuses.needsAttention.name);
  await stage.advance(9 * HOUR);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(stage.said(id)).toHaveLength(3);
  expect(await stage.restless(id)).toEqual([]);
  stage.close();
});
