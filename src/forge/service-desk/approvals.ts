import { z } from 'zod';
import type { ApprovalAnswer, ApprovalEvidence } from '../../domain/ticket';
import { everyPage, paths } from './jsm-pages';

/** A word that is not known yet must never count as an answer. */
const decision = z
  .string()
  .nullish()
  .transform((word) => (word === 'approved' || word === 'declined' ? word : 'pending'));

const date = z.object({ epochMillis: z.number() }).transform(({ epochMillis }) => new Date(epochMillis));

const approval = z.object({
  id: z.coerce.string(),
  finalDecision: decision,
  approvers: z.array(
    z.object({
      approver: z.object({ accountId: z.string(), active: z.boolean() }),
      approverDecision: decision,
    }),
  ),
  createdDate: date,
  completedDate: date.nullish(),
});
type Approval = z.output<typeof approval>;

/**
 * Undefined: there is no such request, or the app may not see it.
 * https://developer.atlassian.com/cloud/jira/service-desk/rest/api-group-request/ getApprovals
 */
export async function readApprovals(issueId: string): Promise<readonly ApprovalEvidence[] | undefined> {
  const found = await everyPage(paths.approvals(issueId), approval);
  return found?.map(evidenceOf).sort((a, b) => a.createdAt.getTime() - b.createdAt.getTime());
}

const evidenceOf = ({
  id,
  finalDecision,
  approvers,
  createdDate,
  completedDate,
}: Approval): ApprovalEvidence => ({
  id,
  decision: finalDecision,
  answers: approvers.map(({ approver, approverDecision }): ApprovalAnswer => ({
    by: approver.accountId,
    decision: approverDecision,
    active: approver.active,
  })),
  createdAt: createdDate,
  ...(completedDate && { completedAt: completedDate }),
});
