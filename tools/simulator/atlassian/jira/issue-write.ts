import { z } from 'zod';
import { empty, jiraError, json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { addComment, deleteIssue, editIssue, moveIssue, setProperty } from '../work/engine';
import type { SiteResponse } from '../wire';
import { readComment } from './comment-body';
import { goesPastScreen, mayEditIn, offScreen } from './edit-screen';
import { readEdits, UpdateBody } from './issue-edits';
import { seenIssue, type Seen } from './issue-seen';
import { issueToWire } from './issue-wire';

const Adding = z.array(z.looseObject({ add: z.unknown() }));

function edit(exchange: Exchange): SiteResponse {
  const { issue, project, by } = seenIssue(exchange);
  const { world, query, body } = exchange;
  const mayEdit = mayEditIn(exchange, project);
  if (!mayEdit && world.variants.editWithoutPermission === '403')
    return jiraError(403, 'You do not have permission to edit issues in this project.');
  const sent = UpdateBody.safeParse(body);
  if (!sent.success)
    return jiraError(400, 'Invalid request payload. Refer to the REST API documentation and try again.');
  const cannotSet = unsettable(exchange, { issue, project, mayEdit });
  const { requestTypeId, ...edits } = readEdits({ exchange, issue, cannotSet }, sent.data);
  const comments = Adding.safeParse(sent.data.update?.['comment'] ?? []);
  if (!comments.success) return jiraError(400, "Only the operation 'add' is supported for field 'comment'.");
  const written = comments.data.map(({ add }) => readComment(add));

  const edited = editIssue(world, issue, { by, ...edits });
  if (requestTypeId !== undefined) moveIssue(world, edited, { by, ...placeOf(exchange, requestTypeId) });
  for (const comment of written) addComment(world, seenIssue(exchange).issue, { by, ...comment });
  for (const { key, value } of sent.data.properties ?? [])
    setProperty(world, seenIssue(exchange).issue, { key, value });
  if (!query.flag('returnIssue')) return empty(204);
  const wanted = { fields: [], expands: query.list('expand'), properties: [] };
  return json(200, issueToWire(exchange, seenIssue(exchange).issue, wanted));
}

interface Editing extends Pick<Seen, 'issue' | 'project'> {
  readonly mayEdit: boolean;
}

/** Which fields are refused whatever they are set to. */
function unsettable(exchange: Exchange, { issue, project, mayEdit }: Editing): (id: string) => boolean {
  const pastScreen = goesPastScreen(exchange) || exchange.world.variants.editOffScreen === '204';
  const off = pastScreen ? [] : offScreen(project, issue);
  return (id) => !mayEdit || off.includes(id);
}

/** The issue keeps its type: what the service desk shows follows the request type. */
function placeOf(exchange: Exchange, requestTypeId: string) {
  const { projectId, issueTypeId } = seenIssue(exchange).issue;
  return { projectId, issueTypeId, requestTypeId };
}

function remove(exchange: Exchange): SiteResponse {
  const { issue, role, by } = seenIssue(exchange);
  if (role !== 'admin') return jiraError(403, 'You do not have permission to delete issues in this project.');
  deleteIssue(exchange.world, issue, by);
  return empty(204);
}

const at = { document: 'jira', template: '/rest/api/3/issue/{issueIdOrKey}' } as const;

export const editIssueOperation: Operation = {
  ...at,
  operationId: 'editIssue',
  method: 'PUT',
  statuses: [200, 204, 400, 403, 404],
  play: edit,
};

export const deleteIssueOperation: Operation = {
  ...at,
  operationId: 'deleteIssue',
  method: 'DELETE',
  statuses: [204, 403, 404],
  play: remove,
};
