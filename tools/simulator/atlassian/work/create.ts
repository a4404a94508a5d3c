import type { World } from '../exchange';
import type { Actor } from './actor';
import { afterEntering } from './approval';
import { tellCreated } from './events';
import type { Issue } from './issue';
import { save } from './save';

export interface NewIssue {
  readonly by: Actor;
  readonly projectId: string;
  readonly issueTypeId: string;
  readonly requestTypeId?: string;
  /** Default: who raises it. */
  readonly reporter?: string;
  readonly assignee?: string;
  readonly participants?: readonly string[];
  /** As they rest, see `issue.ts`. */
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Raises an issue in the first status of its workflow. */
export function createIssue(world: World, wanted: NewIssue): Issue {
  const { by, projectId, issueTypeId, requestTypeId, assignee, participants = [], fields } = wanted;
  const { work } = world;
  const at = world.clock.time();
  const statusId = work.workflowOf({ projectId, issueTypeId }).initial;
  const filled = Object.entries(fields).filter(([, value]) => value !== null && value !== undefined);
  const fresh: Issue = {
    id: work.next('issue'),
    key: work.nextKey(work.projectOf({ projectId })),
    projectId,
    issueTypeId,
    requestTypeId: requestTypeId ?? null,
    statusId,
    creator: by.accountId,
    reporter: wanted.reporter ?? by.accountId,
    assignee: assignee ?? null,
    participants: [...participants],
    createdAt: at,
    updatedAt: at,
    resolved: work.status(statusId).category === 'DONE',
    fields: Object.fromEntries(filled),
    changelog: [],
    approvals: [],
    comments: [],
    properties: {},
    statuses: [{ statusId, at }],
  };
  const issue = save(world, afterEntering(world, fresh));
  tellCreated(world, { by, issue });
  return issue;
}
