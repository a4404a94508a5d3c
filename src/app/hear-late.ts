import type { Actor } from '../domain/audit';
import { findLateApproval, type LateApproval } from '../domain/late-approval';
import { isOutOfTime, type AccessRequest } from '../domain/request';
import { tooLate } from '../domain/words-of-closing';
import { inOrder, type Happening } from './happened';
import { hearOf, tellHeard, told } from './hear';
import type { Ports } from './ports';
import { writeRequest } from './write-request';

/**
 * Whoever approves what a deadline has cancelled is told once that it was too late. Of all requests that are over, only
 * such a one is looked at again when something is heard of its ticket, and only until that was said.
 */
export async function hearLate(ports: Ports, request: AccessRequest, by: Actor): Promise<AccessRequest> {
  if (!isOutOfTime(request)) return request;
  const { issueId, cancelledAt } = request;
  const [ticket, rule] = await Promise.all([
    ports.desk.find(issueId),
    ports.rules.findVersion(request.ruleId, request.ruleVersion),
  ]);
  if (!ticket) return request;
  const evidence = await ports.desk.approvals(issueId);
  if (!evidence) return request;
  const { answers, heard } = hearOf(request.heard, evidence);
  const approvedStatuses = rule?.decision.approved ?? [];
  const late = findLateApproval({ cancelledAt, answers, evidence, ticket, approvedStatuses });
  const news = answers.map(told);
  const known = { ...request, ...(heard.length > 0 && { heard }) };
  if (!late) return tellHeard(ports, { request: known, by, news });
  return writeRequest(ports, {
    before: request,
    next: {
      ...known,
      why: 'approved-late',
      outbox: [...request.outbox, { kind: 'say', key: 'late', message: tooLate() }],
    },
    happenings: inOrder(news, lateHappening(late)),
    by,
  });
}

const lateHappening = ({ by, approvers, at }: LateApproval): Happening => ({
  what: 'request.approved-late',
  detail: { by, approvers, ...(at && { decidedAt: at.toISOString() }) },
});
