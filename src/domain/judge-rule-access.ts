import type { ApplicationAccess, GroupAccess, RuleDefinition } from './rule';
import {
  fieldProblems,
  optionProblems,
  wrongIf,
  type Form,
  type FormField,
  type RuleProblem,
} from './rule-form';

/** Whether the form can say which access is meant, and every option stands for exactly what it should. */
export const judgeAccess = ({ access }: RuleDefinition, { fields }: Form): readonly RuleProblem[] =>
  access.kind === 'application-access' ? judgeApplications(access, fields) : judgeGroups(access, fields);

const FIELD = ['access', 'field'];

function judgeApplications(
  { field, applications }: ApplicationAccess,
  fields: readonly FormField[],
): readonly RuleProblem[] {
  const path = ['access', 'applications'];
  return [
    ...fieldProblems(fields, { field, kinds: ['option'], path: FIELD }),
    ...wrongIf(applications.length === 0, path, 'Say which connection at least one option stands for.'),
    ...optionProblems(fields, {
      field,
      options: applications.map(({ option }) => option),
      pathOf: (index) => [...path, index, 'option'],
    }),
  ];
}

function judgeGroups(
  { field, choices, by }: GroupAccess,
  fields: readonly FormField[],
): readonly RuleProblem[] {
  const path = ['access', 'choices'];
  return [
    ...fieldProblems(fields, {
      field,
      kinds: by === 'groups' ? ['option', 'options'] : ['option'],
      path: FIELD,
    }),
    ...wrongIf(choices.length === 0, path, 'Say what at least one option gives.'),
    ...optionProblems(fields, {
      field,
      options: choices.map(({ option }) => option),
      pathOf: (index) => [...path, index, 'option'],
    }),
    ...choices.flatMap(({ groups }, index) => {
      const here = [...path, index, 'groups'];
      const ids = groups.map(({ id }) => id);
      return [
        ...wrongIf(ids.length === 0, here, 'Choose a group.'),
        ...wrongIf(new Set(ids).size < ids.length, here, 'A group is there twice.'),
        ...wrongIf(by === 'groups' && ids.length > 1, here, 'Each option stands for exactly one group here.'),
      ];
    }),
  ];
}
