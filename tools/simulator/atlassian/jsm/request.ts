import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { commentToWire, commentsSeen } from './comment';
import { jsmDate } from './date';
import { isStaff } from './desk-role';
import { fieldValueToWire } from './field-value';
import { formOf } from './form';
import { expandsOf, innerPage } from './paging';
import { requestTypeToWire } from './request-type';
import { deskToWire } from './service-desk';
import { newestFirst, statusToWire } from './status';
import { jsmUserById } from './user';
import { seenRequest, summaryOf, type Request } from './visible-request';

/** What this site can expand of a request. */
export const REQUEST_EXPANDS = ['participant', 'status', 'requestType', 'serviceDesk', 'action', 'comment'];

export const requestPath = ({ issue }: Request): string => `/rest/servicedeskapi/request/${issue.id}`;

const linksOf = ({ world }: Exchange, request: Request) => {
  const { issue, project } = request;
  return {
    jiraRest: `${world.baseUrl}/rest/api/2/issue/${issue.id}`,
    web: `${world.baseUrl}/servicedesk/customer/portal/${project.desk.portalId}/${issue.key}`,
    agent: `${world.baseUrl}/browse/${issue.key}`,
    self: `${world.baseUrl}${requestPath(request)}`,
  };
};

const usersOf = (exchange: Exchange, ids: readonly string[]) =>
  ids.flatMap((id) => jsmUserById(exchange, id) ?? []);

function expanded(exchange: Exchange, request: Request, expands: readonly string[]) {
  const { issue, project, type } = request;
  const path = requestPath(request);
  const may = { allowed: isStaff(exchange, project) };
  const statuses = () => newestFirst(issue).map((entry) => statusToWire(exchange, entry));
  const comments = () =>
    commentsSeen(exchange, request).map((each) => commentToWire(exchange, request, each));
  const parts: Readonly<Record<string, () => object>> = {
    participant: () => ({
      participants: innerPage(exchange, `${path}/participant`, usersOf(exchange, issue.participants)),
    }),
    status: () => ({ status: innerPage(exchange, `${path}/status`, statuses()) }),
    requestType: () => ({ requestType: requestTypeToWire(exchange, { project, type }) }),
    serviceDesk: () => ({ serviceDesk: deskToWire(exchange, project) }),
    action: () => ({
      actions: { addComment: { allowed: true }, addParticipant: may, removeParticipant: may },
    }),
    comment: () => ({ comments: innerPage(exchange, `${path}/comment`, comments()) }),
  };
  return Object.assign({}, ...expands.map((name) => parts[name]?.() ?? {})) as object;
}

/** A request as its own portal page tells it: no hidden fields. */
export function requestToWire(exchange: Exchange, request: Request, expands: readonly string[]) {
  const { issue, project, type } = request;
  const now = issue.statuses.at(-1) ?? { statusId: issue.statusId, at: issue.createdAt };
  const shown = formOf(exchange, type).filter(({ visible }) => visible);
  return {
    _expands: REQUEST_EXPANDS,
    issueId: issue.id,
    issueKey: issue.key,
    summary: summaryOf(issue),
    requestTypeId: type.id,
    serviceDeskId: project.desk.id,
    createdDate: jsmDate(exchange, issue.createdAt),
    reporter: jsmUserById(exchange, issue.reporter),
    requestFieldValues: shown.map((each) => fieldValueToWire(exchange, each, issue.fields[each.fieldId])),
    currentStatus: statusToWire(exchange, now),
    _links: linksOf(exchange, request),
    ...expanded(exchange, request, expands),
  };
}

export const getCustomerRequestByIdOrKey: Operation = {
  document: 'jsm',
  operationId: 'getCustomerRequestByIdOrKey',
  method: 'GET',
  template: '/rest/servicedeskapi/request/{issueIdOrKey}',
  statuses: [200, 403, 404],
  play: (exchange) => json(200, requestToWire(exchange, seenRequest(exchange), expandsOf(exchange))),
};
