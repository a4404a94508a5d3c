import type { Connection } from '../domain/connection';
import { boundChanges, contentOf } from '../domain/content';
import { fixEnd } from '../domain/end';
import type { Snapshot } from '../domain/request';
import { MAX_HOURS, PRIVILEGED_MAX_HOURS, type GroupRef, type Rule } from '../domain/rule';
import type { ApprovalEvidence, Ticket } from '../domain/ticket';
import { understand, type Wanted } from '../domain/understand';
import { findBeneficiary, type Found } from './find-beneficiary';
import { findUngivable, groupsOf } from './givable';
import type { Ports } from './ports';
import type { Trouble } from './trouble';

export type Frozen =
  | { readonly kind: 'frozen'; readonly snapshot: Snapshot }
  | { readonly kind: 'troubled'; readonly troubles: readonly Trouble[] };

export interface Asked {
  readonly rule: Rule;
  readonly ticket: Ticket;
  /** Read after the ticket: what was answered by then was answered to what the ticket said. */
  readonly evidence: readonly ApprovalEvidence[];
}

/** What a ticket asks for, looked up and written down once. From here on the ticket's own words change nothing. */
export async function freeze(ports: Ports, { rule, ticket, evidence }: Asked): Promise<Frozen> {
  const understanding = understand(rule, ticket);
  if (understanding.kind === 'misunderstood') return { kind: 'troubled', troubles: understanding.problems };
  const { wanted } = understanding;
  const watched = await ports.connections.find(wanted.connectionId);
  if (!watched)
    return troubled('connection-gone', 'The application of this request is not connected any more.');
  const question = askedAt({ rule, ticket, evidence });
  if (isNewer(watched.connection, wanted, question)) return troubled('regrouped', REGROUPED);
  const [groups, who] = await Promise.all([
    groupsOf(ports, watched, wanted),
    findBeneficiary(ports, watched, wanted),
  ]);
  const beneficiary = who.kind === 'person' ? who.id : undefined;
  const bundle = { groups, privileged: wanted.privileged, beneficiary };
  const ungivable = await findUngivable(ports, watched, bundle);
  if (who.kind === 'nobody') return { kind: 'troubled', troubles: [who.trouble, ...ungivable] };
  if (ungivable.length > 0) return { kind: 'troubled', troubles: ungivable };
  const end = fixEnd(wanted.end, { now: ports.clock.now(), zone: who.zone, ...limitsOf(rule) });
  if (end.kind === 'wrong') return troubled(end.code, end.text);
  const facts = {
    ...whoseOf(ports, wanted, who),
    connectionId: wanted.connectionId,
    groups,
    privileged: wanted.privileged,
    until: end.until,
    zone: who.zone,
    ...(wanted.reason !== undefined && { reasonDigest: ports.digest(wanted.reason) }),
  };
  const content = contentOf({
    issueId: ticket.issueId,
    ruleId: rule.id,
    ruleVersion: rule.version,
    ...facts,
  });
  const snapshot: Snapshot = {
    ...facts,
    hash: ports.digest(content),
    askedHash: askedHash(ports, wanted),
    changesSeen: changesBefore(ticket, { bound: wanted.bound, askedAt: question }),
  };
  return { kind: 'frozen', snapshot };
}

const troubled = (code: string, text: string): Frozen => ({ kind: 'troubled', troubles: [{ code, text }] });

/** An answer that was given already was given to what the connection gave by default when it was asked for. */
const isNewer = ({ groupsChangedAt }: Connection, { groups }: Wanted, question: number): boolean =>
  groups.length === 0 && groupsChangedAt !== undefined && groupsChangedAt.getTime() > question;

const REGROUPED =
  'What this application gives has been changed since the approval was asked for, so nobody has approved it.';

/** Digest of what the ticket itself says, before anything was looked up. */
export function askedHash(ports: Ports, wanted: Wanted): string {
  const { groups, bound: _bound, ...rest } = wanted;
  return ports.digest(JSON.stringify([Object.entries(rest).sort(byKey), groups.map(({ id }) => id).sort()]));
}

const byKey = ([a]: [string, unknown], [b]: [string, unknown]) => (a < b ? -1 : 1);

const whoseOf = (ports: Ports, { requester }: Wanted, who: Exclude<Found, { kind: 'nobody' }>) =>
  who.kind === 'person'
    ? { requester, beneficiary: who.id }
    : { requester, inviteeDigest: ports.digest(who.email.trim().toLowerCase()) };

function limitsOf({ access, end }: Rule): { required: boolean; maxHours: number } {
  const most = access.kind === 'privileged-access' ? PRIVILEGED_MAX_HOURS : MAX_HOURS;
  const wished = 'maxHours' in end && end.maxHours !== undefined ? end.maxHours : most;
  return { required: 'required' in end && end.required, maxHours: Math.min(wished, most) };
}

/** Nobody can have approved what came after their question: once somebody has answered, later edits count as unseen. */
const changesBefore = (
  ticket: Ticket,
  { bound, askedAt: asked }: { readonly bound: readonly string[]; readonly askedAt: number },
): number =>
  boundChanges({ ...ticket, changes: ticket.changes.filter(({ at }) => at.getTime() <= asked) }, bound);

/** When what was answered was asked at the latest. By status the answer is the move itself. */
function askedAt({ rule, ticket, evidence }: Asked): number {
  const answered = evidence.filter(({ answers }) => answers.some(({ decision }) => decision !== 'pending'));
  const asked =
    answered.length === 0 ? Infinity : Math.max(...answered.map(({ createdAt }) => createdAt.getTime()));
  const isMoved =
    rule.approval.by === 'status' && rule.decision.approved.some(({ id }) => id === ticket.statusId);
  const move = isMoved ? ticket.changes.findLast(({ field }) => field === 'status') : undefined;
  return Math.min(asked, move?.at.getTime() ?? Infinity);
}

export type { GroupRef };
