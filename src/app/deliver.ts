import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import type { AccessRequest, Outgoing } from '../domain/request';
import { couldNotAsk } from '../domain/words';
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
 * it was refused is written down instead.
 */
export async function deliver(
  ports: Ports,
  request: AccessRequest,
  { by, from }: Delivery,
): Promise<AccessRequest> {
  const { issueId, outbox } = request;
  // What is not understood yet does not wait for anybody's approval.
  const isReady = request.state === 'received' && request.snapshot !== undefined;
  if (outbox.length === 0 && !isReady) return request;
  const refused: string[] = [];
  const attempt = async (keys: readonly string[], work: () => Promise<unknown>) => {
    if (keys.length === 0) return;
    await work().catch((error: unknown) => {
      if (!isRefusal(error)) throw error;
      ports.report(error);
      refused.push(...keys);
    });
  };
  for (const each of outbox.filter(isAsk)) {
    await attempt([each.key], () => ports.desk.ask(issueId, each.fieldId, each.people));
  }
  const says = [...outbox.filter(isSay), ...(refused.length > 0 ? [askRefused] : [])];
  await attempt(
    says.map(({ key }) => key),
    () => ports.desk.say(issueId, says),
  );
  for (const each of outbox.filter(isMove)) {
    await attempt([each.key], async () => {
      if ((await ports.desk.move(issueId, each.statusId, from)) === 'no-way') refused.push(each.key);
    });
  }
  return writeRequest(ports, {
    before: request,
    next: { ...request, ...(isReady && { state: 'awaiting-approval' }), outbox: [] },
    happenings: [{ what: 'request.told', detail: { keys: outbox.map(({ key }) => told(key, refused)) } }],
    by,
  });
}

/** Nobody would be asked, and nobody would know why. */
const askRefused: Kind<'say'> = { kind: 'say', key: 'ask-refused', message: couldNotAsk() };

const told = (key: string, refused: readonly string[]) => (refused.includes(key) ? `${key} (refused)` : key);

/** The ticket is gone, or the desk will never take it. Anything else may go better the next time. */
const isRefusal = (error: unknown): boolean =>
  error instanceof Fault && (error.code === 'target-refused' || error.code === 'not-found');

type Kind<K extends Outgoing['kind']> = Extract<Outgoing, { kind: K }>;
const isAsk = (each: Outgoing): each is Kind<'ask'> => each.kind === 'ask';
const isSay = (each: Outgoing): each is Kind<'say'> => each.kind === 'say';
const isMove = (each: Outgoing): each is Kind<'move'> => each.kind === 'move';
