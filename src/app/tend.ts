import type { Actor } from '../domain/audit';
import { isLive, type Grant } from '../domain/grant';
import { isOpen } from '../domain/request';
import { advance } from './advance';
import { isOverdue } from './grant-view';
import { nextTry, nextTryOf } from './next-try';
import type { Performed } from './perform';
import type { Ports } from './ports';
import { tellOverdue } from './tell-overdue';
import { withdraw } from './withdraw';

/** Looks after one grant: brings in what is on its way in, takes out what has come to its end, waits for the rest. */
export const tend =
  (ports: Ports) =>
  async (grantId: string, by: Actor): Promise<Performed> => {
    const grant = await ports.grants.find(grantId);
    if (!grant || !isLive(grant)) return 'done';
    const now = ports.clock.now();
    const isLate = isComing(grant) && hasToGo(grant, now);
    if (!isLate && grant.wakeAt && grant.wakeAt > now) return 'done';
    if (hasToGo(grant, now)) return takeOut(ports, grant, by);
    return grant.state === 'active' ? 'done' : bringIn(ports, grant, by);
  };

/** At its end it goes, however far its giving has come, and whether or not the ticket can be read. */
async function takeOut(ports: Ports, grant: Grant, by: Actor): Promise<Performed> {
  const since = ports.clock.now();
  const after = await withdraw(ports, { grant, why: grant.ending ?? 'expired', by });
  const now = ports.clock.now();
  if (isOverdue(after, now) && !after.overdueAt) await tellOverdue(ports, { grant: after, by });
  if (isComing(grant)) await advance(ports)(grant.issueId, by).catch(ports.report);
  return nextTry(ports, [after], since);
}

/** It goes on with its request. What a request that is over has left on its way is taken back. */
async function bringIn(ports: Ports, { id, issueId }: Grant, by: Actor): Promise<Performed> {
  const since = ports.clock.now();
  const request = await advance(ports)(issueId, by);
  if (!request || isOpen(request)) return nextTryOf(ports, request, since);
  const left = await ports.grants.find(id);
  if (!left || !isLive(left) || !isComing(left)) return 'done';
  return takeOut(ports, { ...left, ending: 'cancelled' }, by);
}

/** On its way in, and not seen there. It may wait for its next attempt longer than it may last. */
const isComing = ({ way, state }: Grant): boolean => way === 'in' && state !== 'active';

const hasToGo = ({ way, until }: Grant, now: Date): boolean =>
  way === 'out' || (until !== undefined && until <= now);
