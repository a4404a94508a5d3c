import { z } from 'zod';
import type { Exchange } from '../exchange';
import { readParagraph, readPerson, readText, readValue, type Edits, type Read } from '../work/engine';
import type { Issue } from '../work/issue';
import type { Field } from '../work/model';
import { idsIn } from '../work/shown';
import { fieldErrors } from './issue-seen';

/** `fields` and `update` of an edit, by field: what each is to be. */
export const UpdateBody = z.looseObject({
  fields: z.record(z.string(), z.unknown()).nullish(),
  update: z.record(z.string(), z.array(z.record(z.string(), z.unknown()))).nullish(),
  properties: z.array(z.looseObject({ key: z.string(), value: z.unknown() })).nullish(),
});
export type UpdateBody = z.output<typeof UpdateBody>;

export const notOnScreen = (id: string): string =>
  `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;

interface Reading {
  readonly exchange: Exchange;
  readonly issue: Issue;
  /** Fields that are refused whatever they are set to. */
  readonly cannotSet: (id: string) => boolean;
}

/** The value that a field would have after the operations `set`, `add` and `remove`, as it rests. */
function operate(
  reading: Reading,
  id: string,
  operations: readonly Readonly<Record<string, unknown>>[],
): Read {
  const field = reading.exchange.world.work.fields.get(id);
  let value: unknown = reading.issue.fields[id] ?? null;
  for (const operation of operations) {
    const [verb = '', raw] = Object.entries(operation)[0] ?? [];
    if (verb === 'set') {
      const read = readField(reading, id, raw);
      if (!read.ok) return read;
      value = read.value;
    } else if (field?.type.startsWith('multi-') && (verb === 'add' || verb === 'remove')) {
      const read = readValue(reading.exchange.world, field, [raw]);
      if (!read.ok) return read;
      value = combined(field, value, { verb, ids: idsIn(field, read.value) });
    } else return { ok: false, why: `Operation '${verb}' is not supported for field '${id}'.` };
  }
  return { ok: true, value };
}

function combined(
  field: Field,
  value: unknown,
  { verb, ids }: { readonly verb: 'add' | 'remove'; readonly ids: readonly string[] },
): unknown {
  const others = idsIn(field, value).filter((id) => !ids.includes(id));
  const list = verb === 'add' ? [...others, ...ids] : others;
  return list.length === 0 ? null : list;
}

function readField({ exchange, issue }: Reading, id: string, raw: unknown): Read {
  const { world } = exchange;
  const { deskFields, fields } = world.work;
  const field = fields.get(id);
  if (field && !field.deleted) return readValue(world, field, raw);
  if (id === 'summary') {
    return raw === null || raw === '' || raw === undefined
      ? { ok: false, why: 'You must specify a summary of the issue.' }
      : readText(raw);
  }
  if (id === 'description') return raw === null ? { ok: true, value: null } : readParagraph(raw);
  if (id === 'assignee' && raw === null) return { ok: true, value: null };
  if (id === 'assignee' || id === 'reporter') return readPerson(world, raw);
  if (id === deskFields.participants) {
    const picker: Field = { id, name: id, type: 'multi-user-picker', options: [], deleted: false };
    return readValue(world, picker, raw);
  }
  if (id !== deskFields.requestType) return { ok: false, why: notOnScreen(id) };
  const known = world.work.projectOf(issue).desk.requestTypes.some((type) => type.id === String(raw));
  return known
    ? { ok: true, value: String(raw) }
    : { ok: false, why: `Request type '${String(raw)}' is not valid.` };
}

export interface ReadEdits extends Edits {
  readonly requestTypeId?: string;
}

/** Reads everything before anything is changed. Refuses with each field's own error. */
export function readEdits(reading: Reading, body: UpdateBody): ReadEdits {
  const set = (id: string, read: () => Read): Read =>
    reading.cannotSet(id) ? { ok: false, why: notOnScreen(id) } : read();
  const { comment: _, ...update } = body.update ?? {};
  const reads = [
    ...Object.entries(body.fields ?? {}).map(
      ([id, raw]) => [id, set(id, () => readField(reading, id, raw))] as const,
    ),
    ...Object.entries(update).map(([id, all]) => [id, set(id, () => operate(reading, id, all))] as const),
  ];
  const wrong = reads.flatMap(([id, read]) => (read.ok ? [] : [[id, read.why] as const]));
  if (wrong.length > 0) throw fieldErrors(Object.fromEntries(wrong));
  const { deskFields } = reading.exchange.world.work;
  const values = new Map(reads.flatMap(([id, read]) => (read.ok ? [[id, read.value] as const] : [])));
  const take = (id: string) => {
    const value = values.get(id);
    values.delete(id);
    return value;
  };
  const own = { assignee: values.has('assignee'), participants: values.has(deskFields.participants) };
  const [assignee, reporter] = [take('assignee'), take('reporter')];
  const [participants, requestTypeId] = [take(deskFields.participants), take(deskFields.requestType)];
  return {
    ...(own.assignee && { assignee: typeof assignee === 'string' ? assignee : null }),
    ...(typeof reporter === 'string' && { reporter }),
    ...(own.participants && { participants: z.array(z.string()).parse(participants ?? []) }),
    ...(typeof requestTypeId === 'string' && { requestTypeId }),
    fields: Object.fromEntries(values),
  };
}
