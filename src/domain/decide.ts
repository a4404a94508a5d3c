import { boundChanges } from './content';
import { isOfType } from './match-rule';
import { judgeRecord, judgeStatus, standsWhereApproved, type Refusal, type Unproven } from './judge-approval';
import type { Approval, Snapshot } from './request';
import type { ApprovalPolicy, RuleDefinition, Trigger } from './rule';
import { isOwnWords } from './self-approval';
import type { ApprovalEvidence, Ticket } from './ticket';

export interface DecideInput {
  readonly policy: ApprovalPolicy;
  readonly trigger: Pick<Trigger, 'projectId' | 'requestTypeId'>;
  readonly decision: RuleDefinition['decision'];
  /** Where the rule itself sends a ticket that was served. */
  readonly fulfilledStatusId?: string;
  readonly snapshot: Snapshot;
  readonly ticket: Ticket;
  /** Which of the two was read first decides for what this may count: see `look`. */
  readonly evidence: readonly ApprovalEvidence[];
  /** For each source of the policy, in its order, who is entitled now. */
  readonly entitled: readonly (readonly string[])[];
  /** Those of the approvers whose account is that of an active person. */
  readonly active: ReadonlySet<string>;
  /** Ids of everything on the ticket that the rule reads. */
  readonly bound: readonly string[];
  /** Hash of what the ticket says now. Undefined: it says something else, or nothing that can be understood. */
  readonly contentNow: string | undefined;
  /** The group of the requester that makes an approval unnecessary. */
  readonly exemptGroupId?: string;
}

export type Decision =
  | { readonly kind: 'approved'; readonly approval: Approval }
  /** `by` and `at`: as the record says, or the move into a declined status. */
  | { readonly kind: 'declined'; readonly by?: string; readonly at?: Date }
  | { readonly kind: 'waiting' }
  | { readonly kind: 'refused'; readonly why: Refusal }
  /** Somebody moved the ticket on without an approval: `by`, where its changelog says so. */
  | { readonly kind: 'quarantined'; readonly why: Unproven; readonly by?: string }
  /** What was, or may have been, approved is no longer what the ticket says. */
  | { readonly kind: 'void'; readonly why: 'edited' | 'moved' }
  /** It was edited before anybody had answered: it is to be understood anew. */
  | { readonly kind: 'refreeze' }
  | { readonly kind: 'cancelled'; readonly why: 'closed' | 'closed-early' };

/** What becomes of a request, as everything is now. The same facts always lead to the same decision. */
export function decide(input: DecideInput): Decision {
  const { policy, trigger, ticket } = input;
  if (!isOfType(trigger, ticket)) return { kind: 'void', why: 'moved' };
  if (wasEdited(input)) {
    return isAnswered(input) ? { kind: 'void', why: 'edited' } : { kind: 'refreeze' };
  }
  const verdict = policy.by === 'record' ? judgeRecord(input) : judgeStatus(input);
  if (verdict.kind === 'approved' && isClosedEarly(input)) return { kind: 'cancelled', why: 'closed-early' };
  if (verdict.kind === 'declined' || verdict.kind === 'approved') return verdict;
  const isOver = ticket.isDone && !isApprovedStatus(input);
  if (isExempt(input) && !isOver) {
    return { kind: 'approved', approval: { kind: 'exempt', groupId: input.exemptGroupId } };
  }
  return verdict.kind === 'waiting' && ticket.isDone ? { kind: 'cancelled', why: 'closed' } : verdict;
}

/** Edited and edited back is edited: the count of changes tells it when the content no longer does. */
const wasEdited = ({ snapshot, ticket, bound, contentNow }: DecideInput): boolean =>
  contentNow !== snapshot.hash || boundChanges(ticket, bound) !== snapshot.changesSeen;

const isAnswered = (input: DecideInput): boolean =>
  isApprovedStatus(input) ||
  input.evidence.some(
    ({ decision, answers }) =>
      decision !== 'pending' || answers.some((answer) => answer.decision !== 'pending'),
  );

const isApprovedStatus = ({ decision, ticket }: DecideInput): boolean =>
  decision.approved.some(({ id }) => id === ticket.statusId);

/**
 * Done, and neither where an approval leads nor where the rule sends it: somebody gave the request up. Where the rule
 * does not say where an approval leads, it leads to where it moved the ticket itself.
 */
const isClosedEarly = (input: DecideInput): boolean =>
  input.ticket.isDone &&
  input.ticket.statusId !== input.fulfilledStatusId &&
  !(input.decision.approved.length > 0 ? isApprovedStatus(input) : standsWhereApproved(input));

const isExempt = (input: DecideInput): input is DecideInput & { readonly exemptGroupId: string } =>
  input.exemptGroupId !== undefined && isOwnWords(input);
