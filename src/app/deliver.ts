import { neverAsked, withoutTrouble } from '../domain/asking';
import type { Actor } from '../domain/audit';
import { isAsk, isOpen, type AccessRequest, type Outgoing } from '../domain/request';
import type { Rule } from '../domain/rule';
import { refusedOnce } from './ask-of';
import { carryOut } from './carry-out';
import { deadlines } from './deadlines';
import type { Happening } from './happened';
import { seenAgain, waitForSight } from './hidden-ticket';
import type { Ports } from './ports';
import { writeRequest, type RequestFacts } from './write-request';

interface Delivery {
  readonly by: Actor;
  /** Absent: nobody is asked any more. */
  readonly rule?: Rule;
  /** The status that the ticket was in a moment ago, where that is known. */
  readonly from?: string;
  /** Whom the ticket would not have asked before is to be tried again. */
  readonly again?: boolean;
}

/**
 * Does on the ticket what has still to be done there: asks the approvers, says what there is to say, moves it. What is
 * done twice looks as if it had been done once. A ticket that will not have it is no reason to hold anything up: that
 * it was refused is written down instead, and who is to be asked stays in the outbox, for another look. What is to be
 * done on a ticket out of sight waits until it is back.
 */
export async function deliver(
  ports: Ports,
  request: AccessRequest,
  { by, rule, from, again = false }: Delivery,
): Promise<AccessRequest> {
  const wasRefused = request.asking?.unasked === 'ask-refused';
  const things = request.outbox.filter((each) => !isAsk(each) || again || !wasRefused);
  // What is not understood yet does not wait for anybody's approval.
  const isReady = request.state === 'received' && request.snapshot !== undefined;
  if (things.length === 0 && !isReady) return request;
  const done = await carryOut(ports, request, { things, from });
  if (done === 'hidden') {
    const waiting = await waitForSight(ports, { request, by });
    if (waiting) return waiting;
    // It is closed first: whoever comes in between must not find it waiting for people who were never asked.
    if (isOpen(request)) return request;
  }
  const refused = done === 'hidden' ? new Set(things.map(({ key }) => key)) : done.refused;
  const isToldAlready = (each: Outgoing) => isAsk(each) && each.refused.length === 0;
  const isNoNews = wasRefused && things.every((each) => isToldAlready(each) && refused.has(each.key));
  if (isNoNews) return request;
  const { goneSince, ...facts } = request;
  const isBack = goneSince !== undefined && done !== 'hidden';
  const { next, happenings } = afterAsking(ports, { facts, things, refused, rule });
  const told: Happening = {
    what: 'request.told',
    detail: { keys: things.map(({ key }) => toldKey(key, refused)) },
  };
  const [first = told, ...rest] = [...happenings, told];
  return writeRequest(ports, {
    before: request,
    next: { ...next, ...(isReady && { state: 'awaiting-approval' }) },
    happenings: [first, ...rest, ...(isBack ? [seenAgain] : [])],
    by,
  });
}

const toldKey = (key: string, refused: ReadonlySet<string>): string =>
  refused.has(key) ? `${key} (refused)` : key;

interface Tried {
  readonly facts: RequestFacts;
  readonly things: readonly Outgoing[];
  readonly refused: ReadonlySet<string>;
  readonly rule: Rule | undefined;
}

interface After {
  readonly next: RequestFacts;
  readonly happenings: readonly Happening[];
}

/** What was done leaves the outbox. Who could not be asked stays there. */
function afterAsking(ports: Ports, { facts, things, refused, rule }: Tried): After {
  const { asking = neverAsked, ...others } = facts;
  const ask = things.find(isAsk);
  const waiting = facts.outbox.filter((each) => !things.includes(each));
  if (!ask) return { next: { ...facts, outbox: waiting }, happenings: [] };
  const wasUnasked = asking.unasked !== undefined;
  if (refused.has(ask.key)) {
    return {
      next: {
        ...others,
        asking: { ...asking, unasked: 'ask-refused' },
        outbox: [...waiting, refusedOnce(ask, asking.round)],
      },
      happenings:
        asking.unasked === 'ask-refused' ? [] : [{ what: 'request.unasked', detail: { why: 'ask-refused' } }],
    };
  }
  return {
    next: {
      ...others,
      asked: ask.people,
      asking: withoutTrouble(asking),
      // Whoever is asked later than the request came in has as long to answer as anybody.
      ...(wasUnasked && rule && deadlines(ports.clock.now(), rule)),
      outbox: waiting,
    },
    happenings: [{ what: 'request.asked', detail: { people: ask.people } }],
  };
}
