import type { End, RuleDefinition } from '../../src/domain/rule';
import type { FieldValue, Ticket } from '../../src/domain/ticket';
import { understand } from '../../src/domain/understand';
import { aField, anOption, aPrivilegedRule, aRule, aTicket } from './builders';

const option = (id: string): FieldValue => ({ kind: 'option', option: anOption(id) });
const holding = (values: Ticket['values']): Ticket => aTicket({ values: { ...aTicket().values, ...values } });
const wantedOf = (rule: RuleDefinition, ticket: Ticket) => {
  const understanding = understand(rule, ticket);
  return understanding.kind === 'understood' ? understanding.wanted : understanding.problems;
};

describe('the end', () => {
  const withEnd = (end: End, value: FieldValue, rule = aRule) =>
    wantedOf(rule({ end }), holding({ end: value })) as object;
  const field = (kind: 'date' | 'date-time', required = true): End => ({
    kind: 'field',
    field: aField('end', kind),
    required,
  });
  const hours = (required = true, maxHours = 24): End => ({
    kind: 'hours',
    field: aField('end', 'number'),
    required,
    maxHours,
  });
  const choice = (most: number, required = true): End => ({
    kind: 'choice',
    field: aField('end'),
    required,
    choices: [{ option: anOption('long'), hours: most }],
  });
  const at = new Date('2026-03-05T09:30:00Z');
  const number = (value: number): FieldValue => ({ kind: 'number', value });
  const empty: FieldValue = { kind: 'empty' };
  const wrong = (code: string): unknown => [expect.objectContaining({ code, field: 'The end' })];
  const ends = (end: object): unknown => expect.objectContaining({ end });

  it.each<[string, End, FieldValue, unknown]>([
    ['never', { kind: 'never' }, empty, ends({ kind: 'never' })],
    [
      'a date',
      field('date'),
      { kind: 'date', date: '2026-03-05' },
      ends({ kind: 'date', date: '2026-03-05' }),
    ],
    ['a date with a time', field('date-time'), { kind: 'date-time', at }, ends({ kind: 'at', at })],
    [
      'a date where a time is asked for',
      field('date-time'),
      { kind: 'date', date: '2026-03-05' },
      wrong('field-changed-type'),
    ],
    ['nothing where it is mandatory', field('date'), empty, wrong('empty')],
    ['nothing where it is not', field('date', false), empty, ends({ kind: 'never' })],
    ['a span by its option', choice(72), option('long'), ends({ kind: 'for', hours: 72 })],
    ['another option', choice(72), option('longest'), wrong('option-unknown')],
    ['no option', choice(72), empty, wrong('empty')],
    ['no option where it is not mandatory', choice(72, false), empty, ends({ kind: 'for', hours: 72 })],
    ['an option longer than a year and a day', choice(366 * 24 + 1), option('long'), wrong('hours-wrong')],
    ['hours', hours(), number(24), ends({ kind: 'for', hours: 24 })],
    ['part of an hour', hours(), number(0.5), ends({ kind: 'for', hours: 0.5 })],
    ['more hours than allowed', hours(), number(24.01), wrong('hours-wrong')],
    ['no hours', hours(), number(0), wrong('hours-wrong')],
    ['hours into the past', hours(), number(-1), wrong('hours-wrong')],
    ['no number', hours(), number(NaN), wrong('hours-wrong')],
    ['endless hours', hours(true, Infinity), number(Infinity), wrong('hours-wrong')],
    ['hours left out', hours(), empty, wrong('empty')],
    ['hours left out where they are not mandatory', hours(false), empty, ends({ kind: 'for', hours: 24 })],
    [
      'nothing where it is limited, though not mandatory',
      { ...field('date', false), maxHours: 48 } as End,
      empty,
      ends({ kind: 'for', hours: 48 }),
    ],
  ])('%s', (...[, end, value, expected]) => {
    expect(withEnd(end, value)).toEqual(expected);
  });

  it('of privileged access is never left out, and never more than 90 days away', () => {
    const privileged = (end: End, value: FieldValue) => withEnd(end, value, aPrivilegedRule);
    expect(privileged({ kind: 'never' }, empty)).toMatchObject([{ code: 'empty', field: 'End' }]);
    expect(privileged(field('date', false), empty)).toEqual(wrong('empty'));
    expect(privileged({ kind: 'after', hours: 90 * 24 }, empty)).toEqual(ends({ kind: 'for', hours: 2160 }));
    expect(privileged({ kind: 'after', hours: 90 * 24 + 1 }, empty)).toMatchObject([{ code: 'hours-wrong' }]);
    expect(privileged(choice(2161), option('long'))).toEqual(wrong('hours-wrong'));
    expect(privileged(hours(true, 5000), number(2161))).toEqual(wrong('hours-wrong'));
  });
});
