import { findChoice } from './read-choice';
import { blame, filledIn, missing, read, valueIn, type Read } from './read-field';
import { MAX_HOURS, PRIVILEGED_MAX_HOURS, type End, type FieldRef, type RuleDefinition } from './rule';
import type { Ticket } from './ticket';

/** The end as the ticket words it. A date becomes an instant once it is known whose day it is. */
export type WantedEnd =
  | { readonly kind: 'never' }
  | { readonly kind: 'for'; readonly hours: number }
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'at'; readonly at: Date };

type Ruled = Pick<RuleDefinition, 'access' | 'end'>;

/** Privileged access always ends, whatever a rule or a ticket says. */
export function readEnd(rule: Ruled, ticket: Pick<Ticket, 'values'>): Read<WantedEnd> {
  const found = findEnd(rule, ticket);
  if (found.kind === 'unreadable' || rule.access.kind !== 'privileged-access') return found;
  return found.value.kind === 'never' ? missing(fieldOf(rule.end)) : found;
}

function findEnd({ access, end }: Ruled, ticket: Pick<Ticket, 'values'>): Read<WantedEnd> {
  const most = access.kind === 'privileged-access' ? PRIVILEGED_MAX_HOURS : MAX_HOURS;
  switch (end.kind) {
    case 'never':
      return read(NEVER);
    case 'after':
      return readHours(END, end.hours, most);
    case 'field': {
      const found = find(ticket, end, DAYS);
      if (found.kind === 'unreadable') return found;
      if (!found.value) return leftOut(end, most);
      return read(
        found.value.kind === 'date'
          ? { kind: 'date', date: found.value.date }
          : { kind: 'at', at: found.value.at },
      );
    }
    case 'choice': {
      const found = find(ticket, end, OPTION);
      if (found.kind === 'unreadable') return found;
      if (!found.value) return leftOut(end, most);
      const choice = findChoice(end.field, end.choices, found.value.option);
      return choice.kind === 'read' ? readHours(end.field, choice.value.hours, most) : choice;
    }
    case 'hours': {
      const found = find(ticket, end, NUMBER);
      if (found.kind === 'unreadable') return found;
      return found.value
        ? readHours(end.field, found.value.value, Math.min(end.maxHours, most))
        : leftOut(end, most);
    }
  }
}

/** A limit holds for those, too, who say nothing. */
function leftOut(end: End, most: number): Read<WantedEnd> {
  const longest = longestOf(end);
  return read(longest === undefined ? NEVER : { kind: 'for', hours: Math.min(longest, most) });
}

/** What a form that says when access ends allows at most. Undefined: there is no limit. */
function longestOf(end: End): number | undefined {
  if (end.kind === 'choice') return Math.max(...end.choices.map(({ hours }) => hours));
  return 'maxHours' in end ? end.maxHours : undefined;
}

const NEVER: WantedEnd = { kind: 'never' };
const DAYS = ['date', 'date-time'] as const;
const OPTION = ['option'] as const;
const NUMBER = ['number'] as const;
const END = { id: '', name: 'End', kind: 'number' } as const;

const fieldOf = (end: End): FieldRef => ('field' in end ? end.field : END);

interface Asked {
  readonly field: FieldRef;
  readonly required: boolean;
}

const find = <K extends 'date' | 'date-time' | 'option' | 'number'>(
  ticket: Pick<Ticket, 'values'>,
  { field, required }: Asked,
  kinds: readonly K[],
) => (required ? filledIn(ticket, field, kinds) : valueIn(ticket, field, kinds));

const readHours = (field: Pick<FieldRef, 'name'>, hours: number, most: number): Read<WantedEnd> =>
  hours > 0 && hours <= most
    ? read({ kind: 'for', hours })
    : blame('hours-wrong', field, `“${field.name}” has to be more than 0 and at most ${most} hours.`);
