import type { Target } from '../connectors/connector';
import { Fault, invalid } from '../domain/fault';
import { isLive, type Grant } from '../domain/grant';
import type { Ports } from './ports';

interface Successor {
  readonly connectionId: string;
  /** The account that the new credential belongs to, spoken to with that credential. */
  readonly account: string;
  readonly target: Target;
}

/** A connection cannot be made to stand on access that it has given for a time: that could never be taken back. */
export async function refuseHolder(ports: Ports, successor: Successor): Promise<void> {
  const { account, target } = successor;
  for (const { what, privileged } of await listHeld(ports, successor)) {
    const to = { id: account, name: '' };
    await target.mustBeGivable(what, { named: privileged, to }).catch((error: unknown) => {
      if (!(error instanceof Fault) || error.reason !== 'person-ineligible') throw error;
      throw invalid([
        {
          path: ['adminEmail'],
          message:
            'This account holds access that was given through this connection and has to be taken back one day. ' +
            'Withdraw it on the page Requests first, or use the token of another account.',
        },
      ]);
    });
  }
}

async function listHeld(ports: Ports, { connectionId, account }: Successor): Promise<readonly Grant[]> {
  const held: Grant[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await ports.grants.listByPerson(account, cursor);
    held.push(...items.filter((grant) => grant.connectionId === connectionId && isLive(grant)));
    cursor = next;
  } while (cursor !== undefined);
  return held;
}
