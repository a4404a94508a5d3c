import type { Exchange } from '../exchange';
import type { Field } from '../work/model';
import { adfOf, readParagraph, readText, readValue, type Read } from '../work/engine';
import type { FormField } from './form';
import { badForm } from './refusals';

type Values = Readonly<Record<string, unknown>>;

interface Submitted {
  readonly form: readonly FormField[];
  readonly values: Values;
  /** Long texts come as Atlassian documents, not as plain text. */
  readonly adf: boolean;
}

/**
 * What was filled in, as it rests on the issue. Only visible fields of the form are taken.
 * https://developer.atlassian.com/cloud/jira/service-desk/rest/intro/#fieldformats
 */
export function readFields({ world }: Pick<Exchange, 'world'>, { form, values, adf }: Submitted): Values {
  const open = form.filter(({ visible }) => visible);
  const foreign = Object.keys(values).filter((id) => !open.some(({ fieldId }) => fieldId === id));
  if (foreign.length > 0)
    throw badForm(`The fields '${foreign.join(', ')}' are not valid for this request type.`);
  const read = open.map((line) => ({
    line,
    read: readLine(world, line, { raw: values[line.fieldId], adf }),
  }));
  const wrong = read.flatMap(({ line, read: each }) => faultOf(line, each) ?? []);
  if (wrong.length > 0) throw badForm(wrong.join(' '));
  return Object.fromEntries(read.map(({ line, read: each }) => [line.fieldId, each.ok ? each.value : null]));
}

function faultOf({ name, required }: FormField, read: Read): string | undefined {
  if (!read.ok) return `${name}: ${read.why}`;
  const missing = required && (read.value === null || read.value === '');
  return missing ? `Please provide a valid value for field '${name}'` : undefined;
}

interface Raw {
  readonly raw: unknown;
  readonly adf: boolean;
}

function readLine(world: Exchange['world'], { fieldId, field }: FormField, { raw, adf }: Raw): Read {
  if (raw === null || raw === undefined || raw === '') return { ok: true, value: null };
  const long = fieldId === 'description' || field?.type === 'paragraph';
  if (long) return adf ? readParagraph(raw) : readPlain(raw);
  return field ? readValue(world, field, withTextIds(field, raw)) : readSummary(raw);
}

const readPlain = (raw: unknown): Read =>
  typeof raw === 'string' ? readParagraph(adfOf(raw)) : { ok: false, why: 'data was not a string' };

function readSummary(raw: unknown): Read {
  const read = readText(typeof raw === 'string' ? raw.trim() : raw);
  const broken = typeof raw === 'string' && /[\r\n]/.test(raw.trim());
  return broken ? { ok: false, why: 'The summary is invalid because it contains newline characters.' } : read;
}

/** The service desk takes the id of an option as a number too. */
function withTextIds({ type }: Field, raw: unknown): unknown {
  if (!type.endsWith('-select')) return raw;
  return Array.isArray(raw) ? (raw as readonly unknown[]).map(withTextId) : withTextId(raw);
}

const withTextId = (raw: unknown): unknown =>
  typeof raw === 'object' && raw !== null && 'id' in raw && typeof raw.id === 'number'
    ? { ...raw, id: String(raw.id) }
    : raw;
