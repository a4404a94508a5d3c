import { z } from 'zod';
import type { FieldKind, FieldValue } from '../../domain/ticket';
import { textOf } from './adf';
import { jiraDate } from './parts';

/** What Jira says a field holds: https://developer.atlassian.com/cloud/jira/platform/rest/v3/api-group-issue-fields/ */
export const fieldSchema = z.object({
  type: z.string(),
  items: z.string().optional(),
  custom: z.string().optional(),
});
export type FieldSchema = z.output<typeof fieldSchema>;

/** The kind of value that a rule can be mapped to, if it is one. */
export function kindOf({ type, items }: FieldSchema): FieldKind | 'other' {
  if (type === 'array') {
    if (items === 'option') return 'options';
    return items === 'user' ? 'people' : 'other';
  }
  return kinds.get(type) ?? 'other';
}
const kinds: ReadonlyMap<string, FieldKind> = new Map([
  ['option', 'option'],
  ['user', 'person'],
  ['date', 'date'],
  ['datetime', 'date-time'],
  ['number', 'number'],
  ['string', 'text'],
]);

const option = z
  .object({ id: z.string(), value: z.string() })
  .transform(({ id, value }) => ({ id, label: value }));
const user = z.object({ accountId: z.string() }).transform(({ accountId }) => accountId);

const values: { readonly [K in FieldKind]: z.ZodType<FieldValue> } = {
  option: option.transform((it) => ({ kind: 'option', option: it })),
  options: z.array(option).transform((options) => ({ kind: 'options', options })),
  person: user.transform((id) => ({ kind: 'person', id })),
  people: z.array(user).transform((ids) => ({ kind: 'people', ids })),
  date: z.iso.date().transform((date) => ({ kind: 'date', date })),
  'date-time': jiraDate.transform((at) => ({ kind: 'date-time', at })),
  number: z.number().transform((value) => ({ kind: 'number', value })),
  text: z
    .union([z.string(), z.looseObject({ type: z.literal('doc') }).transform(textOf)])
    .transform((text) => ({ kind: 'text', text })),
};

/** A value that is not what its field promises counts for nothing. */
export function fieldValue(schema: FieldSchema | undefined, raw: unknown): FieldValue {
  if (raw === null || raw === undefined || raw === '' || (Array.isArray(raw) && raw.length === 0))
    return { kind: 'empty' };
  const kind = schema === undefined ? 'other' : kindOf(schema);
  if (kind === 'other') return { kind };
  const parsed = values[kind].safeParse(raw);
  return parsed.success ? parsed.data : { kind: 'other' };
}
