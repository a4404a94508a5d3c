import type { HeardAnswer } from './request';
import type { StatusRef } from './rule';
import type { ApprovalEvidence, Ticket } from './ticket';

/** An approval of a request that its deadline had cancelled. It gives nothing. */
export interface LateApproval {
  readonly by: 'record' | 'status';
  readonly approvers: readonly string[];
  /** The desk's own instant, where the desk tells it: of a single answer it does not. */
  readonly at?: Date;
}

export interface Lateness {
  readonly cancelledAt: Date;
  /** What was not answered yet when it was cancelled. */
  readonly answers: readonly HeardAnswer[];
  readonly evidence: readonly ApprovalEvidence[];
  readonly ticket: Pick<Ticket, 'changes' | 'statusId'>;
  readonly approvedStatuses: readonly StatusRef[];
}

/** Somebody approved it since, or moved its ticket on as if it were approved. */
export function findLateApproval(lateness: Lateness): LateApproval | undefined {
  const { answers, evidence, cancelledAt } = lateness;
  const approved = answers.filter(({ decision }) => decision === 'approved');
  if (approved.length > 0) {
    const record = evidence.find(({ id }) => id === approved.at(-1)?.approval);
    const at = record?.decision === 'approved' ? record.completedAt : undefined;
    return { by: 'record', approvers: approved.map(({ by }) => by), ...(at && { at }) };
  }
  const move = moveOn(lateness);
  return move && move.at > cancelledAt ? { by: 'status', approvers: [move.by], at: move.at } : undefined;
}

function moveOn({ ticket: { changes, statusId }, approvedStatuses }: Lateness) {
  if (!approvedStatuses.some(({ id }) => id === statusId)) return undefined;
  const last = changes.findLast(({ field }) => field === 'status');
  return last?.to === statusId ? last : undefined;
}
