import { z } from 'zod';

/** What kind of value a field holds, as both of Jira's REST APIs say it. */
export const schemaShape = z.object({
  type: z.string(),
  items: z.string().optional(),
  custom: z.string().optional(),
  system: z.string().optional(),
});
export type Schema = z.output<typeof schemaShape>;

export type Kind =
  | 'text'
  | 'paragraph'
  | 'option'
  | 'options'
  | 'person'
  | 'people'
  | 'group'
  | 'groups'
  | 'date'
  | 'date-time'
  | 'number';

export interface Choice {
  readonly id: string;
  readonly name: string;
}

/** One field of a form. */
export interface FormField {
  readonly id: string;
  readonly name: string;
  readonly required: boolean;
  readonly kind: Kind;
  readonly options: readonly Choice[];
}

const ONE: Readonly<Record<string, Kind>> = {
  string: 'text',
  option: 'option',
  user: 'person',
  group: 'group',
  date: 'date',
  datetime: 'date-time',
  number: 'number',
};
const MANY: Readonly<Record<string, Kind>> = { option: 'options', user: 'people', group: 'groups' };

/** Undefined for a kind that these pages cannot draw. */
export function kindOf({ type, items, custom, system }: Schema): Kind | undefined {
  if (system === 'description' || custom?.endsWith(':textarea')) return 'paragraph';
  return type === 'array' ? MANY[items ?? ''] : ONE[type];
}

/** People and groups are looked for by name. */
export const isSearched = ({ kind }: FormField): boolean =>
  kind === 'person' || kind === 'people' || kind === 'group' || kind === 'groups';

export const takesMany = ({ kind }: FormField): boolean =>
  kind === 'options' || kind === 'people' || kind === 'groups';

/** What stands in a field of a form: as it was typed, or as the issue has it. */
export interface Draft {
  /** Ids of options, people and groups; the text of everything else. */
  readonly chosen: readonly Choice[];
  /** The name that is looked for. */
  readonly typed: string;
  /** Several who go by that name. */
  readonly found: readonly Choice[];
  readonly error?: string;
}

export const EMPTY: Draft = { chosen: [], typed: '', found: [] };

/** A choice travels through the page with its name, so that it can be shown again. Ids have no spaces. */
export const packed = ({ id, name }: Choice): string => `${id} ${name}`;

export function unpacked(text: string): Choice {
  const at = text.indexOf(' ');
  return at < 0 ? { id: text, name: text } : { id: text.slice(0, at), name: text.slice(at + 1) };
}

/** What was typed into a field of a form that was sent. */
export function draftOf(form: URLSearchParams, field: FormField): Draft {
  const texts = form.getAll(field.id).filter((text) => text.trim() !== '');
  const chosen = isSearched(field) ? texts.map(unpacked) : texts.map((id) => ({ id, name: id }));
  return { chosen, typed: (form.get(searchName(field)) ?? '').trim(), found: [] };
}

export const searchName = ({ id }: FormField): string => `${id}.search`;
