import { PRIVILEGED_MAX_HOURS, type End, type RuleDefinition } from './rule';
import { fieldProblems, optionProblems, wrongIf, type Form, type Path, type RuleProblem } from './rule-form';
import type { FieldKind } from './ticket';

/** Whether the form can say when access ends; privileged access always ends, and soon. */
export const judgeEnd = ({ end, access }: RuleDefinition, form: Form): readonly RuleProblem[] => [
  ...judgeFields(end, form),
  ...(access.kind === 'privileged-access' ? judgePrivileged(end) : []),
];

const kinds: { readonly [K in Extract<End, { field: unknown }>['kind']]: readonly FieldKind[] } = {
  field: ['date', 'date-time'],
  choice: ['option'],
  hours: ['number'],
};

function judgeFields(end: End, { fields }: Form): readonly RuleProblem[] {
  if (!('field' in end)) return [];
  const own = fieldProblems(fields, { field: end.field, kinds: kinds[end.kind], path: ['end', 'field'] });
  if (end.kind !== 'choice') return own;
  const options = end.choices.map(({ option }) => option);
  return [
    ...own,
    ...wrongIf(options.length === 0, ['end', 'choices'], 'Say how long at least one option is.'),
    ...optionProblems(fields, {
      field: end.field,
      options,
      pathOf: (index) => ['end', 'choices', index, 'option'],
    }),
  ];
}

function judgePrivileged(end: End): readonly RuleProblem[] {
  const optional = 'required' in end && !end.required;
  return [
    ...wrongIf(end.kind === 'never', ['end', 'kind'], 'Privileged access has to end: choose when.'),
    ...wrongIf(optional, ['end', 'required'], 'The end of privileged access has to be mandatory.'),
    ...spansOf(end).flatMap(({ hours, path }) =>
      wrongIf(hours > PRIVILEGED_MAX_HOURS, path, `Privileged access lasts at most ${MOST_DAYS} days.`),
    ),
  ];
}

const MOST_DAYS = PRIVILEGED_MAX_HOURS / 24;

function spansOf(end: End): readonly { readonly hours: number; readonly path: Path }[] {
  switch (end.kind) {
    case 'never':
      return [];
    case 'after':
      return [{ hours: end.hours, path: ['end', 'hours'] }];
    case 'field':
      return end.maxHours === undefined ? [] : [{ hours: end.maxHours, path: ['end', 'maxHours'] }];
    case 'hours':
      return [{ hours: end.maxHours, path: ['end', 'maxHours'] }];
    case 'choice':
      return end.choices.map(({ hours }, index) => ({ hours, path: ['end', 'choices', index, 'hours'] }));
  }
}
