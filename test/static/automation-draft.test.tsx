import { RuleInput } from '../../src/contract/rule';
import { blankDraft, ofField, type RuleDraft } from '../../static/admin/src/features/automation/draft/draft';
import { errorsIn } from '../../static/admin/src/features/automation/draft/errors';
import { copyOf, draftOf } from '../../static/admin/src/features/automation/draft/from-rule';
import { gapsOf } from '../../static/admin/src/features/automation/draft/gaps';
import { recallDraft, rememberDraft } from '../../static/admin/src/features/automation/draft/memory';
import { hoursOf, hoursText, spanIn, spanOf } from '../../static/admin/src/features/automation/draft/spans';
import { ruleOf } from '../../static/admin/src/features/automation/draft/to-rule';
import { withKind } from '../../static/admin/src/features/automation/draft/propose';
import { aRule } from './automation-builders';

const option = { id: 'o-1', label: 'One' };
const field = { id: 'f-1', name: 'Field', kind: 'option' } as const;
const date = { id: 'f-2', name: 'Until', kind: 'date-time' } as const;
const number = { id: 'f-3', name: 'Hours', kind: 'number' } as const;
const person = { id: 'f-4', name: 'For whom', kind: 'person' } as const;
const group = { id: 'g-9', name: 'Managers' };

const rules: Record<string, RuleInput> = {
  'the plain one': aRule(),
  'application access by address': aRule({
    access: { kind: 'application-access', field, applications: [{ option, connectionId: 'c-1' }] },
    beneficiary: { kind: 'email', field: { id: 'f-5', name: 'Email', kind: 'text' }, invite: true },
    end: { kind: 'never' },
  }),
  'privileged access until a date': aRule({
    access: {
      kind: 'privileged-access',
      connectionId: 'c-1',
      by: 'level',
      field,
      choices: [{ option, groups: [group] }],
    },
    end: { kind: 'field', field: date, required: true, maxHours: 48 },
  }),
  'requested groups for a chosen time': aRule({
    access: {
      kind: 'group-membership',
      connectionId: 'c-1',
      by: 'groups',
      field,
      choices: [{ option, groups: [group] }],
    },
    beneficiary: { kind: 'person', field: person },
    end: { kind: 'choice', field, required: false, choices: [{ option, hours: 36 }] },
  }),
  'hours on the form, and every kind of approver': aRule({
    end: { kind: 'hours', field: number, required: true, maxHours: 100 },
    approval: {
      by: 'status',
      sources: [
        { kind: 'application-admin' },
        { kind: 'people', ids: ['ada', 'bob'] },
        { kind: 'group', group },
        { kind: 'field', field: person },
      ],
      need: 'all',
      count: 3,
      remindAfterHours: 24,
      cancelAfterHours: 72,
      exempt: [group],
    },
    outcome: {},
  }),
};

describe('a rule in the editor', () => {
  it.each(Object.entries(rules))('%s says the same when it is opened and saved again', (_name, rule) => {
    expect(RuleInput.parse(rule)).toEqual(rule);
    expect(ruleOf(draftOf(rule))).toEqual(rule);
    expect(gapsOf(draftOf(rule))).toEqual({});
  });

  it('a copy says the same under another name', () => {
    expect(ruleOf(copyOf(aRule()))).toEqual(aRule({ name: 'Copy of IT Help: Group membership' }));
    expect(ruleOf(copyOf(aRule({ name: 'x'.repeat(100) }))).name).toHaveLength(100);
  });

  it('a new one lacks what only an administrator can say, and lacks no approver', () => {
    expect(Object.keys(gapsOf(blankDraft))).toEqual([
      'trigger.deskId',
      'trigger.requestTypeId',
      'access.connectionId',
      'access.field',
      'access.choices',
      'name',
    ]);
  });

  it('nobody approves when nobody is named', () => {
    const draft = { ...blankDraft, approval: { ...blankDraft.approval, sources: [] } };
    expect(gapsOf(draft)['approval.sources']).toBe('Say who may approve. Nobody approves by default.');
  });

  it('asks for no more approvers than there are', () => {
    const approving = (approval: Partial<RuleDraft['approval']>) =>
      gapsOf({ ...blankDraft, approval: { ...blankDraft.approval, ...approval } })['approval.count'];
    expect(approving({ count: '2' })).toMatch(/Fewer people/);
    expect(
      approving({ count: '2', sources: ['application-admin', 'people'], people: ['ada'] }),
    ).toBeUndefined();
    expect(approving({ count: '9', sources: ['group'], groups: [group] })).toBeUndefined();
    expect(approving({ count: '1.5' })).toMatch(/whole number/);
  });

  it('privileged access cannot be left open, whatever was ticked before', () => {
    const open = draftOf(aRule({ end: { kind: 'field', field: date, required: false } }));
    expect(ruleOf(withKind(open, 'privileged-access')).end).toMatchObject({ required: true });
    expect(withKind(draftOf(aRule({ end: { kind: 'never' } })), 'privileged-access').end.kind).toBe('after');
    expect(withKind(withKind(open, 'privileged-access'), 'group-membership').approval.count).toBe('1');
  });

  it('what was said for another field is kept, and not sent', () => {
    const draft = draftOf(aRule());
    const moved = { ...draft, access: { ...draft.access, field } };
    expect(ofField(moved.access.choices, field)).toEqual([]);
    expect(ruleOf(moved).access).toMatchObject({ choices: [] });
    expect(gapsOf(moved)['access.choices']).toBe('Say what at least one option gives.');
    expect(ruleOf({ ...moved, access: { ...moved.access, field: draft.access.field } })).toEqual(aRule());
  });
});

describe('what the server finds wrong', () => {
  it('is told of an approver by the kind, not by the place among those that were sent', () => {
    const draft = draftOf(rules['hours on the form, and every kind of approver'] ?? aRule());
    const problem = {
      code: 'invalid',
      message: '',
      fields: {
        'rule.name': 'Taken.',
        'approval.sources.1.ids': 'Gone.',
        'approval.sources.3.field': 'Not on the form.',
        'approval.sources': 'Too many.',
      },
    };
    expect(errorsIn(problem, draft)).toEqual({
      name: 'Taken.',
      'approval.people.ids': 'Gone.',
      'approval.field.field': 'Not on the form.',
      'approval.sources': 'Too many.',
    });
  });
});

describe('what a reload brings back', () => {
  it('is what was remembered', () => {
    const kept = { version: 3, draft: draftOf(aRule()) };
    rememberDraft('rule:test', kept);
    expect(recallDraft('rule:test')).toEqual(kept);
  });

  it.each([
    ['nothing', 'null'],
    ['no JSON', '{'],
    ['another shape', '{"version":1,"draft":{"naming":{}}}'],
    [
      'a list of something else',
      JSON.stringify({
        version: 1,
        draft: { ...blankDraft, approval: { ...blankDraft.approval, people: [1] } },
      }),
    ],
  ])('is nothing when the browser kept %s', (_what, stored) => {
    sessionStorage.setItem('rule:test', stored);
    expect(recallDraft('rule:test')).toBeUndefined();
    sessionStorage.clear();
  });
});

describe('a length of time', () => {
  it.each([
    ['8 hours', 8],
    ['1 day', 24],
    ['2 weeks', 336],
    ['30 Days', 720],
  ])('“%s” is read as %d hours', (label, hours) => {
    expect(hoursOf(spanIn(label))).toBe(hours);
  });

  it('is shown in days when it is whole days, and never read out of other words', () => {
    expect([1, 8, 24, 36, 48, 720].map(hoursText)).toEqual([
      '1 hour',
      '8 hours',
      '24 hours',
      '36 hours',
      '2 days',
      '30 days',
    ]);
    expect(spanOf(48)).toEqual({ amount: '2', unit: 'days' });
    expect(hoursOf({ amount: '1,5', unit: 'hours' })).toBe(1.5);
    expect(spanIn('for ever').amount).toBe('');
    expect(hoursOf({ amount: 'soon', unit: 'days' })).toBeNaN();
  });
});
