import type { Actor, AuditEvent } from '../domain/audit';
import { goneFrom, type AccessRequest } from '../domain/request';
import { instantAfter } from '../domain/instant';
import { happened, type Happening } from './happened';
import { FREE, type Change, type Guard, type Ports } from './ports';
import { meanwhile } from './problems';

/** What a use case decides; the rest follows from it. */
export type RequestFacts = Omit<AccessRequest, 'version' | 'changedAt' | 'wakeAt'>;

export interface RequestStep {
  /** Absent: the request is new. */
  readonly before: AccessRequest | undefined;
  readonly next: RequestFacts;
  readonly happenings: readonly [Happening, ...Happening[]];
  readonly by: Actor;
  /** When what it follows happened, beside the request itself. */
  readonly follows?: readonly Date[];
}

/** The next state of a request and what tells of it, in one write. Whoever lost the race is to look again. */
export async function writeRequest(ports: Ports, step: RequestStep): Promise<AccessRequest> {
  const value = nextRequest(step, ports.clock.now());
  const written = await ports.commit({
    guards: [requestGuard(step.before, value)],
    puts: [{ kind: 'request', value }],
    drops: [],
    events: requestEvents(value, step),
  });
  if (written === 'moved') throw meanwhile();
  return value;
}

export type Along = Pick<Change, 'guards' | 'puts'>;

interface AlongWith {
  /** Absent: it is only touched. */
  readonly facts?: RequestFacts;
  /** When the other last changed. */
  readonly follows: Date;
}

/** What of a request changes in the instant of something else. Unchanged, it is touched: one of two looks again. */
export function requestAlong(ports: Ports, before: AccessRequest, { facts, follows }: AlongWith): Along {
  const next = nextRequest({ before, next: facts ?? before, follows: [follows] }, ports.clock.now());
  return { guards: [requestGuard(before, next)], puts: [{ kind: 'request', value: next }] };
}

type Next = Pick<RequestStep, 'before' | 'next' | 'follows'>;
function nextRequest({ before, next, follows = [] }: Next, now: Date): AccessRequest {
  const at = instantAfter(now, before?.changedAt, ...follows);
  const { wakeAt: _past, ...facts }: RequestFacts & { wakeAt?: Date } = next;
  const wakeAt = wakeOf(next, now);
  return { ...facts, version: (before?.version ?? 0) + 1, changedAt: at, ...(wakeAt && { wakeAt }) };
}

/** How soon somebody looks again at what should have gone on by itself, in milliseconds. */
export const LOOK_AGAIN_MS = 5 * 60_000;

/**
 * A request that waits for people wakes up at its deadlines, and when a ticket out of sight counts as gone; one that
 * the app itself works on, or that nobody is asked about, soon.
 */
function wakeOf(facts: RequestFacts, now: Date): Date | undefined {
  const { state, outbox, remindAt, cancelAt, asking } = facts;
  const works =
    outbox.length > 0 ||
    asking?.unasked !== undefined ||
    state === 'received' ||
    state === 'approved' ||
    state === 'provisioning';
  if (works) return new Date(now.getTime() + LOOK_AGAIN_MS);
  const times =
    state === 'awaiting-approval' || state === 'quarantined' ? [remindAt, cancelAt, goneFrom(facts)] : [];
  return times.filter((time) => time !== undefined).sort((a, b) => a.getTime() - b.getTime())[0];
}

const requestGuard = (before: AccessRequest | undefined, { issueId, version }: AccessRequest): Guard => ({
  on: { kind: 'request', id: issueId },
  was: before ? String(before.version) : FREE,
  becomes: String(version),
});

/** Every event of a request, its grants' too, is told about the request: its timeline is one list. */
export function requestEvents(
  { issueId, version, changedAt: at }: AccessRequest,
  { happenings, by }: Pick<RequestStep, 'happenings' | 'by'>,
): readonly [AuditEvent, ...AuditEvent[]] {
  const on = `request#${issueId}`;
  // Of several answers that are heard at once, each has its place.
  const idOf = ({ what }: Happening, place: number) =>
    what === 'request.answered' ? `${on}#${version}#${what}#${place + 1}` : `${on}#${version}#${what}`;
  const told = (happening: Happening, place: number) =>
    happened(happening, { id: idOf(happening, place), at, by, on });
  const [first, ...rest] = happenings;
  return [told(first, 0), ...rest.map((happening, index) => told(happening, index + 1))];
}
