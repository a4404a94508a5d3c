import type { World } from '../exchange';
import type { Actor } from './actor';
import { textOfAdf } from './adf';
import { askingAgain } from './approval';
import type { Issue } from './issue';
import type { Field } from './model';
import { customItem, NOTHING, record, systemItem, type ChangeItem } from './save';
import { changelogSide, nameOfPerson, type Side } from './shown';

export interface Edits {
  /** As they rest, see `issue.ts`. `null` empties. */
  readonly fields?: Readonly<Record<string, unknown>>;
  readonly assignee?: string | null;
  readonly reporter?: string;
  readonly participants?: readonly string[];
}

/** Changes an issue. What is the same as before leaves no trace. */
export function editIssue(
  world: World,
  issue: Issue,
  { by, ...edits }: Edits & { readonly by: Actor },
): Issue {
  const { assignee = issue.assignee, reporter = issue.reporter, participants = issue.participants } = edits;
  const next: Issue = {
    ...issue,
    assignee,
    reporter,
    participants: [...participants],
    fields: withFields(issue.fields, edits.fields ?? {}),
  };
  const items = itemsOf(world, issue, next);
  return items.length === 0 ? issue : record(world, askingAgain(world, next), { by, items });
}

function withFields(before: Issue['fields'], changes: Readonly<Record<string, unknown>>): Issue['fields'] {
  const filled = Object.entries({ ...before, ...changes }).filter(([, value]) => value !== null);
  return Object.fromEntries(filled);
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a ?? null) === JSON.stringify(b ?? null);

function itemsOf(world: World, before: Issue, after: Issue): readonly ChangeItem[] {
  const people = (['assignee', 'reporter'] as const)
    .filter((role) => before[role] !== after[role])
    .map((role) => systemItem(role, personSide(world, before[role]), personSide(world, after[role])));
  const ids = [...new Set([...Object.keys(before.fields), ...Object.keys(after.fields)])];
  const fields = ids
    .filter((id) => !same(before.fields[id], after.fields[id]))
    .map((id) => fieldItem(world, id, [before.fields[id], after.fields[id]]));
  return [...people, ...participantItems(world, before, after), ...fields];
}

const personSide = (world: World, accountId: string | null): Side =>
  accountId === null ? NOTHING : { id: accountId, text: nameOfPerson(world, accountId) };

function participantItems(world: World, before: Issue, after: Issue): readonly ChangeItem[] {
  if (same(before.participants, after.participants)) return [];
  const field: Field = {
    id: world.work.deskFields.participants,
    name: 'Request participants',
    type: 'multi-user-picker',
    options: [],
    deleted: false,
  };
  const side = (list: readonly string[]) => changelogSide(world, field, list.length === 0 ? null : list);
  return [customItem(field, side(before.participants), side(after.participants))];
}

function fieldItem(world: World, id: string, [from, to]: readonly [unknown, unknown]): ChangeItem {
  const field = world.work.fields.get(id);
  if (field) return customItem(field, changelogSide(world, field, from), changelogSide(world, field, to));
  return systemItem(id, textSide(from), textSide(to));
}

/** Summary and description: the changelog has their texts and no ids. */
const textSide = (value: unknown): Side => {
  if (value === null || value === undefined) return NOTHING;
  return { id: null, text: typeof value === 'string' ? value : textOfAdf(value) };
};
