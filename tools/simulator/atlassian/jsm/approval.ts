import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import { personOf } from '../rights';
import { canAnswer } from '../work/engine';
import type { Approval, Issue } from '../work/issue';
import { jsmDate } from './date';
import { jsmPage } from './paging';
import { noApproval } from './refusals';
import { jsmUserById } from './user';
import { seenRequest, type Request } from './visible-request';

/** Whether the caller was asked, has not answered yet, and an answer would still count. */
export function mayAnswer({ asker }: Pick<Exchange, 'asker'>, issue: Issue, approval: Approval): boolean {
  const person = personOf(asker);
  return person !== undefined && canAnswer(issue, approval, person.accountId);
}

export function approvalToWire(exchange: Exchange, { issue }: Pick<Request, 'issue'>, approval: Approval) {
  const { id, name, finalDecision, approvers, createdAt, completedAt } = approval;
  return {
    id,
    name,
    finalDecision,
    canAnswerApproval: mayAnswer(exchange, issue, approval),
    approvers: approvers.map(({ accountId, decision }) => ({
      approver: jsmUserById(exchange, accountId),
      approverDecision: decision,
    })),
    createdDate: jsmDate(exchange, createdAt),
    ...(completedAt !== null && { completedDate: jsmDate(exchange, completedAt) }),
    _links: {
      self: `${exchange.world.baseUrl}/rest/servicedeskapi/request/${issue.id}/approval/${id}`,
    },
  };
}

/** The approval of the path, on a request that the caller may see. */
export function seenApproval(exchange: Exchange): Request & { readonly approval: Approval } {
  const request = seenRequest(exchange);
  const approval = request.issue.approvals.find(({ id }) => id === exchange.path['approvalId']);
  if (!approval) throw noApproval();
  return { ...request, approval };
}

const PATH = '/rest/servicedeskapi/request/{issueIdOrKey}/approval';

export const approvalReads: readonly Operation[] = [
  {
    document: 'jsm',
    operationId: 'getApprovals',
    method: 'GET',
    template: PATH,
    statuses: [200, 403, 404],
    play: (exchange) => {
      const request = seenRequest(exchange);
      return jsmPage(exchange, request.issue.approvals, {
        toWire: (approval) => approvalToWire(exchange, request, approval),
      });
    },
  },
  {
    document: 'jsm',
    operationId: 'getApprovalById',
    method: 'GET',
    template: `${PATH}/{approvalId}`,
    statuses: [200, 403, 404],
    play: (exchange) => {
      const { approval, ...request } = seenApproval(exchange);
      return json(200, approvalToWire(exchange, request, approval));
    },
  },
];
