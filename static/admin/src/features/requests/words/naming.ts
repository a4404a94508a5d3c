import type { AuditEventView } from '@contract/views';
import { instant } from '../../../ui/dates';

export type Detail = AuditEventView['detail'];
export type Value = Detail[string] | undefined;

/** The names behind the ids of the trail, as far as they are known. */
export interface Names {
  readonly people: ReadonlyMap<string, string>;
  readonly groups: ReadonlyMap<string, string>;
  /** The group of each grant, by the grant's id. */
  readonly grants: ReadonlyMap<string, string>;
  /** The rules that are still there. */
  readonly rules: ReadonlyMap<string, string>;
}

/** `at`: when the event was written. */
export type Sentence = (detail: Detail, names: Names, at: string) => string;

export const joined = new Intl.ListFormat('en', { type: 'conjunction' });
export const list = (value: Value): string[] => (Array.isArray(value) ? value : []);
export const text = (value: Value): string => (value === undefined ? '' : String(value));

export const person = (id: Value, { people }: Names): string => people.get(text(id)) ?? 'an unknown person';
export const all = (ids: Value, names: Names): string =>
  joined.format(list(ids).map((id) => person(id, names)));
export const groupsOf = (ids: Value, { groups }: Names): string =>
  joined.format(list(ids).map((id) => groups.get(id) ?? `group ${id}`));
export const grant = ({ grant: id }: Detail, { grants }: Names): string => grants.get(text(id)) ?? 'a group';

/** An instant, `never`, or a span such as `8 hours`. */
export function until(value: Value): string {
  const end = text(value);
  if (end === 'never') return 'without an end';
  return Number.isNaN(Date.parse(end)) || !end.includes('T') ? `for ${end}` : `until ${instant(end)}`;
}
