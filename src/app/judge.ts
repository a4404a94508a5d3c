import type { Actor } from '../domain/audit';
import { decide, type Decision } from '../domain/decide';
import type { AccessRequest } from '../domain/request';
import type { Rule } from '../domain/rule';
import type { ApprovalEvidence, Ticket } from '../domain/ticket';
import { boundOf, understand } from '../domain/understand';
import { entitledAmong } from './entitled';
import { askedHash } from './freeze';
import type { Happening } from './happened';
import type { Ports } from './ports';
import { findExemption } from './route';

export interface Case {
  readonly request: AccessRequest;
  readonly rule: Rule;
  readonly ticket: Ticket;
  readonly evidence: readonly ApprovalEvidence[];
}

/** What the rule says of a request as it was seen, and of who is entitled as things are now. */
export async function judge(ports: Ports, { request, rule, ticket, evidence }: Case): Promise<Decision> {
  const { snapshot } = request;
  if (!snapshot) return { kind: 'waiting' };
  const answers = evidence.flatMap((record) =>
    record.answers.filter(({ decision }) => decision === 'approved'),
  );
  const candidates = [...new Set(answers.map(({ by }) => by))];
  const [entitled, exemptGroupId] = await Promise.all([
    entitledAmong(ports, { rule, ticket, snapshot }, candidates),
    findExemption(ports, { rule, ticket, snapshot }),
  ]);
  const understanding = understand(rule, ticket);
  const unchanged =
    understanding.kind === 'understood' && askedHash(ports, understanding.wanted) === snapshot.askedHash;
  return decide({
    policy: rule.approval,
    trigger: rule.trigger,
    decision: rule.decision,
    ...(rule.outcome.fulfilled && { fulfilledStatusId: rule.outcome.fulfilled.id }),
    snapshot,
    ticket,
    evidence,
    entitled,
    active: await activePeople(ports, { request, rule, evidence }),
    bound: boundOf(rule),
    contentNow: unchanged ? snapshot.hash : undefined,
    ...(exemptGroupId !== undefined && { exemptGroupId }),
  });
}

/**
 * Those who gave an approval that is over, as far as they are active people. The record says whether an account is
 * active, and not that it is a person's: customers of the portal and apps have active accounts, too. Whoever was asked
 * was seen to be a person then, and of what kind an account is never changes.
 */
async function activePeople(
  ports: Ports,
  { request, rule, evidence }: Pick<Case, 'request' | 'rule' | 'evidence'>,
): Promise<ReadonlySet<string>> {
  const over = evidence.filter(({ decision }) => rule.approval.by === 'record' && decision === 'approved');
  const approved = over.flatMap(({ answers }) =>
    answers.filter(({ decision, active }) => decision === 'approved' && active),
  );
  const ids = [...new Set(approved.map(({ by }) => by))];
  const unknown = ids.filter((id) => !request.asked.includes(id));
  const kinds = await Promise.all(unknown.map((id) => ports.people.kindOf(id)));
  return new Set(ids.filter((id) => request.asked.includes(id) || kinds[unknown.indexOf(id)] === 'person'));
}

/** A request that somebody looks at, and in whose name. */
export interface Step {
  readonly request: AccessRequest;
  readonly rule: Rule;
  readonly by: Actor;
  /** What was heard while it was looked at: it is told with what is written next. */
  readonly news?: readonly Happening[];
}
