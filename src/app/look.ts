import type { Decision } from '../domain/decide';
import { Fault } from '../domain/fault';
import { isOfType } from '../domain/match-rule';
import type { ApprovalEvidence, Ticket } from '../domain/ticket';
import { approvalsOf } from './approvals-of';
import { judge, type Step } from './judge';
import type { Ports } from './ports';
import { meanwhile } from './problems';

/** What was found true of a request, and what it comes to. */
export interface Sight {
  readonly ticket: Ticket;
  readonly evidence: readonly ApprovalEvidence[];
  readonly decision: Decision;
}

/** Each further one means that somebody changed something at that very moment. */
const MOST_LOOKS = 4;

/**
 * Reads the ticket and its approvals in turn, until they can be held against each other. An approval counts for what a
 * ticket says that was read after it: nobody can have approved anything else. What speaks against a request counts by
 * the answers that were read after the ticket: an edit must not be newer than what is known of the answers. Undefined:
 * the ticket is gone.
 */
export async function look(ports: Ports, step: Step): Promise<Sight | undefined> {
  const { issueId, snapshot } = step.request;
  if (!snapshot) return seeAlone(ports, issueId);
  const read = () => ports.desk.approvals(issueId);
  // Another request type may have none; of this one, those that are not shown are not none.
  const readOf = async (ticket: Ticket) =>
    isOfType(step.rule.trigger, ticket) ? approvalsOf(ports, issueId) : ((await read()) ?? []);
  const see = async (ticket: Ticket, evidence: Sight['evidence']): Promise<Sight> => {
    return { ticket, evidence, decision: await judge(ports, { ...step, ticket, evidence }) };
  };
  // A status is on the ticket itself: nothing could be approved behind its back.
  let before = step.rule.approval.by === 'record' ? await read().catch(noneIfHidden) : undefined;
  for (let looks = 0; looks < MOST_LOOKS; looks += 1) {
    const ticket = await ports.desk.find(issueId);
    if (!ticket) return undefined;
    const early = before && (await see(ticket, before));
    if (early && (early.decision.kind === 'approved' || early.decision.kind === 'waiting')) return early;
    before = await readOf(ticket);
    const late = await see(ticket, before);
    if (!isByRecord(late.decision)) return late;
  }
  throw meanwhile();
}

/** Nothing is understood yet that an answer could be to. */
async function seeAlone(ports: Ports, issueId: string): Promise<Sight | undefined> {
  const ticket = await ports.desk.find(issueId);
  return ticket && { ticket, evidence: [], decision: { kind: 'waiting' } };
}

/** What became of the ticket, the ticket itself tells better than a refusal. */
const noneIfHidden = (error: unknown): undefined => {
  if (!(error instanceof Fault) || error.code !== 'target-refused') throw error;
  return undefined;
};

const isByRecord = (decision: Decision): boolean =>
  decision.kind === 'approved' && decision.approval.kind === 'record';
