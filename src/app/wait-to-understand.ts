import type { Actor } from '../domain/audit';
import type { Fault } from '../domain/fault';
import { breaksCredential } from '../domain/health';
import { isOfType } from '../domain/match-rule';
import type { AccessRequest, Outgoing } from '../domain/request';
import type { Ticket } from '../domain/ticket';
import * as words from '../domain/words';
import { closing } from './close-request';
import type { Happening } from './happened';
import { understandAnew } from './intake';
import type { Step } from './judge';
import type { Ports } from './ports';
import { writeRequest, type RequestFacts } from './write-request';

interface Waiting {
  readonly before: AccessRequest | undefined;
  readonly facts: Omit<RequestFacts, 'state'>;
  /** What has happened already; nothing where the request is known. */
  readonly happenings: readonly Happening[];
  readonly by: Actor;
}

/** What is over by then is nothing to tell anybody. */
const PASSES_SOON_MS = 5 * 60_000;

/**
 * What a ticket asks for cannot be looked up. The request is there from now on, so that it is seen and come back to;
 * its ticket is told once, if it does not pass soon. What was understood before stays as it is.
 */
export async function waitToUnderstand(
  ports: Ports,
  { before, facts, happenings, by }: Waiting,
  error: Fault,
): Promise<AccessRequest> {
  if (before?.snapshot || error.code === 'unexpected') throw error;
  if (before?.why !== undefined) return before;
  const next = { ...facts, state: 'received' } as const;
  const why = whyOf(error);
  if (why === 'unavailable' && ports.clock.now().getTime() - facts.receivedAt.getTime() < PASSES_SOON_MS) {
    const [received] = happenings;
    if (received) await writeRequest(ports, { before, next, happenings: [received], by });
    throw error;
  }
  const waits: Happening = { what: 'request.waiting', detail: { why } };
  const [first = waits, ...rest] = [...happenings, waits];
  const outbox = words.cannotBeTakenUp(why, error.message).map((message, index): Outgoing => {
    return { kind: 'say', key: `waiting#intake#${index + 1}`, message };
  });
  return writeRequest(ports, { before, next: { ...next, why, outbox }, happenings: [first, ...rest], by });
}

function whyOf({ code }: Fault): words.Hindrance {
  if (breaksCredential(code)) return 'credential';
  return code === 'target-unavailable' || code === 'unverified' ? 'unavailable' : 'refused';
}

/** Tried again, with the ticket as it is now. */
export async function understandLate(ports: Ports, step: Step, ticket: Ticket): Promise<AccessRequest> {
  if (ticket.isDone) return closing(ports, step, { kind: 'cancelled', why: 'closed' });
  const { request: before, rule, by } = step;
  if (!isOfType(rule.trigger, ticket)) return closing(ports, step, { kind: 'void', why: 'moved' });
  return understandAnew(ports, { before, rule, ticket, by });
}
