import type { RuleInput } from '../../src/contract/rule';
import { acme } from '../../tools/simulator/atlassian/worlds/acme';
import { aGroupRule, aPolicy, fieldRef, levelChoice, optionRef, statusRef } from '../journeys/rules';
import { govern, type Stage } from '../journeys/stage';
import { problemOf } from '../start';

const { desk, groups, people } = acme;
let stage: Stage;
beforeAll(async () => {
  stage = await govern();
});
beforeEach(() => stage.clock.elapse(2_000));
afterAll(() => stage.close());

const elsewhere: RuleInput['trigger'] = {
  deskId: desk.it.desk.id,
  projectId: desk.it.id,
  projectName: desk.it.name,
  requestTypeId: desk.requestTypes.privilegedAccess.id,
  requestTypeName: desk.requestTypes.privilegedAccess.name,
  conditions: [],
};
const two = aPolicy({
  sources: [{ kind: 'people', ids: [people.confluenceAdmin.accountId, people.plainUser.accountId] }],
  count: 2,
});
const level = (id: string, kind: 'group-membership' | 'privileged-access' = 'group-membership') =>
  ({
    kind,
    connectionId: stage.connection.id,
    by: 'level',
    field: fieldRef('accessLevel', 'option'),
    choices: [{ option: optionRef('accessLevel', 'HR readers'), groups: [{ id, name: 'hr-readers' }] }],
  }) satisfies RuleInput['access'];
const privileged = (over: Partial<RuleInput> = {}): Partial<RuleInput> => ({
  access: level(groups.confluenceAdmins, 'privileged-access'),
  end: { kind: 'after', hours: 8 },
  reason: fieldRef('reason', 'text'),
  approval: two,
  ...over,
});
const withoutReason = () => {
  const { reason: _reason, ...rest } = privileged();
  return rest;
};

const hostile: readonly (readonly [string, () => Partial<RuleInput>, string])[] = [
  [
    'gives Confluence’s administrators by an ordinary rule',
    () => ({ access: level(groups.confluenceAdmins) }),
    'access.choices.0.groups',
  ],
  [
    'gives the organisation’s administrators',
    () => privileged({ access: level(groups.orgAdmins, 'privileged-access') }),
    'access.choices.0.groups',
  ],
  [
    'gives the site’s administrators',
    () => privileged({ access: level(groups.siteAdmins, 'privileged-access') }),
    'access.choices.0.groups',
  ],
  [
    'gives the accounts of apps',
    () => privileged({ access: level(groups.addons, 'privileged-access') }),
    'access.choices.0.groups',
  ],
  [
    'gives a group of an identity provider',
    () => ({ access: level(groups.oktaFinance) }),
    'access.choices.0.groups',
  ],
  [
    'gives a group of no site',
    () => ({ access: level('00000000-0000-4000-8000-00000000dead') }),
    'access.choices.0.groups',
  ],
  ['gives a group whose id walks', () => ({ access: level('../../user') }), 'access.choices.0.groups'],
  ['gives privileged access without an end', () => privileged({ end: { kind: 'never' } }), 'end.kind'],
  [
    'gives privileged access for a year',
    () => privileged({ end: { kind: 'after', hours: 8_000 } }),
    'end.hours',
  ],
  ['gives privileged access without a reason', withoutReason, 'reason'],
  [
    'gives privileged access with one approval',
    () => privileged({ approval: { ...two, count: 1 } }),
    'approval.count',
  ],
  [
    'gives privileged access by a status',
    () => privileged({ approval: { ...two, by: 'status' } }),
    'approval.by',
  ],
  [
    'exempts somebody from approving privileged access',
    () => privileged({ approval: { ...two, exempt: [{ id: groups.contractors, name: 'contractors' }] } }),
    'approval.exempt',
  ],
  ['is approved by nobody', () => ({ approval: aPolicy({ sources: [] }) }), 'approval.sources'],
  ['asks one person for two approvals', () => ({ approval: aPolicy({ count: 2 }) }), 'approval.count'],
  [
    'reads who may approve from the field that it fills',
    () => ({ approval: aPolicy({ sources: [{ kind: 'field', field: fieldRef('approvers', 'people') }] }) }),
    'approval.approversField',
  ],
  [
    'answers the requests of another rule',
    () => ({ trigger: { ...elsewhere, requestTypeId: desk.requestTypes.groupMembership.id } }),
    'trigger.conditions',
  ],
  [
    'reads a field that is not on the form',
    () => ({
      access: {
        ...level(groups.hrReaders),
        field: { ...fieldRef('accessLevel', 'option'), id: 'customfield_99999' },
      },
    }),
    'access.field',
  ],
  [
    'reads a field of another form',
    () => ({
      beneficiary: {
        kind: 'person',
        field: { ...fieldRef('forWhom', 'person'), id: desk.fields.expiresOn.id },
      },
    }),
    'beneficiary.field',
  ],
  [
    'takes a text for the people who approve',
    () => ({ approval: aPolicy({ sources: [{ kind: 'field', field: fieldRef('reason', 'text') }] }) }),
    'approval.sources.0.field',
  ],
  [
    'names a prototype key as its field',
    () => ({ access: { ...level(groups.hrReaders), field: { id: '__proto__', name: 'x', kind: 'option' } } }),
    'access.field',
  ],
  [
    'is of a connection that does not exist',
    () => ({ access: { ...level(groups.hrReaders), connectionId: 'nobody' } }),
    'access.connectionId',
  ],
  [
    'is of a connection that is a rule',
    () => ({ access: { ...level(groups.hrReaders), connectionId: stage.rule.id } }),
    'access.connectionId',
  ],
  [
    'names an option of another field',
    () => ({
      access: {
        ...level(groups.hrReaders),
        choices: [{ option: optionRef('duration', '1 day'), groups: levelChoice('HR readers').groups }],
      },
    }),
    'access.choices.0.option',
  ],
  [
    'takes approved for declined',
    () => ({ decision: { approved: [statusRef('declined')], declined: [statusRef('declined')] } }),
    'decision.declined',
  ],
  [
    'moves what failed to where it counts as approved',
    () => ({ outcome: { failed: statusRef('waitingForImplementation') } }),
    'outcome.failed',
  ],
  [
    'names a status that its tickets cannot have',
    () => ({ decision: { approved: [statusRef('resolved')], declined: [] } }),
    'decision.approved',
  ],
  [
    'gives groups by an address',
    () => ({ beneficiary: { kind: 'email', field: fieldRef('reason', 'text'), invite: true } }),
    'beneficiary.kind',
  ],
];

describe.each(hostile)('a rule that %s', (_what, over, path) => {
  it('is not saved, new or in place of another, and its field says why', async () => {
    const rule = aGroupRule(stage.connection.id, { name: 'Hostile', trigger: elsewhere, ...over() });
    const before = stage.stored();
    const created = problemOf(await stage.call('rule.create', { rule }));
    expect([created.code, Object.keys(created.fields ?? {})]).toEqual([
      'invalid',
      expect.arrayContaining([path]),
    ]);
    if (path !== 'trigger.conditions') {
      const { id } = stage.rule;
      const updated = problemOf(await stage.call('rule.update', { id, version: 1, rule }));
      expect(Object.keys(updated.fields ?? {})).toEqual(expect.arrayContaining([path]));
    }
    expect(stage.stored()).toEqual(before);
  });
});

it('ids of other things, and of other people’s, lead nowhere', async () => {
  const issueId = await stage.ask();
  await stage.approve(issueId);
  const [grant] = (await stage.view(issueId)).grants;
  const before = stage.stored();
  const ids = [
    stage.connection.id,
    stage.rule.id,
    grant?.id ?? '',
    issueId,
    '__proto__',
    'constructor',
    `${stage.rule.id}#1`,
  ];
  for (const id of ids) {
    if (id !== stage.rule.id)
      for (const call of ['rule.enable', 'rule.disable', 'rule.delete'] as const)
        expect(['invalid', 'not-found']).toContain(
          problemOf(await stage.call(call, { id, version: 1 })).code,
        );
    if (id !== grant?.id)
      for (const call of ['grant.retry', 'grant.withdraw', 'grant.acknowledge'] as const)
        expect(['invalid', 'not-found']).toContain(problemOf(await stage.call(call, { grantId: id })).code);
    if (id !== issueId)
      expect(['invalid', 'not-found']).toContain(
        problemOf(await stage.call('request.retry', { issueId: id })).code,
      );
    stage.clock.elapse(2_000);
  }
  expect(stage.stored()).toEqual(before);
  expect(stage.isIn(groups.hrReaders)).toBe(true);
});

it.each([
  ['rule.create', (text: string) => ({ rule: { ...aGroupRule(stage.connection.id), name: text } })],
  ['request.list', (text: string) => ({ person: text })],
  ['grant.extend', (text: string) => ({ grantId: text, until: '2026-02-01T00:00:00Z' })],
] as const)(
  '600 KB sent to %s are stopped by the platform, and 300 KB at their field',
  async (call, payload) => {
    const before = stage.stored();
    await expect(stage.invoke(call, payload('x'.repeat(600_000)))).rejects.toThrow();
    const reply = (await stage.invoke(call, payload('x'.repeat(300_000)))) as Parameters<typeof problemOf>[0];
    expect(problemOf(reply).code).toBe('invalid');
    expect(stage.stored()).toEqual(before);
  },
);
