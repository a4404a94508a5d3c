import { isLive, type Grant } from '../domain/grant';
import { isBegun, type AccessRequest } from '../domain/request';
import { grantIds } from './grant-ids';
import { LONGEST_SECONDS } from './longest';
import type { Performed } from './perform';
import type { Ports } from './ports';

/**
 * What a run has tried in vain it tries again itself, when it is time. It is the same event that comes again, so its
 * tries never multiply, and use up no chain. A run that changed nothing leaves the next try to the one that did.
 */
export function nextTry({ clock }: Ports, grants: readonly Grant[], since: Date): Performed {
  const now = clock.now().getTime();
  const waits = grants
    .filter((grant) => isLive(grant) && grant.state !== 'active' && grant.changedAt >= since)
    .flatMap(({ wakeAt }) => (wakeAt ? [(wakeAt.getTime() - now) / 1_000] : []))
    .filter((seconds) => seconds <= LONGEST_SECONDS);
  return waits.length === 0 ? 'done' : { again: Math.max(1, Math.min(...waits)) };
}

/** The same for all that a request has begun. */
export async function nextTryOf(
  ports: Ports,
  request: AccessRequest | undefined,
  since: Date,
): Promise<Performed> {
  if (!request || !(isBegun(request) || request.changedAt >= since)) return 'done';
  return nextTry(ports, await ports.grants.findMany(grantIds(ports, request)), since);
}
