import type { FieldRef } from './rule';
import type { FieldKind, OptionRef } from './ticket';

/** What a request type asks for and its tickets can hold, as it is when a rule is saved. */
export interface Form {
  readonly fields: readonly FormField[];
  /** Fields of tickets that are not on the form. */
  readonly ticketFields: readonly FormField[];
  readonly statusIds: readonly string[];
}
export interface FormField {
  readonly id: string;
  readonly name: string;
  readonly kind: FieldKind | 'other';
  readonly options: readonly OptionRef[];
}

/** Something that keeps a rule from being saved. `path` leads to the input that is to blame. */
export interface RuleProblem {
  readonly path: readonly string[];
  readonly message: string;
}

export type Path = readonly (string | number)[];

export const wrong = (path: Path, message: string): readonly RuleProblem[] => [
  { path: path.map(String), message },
];

/** A check of many, in which each line is a condition that must not hold. */
export const wrongIf = (isWrong: boolean, path: Path, message: string): readonly RuleProblem[] =>
  isWrong ? wrong(path, message) : [];

const wanted: { readonly [K in FieldKind]: string } = {
  option: 'one option is chosen',
  options: 'several options can be chosen',
  person: 'one person is chosen',
  people: 'several people can be chosen',
  date: 'a date is entered',
  'date-time': 'a date with a time is entered',
  number: 'a number is entered',
  text: 'text is entered',
};

export interface FieldCheck {
  readonly field: FieldRef;
  readonly kinds: readonly FieldKind[];
  readonly path: Path;
}

export function fieldProblems(fields: readonly FormField[], check: FieldCheck): readonly RuleProblem[] {
  const { field, kinds, path } = check;
  const found = fields.find(({ id }) => id === field.id);
  if (!found) {
    return wrong(
      path,
      `The field “${field.name}” is not on the form of this request type. Add it there first.`,
    );
  }
  if (!kinds.some((kind) => kind === found.kind)) {
    const kindsInWords = kinds.map((kind) => wanted[kind]).join(', or ');
    return wrong(path, `Choose a field in which ${kindsInWords}: “${found.name}” is not one.`);
  }
  return wrongIf(
    found.kind !== field.kind,
    path,
    `The field “${found.name}” is of another kind now. Choose it again.`,
  );
}

interface OptionCheck {
  readonly field: FieldRef;
  readonly options: readonly OptionRef[];
  /** Where the option of this place is entered. */
  readonly pathOf: (index: number) => Path;
}

/** Each option is one that the field has, under the name that it has, and none is named twice. */
export function optionProblems(fields: readonly FormField[], check: OptionCheck): readonly RuleProblem[] {
  const { field, options, pathOf } = check;
  const found = fields.find(({ id }) => id === field.id);
  if (!found) return [];
  return options.flatMap(({ id, label }, index) => {
    const path = pathOf(index);
    const option = found.options.find((each) => each.id === id);
    if (!option) return wrong(path, `“${label}” is not an option of “${found.name}” any more.`);
    const isTwice = options.findIndex((each) => each.id === id) < index;
    if (isTwice) return wrong(path, `“${option.label}” is there twice.`);
    return wrongIf(
      option.label !== label,
      path,
      `“${label}” is called “${option.label}” now. Choose it again.`,
    );
  });
}
