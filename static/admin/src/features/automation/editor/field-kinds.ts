import type { FieldKind, FormFieldView } from '@contract/rule-views';
import type { FieldRef } from '../draft/draft';

/** What Jira calls the fields of each kind where they are added. */
export const kindNames: Readonly<Record<FieldKind, string>> = {
  option: 'Select List (single choice)',
  options: 'Select List (multiple choices)',
  person: 'User Picker (single user)',
  people: 'User Picker (multiple users)',
  date: 'Date Picker',
  'date-time': 'Date Time Picker',
  number: 'Number Field',
  text: 'Paragraph or Short text',
};

/** A field as a rule names it. Undefined: no rule can be mapped to it. */
export const fieldRef = ({ id, name, kind }: FormFieldView): FieldRef | undefined =>
  kind === 'other' ? undefined : { id, name, kind };

/** The fields of these kinds, in the form's order. */
export const fieldsOf = (fields: readonly FormFieldView[], kinds: readonly FieldKind[]): FormFieldView[] =>
  fields.filter(({ kind }) => kinds.some((one) => one === kind));
