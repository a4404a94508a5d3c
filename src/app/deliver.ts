import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import { isOpen, type AccessRequest, type Outgoing } from '../domain/request';
import { couldNotAsk } from '../domain/words';
import { seenAgain, waitForSight } from './hidden-ticket';
import type { Ports } from './ports';
import { writeRequest } from './write-request';

interface Delivery {
  readonly by: Actor;
  /** The status that the ticket was in a moment ago, where that is known. */
  readonly from?: string;
}

/**
 * Does on the ticket what has still to be done there: asks the approvers, says what there is to say, moves it. What is
 * done twice looks as if it had been done once. A ticket that will not have it is no reason to hold anything up: that
 * it was refused is written down instead. What is to be done on a ticket out of sight waits until it is back.
 */
export async function deliver(
  ports: Ports,
  request: AccessRequest,
  { by, from }: Delivery,
): Promise<AccessRequest> {
  const { outbox } = request;
  // What is not understood yet does not wait for anybody's approval.
  const isReady = request.state === 'received' && request.snapshot !== undefined;
  if (outbox.length === 0 && !isReady) return request;
  const done = await carryOut(ports, request, from);
  if (done === 'hidden') {
    const waiting = await waitForSight(ports, { request, by });
    if (waiting) return waiting;
    // It is closed first: whoever comes in between must not find it waiting for people who were never asked.
    if (isOpen(request)) return request;
  }
  const keys = outbox.map(({ key }) => (done === 'hidden' || done.has(key) ? `${key} (refused)` : key));
  const { goneSince, ...facts } = request;
  const isBack = goneSince !== undefined && done !== 'hidden';
  return writeRequest(ports, {
    before: request,
    next: { ...facts, ...(isReady && { state: 'awaiting-approval' }), outbox: [] },
    happenings: [{ what: 'request.told', detail: { keys } }, ...(isBack ? [seenAgain] : [])],
    by,
  });
}

/** Answers the keys that the desk will never take. `hidden`: the ticket cannot be seen. */
async function carryOut(
  ports: Ports,
  { issueId, outbox }: AccessRequest,
  from: string | undefined,
): Promise<ReadonlySet<string> | 'hidden'> {
  const refused = new Set<string>();
  const attempt = async (keys: readonly string[], work: () => Promise<unknown>) => {
    if (keys.length === 0) return;
    await work().catch(async (error: unknown) => {
      if (!(await isRefusal(ports, issueId, error))) throw error;
      ports.report(error);
      keys.forEach((key) => refused.add(key));
    });
  };
  try {
    for (const each of outbox.filter(isAsk)) {
      await attempt([each.key], () => ports.desk.ask(issueId, each.fieldId, each.people));
    }
    const says = [...outbox.filter(isSay), ...(refused.size > 0 ? [askRefused] : [])];
    await attempt(
      says.map(({ key }) => key),
      () => ports.desk.say(issueId, says),
    );
    for (const each of outbox.filter(isMove)) {
      await attempt([each.key], async () => {
        if ((await ports.desk.move(issueId, each.statusId, from)) === 'no-way') refused.add(each.key);
      });
    }
    return refused;
  } catch (error) {
    if (isOutOfSight(error)) return 'hidden';
    throw error;
  }
}

/** Nobody would be asked, and nobody would know why. */
const askRefused: Kind<'say'> = { kind: 'say', key: 'ask-refused', message: couldNotAsk() };

/** The desk will never take it. Anything else may go better the next time. */
async function isRefusal(ports: Ports, issueId: string, error: unknown): Promise<boolean> {
  // Not there, on a ticket that is: it would be said of it each time.
  if (isOutOfSight(error)) return (await ports.desk.find(issueId)) !== undefined;
  return error instanceof Fault && error.code === 'target-refused';
}

const isOutOfSight = (error: unknown): boolean => error instanceof Fault && error.code === 'not-found';

type Kind<K extends Outgoing['kind']> = Extract<Outgoing, { kind: K }>;
const isAsk = (each: Outgoing): each is Kind<'ask'> => each.kind === 'ask';
const isSay = (each: Outgoing): each is Kind<'say'> => each.kind === 'say';
const isMove = (each: Outgoing): each is Kind<'move'> => each.kind === 'move';
