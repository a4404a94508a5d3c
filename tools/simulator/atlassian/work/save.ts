import type { World } from '../exchange';
import type { Actor } from './actor';
import { tellUpdated } from './events';
import type { History, Issue } from './issue';
import type { Side } from './shown';

export type ChangeItem = History['items'][number];

/** Keeps the issue as it now is. The search index sees it later. */
export function save(world: World, issue: Issue): Issue {
  world.apply({ kind: 'issue.set', issue, shownAt: world.clock.time() + world.conditions.lagMs.issueIndex });
  return issue;
}

interface Changed {
  readonly by: Actor;
  readonly items: readonly ChangeItem[];
}

/** Keeps a change of the issue with its entry in the changelog, and tells of it. */
export function record(world: World, issue: Issue, { by, items }: Changed): Issue {
  const at = world.clock.time();
  const history: History = { id: world.work.next('history'), author: by.accountId, at, items: [...items] };
  const next = save(world, { ...issue, updatedAt: at, changelog: [...issue.changelog, history] });
  tellUpdated(world, { by, issue: next }, history);
  return next;
}

export interface Named {
  readonly id: string;
  readonly name: string;
}

/** An item of the changelog about a field that Jira brings itself. */
export const systemItem = (field: string, from: Side, to: Side): ChangeItem =>
  item({ id: field, name: field }, 'jira', { from, to });

export const customItem = (field: Named, from: Side, to: Side): ChangeItem =>
  item(field, 'custom', { from, to });

const item = (
  { id, name }: Named,
  fieldtype: ChangeItem['fieldtype'],
  { from, to }: { readonly from: Side; readonly to: Side },
): ChangeItem => ({
  field: name,
  fieldtype,
  fieldId: id,
  from: from.id,
  fromString: from.text,
  to: to.id,
  toString: to.text,
});

export const NOTHING: Side = { id: null, text: null };
export const sideOf = (named: Named | undefined): Side =>
  named ? { id: named.id, text: named.name } : NOTHING;
