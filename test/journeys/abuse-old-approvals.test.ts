import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { valueOf } from '../start';
import { aGroupRule, aPolicy, fieldRef, levelChoice, optionRef } from './rules';
import { agent, approver, employee, govern, HOUR, option, type Stage } from './stage';

const { desk, groups } = acme;
const DAY = 24 * HOUR;

const raise = ({ site: { work } }: Stage) =>
  work.raise({
    by: employee,
    requestTypeId: desk.requestTypes.groupMembership.id,
    fields: { [desk.fields.accessLevel.id]: option('HR readers') },
  }).id;

/** As it went before there was a rule: an agent asks, somebody approves. */
const approveByHand = ({ site: { work } }: Stage, id: string) => {
  work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [approver] } });
  work.answer(id, { by: approver, decision: 'approved' });
};

/** Somebody touches the ticket, and every round that looks for unheard tickets comes by. */
const touch = async (stage: Stage, id: string) => {
  await stage.edit(id, { by: agent, assignee: agent });
  await stage.advance(25 * HOUR);
};
const untouched = async (stage: Stage, id: string) => {
  expect(stage.said(id)).toEqual([]);
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  expect(await stage.call('request.read', { issueId: id })).toMatchObject({ ok: false });
};

const disable = async (stage: Stage, version = 1) =>
  valueOf(await stage.call('rule.disable', { id: stage.rule.id, version }));
const enable = async (stage: Stage, version = 2) =>
  valueOf(await stage.call('rule.enable', { id: stage.rule.id, version }));

it('a ticket that was approved and completed by hand while the rule was off is left alone', async () => {
  const stage = await govern();
  await disable(stage);
  const id = raise(stage);
  approveByHand(stage, id);
  stage.site.work.transition(id, { by: agent, to: 'Complete' });
  await stage.advance(20 * DAY);
  await enable(stage);
  await touch(stage, id);
  await untouched(stage, id);
  expect(stage.statusOf(id)).toBe(desk.statuses.completed.name);
  stage.close();
});

it('a ticket that is older than its rule is left alone, approved before or afterwards', async () => {
  const stage = await govern();
  valueOf(await stage.call('rule.delete', { id: stage.rule.id, version: 1 }));
  const [approved, open] = [raise(stage), raise(stage)];
  approveByHand(stage, approved);
  await stage.advance(HOUR);
  valueOf(await stage.call('rule.create', { rule: aGroupRule(stage.connection.id) }));
  await touch(stage, approved);
  await touch(stage, open);
  approveByHand(stage, open);
  await touch(stage, open);
  for (const id of [approved, open]) await untouched(stage, id);
  stage.close();
});

it('a ticket that a rule was widened to is older than its rule, too', async () => {
  const { trigger } = aGroupRule('');
  const level = {
    field: fieldRef('accessLevel', 'option'),
    anyOf: [optionRef('accessLevel', 'Legal reviewers')],
  };
  const stage = await govern({ trigger: { ...trigger, conditions: [level] } });
  const id = raise(stage);
  approveByHand(stage, id);
  await stage.advance(HOUR);
  await stage.change(stage.rule, { trigger });
  await touch(stage, id);
  await untouched(stage, id);
  await stage.approve(await stage.ask());
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  stage.close();
});

it('a ticket of which nothing was heard before its rule was off and on again is served', async () => {
  const stage = await govern();
  stage.forge.events.lost = true;
  const id = raise(stage);
  stage.clock.elapse(1_000);
  await disable(stage);
  await stage.advance(DAY);
  stage.forge.events.lost = false;
  await enable(stage);
  await stage.advance(HOUR);
  expect(await stage.stateOf(id)).toBe('awaiting-approval');
  await stage.approve(id);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  stage.close();
});

describe('what was approved under another version of a rule', () => {
  /** From now on the same option gives something else, for good. */
  const toLegal = (stage: Stage, version: number) =>
    stage.change(
      { id: stage.rule.id, version },
      {
        access: {
          kind: 'group-membership',
          connectionId: stage.connection.id,
          by: 'level',
          field: fieldRef('accessLevel', 'option'),
          choices: [{ ...levelChoice('Legal reviewers'), option: optionRef('accessLevel', 'HR readers') }],
        },
        end: { kind: 'never' },
      },
    );

  it.each(['as it was', 'edited'] as const)(
    'a ticket that was raised while its rule was off is left alone when it is on again, %s',
    async (what) => {
      const stage = await govern();
      await stage.advance(HOUR);
      await disable(stage);
      await stage.advance(HOUR);
      const id = raise(stage);
      approveByHand(stage, id);
      await stage.advance(HOUR);
      if (what === 'edited') await toLegal(stage, 2);
      await enable(stage, what === 'edited' ? 3 : 2);
      await touch(stage, id);
      await untouched(stage, id);
      expect(stage.isIn(groups.legalReviewers)).toBe(false);
      stage.close();
    },
  );

  it('nor is it given to whoever needs no approval', async () => {
    const stage = await govern({ approval: aPolicy({ exempt: [{ id: groups.contractors, name: 'c' }] }) });
    stage.site.directory.setMember(groups.contractors, employee, true);
    await stage.advance(HOUR);
    await disable(stage);
    await stage.advance(HOUR);
    const id = raise(stage);
    await stage.advance(HOUR);
    await enable(stage);
    await touch(stage, id);
    await untouched(stage, id);
    stage.close();
  });

  it('a ticket that was approved before its rule was edited, and heard of later, gives what was approved', async () => {
    const stage = await govern();
    await stage.advance(HOUR);
    stage.forge.events.lost = true;
    const id = raise(stage);
    approveByHand(stage, id);
    stage.clock.elapse(1_000);
    await toLegal(stage, 1);
    await stage.advance(10 * 60_000);
    expect(stage.isIn(groups.hrReaders)).toBe(true);
    expect(stage.isIn(groups.legalReviewers)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ ruleVersion: 1 });
    await stage.advance(8 * HOUR);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    stage.close();
  });
});
