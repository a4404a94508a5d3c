import { problemsOf } from '../../src/domain/judge-rule';
import type { End, RuleDefinition } from '../../src/domain/rule';
import { aField, aForm, aFormField, aGroup, anOption, aPolicy, aPrivilegedRule, aRule } from './builders';

const form = aForm(
  aFormField('until', 'date'),
  aFormField('moment', 'date-time'),
  aFormField('hours', 'number'),
  aFormField('span', 'option', ['short', 'long']),
);
const blamed = (rule: RuleDefinition) =>
  problemsOf(rule, { form, others: [] }).map(({ path }) => path.join('.'));

const field = (id: string, kind: 'date' | 'date-time', maxHours?: number): End => ({
  kind: 'field',
  field: aField(id, kind),
  required: true,
  ...(maxHours !== undefined && { maxHours }),
});
const hours = (maxHours: number, required = true): End => ({
  kind: 'hours',
  field: aField('hours', 'number'),
  required,
  maxHours,
});
const choice = (...spans: readonly [id: string, hours: number][]): End => ({
  kind: 'choice',
  field: aField('span'),
  required: true,
  choices: spans.map(([id, span]) => ({ option: anOption(id), hours: span })),
});
const never: End = { kind: 'never' };

it.each<[string, End, string[]]>([
  ['never', never, []],
  ['on a date', field('until', 'date'), []],
  ['at a moment', field('moment', 'date-time'), []],
  ['on what was a date', field('moment', 'date'), ['end.field']],
  ['on a date that is gone', field('gone', 'date'), ['end.field']],
  ['on a number', field('hours', 'date'), ['end.field']],
  ['after hours', hours(24, false), []],
  ['after a year', hours(366 * 24), []],
  [
    'after hours in a field of dates',
    { ...hours(24), field: aField('until', 'number') } as End,
    ['end.field'],
  ],
  ['after a span', choice(['short', 8], ['long', 5000]), []],
  ['after a span that is gone', choice(['gone', 8]), ['end.choices.0.option']],
  ['after a span twice', choice(['short', 8], ['short', 9]), ['end.choices.1.option']],
  ['after no span', choice(), ['end.choices']],
])('access that ends %s', (...[, end, paths]) => {
  expect(blamed(aRule({ end }))).toEqual(paths);
});

const { reason: _reason, ...withoutReason } = aPrivilegedRule();

it.each<[string, RuleDefinition, string[]]>([
  ['ends after 90 days', aPrivilegedRule({ end: { kind: 'after', hours: 2160 } }), []],
  ['ends after 90 days and an hour', aPrivilegedRule({ end: { kind: 'after', hours: 2161 } }), ['end.hours']],
  ['never ends', aPrivilegedRule({ end: never }), ['end.kind']],
  ['may be left without an end', aPrivilegedRule({ end: hours(8, false) }), ['end.required']],
  ['ends after too many hours', aPrivilegedRule({ end: hours(2161) }), ['end.maxHours']],
  ['ends on a date', aPrivilegedRule({ end: field('until', 'date') }), []],
  ['ends on a date too far away', aPrivilegedRule({ end: field('until', 'date', 2161) }), ['end.maxHours']],
  ['ends on a date soon enough', aPrivilegedRule({ end: field('until', 'date', 2160) }), []],
  [
    'ends after a span too long',
    aPrivilegedRule({ end: choice(['short', 8], ['long', 2161]) }),
    ['end.choices.1.hours'],
  ],
  ['needs no reason', withoutReason, ['reason']],
  ['needs one approver', aPrivilegedRule({ approval: aPolicy({ count: 1 }) }), ['approval.count']],
  [
    'needs none for managers',
    aPrivilegedRule({ approval: aPolicy({ count: 2, exempt: [aGroup('managers')] }) }),
    ['approval.exempt'],
  ],
  [
    'is decided by status',
    aPrivilegedRule({ approval: aPolicy({ count: 2, by: 'status' }) }),
    ['approval.by'],
  ],
])('privileged access that %s', (...[, rule, paths]) => {
  expect(blamed(rule)).toEqual(paths);
});
