import type { FieldRef } from './rule';
import type { FieldKind, FieldValue, Ticket } from './ticket';

/** Why a ticket cannot be understood. `field` is the field's name; `text` is for the people on the ticket. */
export interface Misunderstanding {
  readonly code: MisunderstandingCode;
  readonly field?: string;
  readonly text: string;
}
export type MisunderstandingCode =
  | 'other-rule'
  | 'no-requester'
  | 'field-missing'
  | 'field-changed-type'
  | 'option-unknown'
  | 'option-renamed'
  | 'empty'
  | 'reason-too-long'
  | 'too-many-groups'
  | 'hours-wrong'
  | 'address-wrong';

/** What a part of the ticket says, or why it cannot be understood. */
export type Read<T> =
  | { readonly kind: 'read'; readonly value: T }
  | { readonly kind: 'unreadable'; readonly problems: readonly Misunderstanding[] };

export const read = <T>(value: T): Read<T> => ({ kind: 'read', value });
export const unreadable = (...problems: readonly Misunderstanding[]): Read<never> => ({
  kind: 'unreadable',
  problems,
});

export const blame = (code: MisunderstandingCode, { name }: Pick<FieldRef, 'name'>, text: string) =>
  unreadable({ code, field: name, text });

type ValueOf<K extends FieldKind> = Extract<FieldValue, { kind: K }>;
interface Field<K extends FieldKind> extends FieldRef {
  readonly kind: K;
}

/** Whether a field is of one of the kinds that this part of a rule can be mapped to. */
export const isKind = <K extends FieldKind>(field: FieldRef, ...kinds: readonly K[]): field is Field<K> =>
  kinds.some((kind) => kind === field.kind);

/** What the field holds; undefined when it is empty. A field that is not of its kind any more is not read. */
export function valueIn<K extends FieldKind>(
  { values }: Pick<Ticket, 'values'>,
  field: FieldRef,
  kinds: readonly K[],
): Read<ValueOf<K> | undefined> {
  const value = Object.hasOwn(values, field.id) ? values[field.id] : undefined;
  if (!value)
    return blame('field-missing', field, `The field “${field.name}” is not on this request any more.`);
  if (value.kind === 'empty') return read(undefined);
  if (value.kind === field.kind && isOneOf(value, kinds)) return read(value);
  return blame(
    'field-changed-type',
    field,
    `The field “${field.name}” is not of the kind that the rule was made for.`,
  );
}

const isOneOf = <K extends FieldKind>(value: FieldValue, kinds: readonly K[]): value is ValueOf<K> =>
  kinds.some((kind) => kind === value.kind);

export function filledIn<K extends FieldKind>(
  ticket: Pick<Ticket, 'values'>,
  field: FieldRef,
  kinds: readonly K[],
): Read<ValueOf<K>> {
  const found = valueIn(ticket, field, kinds);
  if (found.kind === 'unreadable') return found;
  return found.value ? read(found.value) : missing(field);
}

export const missing = (field: FieldRef) =>
  blame('empty', field, `The field “${field.name}” has to be filled in.`);
