import { Fault } from '../domain/fault';
import { isAsk, type AccessRequest, type Outgoing, type Say } from '../domain/request';
import type { Ports } from './ports';

export interface Done {
  /** Keys of what the desk would not take. */
  readonly refused: ReadonlySet<string>;
}

/** Does these things on a ticket: who is to be asked first, for what is said depends on it. `hidden`: out of sight. */
export async function carryOut(
  ports: Ports,
  { issueId }: Pick<AccessRequest, 'issueId'>,
  { things, from }: { readonly things: readonly Outgoing[]; readonly from: string | undefined },
): Promise<Done | 'hidden'> {
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
    const asks = things.filter(isAsk);
    for (const each of asks) {
      await attempt([each.key], () => ports.desk.ask(issueId, each.fieldId, each.people));
    }
    const says = [
      ...asks.flatMap((each) => (refused.has(each.key) ? each.refused : each.asked)),
      ...things.filter(isSay),
    ];
    await attempt(
      says.map(({ key }) => key),
      () => ports.desk.say(issueId, says),
    );
    for (const each of things.filter(isMove)) {
      await attempt([each.key], async () => {
        if ((await ports.desk.move(issueId, each.statusId, from)) === 'no-way') refused.add(each.key);
      });
    }
    return { refused };
  } catch (error) {
    if (isOutOfSight(error)) return 'hidden';
    throw error;
  }
}

/** The desk will not take it as things are. Anything else may go better the next time. */
async function isRefusal(ports: Ports, issueId: string, error: unknown): Promise<boolean> {
  // Not there, on a ticket that is: it would be said of it each time.
  if (isOutOfSight(error)) return (await ports.desk.find(issueId)) !== undefined;
  return error instanceof Fault && error.code === 'target-refused';
}

const isOutOfSight = (error: unknown): boolean => error instanceof Fault && error.code === 'not-found';

const isSay = (each: Outgoing): each is Say => each.kind === 'say';
const isMove = (each: Outgoing): each is Exclude<Outgoing, Say | { kind: 'ask' }> => each.kind === 'move';
