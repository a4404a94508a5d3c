import type { World } from '../exchange';
import type { Actor } from './actor';
import type { Comment, History, Issue } from './issue';
import { nameOfPerson } from './shown';
import { jiraTime } from './time';

/**
 * What Jira tells its apps: https://developer.atlassian.com/platform/forge/events-reference/jira/. The fields of the issue
 * are a part of all, and nothing is said of approvals.
 */
interface Told {
  readonly by: Actor;
  readonly issue: Issue;
}

type More = Readonly<Record<string, unknown>>;

const tell =
  (name: string, more: More = {}) =>
  (world: World, { by, issue }: Told): void =>
    world.tell({
      name,
      at: world.clock.time(),
      by: by.accountId,
      byApp: by.byApp,
      payload: {
        issue: issueInEvent(world, issue),
        atlassianId: by.accountId,
        ...associated(world, 'Users', usersOf(issue)),
        ...more,
      },
    });

export const tellCreated = tell('avi:jira:created:issue');
export const tellDeleted = tell('avi:jira:deleted:issue');

export function tellUpdated(world: World, told: Told, { id, items }: History): void {
  const status = items.find(({ fieldId }) => fieldId === 'status');
  const statuses = status && [
    { id: status.from, name: status.fromString },
    { id: status.to, name: status.toString },
  ];
  const more = {
    jiraEventTypeName: kindOf(items),
    changelog: { id, items },
    ...(statuses && associated(world, 'Statuses', statuses)),
  };
  tell('avi:jira:updated:issue', more)(world, told);
}

export function tellCommented(world: World, told: Told, { id, author, body, at, ...comment }: Comment): void {
  const said = {
    id,
    author: personInEvent(world, author),
    body,
    created: jiraTime(at),
    jsdPublic: comment.public,
  };
  tell('avi:jira:commented:issue', { comment: said })(world, told);
}

function kindOf(items: History['items']): string {
  const has = (field: string) => items.some(({ fieldId }) => fieldId === field);
  if (has('project')) return 'issue_moved';
  if (items.some(({ fieldId, to }) => fieldId === 'resolution' && to !== null)) return 'issue_resolved';
  if (has('status')) return 'issue_generic';
  return has('assignee') ? 'issue_assigned' : 'issue_updated';
}

/** The documentation speaks of an object that holds a list, public code takes a list: a variant. */
function associated({ variants }: World, what: 'Users' | 'Statuses', list: readonly unknown[]) {
  switch (variants.associatedInEvents) {
    case 'array':
      return { [`associated${what}`]: list };
    case 'object':
      return { [`associated${what}`]: { [what.toLowerCase()]: list } };
    case 'absent':
      return {};
  }
}

const usersOf = ({ creator, reporter, assignee }: Issue) =>
  [...new Set([creator, reporter, ...(assignee === null ? [] : [assignee])])].map((accountId) => ({
    accountId,
  }));

const personInEvent = (world: World, accountId: string) => ({
  accountId,
  displayName: nameOfPerson(world, accountId),
});

function issueInEvent(world: World, issue: Issue) {
  const { work } = world;
  const project = work.projectOf(issue);
  const { id, name, category } = work.status(issue.statusId);
  const type = project.issueTypes.find((each) => each.id === issue.issueTypeId);
  return {
    id: issue.id,
    key: issue.key,
    fields: {
      summary: issue.fields['summary'] ?? null,
      issuetype: { id: issue.issueTypeId, name: type?.name, subtask: false },
      project: { id: project.id, key: project.key, name: project.name, projectTypeKey: 'service_desk' },
      status: { id, name, statusCategory: { key: category.toLowerCase() } },
      creator: personInEvent(world, issue.creator),
      reporter: personInEvent(world, issue.reporter),
      assignee: issue.assignee === null ? null : personInEvent(world, issue.assignee),
      created: jiraTime(issue.createdAt),
      updated: jiraTime(issue.updatedAt),
    },
  };
}
