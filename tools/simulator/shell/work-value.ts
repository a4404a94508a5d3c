import { z } from 'zod';
import { adfOf, textOfAdf } from '../atlassian/work/adf';
import type { Choice, Draft, FormField } from './work-field';
import { localTime, momentOf } from './zone-time';

export interface Writing {
  readonly timeZone: string;
  /** Jira takes long texts as documents; the service desk takes plain ones. */
  readonly long: 'adf' | 'plain';
}

/** What goes to the API for a field. `null` is empty; `undefined` for a text that is no value of this kind. */
export function valueOf({ kind }: FormField, { chosen }: Draft, { timeZone, long }: Writing): unknown {
  const [first] = chosen;
  const list = (write: (choice: Choice) => unknown) => chosen.map(write);
  if (!first) return kind === 'options' || kind === 'people' || kind === 'groups' ? [] : null;
  switch (kind) {
    case 'text':
    case 'date':
      return first.id;
    case 'paragraph':
      return long === 'adf' ? adfOf(lines(first.id)) : lines(first.id);
    case 'number':
      return Number.isNaN(Number(first.id)) ? undefined : Number(first.id);
    case 'date-time':
      return momentOf(first.id, timeZone);
    case 'option':
      return { id: first.id };
    case 'options':
      return list(({ id }) => ({ id }));
    case 'person':
      return { accountId: first.id };
    case 'people':
      return list(({ id }) => ({ accountId: id }));
    case 'group':
      return { groupId: first.id };
    case 'groups':
      return list(({ id }) => ({ groupId: id }));
  }
}

/** Forms send line breaks as two characters. */
const lines = (text: string): string => text.replaceAll('\r\n', '\n');

const thing = z.union([
  z
    .object({ accountId: z.string(), displayName: z.string() })
    .transform((one) => [one.accountId, one.displayName]),
  z.object({ groupId: z.string(), name: z.string() }).transform((one) => [one.groupId, one.name]),
  z.object({ iso8601: z.string(), friendly: z.string() }).transform((one) => [one.iso8601, one.friendly]),
  z.object({ id: z.string(), value: z.string() }).transform((one) => [one.id, one.value]),
  z.object({ id: z.string(), name: z.string() }).transform((one) => [one.id, one.name]),
]);

/** What an API holds for a field, as things with a name. */
export function choicesIn(value: unknown): readonly Choice[] {
  if (value === null || value === undefined) return [];
  if (Array.isArray(value)) return value.flatMap(choicesIn);
  if (typeof value === 'string' || typeof value === 'number')
    return [{ id: String(value), name: String(value) }];
  const [id, name] = thing.safeParse(value).data ?? [];
  if (id !== undefined && name !== undefined) return [{ id, name }];
  const text = textOfAdf(value);
  return text === '' ? [] : [{ id: text, name: text }];
}

/** For people to read. */
export const wordsOf = (value: unknown): string =>
  choicesIn(value)
    .map(({ name }) => name)
    .join(', ');

/** What stands in the form when nobody has typed yet. */
export function draftFrom({ kind }: FormField, value: unknown, timeZone: string): Draft {
  const chosen = choicesIn(value);
  const local = kind === 'date-time' ? chosen.map(({ id }) => localTime(new Date(id), timeZone)) : undefined;
  return { chosen: local?.map((id) => ({ id, name: id })) ?? chosen, typed: '', found: [] };
}
