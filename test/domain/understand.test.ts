import type { RuleDefinition } from '../../src/domain/rule';
import type { FieldValue, Ticket } from '../../src/domain/ticket';
import { boundOf, understand } from '../../src/domain/understand';
import {
  aField,
  aGroup,
  anOption,
  aPolicy,
  aPrivilegedRule,
  aRule,
  aTicket,
  aTrigger,
  groupAccess,
} from './builders';

const option = (id: string): FieldValue => ({ kind: 'option', option: anOption(id) });
const options = (...ids: string[]): FieldValue => ({ kind: 'options', options: ids.map(anOption) });
const holding = (values: Ticket['values']): Ticket => aTicket({ values: { ...aTicket().values, ...values } });

const wantedOf = (rule: RuleDefinition, ticket: Ticket = aTicket()) => {
  const understanding = understand(rule, ticket);
  return understanding.kind === 'understood' ? understanding.wanted : understanding.problems;
};
const codesOf = (rule: RuleDefinition, ticket: Ticket = aTicket()) => {
  const understanding = understand(rule, ticket);
  return understanding.kind === 'understood' ? [] : understanding.problems.map(({ code }) => code);
};

it('an option stands for the groups that the rule says, whatever they are called', () => {
  expect(wantedOf(aRule(), holding({ level: option('write') }))).toEqual({
    requester: 'rae',
    beneficiary: { kind: 'person', id: 'rae' },
    connectionId: 'wiki',
    groups: [aGroup('readers'), aGroup('writers')],
    privileged: false,
    end: { kind: 'for', hours: 8 },
    invite: false,
    bound: ['reporter', 'project', 'issuetype', 'Request Type', 'level'],
  });
});

it('an application stands for its connection, which says later what it gives', () => {
  const rule = aRule({
    access: {
      kind: 'application-access',
      field: aField('app'),
      applications: [{ option: anOption('conf'), connectionId: 'confluence' }],
    },
  });
  const ticket = holding({ app: option('conf') });
  expect(wantedOf(rule, ticket)).toMatchObject({ connectionId: 'confluence', groups: [] });
  expect(codesOf(rule, holding({ app: option('other') }))).toEqual(['option-unknown']);
  expect(codesOf(rule, holding({ app: options('conf') }))).toEqual(['field-changed-type']);
});

describe('requested groups', () => {
  const numbers = Array.from({ length: 25 }, (_none, index) => `g${index}`);
  const rule = aRule({
    access: groupAccess({
      by: 'groups',
      field: aField('wanted', 'options'),
      choices: numbers.map((id) => ({ option: anOption(id), groups: [aGroup(id)] })),
    }),
  });
  const asking = (...ids: string[]) => holding({ wanted: options(...ids) });

  it('each option is one group, and one asked for twice is one', () => {
    expect(wantedOf(rule, asking('g1', 'g2', 'g1'))).toMatchObject({ groups: [aGroup('g1'), aGroup('g2')] });
  });

  it('twenty at once, and no more', () => {
    expect(codesOf(rule, asking(...numbers.slice(0, 20)))).toEqual([]);
    expect(codesOf(rule, asking(...numbers.slice(0, 21)))).toEqual(['too-many-groups']);
  });

  it('one that is not on the list spoils the request, and each is told', () => {
    expect(codesOf(rule, asking('g1', 'administrators', 'owners'))).toEqual([
      'option-unknown',
      'option-unknown',
    ]);
  });

  it('also when the field takes one option only', () => {
    const one = aRule({ access: groupAccess({ by: 'groups' }) });
    expect(wantedOf(one, holding({ level: option('read') }))).toMatchObject({ groups: [aGroup('readers')] });
    expect(codesOf(one, holding({ level: options('read') }))).toEqual(['field-changed-type']);
  });
});

it('an option is known by its id: the same label under another id gives nothing', () => {
  const forged: FieldValue = { kind: 'option', option: { id: '666', label: anOption('read').label } };
  expect(codesOf(aRule(), holding({ level: forged }))).toEqual(['option-unknown']);
});

it('an option that was renamed gives nothing until the rule says what it means now', () => {
  const renamed: FieldValue = { kind: 'option', option: { id: 'read', label: 'Administrators' } };
  const understanding = understand(aRule(), holding({ level: renamed }));
  expect(understanding).toMatchObject({ problems: [{ code: 'option-renamed', field: 'The level' }] });
  expect(JSON.stringify(understanding)).not.toContain('Administrators');
});

it('what an object inherits is not a field of the ticket', () => {
  const rule = aRule({ access: groupAccess({ field: aField('constructor') }) });
  expect(codesOf(rule)).toEqual(['field-missing']);
});

it.each<[string, Partial<RuleDefinition>, Ticket['values'], string[]]>([
  ['the field is empty', {}, { level: { kind: 'empty' } }, ['empty']],
  ['the field holds something else', {}, { level: { kind: 'other' } }, ['field-changed-type']],
  ['the field holds text', {}, { level: { kind: 'text', text: 'read' } }, ['field-changed-type']],
  [
    'the person is missing',
    { beneficiary: { kind: 'person', field: aField('who', 'person') } },
    { who: { kind: 'empty' } },
    ['empty'],
  ],
  [
    'the person is several',
    { beneficiary: { kind: 'person', field: aField('who', 'person') } },
    { who: { kind: 'people', ids: ['bob'] } },
    ['field-changed-type'],
  ],
  [
    'the person was deleted',
    { beneficiary: { kind: 'person', field: aField('gone', 'person') } },
    {},
    ['field-missing'],
  ],
  [
    'several things are wrong at once, and all are told',
    { beneficiary: { kind: 'person', field: aField('gone', 'person') } },
    { level: { kind: 'empty' } },
    ['empty', 'field-missing'],
  ],
])('a request is not understood when %s', (...[, rule, values, codes]) => {
  expect(codesOf(aRule(rule), holding(values))).toEqual(codes);
});

it('a request without a reporter is nobody’s', () => {
  expect(codesOf(aRule(), aTicket({ reporter: '' }))).toEqual(['no-requester']);
});

it('a request that was edited into what another rule is for is not this rule’s either', () => {
  const rule = aRule({
    trigger: aTrigger({ conditions: [{ field: aField('unit'), anyOf: [anOption('hr')] }] }),
  });
  expect(codesOf(rule, holding({ unit: option('hr') }))).toEqual([]);
  expect(codesOf(rule, holding({ unit: option('it') }))).toEqual(['other-rule']);
});

it('the access can be for another person', () => {
  const rule = aRule({ beneficiary: { kind: 'person', field: aField('who', 'person') } });
  const wanted = wantedOf(rule, holding({ who: { kind: 'person', id: 'bob' } }));
  expect(wanted).toMatchObject({ requester: 'rae', beneficiary: { kind: 'person', id: 'bob' } });
});

describe('by address', () => {
  const rule = aRule({ beneficiary: { kind: 'email', field: aField('mail', 'text'), invite: true } });
  const mail = (text: string) => holding({ mail: { kind: 'text', text } });

  it('one address, without the space around it', () => {
    const wanted = wantedOf(rule, mail(' New.Hire@example.com\n'));
    expect(wanted).toMatchObject({
      beneficiary: { kind: 'email', email: 'New.Hire@example.com' },
      invite: true,
    });
  });

  it.each([
    'nobody',
    'a@b',
    'a@b.',
    '@b.example',
    'a b@c.example',
    'a@b.example, c@d.example',
    'a@b.example\nc@d.example',
    'Ann <a@b.example>',
    `${'a'.repeat(250)}@b.example`,
    'a@b@c.example',
  ])('%j is none', (text) => {
    expect(codesOf(rule, mail(text))).toEqual(['address-wrong']);
  });

  it('blank is empty', () => {
    expect(codesOf(rule, mail('  '))).toEqual(['empty']);
  });
});

describe('the reason', () => {
  const reason = (text: string) => holding({ reason: { kind: 'text', text } });
  const asked = aRule({ reason: aField('reason', 'text') });

  it('is kept without the space around it, and may be missing where it is not mandatory', () => {
    expect(wantedOf(asked, reason('  For the audit '))).toMatchObject({ reason: 'For the audit' });
    expect(wantedOf(asked, reason('  '))).not.toHaveProperty('reason');
    expect(wantedOf(asked, holding({ reason: { kind: 'empty' } }))).not.toHaveProperty('reason');
  });

  it('has at most 4000 characters, as people count them', () => {
    expect(codesOf(asked, reason('😀'.repeat(4000)))).toEqual([]);
    expect(codesOf(asked, reason('a'.repeat(4001)))).toEqual(['reason-too-long']);
    expect(codesOf(asked, reason('a'.repeat(10_000)))).toEqual(['reason-too-long']);
  });

  it('is mandatory for privileged access, even where a rule forgot it', () => {
    expect(codesOf(aPrivilegedRule())).toEqual([]);
    expect(codesOf(aPrivilegedRule(), reason(' \n'))).toEqual(['empty']);
    const { reason: _forgotten, ...forgetful } = aPrivilegedRule();
    expect(codesOf(forgetful)).toEqual(['empty']);
  });
});

it('everything that a rule reads is bound, once, and what the app writes is not', () => {
  const rule = aRule({
    trigger: aTrigger({ conditions: [{ field: aField('unit'), anyOf: [anOption('hr')] }] }),
    access: groupAccess({ field: aField('unit') }),
    beneficiary: { kind: 'person', field: aField('who', 'person') },
    end: { kind: 'field', field: aField('until', 'date'), required: true },
    reason: aField('why', 'text'),
    approval: aPolicy({
      sources: [{ kind: 'field', field: aField('boss', 'person') }, { kind: 'application-admin' }],
      approversField: aField('approvers', 'people'),
    }),
  });
  const own = ['reporter', 'project', 'issuetype', 'Request Type'];
  expect(boundOf(rule)).toEqual([...own, 'unit', 'who', 'until', 'why', 'boss']);
});
