import type { World } from '../exchange';
import type { Actor } from './actor';
import { tellCommented, tellDeleted } from './events';
import type { Comment, Issue } from './issue';
import { save } from './save';

export interface NewComment {
  readonly by: Actor;
  /** ADF. */
  readonly body: unknown;
  /** Customers see it. */
  readonly public: boolean;
  readonly properties?: Comment['properties'];
}

export function addComment(world: World, issue: Issue, wanted: NewComment): Comment {
  const { by, body, properties = [] } = wanted;
  const at = world.clock.time();
  const id = world.work.next('comment');
  const comment: Comment = { id, author: by.accountId, at, body, public: wanted.public, properties };
  const next = save(world, { ...issue, updatedAt: at, comments: [...issue.comments, comment] });
  tellCommented(world, { by, issue: next }, comment);
  return comment;
}

/** Properties of an issue are for apps: they leave no entry in the changelog and make no event. `undefined` removes. */
export function setProperty(
  world: World,
  issue: Issue,
  { key, value }: { readonly key: string; readonly value: unknown },
): Issue {
  const others = Object.entries(issue.properties).filter(([name]) => name !== key);
  const properties = Object.fromEntries(value === undefined ? others : [...others, [key, value]]);
  return save(world, { ...issue, properties });
}

export function deleteIssue(world: World, issue: Issue, by: Actor): void {
  const shownAt = world.clock.time() + world.conditions.lagMs.issueIndex;
  world.apply({ kind: 'issue.removed', issueId: issue.id, shownAt });
  tellDeleted(world, { by, issue });
}
