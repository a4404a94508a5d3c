import { blame, filledIn, read, unreadable, type Read } from './read-field';
import type { Access, FieldRef, GroupRef } from './rule';
import type { OptionRef, Ticket } from './ticket';

/** More than this nobody can oversee who is asked to approve it. */
export const MOST_GROUPS = 20;

interface Choice {
  readonly option: OptionRef;
}

/**
 * What the rule says of the chosen option. An option that has another label than when the rule was saved may not mean
 * the same to whoever chose it.
 */
export function findChoice<C extends Choice>(
  field: FieldRef,
  choices: readonly C[],
  { id, label }: OptionRef,
): Read<C> {
  const choice = choices.find(({ option }) => option.id === id);
  if (!choice)
    return blame('option-unknown', field, `What is chosen in “${field.name}” cannot be asked for.`);
  if (choice.option.label === label) return read(choice);
  const text = `What is chosen in “${field.name}” was renamed, and it is not certain what it stands for.`;
  return blame('option-renamed', field, text);
}

export interface Given {
  readonly connectionId: string;
  readonly groups: readonly GroupRef[];
}

export function readAccess(access: Access, ticket: Pick<Ticket, 'values'>): Read<Given> {
  const { field } = access;
  const kinds = access.kind !== 'application-access' && access.by === 'groups' ? MANY : ONE;
  const chosen = filledIn(ticket, field, kinds);
  if (chosen.kind === 'unreadable') return chosen;
  const options = chosen.value.kind === 'option' ? [chosen.value.option] : chosen.value.options;
  if (access.kind === 'application-access') {
    const found = allOf(options.map((option) => findChoice(field, access.applications, option)));
    const [first] = found.kind === 'read' ? found.value : [];
    return first ? read({ connectionId: first.connectionId, groups: [] }) : unreadable(...problemsIn(found));
  }
  const found = allOf(options.map((option) => findChoice(field, access.choices, option)));
  if (found.kind === 'unreadable') return found;
  const groups = distinct(found.value.flatMap((choice) => choice.groups));
  return groups.length > MOST_GROUPS
    ? blame('too-many-groups', field, `At most ${MOST_GROUPS} groups can be asked for at once.`)
    : read({ connectionId: access.connectionId, groups });
}

const ONE = ['option'] as const;
const MANY = ['option', 'options'] as const;

function allOf<T>(all: readonly Read<T>[]): Read<readonly T[]> {
  const problems = all.flatMap(problemsIn);
  if (problems.length > 0) return unreadable(...problems);
  return read(all.flatMap((each) => (each.kind === 'read' ? [each.value] : [])));
}

export const problemsIn = (found: Read<unknown>) => (found.kind === 'unreadable' ? found.problems : []);

const distinct = (groups: readonly GroupRef[]): readonly GroupRef[] => [
  ...new Map(groups.map((group) => [group.id, group])).values(),
];
