import type { Actor } from '../domain/audit';
import { mayStart, mustTake } from '../domain/change-holding';
import type { Grant } from '../domain/grant';
import { brakeOn } from './brake';
import { endReleased, type Leaving } from './end-grant';
import { holdingOf } from './find-held';
import { leaseFor } from './lease';
import type { Ports } from './ports';
import { meanwhile } from './problems';
import { take } from './take';

export interface Ending {
  readonly grant: Grant;
  readonly why: NonNullable<Grant['ending']>;
  readonly by: Actor;
}

/**
 * Ends a grant. The access is taken only if we gave it and nothing else needs it; otherwise it is let go. Taken means
 * seen to be gone: until then it is tried again, for as long as it takes.
 */
export async function withdraw(ports: Ports, ending: Ending): Promise<Grant> {
  const { grant } = ending;
  const holding = await holdingOf(ports, grant);
  const lease = leaseFor(ports, { grantId: grant.id, act: 'take' });
  if (mayStart(holding, lease, ports.clock.now()) === 'busy') throw meanwhile();
  const leaving: Leaving = { ...ending, holding };
  if (!holding.grants.some((each) => each.id === grant.id)) return endReleased(ports, leaving);
  if (!mustTake(holding, grant.id)) {
    return endReleased(ports, leaving, holding.heldBefore === true ? 'held-before' : 'needed');
  }
  const braked = await brakeOn(ports, leaving);
  if (braked) return braked;
  return take(ports, leaving);
}
