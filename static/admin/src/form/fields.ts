import type { FieldView } from '@contract/views';
import type { ShownProblem } from '../problem';

export type Value = string | string[];
export type Values = Readonly<Record<string, Value>>;
export type Errors = Readonly<Record<string, string>>;

/** The address and the secret are proven before the rest; a draft on the server then stands for them. */
export const isCredential = ({ kind }: FieldView): boolean => kind === 'email' || kind === 'secret';
export const isPicked = ({ kind }: FieldView): boolean => kind === 'person' || kind === 'groups';

export const fieldId = (name: string): string => `field-${name}`;

const blank = ({ kind }: FieldView): Value => (kind === 'groups' ? [] : '');

/** Something for every field: what is known, else nothing. */
export const fill = (fields: readonly FieldView[], known: Values = {}): Values =>
  Object.fromEntries(fields.map((field) => [field.name, known[field.name] ?? blank(field)]));

/** What these fields say, as the server wants it: an optional field left empty is not said at all. */
export const say = (fields: readonly FieldView[], values: Values): Record<string, Value> =>
  Object.fromEntries(
    fields.flatMap((field) => {
      const value = values[field.name] ?? blank(field);
      return value === '' && !field.required ? [] : [[field.name, value]];
    }),
  );

/** The sentences about fields, under the form's own names: `values.name` is `name`, `groups.0` is `groups`. */
export function errorsOf({ fields = {} }: ShownProblem): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [path, sentence] of Object.entries(fields)) {
    const [name = ''] = path.replace(/^values\./, '').split('.');
    errors[name] ??= sentence;
  }
  return errors;
}

export const firstWrong = (fields: readonly FieldView[], errors: Errors): string | undefined =>
  fields.find(({ name }) => errors[name] !== undefined)?.name;
