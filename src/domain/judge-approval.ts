import type { DecideInput, Decision } from './decide';
import { interestedIn } from './self-approval';
import type { ApprovalEvidence, TicketChange } from './ticket';

export type Refusal = 'self-approval' | 'not-an-approver' | 'not-enough' | 'inactive-approver';
export type Unproven = 'no-record' | 'open-record';
type Verdict = Extract<Decision, { kind: 'approved' | 'declined' | 'waiting' | 'refused' | 'quarantined' }>;

/** By the service desk's own record of the newest approval. A status only says that there may be one. */
export function judgeRecord(input: DecideInput): Verdict {
  const { decision, ticket, evidence } = input;
  const newest = newestOf(evidence);
  // Where the record declines, whoever answered has declined, in whose name ever the ticket was moved.
  if (newest?.decision === 'declined') return declinedBy(newest);
  if (includes(decision.declined, ticket.statusId)) return declined(moverInto(input));
  if (newest?.decision === 'approved' && newest.completedAt) {
    return judgeApprovers(input, { ...newest, completedAt: newest.completedAt });
  }
  if (!includes(decision.approved, ticket.statusId)) return { kind: 'waiting' };
  return { kind: 'quarantined', why: newest ? 'open-record' : 'no-record', ...byOf(moverInto(input)?.by) };
}

/** By the status alone: weaker, for nobody has to be entitled to move a ticket. */
export function judgeStatus(input: DecideInput): Verdict {
  const { decision, ticket } = input;
  const move = moverInto(input);
  if (includes(decision.declined, ticket.statusId)) return declined(move);
  if (!includes(decision.approved, ticket.statusId)) return { kind: 'waiting' };
  if (!move) return { kind: 'quarantined', why: 'no-record' };
  if (isOwnDoing(input, move)) return { kind: 'refused', why: 'self-approval' };
  const { by, at } = move;
  return { kind: 'approved', approval: { kind: 'status', by, at, statusId: ticket.statusId } };
}

/** An approval step may move the ticket in its own name: then those who answered it are the ones who moved it. */
function isOwnDoing(input: DecideInput, { by }: TicketChange): boolean {
  const interested = interestedIn(input);
  const newest = newestOf(input.evidence);
  const approved = newest?.answers.filter(({ decision }) => decision === 'approved') ?? [];
  return interested.has(by) || (approved.length > 0 && approved.every((answer) => interested.has(answer.by)));
}

type Completed = ApprovalEvidence & { readonly completedAt: Date };

function judgeApprovers(input: DecideInput, { id, answers, completedAt }: Completed): Verdict {
  const { policy, entitled, active } = input;
  const approved = answers.filter(({ decision }) => decision === 'approved').map(({ by }) => by);
  const interested = interestedIn(input);
  const isEntitled = (person: string) => entitled.some((people) => people.includes(person));
  const others = [...new Set(approved)].filter((person) => !interested.has(person));
  const counted = others.filter((person) => isEntitled(person) && active.has(person));
  const everySource = entitled.every((people) => people.some((person) => counted.includes(person)));
  if (counted.length >= Math.max(1, policy.count) && (policy.need === 'any' || everySource)) {
    return { kind: 'approved', approval: { kind: 'record', id, by: counted.sort(), at: completedAt } };
  }
  if (approved.some((person) => interested.has(person))) return { kind: 'refused', why: 'self-approval' };
  if (others.some((person) => isEntitled(person) && !active.has(person))) {
    return { kind: 'refused', why: 'inactive-approver' };
  }
  return { kind: 'refused', why: counted.length === 0 ? 'not-an-approver' : 'not-enough' };
}

/** Of two of the same instant, the one that the service desk lists later. */
const newestOf = (evidence: readonly ApprovalEvidence[]): ApprovalEvidence | undefined =>
  evidence.reduce<ApprovalEvidence | undefined>(
    (newest, each) => (newest && newest.createdAt > each.createdAt ? newest : each),
    undefined,
  );

/**
 * Whether the ticket is where its approval brought it. An approval is open until the first move after it was asked for:
 * whatever came later was somebody's doing.
 */
export function standsWhereApproved({ ticket, evidence }: Pick<DecideInput, 'ticket' | 'evidence'>): boolean {
  const asked = newestOf(evidence)?.createdAt ?? ticket.createdAt;
  return ticket.changes.filter(({ field, at }) => field === 'status' && at > asked).length === 1;
}

/** Who brought the ticket to where it is. Undefined: the changelog does not say. */
function moverInto({ ticket: { changes, statusId } }: DecideInput): TicketChange | undefined {
  const last = changes.findLast(({ field }) => field === 'status');
  return last?.to === statusId && last.by !== '' ? last : undefined;
}

const declined = ({ by, at }: { readonly by?: string; readonly at?: Date } = {}): Verdict => ({
  kind: 'declined',
  ...byOf(by),
  ...(at && { at }),
});

const declinedBy = ({ answers, completedAt }: ApprovalEvidence): Verdict =>
  declined({
    ...byOf(answers.find(({ decision }) => decision === 'declined')?.by),
    ...(completedAt && { at: completedAt }),
  });

const byOf = (by: string | undefined) => (by === undefined ? {} : { by });

const includes = (statuses: readonly { readonly id: string }[], statusId: string): boolean =>
  statuses.some(({ id }) => id === statusId);
