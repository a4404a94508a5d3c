import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { problemOf, valueOf } from '../start';
import { aGroupRule, fieldRef, oneLevelFor, optionRef, twoGroups } from './rules';
import { employee, govern, HOUR, type Stage } from './stage';

const { desk, groups } = acme;
const [hr, legal] = twoGroups;
const lasting = (label: string) => ({ [desk.fields.duration.id]: optionRef('duration', label).id });

/** For tickets that say one of these durations. What they ask for is the same: what it stands for differs. */
function ruleFor(connectionId: string, labels: readonly string[], group = hr): Partial<RuleInput> {
  const { trigger } = aGroupRule(connectionId);
  const anyOf = labels.map((label) => optionRef('duration', label));
  return {
    name: `For ${labels.join(' or ')}`,
    trigger: { ...trigger, conditions: [{ field: fieldRef('duration', 'option'), anyOf }] },
    access: oneLevelFor(connectionId, group ? [group] : []),
  };
}

/** One rule for short tickets, and one for long ones, for one request type. */
async function twoRules() {
  const stage = await govern();
  const { id: connectionId } = stage.connection;
  const short = await stage.change(stage.rule, ruleFor(connectionId, ['8 hours', '1 day']));
  const rule = aGroupRule(connectionId, ruleFor(connectionId, ['30 days'], legal));
  const long = valueOf(await stage.call('rule.create', { rule }));
  return { stage, short, long };
}

const ask = (stage: Stage, label: string) => stage.ask({ fields: lasting(label) });
const held = ({ isIn }: Stage) => [groups.hrReaders, groups.legalReviewers].filter((group) => isIn(group));

it('two rules for one request type each take the tickets that their conditions name, and give their own', async () => {
  const { stage, short, long } = await twoRules();
  const ids = [await ask(stage, '1 day'), await ask(stage, '30 days')] as const;
  const views = await Promise.all(ids.map(stage.view));
  expect(views.map(({ ruleId, ruleName, state }) => [ruleId, ruleName, state])).toEqual([
    [short.id, 'For 8 hours or 1 day', 'awaiting-approval'],
    [long.id, 'For 30 days', 'awaiting-approval'],
  ]);
  await stage.approve(ids[0]);
  expect(held(stage)).toEqual([groups.hrReaders]);
  stage.site.directory.setMember(groups.hrReaders, employee, false);
  await stage.approve(ids[1]);
  expect(held(stage)).toEqual([groups.legalReviewers]);
  expect(await Promise.all(ids.map(stage.stateOf))).toEqual(['fulfilled', 'fulfilled']);
  expect(await stage.restless(ids[0])).toEqual([]);
  stage.close();
});

it('a ticket that fits neither of them is for none: nothing is said on it, and nothing is given', async () => {
  const { stage } = await twoRules();
  for (const fields of [lasting('7 days'), {}]) {
    const id = await stage.ask({ fields });
    await stage.advance(HOUR);
    expect(await stage.call('request.read', { issueId: id })).toMatchObject({ ok: false });
    expect(stage.said(id)).toEqual([]);
    expect(stage.site.work.issue(id).approvals.flatMap(({ approvers }) => approvers)).toEqual([]);
  }
  expect(held(stage)).toEqual([]);
  stage.close();
});

it('a ticket that is edited to fit the other rule is not handed over to it', async () => {
  const { stage, short } = await twoRules();
  const id = await ask(stage, '8 hours');
  await stage.edit(id, { by: employee, fields: lasting('30 days') });
  expect(await stage.view(id)).toMatchObject({ ruleId: short.id, state: 'refused', grants: [] });
  await stage.advance(HOUR);
  expect([await stage.stateOf(id), held(stage)]).toEqual(['refused', []]);
  stage.close();
});

it('a third rule that one of their tickets would fit as well is refused, and names its rival', async () => {
  const { stage } = await twoRules();
  const rule = aGroupRule(stage.connection.id, {
    ...ruleFor(stage.connection.id, ['1 day', '7 days']),
    name: 'Another',
  });
  const problem = problemOf(await stage.call('rule.create', { rule }));
  expect(JSON.stringify(problem)).toContain('For 8 hours or 1 day');
  stage.close();
});
