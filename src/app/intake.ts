import { neverAsked, type Asking } from '../domain/asking';
import type { Actor } from '../domain/audit';
import { ruleFits } from '../domain/match-rule';
import { Fault } from '../domain/fault';
import type { AccessRequest, Say, Snapshot } from '../domain/request';
import type { Rule } from '../domain/rule';
import type { ApprovalEvidence, Ticket } from '../domain/ticket';
import { noApprover } from '../domain/words';
import type { HowAsked } from '../domain/words-of-asking';
import { approvalsOf } from './approvals-of';
import { askOf } from './ask-of';
import { deadlines } from './deadlines';
import { faultOnly } from './fault-only';
import { freeze } from './freeze';
import type { Happening } from './happened';
import { routedTo, understood } from './intake-happenings';
import type { Ports } from './ports';
import { refuse } from './refuse';
import { route, type Route } from './route';
import { saidTroubled, saidUnderstood } from './sayings';
import { waitToUnderstand } from './wait-to-understand';
import { versionInForce } from './version-in-force';
import { writeRequest, type RequestFacts } from './write-request';

/** A ticket that a rule is for becomes a request. Undefined: no rule is for it, or it is none of the app's business. */
export async function intake(ports: Ports, ticket: Ticket, by: Actor): Promise<AccessRequest | undefined> {
  if (ticket.isDone) return undefined;
  const { entries } = await ports.rules.book();
  const entry = entries.find(({ state, trigger }) => state === 'enabled' && ruleFits(trigger, ticket));
  if (!entry) return undefined;
  const rule = await versionInForce(ports, entry, ticket);
  return rule && understandAnew(ports, { before: undefined, rule, ticket, by });
}

export interface Intake {
  /** The request as it was understood before, when the ticket was edited in time. */
  readonly before: AccessRequest | undefined;
  readonly rule: Rule;
  readonly ticket: Ticket;
  /** What the service desk recorded, read after the ticket. Absent: it has yet to be read. */
  readonly evidence?: readonly ApprovalEvidence[];
  readonly by: Actor;
}

/** Freezes what the ticket asks for, and says on it what was understood and who is asked, or what is wrong with it. */
export async function understandAnew(ports: Ports, intake: Intake): Promise<AccessRequest> {
  const { before, rule, ticket, by } = intake;
  const base = factsOf(ports, intake);
  const happenings: Happening[] = before
    ? []
    : [
        {
          what: 'request.received',
          detail: { rule: rule.id, ruleVersion: rule.version, requester: ticket.reporter },
        },
      ];
  const found = await lookUp(ports, intake).catch(faultOnly);
  if (found instanceof Fault) return waitToUnderstand(ports, { before, facts: base, happenings, by }, found);
  const refusal = { before, rule, evidence: found.evidence, by };
  if (found.kind === 'troubled') {
    const { troubles } = found;
    return refuse(ports, {
      ...refusal,
      facts: base,
      happenings,
      troubles,
      messages: [saidTroubled(troubles)],
    });
  }
  const { snapshot, routed } = found;
  if (nobodyCanApprove(rule, routed)) {
    const facts = { ...base, snapshot };
    const told = [...happenings, understood(snapshot)];
    const messages = noApprover(rule.name);
    return refuse(ports, { ...refusal, facts, happenings: told, troubles: [unapprovable], messages });
  }
  const next: RequestFacts = {
    ...base,
    state: 'received',
    snapshot,
    ...deadlines(ports.clock.now(), rule),
    ...askAndSay({ rule, snapshot, routed, asking: before?.asking }),
  };
  return writeRequest(ports, {
    before,
    next,
    happenings: [...happenings, understood(snapshot), ...routedTo(routed)] as [Happening, ...Happening[]],
    by,
  });
}

async function lookUp(ports: Ports, intake: Intake) {
  const { rule, ticket } = intake;
  const evidence = intake.evidence ?? (await approvalsOf(ports, ticket.issueId));
  const frozen = await freeze(ports, { rule, ticket, evidence });
  if (frozen.kind === 'troubled') return { ...frozen, evidence };
  const routed = await route(ports, { rule, ticket, snapshot: frozen.snapshot });
  return { ...frozen, routed, evidence };
}

/** Edited and edited back, it is said anew: the last of these comments has to be what holds. */
const understoodKey = ({ hash, changesSeen }: Snapshot): string =>
  `understood#${changesSeen}#${hash.slice(0, 12)}`;

function factsOf(ports: Ports, { before, rule, ticket }: Intake): Omit<RequestFacts, 'state'> {
  return {
    issueId: ticket.issueId,
    key: ticket.key,
    ruleId: rule.id,
    ruleVersion: rule.version,
    requester: ticket.reporter,
    asked: before?.asked ?? [],
    ...(before?.heard && { heard: before.heard }),
    receivedAt: before?.receivedAt ?? ports.clock.now(),
    outbox: [],
  };
}

const unapprovable = { code: 'nobody-to-approve' };

/** Members of a group may approve even where the group could not be listed. */
const nobodyCanApprove = ({ approval }: Rule, { exemptGroupId, asked }: Route): boolean =>
  approval.by === 'record' &&
  exemptGroupId === undefined &&
  asked.length === 0 &&
  !approval.sources.some(({ kind }) => kind === 'group');

interface Understanding {
  readonly rule: Rule;
  readonly snapshot: Snapshot;
  readonly routed: Route;
  /** Those who were to be asked before the ticket was edited. */
  readonly asking: Asking | undefined;
}

/** What was understood is said by how the asking went. */
function askAndSay({ rule, snapshot, routed, asking = neverAsked }: Understanding) {
  const { asked: people, exemptGroupId } = routed;
  const round = asking.round + 1;
  const said = (how: HowAsked): Say => ({
    kind: 'say',
    key: `${understoodKey(snapshot)}${how === 'refused' ? '#unasked' : ''}`,
    message: saidUnderstood({ rule, snapshot, approvers: people, how, exempt: exemptGroupId !== undefined }),
  });
  const isKnown = asking.unasked === 'ask-refused';
  const told = { asked: [said('asked')], refused: [said('refused')], isKnown };
  const asks = askOf(rule, { round, people }, told);
  return asks.length > 0 ? { asking: { ...asking, round }, outbox: asks } : { outbox: [said('by-others')] };
}
