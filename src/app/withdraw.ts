import type { Actor } from '../domain/audit';
import { mayStart, mustTake, startTaking, stepBack } from '../domain/change-holding';
import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import { brakeOn } from './brake';
import { endReleased, endRevoked, type Leaving } from './end-grant';
import { holdingId } from './grant-ids';
import { happeningOf, troubleOf } from './grant-trouble';
import { leaseFor } from './lease';
import type { Ports } from './ports';
import { meanwhile } from './problems';
import { useTarget } from './target';
import { writeGrant, type Written } from './write-grant';

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
  const { grant, why, by } = ending;
  const id = holdingId(ports, grant.accountId, grant.what);
  const holding = await ports.holdings.find(id);
  if (!holding) throw new Fault('unexpected', 'What is known of this access cannot be read.');
  const now = ports.clock.now();
  const lease = leaseFor(ports, { grantId: grant.id, act: 'take' });
  if (mayStart(holding, lease, now) === 'busy') throw meanwhile();
  const leaving: Leaving = { ...ending, holding };
  if (!holding.grants.some((each) => each.id === grant.id)) return endReleased(ports, leaving);
  if (!mustTake(holding, grant.id)) {
    return endReleased(ports, leaving, holding.heldBefore === true ? 'held-before' : 'needed');
  }
  const braked = await brakeOn(ports, leaving);
  if (braked) return braked;

  const watched = await ports.connections.find(grant.connectionId);
  const { problem: _problem, ...facts } = grant;
  const claimed = await writeGrant(ports, {
    before: holding,
    holding: startTaking(holding, lease),
    grant: { ...facts, state: 'revoking', way: 'out', ending: why, wakeAt: lease.until },
    happenings: [{ what: 'grant.withdrawing', detail: { grant: grant.id, why } }],
    by,
  });
  try {
    if (!watched)
      throw new Fault('target-refused', 'The connection that gave this access does not exist any more.');
    const outcome = await useTarget(ports, watched, {
      during: 'taking access back',
      by,
      work: (target) =>
        target.revoke({ id: grant.accountId, name: '' }, grant.what, { named: grant.privileged }),
    });
    const { grant: going, holding: held } = claimed;
    return await endRevoked(ports, { ...leaving, grant: going, holding: held }, outcome);
  } catch (error) {
    if (!(error instanceof Fault) || error.code === 'conflict') throw error;
    return note(ports, { ...leaving, claimed }, error);
  }
}

async function note(
  ports: Ports,
  { claimed, by }: Leaving & { readonly claimed: Written },
  error: Fault,
): Promise<Grant> {
  const { grant, holding } = claimed;
  const trouble = troubleOf(error, { grant, now: ports.clock.now() });
  const { wakeAt: _wakeAt, ...facts } = grant;
  const pair = { id: holding.id, accountId: grant.accountId, resourceId: holding.resourceId };
  const written = await writeGrant(ports, {
    before: holding,
    holding: stepBack(holding, pair, { grantId: grant.id, over: false }),
    grant: { ...facts, ...trouble },
    happenings: [happeningOf(grant, trouble)],
    by,
  });
  return written.grant;
}
