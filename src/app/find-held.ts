import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import type { Holding } from '../domain/holding';
import { holdingId } from './grant-ids';
import type { Ports } from './ports';
import { meanwhile } from './problems';

export interface Held {
  readonly grant: Grant;
  readonly holding: Holding;
}

/**
 * A grant with the holding that it belongs to. The grant is read last: the holding's version guards every write, so
 * whatever has changed the grant after the holding was read makes the write fail. The other way round, a grant of
 * yesterday could be written over what it has become.
 */
export async function findHeld(ports: Ports, grantId: string): Promise<Held | undefined> {
  const known = await ports.grants.find(grantId);
  if (!known) return undefined;
  const holding = await ports.holdings.find(holdingId(ports, known.accountId, known.what));
  if (!holding) throw new Fault('unexpected', 'What is known of this access cannot be read.');
  const grant = await ports.grants.find(grantId);
  return grant && { grant, holding };
}

/** The holding of a grant that was decided upon. Fails with a conflict when the grant is not what it was then. */
export async function holdingOf(ports: Ports, grant: Grant): Promise<Holding> {
  const held = await findHeld(ports, grant.id);
  if (!held || held.grant.version !== grant.version) throw meanwhile();
  return held.holding;
}
