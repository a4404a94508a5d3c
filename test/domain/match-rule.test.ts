import fc from 'fast-check';
import { overlap, ruleFits } from '../../src/domain/match-rule';
import type { Condition, Trigger } from '../../src/domain/rule';
import type { FieldValue } from '../../src/domain/ticket';
import { aField, anOption, aTicket, aTrigger } from './builders';

const when = (field: string, ...ids: string[]): Condition => ({
  field: aField(field),
  anyOf: ids.map(anOption),
});
const hr = aTrigger({ conditions: [when('unit', 'hr', 'payroll')] });
const valued = (unit: FieldValue) => aTicket({ values: { unit } });
const option = (id: string, label = 'whatever'): FieldValue => ({ kind: 'option', option: { id, label } });

it.each<[string, Trigger, ReturnType<typeof aTicket>, boolean]>([
  ['its project and request type', aTrigger(), aTicket(), true],
  ['another project', aTrigger(), aTicket({ projectId: 'other' }), false],
  ['another request type', aTrigger(), aTicket({ requestTypeId: 'other' }), false],
  ['one of the options, whatever it is called now', hr, valued(option('payroll')), true],
  ['another option of that name', hr, valued(option('666', anOption('hr').label)), false],
  ['no option', hr, valued({ kind: 'empty' }), false],
  ['several options, of which it is one', hr, valued({ kind: 'options', options: [anOption('hr')] }), false],
  ['text of that id', hr, valued({ kind: 'text', text: 'hr' }), false],
  ['no such field', hr, aTicket(), false],
])('a rule and a ticket with %s', (...[, trigger, ticket, fits]) => {
  expect(ruleFits(trigger, ticket)).toBe(fits);
});

it('a ticket without a request type is no request', () => {
  const { requestTypeId: _none, ...bare } = aTicket();
  expect(ruleFits(aTrigger(), bare)).toBe(false);
});

it('every condition has to hold', () => {
  const both = aTrigger({ conditions: [when('unit', 'hr'), when('site', 'bonn')] });
  const values = (site: string) => aTicket({ values: { unit: option('hr'), site: option(site) } });
  expect(ruleFits(both, values('bonn'))).toBe(true);
  expect(ruleFits(both, values('rome'))).toBe(false);
});

it.each<[string, Trigger, Trigger, boolean]>([
  ['of the same request type', aTrigger(), aTrigger(), true],
  ['of two projects', aTrigger(), aTrigger({ projectId: 'other' }), false],
  ['of two request types', aTrigger(), aTrigger({ requestTypeId: 'other' }), false],
  ['of which one has no condition', hr, aTrigger(), true],
  ['that share an option', hr, aTrigger({ conditions: [when('unit', 'it', 'hr')] }), true],
  ['that share no option', hr, aTrigger({ conditions: [when('unit', 'it')] }), false],
  ['with conditions on two fields', hr, aTrigger({ conditions: [when('site', 'it')] }), true],
  [
    'that share one field and differ in another',
    aTrigger({ conditions: [when('unit', 'hr'), when('site', 'bonn')] }),
    aTrigger({ conditions: [when('unit', 'hr'), when('site', 'rome')] }),
    false,
  ],
])('two rules %s', (...[, a, b, both]) => {
  expect(overlap(a, b)).toBe(both);
  expect(overlap(b, a)).toBe(both);
});

it('two rules overlap exactly when there is a ticket that fits both', () => {
  const ids = ['1', '2', '3'];
  const some = fc.subarray(ids, { minLength: 1 });
  const conditions = fc
    .record({ unit: fc.option(some), site: fc.option(some) })
    .map(({ unit, site }) => [
      ...(unit ? [when('unit', ...unit)] : []),
      ...(site ? [when('site', ...site)] : []),
    ]);
  const trigger = fc
    .record({ requestTypeId: fc.constantFrom('a', 'b'), conditions })
    .map((over) => aTrigger(over));
  const tickets = ['a', 'b'].flatMap((requestTypeId) =>
    ids.flatMap((unit) =>
      ids.map((site) => aTicket({ requestTypeId, values: { unit: option(unit), site: option(site) } })),
    ),
  );
  fc.assert(
    fc.property(trigger, trigger, (a, b) => {
      const shared = tickets.some((ticket) => ruleFits(a, ticket) && ruleFits(b, ticket));
      expect(overlap(a, b)).toBe(shared);
    }),
    { numRuns: 1000 },
  );
});
