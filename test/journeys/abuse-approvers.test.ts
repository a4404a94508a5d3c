import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aPolicy, fieldRef } from './rules';
import { agent, approver, employee, govern, SOON, type Stage } from './stage';

const { desk, groups, people } = acme;
const friend = people.projectAdmin.accountId;
const second = people.jiraAdmin.accountId;
const phoenix = { id: groups.phoenix, name: 'project-phoenix' };
const member = people.plainUser.accountId;

const bothOfThem = aPolicy({ sources: [{ kind: 'people', ids: [approver, second] }], count: 2 });
const groupAndNamed = aPolicy({
  sources: [
    { kind: 'people', ids: [approver] },
    { kind: 'group', group: phoenix },
  ],
  need: 'all',
  count: 2,
});
const customer = people.customer.accountId;
const bot = people.automation.accountId;
const named = (id: string) => aPolicy({ sources: [{ kind: 'people', ids: [id, approver] }] });
const ofGroup = aPolicy({ sources: [{ kind: 'group', group: phoenix }] });

const isNone = 'It was approved by somebody whom the rule does not entitle to.';
const tooFew = 'Fewer entitled people approved it than the rule asks for.';
const inactive = 'It was approved with an account that is not that of an active person.';

interface Case {
  readonly approval: RuleInput['approval'];
  /** What the requester fills in. */
  readonly asking?: Readonly<Record<string, unknown>>;
  /** Who stands in the approvers field when it is answered; each approves in turn. */
  readonly field: readonly string[];
  readonly then?: (stage: Stage) => void;
  readonly why: string;
}

const cases: readonly (readonly [string, Case])[] = [
  ['a friend of the agent’s', { approval: aPolicy(), field: [friend], why: isNone }],
  ['the agent', { approval: aPolicy(), field: [agent], why: isNone }],
  [
    'one of two, the other half from a friend',
    { approval: bothOfThem, field: [approver, friend], why: tooFew },
  ],
  ['one alone where two are asked for', { approval: bothOfThem, field: [approver], why: tooFew }],
  [
    'two named people, where one has to be of the group',
    { approval: groupAndNamed, field: [approver, friend], why: tooFew },
  ],
  ['somebody who only bears the group’s name', { approval: ofGroup, field: [friend], why: isNone }],
  [
    'a member who has left the group since',
    {
      approval: ofGroup,
      field: [member],
      then: ({ site }) => site.directory.setMember(groups.phoenix, member, false),
      why: isNone,
    },
  ],
  [
    'an approver whose account was deactivated since',
    {
      approval: aPolicy(),
      field: [approver],
      then: ({ site }) => site.directory.setPerson(approver, { accountStatus: 'inactive' }),
      why: inactive,
    },
  ],
  ['a customer of the portal', { approval: named(customer), field: [customer], why: inactive }],
  ['an app', { approval: named(bot), field: [bot], why: inactive }],
  [
    'a customer whom the requester named on the form',
    {
      approval: aPolicy({
        sources: [
          { kind: 'field', field: fieldRef('manager', 'person') },
          { kind: 'people', ids: [approver] },
        ],
      }),
      asking: { [desk.fields.manager.id]: customer },
      field: [customer],
      why: inactive,
    },
  ],
];

it.each(cases)(
  'approved by %s, nothing is given',
  async (_who, { approval, asking = {}, field, then, why }) => {
    const stage = await govern({ approval });
    const { work } = stage.site;
    work.setWorkflow(desk.workflows.access.id, {
      approvals: desk.workflows.access.approvals.map((step) => ({ ...step, conditionValue: field.length })),
    });
    const id = await stage.ask({ fields: asking });
    work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: field } });
    for (const by of field) work.answer(id, { by, decision: 'approved' });
    then?.(stage);
    await stage.advance(SOON);
    expect(stage.isIn(groups.hrReaders)).toBe(false);
    expect(await stage.view(id)).toMatchObject({ state: 'refused', why, grants: [] });
    expect(stage.said(id).at(-1)).toContain(why.slice(1));
    expect(stage.statusOf(id)).toBe(desk.statuses.needsAttention.name);
    expect(await stage.restless(id)).toEqual([]);
    stage.close();
  },
);

it('an approvers field that was emptied or deleted approves nobody', async () => {
  const stage = await govern();
  const { work } = stage.site;
  const id = await stage.ask();
  work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: null } });
  await stage.advance(SOON);
  work.setField(desk.fields.approvers.id, { deleted: true });
  await stage.edit(id, { by: agent, assignee: agent });
  expect(await stage.view(id)).toMatchObject({ state: 'awaiting-approval', grants: [] });
  expect(stage.isIn(groups.hrReaders)).toBe(false);
  stage.close();
});

it('whoever the agent puts beside the entitled approver changes nothing about who decides', async () => {
  const stage = await govern();
  const id = await stage.ask();
  stage.site.work.edit(id, { by: agent, fields: { [desk.fields.approvers.id]: [friend, approver] } });
  await stage.approve(id, approver);
  expect(await stage.view(id)).toMatchObject({ state: 'fulfilled', approval: { by: [approver] } });
  expect(stage.isIn(groups.hrReaders)).toBe(true);
  stage.close();
});

it('a requester who names the approvers on the form is approved by those of the rule alone', async () => {
  const production = desk.requestTypes.productionAccess;
  const stage = await govern();
  await stage.change(stage.rule, {
    trigger: {
      deskId: desk.ops.desk.id,
      projectId: desk.ops.id,
      projectName: desk.ops.name,
      requestTypeId: production.id,
      requestTypeName: production.name,
      conditions: [],
    },
  });
  const { work } = stage.site;
  const named = { [desk.fields.approvers.id]: [friend, second] };
  const id = await stage.ask({ by: member, requestTypeId: production.id, fields: named });
  expect(work.issue(id).fields[desk.fields.approvers.id]).toEqual([approver]);
  work.edit(id, { by: employee, fields: named });
  work.answer(id, { by: friend, decision: 'approved' });
  work.answer(id, { by: second, decision: 'approved' });
  await stage.advance(SOON);
  expect(stage.isIn(groups.hrReaders, member)).toBe(false);
  expect(await stage.view(id)).toMatchObject({ state: 'refused', why: isNone });
  stage.close();
});
