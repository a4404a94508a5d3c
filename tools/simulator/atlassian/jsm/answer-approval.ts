import { z } from 'zod';
import { json } from '../answer';
import type { Exchange, Operation } from '../exchange';
import type { SiteResponse } from '../wire';
import { answerApproval as take } from '../work/engine';
import { approvalToWire, seenApproval } from './approval';
import { callerOf, readBody } from './body';
import { conflict, forbidden, noApproval } from './refusals';

const Body = z.strictObject({ decision: z.enum(['approve', 'decline']) });
const DECISIONS = { approve: 'approved', decline: 'declined' } as const;

/** Each answers for themselves: no staff, no administrator and no app answers for another. */
function answer(exchange: Exchange): SiteResponse {
  const { issue, approval } = seenApproval(exchange);
  const decision = DECISIONS[readBody(exchange, Body).decision];
  const next = take(exchange.world, issue, { by: callerOf(exchange), approvalId: approval.id, decision });
  switch (next) {
    case 'no-approval':
      throw noApproval();
    case 'not-approver':
      throw forbidden('You are not an approver of this request.');
    case 'over':
      throw conflict('The approval has already been completed, or you have already submitted a decision.');
  }
  const answered = next.approvals.find(({ id }) => id === approval.id) ?? approval;
  return json(200, approvalToWire(exchange, { issue: next }, answered));
}

export const answerApproval: Operation = {
  document: 'jsm',
  operationId: 'answerApproval',
  method: 'POST',
  template: '/rest/servicedeskapi/request/{issueIdOrKey}/approval/{approvalId}',
  statuses: [200, 400, 403, 404, 409],
  play: answer,
};
