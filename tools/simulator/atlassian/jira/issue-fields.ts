import type { Exchange } from '../exchange';
import { approvalToWire } from '../jsm/approval';
import { requestTypeToWire } from '../jsm/request-type';
import { statusToWire as deskStatus } from '../jsm/status';
import { requestOf } from '../jsm/visible-request';
import { jiraTime, showValue } from '../work/engine';
import type { Issue } from '../work/issue';
import type { Field } from '../work/model';
import { commentPage } from './comment-wire';
import { groupName } from './group-name';
import { personById } from './person';
import { issueTypeToWire, projectRef, statusToWire } from './status-wire';

type Show = (exchange: Exchange, issue: Issue) => unknown;

const typeOf = ({ world }: Exchange, issue: Issue) => {
  const type = world.work.projectOf(issue).issueTypes.find(({ id }) => id === issue.issueTypeId);
  return type ? issueTypeToWire(world, type) : null;
};

const resolution: Show = ({ world }, { resolved }) =>
  resolved
    ? { self: `${world.baseUrl}/rest/api/3/resolution/10000`, id: '10000', name: 'Done', description: '' }
    : null;

const resolvedAt: Show = (_, { resolved, statuses }) => {
  const since = statuses.at(-1);
  return resolved && since ? jiraTime(since.at) : null;
};

/** The fields that Jira brings itself: name, and how an issue shows it. */
export const systemFields: Readonly<Record<string, { readonly name: string; readonly show: Show }>> = {
  summary: { name: 'Summary', show: (_, { fields }) => fields['summary'] ?? null },
  description: { name: 'Description', show: (_, { fields }) => fields['description'] ?? null },
  issuetype: { name: 'Issue Type', show: typeOf },
  project: { name: 'Project', show: ({ world }, issue) => projectRef(world, world.work.projectOf(issue)) },
  status: {
    name: 'Status',
    show: ({ world }, { statusId }) => statusToWire(world, world.work.status(statusId)),
  },
  statuscategorychangedate: {
    name: 'Status Category Changed',
    show: (_, { statuses, createdAt }) => jiraTime(statuses.at(-1)?.at ?? createdAt),
  },
  creator: { name: 'Creator', show: (exchange, { creator }) => personById(exchange, creator) },
  reporter: { name: 'Reporter', show: (exchange, { reporter }) => personById(exchange, reporter) },
  assignee: {
    name: 'Assignee',
    show: (exchange, { assignee }) => assignee && personById(exchange, assignee),
  },
  created: { name: 'Created', show: (_, { createdAt }) => jiraTime(createdAt) },
  updated: { name: 'Updated', show: (_, { updatedAt }) => jiraTime(updatedAt) },
  resolution: { name: 'Resolution', show: resolution },
  resolutiondate: { name: 'Resolved', show: resolvedAt },
  labels: { name: 'Labels', show: () => [] },
  comment: { name: 'Comment', show: (exchange, issue) => commentPage(exchange, issue, { maxResults: 100 }) },
};

export const customValue = (exchange: Exchange, field: Field, value: unknown): unknown =>
  showValue(field, value, {
    person: (accountId) => personById(exchange, accountId),
    group: (id) => {
      const group = exchange.world.state.groups.get(id);
      return group && groupName(exchange, group);
    },
    option: ({ id, value: label }) => ({
      self: `${exchange.world.baseUrl}/rest/api/3/customFieldOption/${id}`,
      value: label,
      id,
    }),
  });

/** What the service desk says of the issue: its request type and where it stands. */
const requestType: Show = (exchange, issue) => {
  const request = requestOf(exchange, issue);
  const now = issue.statuses.at(-1);
  if (!request || !now) return null;
  const { baseUrl } = exchange.world;
  const { portalId } = request.project.desk;
  return {
    _links: {
      jiraRest: `${baseUrl}/rest/api/2/issue/${issue.id}`,
      web: `${baseUrl}/servicedesk/customer/portal/${portalId}/${issue.key}`,
      self: `${baseUrl}/rest/servicedeskapi/request/${issue.id}`,
      agent: `${baseUrl}/browse/${issue.key}`,
    },
    requestType: requestTypeToWire(exchange, request),
    currentStatus: deskStatus(exchange, now),
  };
};

const approvals: Show = (exchange, issue) =>
  issue.approvals.length === 0
    ? null
    : issue.approvals.map((approval) => approvalToWire(exchange, { issue }, approval));

const participants: Show = (exchange, issue) => issue.participants.map((id) => personById(exchange, id));

/** Every field of the site by its id. */
export function allFields({
  world,
}: Exchange): ReadonlyMap<string, { readonly name: string; readonly show: Show }> {
  const { deskFields, fields } = world.work;
  const custom = [...fields.values()].filter(({ deleted }) => !deleted);
  return new Map<string, { readonly name: string; readonly show: Show }>([
    ...Object.entries(systemFields),
    [deskFields.requestType, { name: 'Request Type', show: requestType }],
    [deskFields.participants, { name: 'Request participants', show: participants }],
    [deskFields.approvals, { name: 'Approvals', show: approvals }],
    ...custom.map((field): [string, { readonly name: string; readonly show: Show }] => [
      field.id,
      { name: field.name, show: (exchange, issue) => customValue(exchange, field, issue.fields[field.id]) },
    ]),
  ]);
}
