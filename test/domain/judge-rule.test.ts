import { problemsOf, type RuleContext } from '../../src/domain/judge-rule';
import { boundOf } from '../../src/domain/understand';
import type { ApprovalPolicy, RuleDefinition } from '../../src/domain/rule';
import type { FormField } from '../../src/domain/rule-form';
import {
  aField,
  aForm,
  aFormField,
  aGroup,
  anOption,
  aPolicy,
  aPrivilegedRule,
  aRule,
  aTrigger,
  groupAccess,
} from './builders';

const context = (...fields: readonly FormField[]): RuleContext => ({ form: aForm(...fields), others: [] });
const blamed = (rule: RuleDefinition, around: RuleContext = context()) =>
  problemsOf(rule, around).map(({ path }) => path.join('.'));
const condition = (field: string, ...ids: string[]) => ({ field: aField(field), anyOf: ids.map(anOption) });
const asks = (over: Partial<ApprovalPolicy>) => ({ approval: aPolicy(over) });

it('a rule that holds together has no problems', () => {
  expect(problemsOf(aRule(), context())).toEqual([]);
  expect(problemsOf(aPrivilegedRule(), context())).toEqual([]);
});

describe('which requests it is for', () => {
  const unit = aFormField('unit', 'option', ['hr', 'it']);
  const withConditions = (...conditions: ReturnType<typeof condition>[]) =>
    aRule({ trigger: aTrigger({ conditions }) });

  it.each<[string, RuleDefinition, string[]]>([
    ['a field on the form', withConditions(condition('unit', 'hr')), []],
    ['a field that is not', withConditions(condition('gone', 'hr')), ['trigger.conditions.0.field']],
    [
      'a field of text',
      withConditions({ field: aField('reason', 'text'), anyOf: [anOption('hr')] }),
      ['trigger.conditions.0.field', 'trigger.conditions.0.anyOf'],
    ],
    [
      'an option that is gone',
      withConditions(condition('unit', 'hr', 'ops')),
      ['trigger.conditions.0.anyOf'],
    ],
    ['an option twice', withConditions(condition('unit', 'hr', 'hr')), ['trigger.conditions.0.anyOf']],
    ['no option', withConditions(condition('unit')), ['trigger.conditions.0.anyOf']],
    [
      'a field twice',
      withConditions(condition('unit', 'hr'), condition('unit', 'it')),
      ['trigger.conditions.1.field'],
    ],
  ])('by %s', (...[, rule, paths]) => {
    expect(blamed(rule, context(unit))).toEqual(paths);
  });

  it('another rule that could be meant as well is named', () => {
    const others = [
      { name: 'Everybody', trigger: aTrigger() },
      { name: 'Elsewhere', trigger: aTrigger({ projectId: 'other' }) },
      { name: 'IT only', trigger: aTrigger({ conditions: [condition('unit', 'it')] }) },
    ];
    const problems = problemsOf(withConditions(condition('unit', 'hr')), { form: aForm(unit), others });
    expect(problems).toEqual([
      { path: ['trigger', 'conditions'], message: expect.stringContaining('“Everybody”') },
    ]);
  });
});

describe('what it gives', () => {
  const choice = (option: string, ...groups: string[]) => ({
    option: anOption(option),
    groups: groups.map(aGroup),
  });
  const gives = (over: Parameters<typeof groupAccess>[0]) => aRule({ access: groupAccess(over) });
  const several = aFormField('several', 'options', ['read', 'write']);
  const listed = { by: 'groups', field: aField('several', 'options') } as const;

  it.each<[string, RuleDefinition, string[]]>([
    ['a level', gives({ choices: [choice('read', 'readers', 'writers')] }), []],
    ['a level out of several', gives({ field: aField('several', 'options') }), ['access.field']],
    ['a level that is gone', gives({ choices: [choice('gone', 'readers')] }), ['access.choices.0.option']],
    [
      'a level twice',
      gives({ choices: [choice('read', 'a'), choice('read', 'b')] }),
      ['access.choices.1.option'],
    ],
    ['a level of no group', gives({ choices: [choice('read')] }), ['access.choices.0.groups']],
    [
      'a level with a group twice',
      gives({ choices: [choice('read', 'a', 'a')] }),
      ['access.choices.0.groups'],
    ],
    ['no level', gives({ choices: [] }), ['access.choices']],
    ['groups out of several', gives({ ...listed, choices: [choice('read', 'a'), choice('write', 'b')] }), []],
    ['a group out of one', gives({ by: 'groups', choices: [choice('read', 'a')] }), []],
    [
      'an option for two groups',
      gives({ ...listed, choices: [choice('read', 'a', 'b')] }),
      ['access.choices.0.groups'],
    ],
    [
      'a field of another kind now',
      gives({ ...listed, field: aField('several'), choices: [choice('read', 'a')] }),
      ['access.field'],
    ],
  ])('%s', (...[, rule, paths]) => {
    expect(blamed(rule, context(several))).toEqual(paths);
  });

  it('an option that was renamed has to be chosen again', () => {
    const choices = [{ option: { id: 'read', label: 'Reader' }, groups: [aGroup('a')] }];
    expect(problemsOf(gives({ choices }), context())).toEqual([
      {
        path: ['access', 'choices', '0', 'option'],
        message: '“Reader” is called “Option read” now. Choose it again.',
      },
    ]);
  });

  it.each<[string, string[], string[]]>([
    ['applications', ['read', 'write'], []],
    ['an application that is gone', ['gone'], ['access.applications.0.option']],
    ['an application twice', ['read', 'read'], ['access.applications.1.option']],
    ['no application', [], ['access.applications']],
  ])('%s', (_what, ids, paths) => {
    const applications = ids.map((id) => ({ option: anOption(id), connectionId: 'wiki' }));
    const rule = aRule({ access: { kind: 'application-access', field: aField('level'), applications } });
    expect(blamed(rule)).toEqual(paths);
  });
});

describe('who it is for', () => {
  const fields = [aFormField('who', 'person'), aFormField('all', 'people')];
  const person = (field: string) =>
    ({ beneficiary: { kind: 'person', field: aField(field, 'person') } }) as const;
  const mail = { beneficiary: { kind: 'email', field: aField('reason', 'text'), invite: false } } as const;
  const application = {
    kind: 'application-access',
    field: aField('level'),
    applications: [{ option: anOption('read'), connectionId: 'wiki' }],
  } as const;

  it.each<[string, Partial<RuleDefinition>, string[]]>([
    ['a person', person('who'), []],
    ['a field of several people', person('all'), ['beneficiary.field']],
    ['an address, for groups', mail, ['beneficiary.kind']],
    ['an address, for an application', { ...mail, access: application }, []],
    [
      'an address in a field of people',
      { access: application, beneficiary: { kind: 'email', field: aField('all', 'text'), invite: true } },
      ['beneficiary.field'],
    ],
    ['a reason out of a field of people', { reason: aField('all', 'text') }, ['reason']],
  ])('%s', (...[, rule, paths]) => {
    expect(blamed(aRule(rule), context(...fields))).toEqual(paths);
  });
});

describe('who approves', () => {
  const fields = [aFormField('boss', 'person'), aFormField('bosses', 'people')];
  const source = (id: string, kind: 'person' | 'people') =>
    ({ kind: 'field', field: aField(id, kind) }) as const;
  const ann = { kind: 'people', ids: ['ann', 'ann'] } as const;

  it.each<[string, Partial<RuleDefinition>, string[]]>([
    ['nobody', asks({ sources: [] }), ['approval.sources']],
    ['nobody, with exempt groups', asks({ sources: [], exempt: [aGroup('managers')] }), ['approval.sources']],
    ['nobody, by status', asks({ by: 'status', sources: [], count: 9 }), []],
    [
      'an empty list of people',
      asks({ sources: [{ kind: 'people', ids: [] }] }),
      ['approval.sources.0.ids', 'approval.count'],
    ],
    ['two of one person', asks({ sources: [ann], count: 2 }), ['approval.count']],
    [
      'two of one person and the application admin',
      asks({ sources: [ann, { kind: 'application-admin' }], count: 2 }),
      [],
    ],
    [
      'two of one admin, named twice',
      asks({ sources: [{ kind: 'application-admin' }, { kind: 'application-admin' }], count: 2 }),
      ['approval.count'],
    ],
    ['two of a boss', asks({ sources: [source('boss', 'person')], count: 2 }), ['approval.count']],
    ['two of the bosses', asks({ sources: [source('bosses', 'people')], count: 2 }), []],
    ['two of a group', asks({ sources: [{ kind: 'group', group: aGroup('owners') }], count: 2 }), []],
    [
      'a field that is gone',
      asks({ sources: [ann, source('gone', 'person')] }),
      ['approval.sources.1.field'],
    ],
    ['a field of text', asks({ sources: [source('reason', 'person')] }), ['approval.sources.0.field']],
    ['a reminder before the end', asks({ remindAfterHours: 4, cancelAfterHours: 5 }), []],
    [
      'a reminder at the end',
      asks({ remindAfterHours: 5, cancelAfterHours: 5 }),
      ['approval.remindAfterHours'],
    ],
    ['a field for the app to fill', asks({ approversField: aField('approvers', 'people') }), []],
    [
      'a field for one person to fill',
      asks({ approversField: aField('boss', 'person') }),
      ['approval.approversField'],
    ],
    [
      'a field that is nowhere',
      asks({ approversField: aField('gone', 'people') }),
      ['approval.approversField'],
    ],
    [
      'a field that is read and filled',
      asks({ sources: [source('bosses', 'people')], approversField: aField('bosses', 'people') }),
      ['approval.approversField'],
    ],
  ])('%s', (...[, rule, paths]) => {
    expect(blamed(aRule(rule), context(...fields))).toEqual(paths);
  });

  it('what the app fills is not what the rule reads', () => {
    const rule = aRule(asks({ approversField: aField('approvers', 'people') }));
    expect(boundOf(rule)).not.toContain('approvers');
  });
});
