import type { World } from '../exchange';
import type { Actor } from './actor';
import type { Issue } from './issue';
import type { Project } from './model';
import { customItem, record, sideOf, systemItem, type ChangeItem, type Named } from './save';
import { inStatus } from './status';

export interface Place {
  readonly by: Actor;
  readonly projectId: string;
  readonly issueTypeId: string;
  /** `null`: no request type any more. */
  readonly requestTypeId: string | null;
}

const typeOf = (project: Project, id: string) => project.issueTypes.find((type) => type.id === id);

/**
 * Puts an issue into another project, under another issue type or another request type. Its status stays where the new
 * workflow knows it. In another project it gets another key, and the old one leads to it.
 */
export function moveIssue(world: World, issue: Issue, { by, ...place }: Place): Issue {
  const { work } = world;
  const project = work.projectOf(place);
  const away = place.projectId !== issue.projectId;
  const placed: Issue = { ...issue, ...place, key: away ? work.nextKey(project) : issue.key };
  const workflow = work.workflowOf(placed);
  const stays = workflow.statuses.includes(issue.statusId);
  const [next, changed] = stays ? [placed, []] : inStatus(world, placed, workflow.initial);
  const items = [...itemsOf(world, issue, placed), ...changed];
  return items.length === 0 ? issue : record(world, next, { by, items });
}

function itemsOf({ work }: World, before: Issue, after: Issue): readonly ChangeItem[] {
  const [from, to] = [work.projectOf(before), work.projectOf(after)];
  const moved = (field: string, was: Named | undefined, is: Named | undefined) =>
    was?.id === is?.id ? [] : [systemItem(field, sideOf(was), sideOf(is))];
  const key = [
    { id: null, text: before.key },
    { id: null, text: after.key },
  ] as const;
  const requestType = { id: work.deskFields.requestType, name: 'Request Type' };
  return [
    ...moved('project', from, to),
    ...(before.key === after.key ? [] : [systemItem('Key', ...key)]),
    ...moved('issuetype', typeOf(from, before.issueTypeId), typeOf(to, after.issueTypeId)),
    ...(before.requestTypeId === after.requestTypeId && from.id === to.id
      ? []
      : [customItem(requestType, sideOf(work.requestTypeOf(before)), sideOf(work.requestTypeOf(after)))]),
  ];
}
