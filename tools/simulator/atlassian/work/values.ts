import { z } from 'zod';
import type { World } from '../exchange';
import { adfShape } from './adf';
import type { Field } from './model';
import { jiraTime } from './time';

/** A value that somebody sends for a field: what rests on the issue (`null`: empty), or why it is refused. */
export type Read =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly why: string };

const ok = (value: unknown): Read => ({ ok: true, value });
const no = (why: string): Read => ({ ok: false, why });

const MOST_TEXT = 255;
const MOST_PARAGRAPH = 32_767;
const Option = z.union([z.looseObject({ id: z.string() }), z.looseObject({ value: z.string() })]);
const PersonRef = z.union([z.looseObject({ accountId: z.string() }), z.looseObject({ id: z.string() })]);
const GroupRef = z.union([z.looseObject({ groupId: z.string() }), z.looseObject({ name: z.string() })]);
const DATE = /^\d{4}-\d\d-\d\d$/;
const MOMENT = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,3})?)?(Z|[+-]\d\d:?\d\d)$/;

/** Reads what Jira's and the service desk's REST APIs are sent for a custom field. */
export function readValue(world: World, field: Field, raw: unknown): Read {
  if (raw === null || raw === undefined || raw === '') return ok(null);
  switch (field.type) {
    case 'text':
      return readText(raw);
    case 'paragraph':
      return readParagraph(raw);
    case 'single-select':
      return readOption(field, raw);
    case 'multi-select':
      return readMany(raw, (each) => readOption(field, each));
    case 'user-picker':
      return readPerson(world, raw);
    case 'multi-user-picker':
      return readMany(raw, (each) => readPerson(world, each));
    case 'group-picker':
      return readGroup(world, raw);
    case 'multi-group-picker':
      return readMany(raw, (each) => readGroup(world, each));
    case 'date':
      return typeof raw === 'string' && DATE.test(raw) && isDay(raw)
        ? ok(raw)
        : no(`Error parsing date string: ${said(raw)}`);
    case 'date-time':
      return typeof raw === 'string' && MOMENT.test(raw) && isDay(raw.slice(0, 10))
        ? ok(jiraTime(Date.parse(raw)))
        : no(`Error parsing time: ${said(raw)}`);
    case 'number':
      return typeof raw === 'number' ? ok(raw) : no('Operation value must be a number');
  }
}

const said = (raw: unknown): string => (typeof raw === 'string' ? raw : JSON.stringify(raw));
const isDay = (day: string): boolean =>
  !Number.isNaN(Date.parse(day)) && new Date(`${day}T00:00:00Z`).toISOString().startsWith(day);

export function readText(raw: unknown): Read {
  if (typeof raw !== 'string') return no('Operation value must be a string');
  const fits = raw.length <= MOST_TEXT;
  return fits ? ok(raw) : no('The entered text is too long. It exceeds the allowed limit of 255 characters.');
}

export function readParagraph(raw: unknown): Read {
  if (!adfShape.safeParse(raw).success)
    return no('Operation value must be an Atlassian Document (see the Atlassian Document Format)');
  const fits = JSON.stringify(raw).length <= MOST_PARAGRAPH;
  return fits
    ? ok(raw)
    : no('The entered text is too long. It exceeds the allowed limit of 32,767 characters.');
}

function readMany(raw: unknown, one: (each: unknown) => Read): Read {
  if (!Array.isArray(raw)) return no('data was not an array');
  const values: unknown[] = [];
  for (const each of raw as readonly unknown[]) {
    const read = one(each);
    if (!read.ok) return read;
    if (!values.includes(read.value)) values.push(read.value);
  }
  return ok(values.length === 0 ? null : values);
}

function readOption(field: Field, raw: unknown): Read {
  const ref = Option.safeParse(raw);
  if (!ref.success) return no(`Specify a valid 'id' or 'name' for ${field.name}`);
  const id = 'id' in ref.data ? ref.data.id : undefined;
  const value = 'value' in ref.data ? ref.data.value : undefined;
  if (id === '-1') return ok(null);
  const found = field.options.find((option) =>
    id === undefined ? option.value === value : option.id === id,
  );
  if (found && !found.disabled) return ok(found.id);
  return no(
    id === undefined ? `Option value '${said(value)}' is not valid` : `Option id '${said(id)}' is not valid`,
  );
}

export function readPerson({ state }: World, raw: unknown): Read {
  const ref = PersonRef.safeParse(raw);
  if (!ref.success) return no('data was not an object');
  const accountId = 'accountId' in ref.data ? ref.data.accountId : ref.data.id;
  const found = state.people.get(String(accountId));
  return found ? ok(found.accountId) : no(`Specify a valid user: '${String(accountId)}' does not exist.`);
}

function readGroup({ state }: World, raw: unknown): Read {
  const ref = GroupRef.safeParse(raw);
  if (!ref.success) return no('data was not an object');
  const view = state.truth();
  const found =
    'groupId' in ref.data ? view.group(String(ref.data.groupId)) : view.groupNamed(String(ref.data.name));
  return found ? ok(found.id) : no('Specify a valid group.');
}
