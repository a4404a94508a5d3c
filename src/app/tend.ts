import type { Actor } from '../domain/audit';
import { isLive, type Grant } from '../domain/grant';
import { isOpen } from '../domain/request';
import { advance } from './advance';
import { wakeGrant } from './arm';
import { isOverdue } from './grant-view';
import type { Performed } from './perform';
import type { Ports } from './ports';
import { tellOverdue } from './tell-overdue';
import { withdraw } from './withdraw';

/** Looks after one grant: brings in what is on its way in, takes out what has come to its end, waits for the rest. */
export const tend =
  (ports: Ports) =>
  async (grantId: string, by: Actor, alarm?: string): Promise<Performed> => {
    const grant = await ports.grants.find(grantId);
    if (!grant || !isLive(grant)) return 'done';
    const now = ports.clock.now();
    const isLate = isComing(grant) && hasToGo(grant, now);
    if (!isLate && grant.wakeAt && grant.wakeAt > now) await sleepOn(ports, grant, alarm);
    else if (hasToGo(grant, now)) await takeOut(ports, grant, by);
    else if (grant.state !== 'active') await bringIn(ports, grant, by);
    return 'done';
  };

/** Only the alarm that was set for this instant goes on: one more for each look would end in a flood of them. */
async function sleepOn(ports: Ports, grant: Grant, alarm: string | undefined): Promise<void> {
  if (alarm === grant.wakeAt?.toISOString()) await wakeGrant(ports, grant);
}

/** At its end it goes, however far its giving has come, and whether or not the ticket can be read. */
async function takeOut(ports: Ports, grant: Grant, by: Actor): Promise<void> {
  const after = await withdraw(ports, { grant, why: grant.ending ?? 'expired', by });
  const now = ports.clock.now();
  if (isLive(after)) await wakeGrant(ports, after);
  if (isOverdue(after, now) && !after.overdueAt) await tellOverdue(ports, { grant: after, by });
  if (isComing(grant)) await advance(ports)(grant.issueId, by).catch(ports.report);
}

/** It goes on with its request. What a request that is over has left on its way is taken back. */
async function bringIn(ports: Ports, { id, issueId }: Grant, by: Actor): Promise<void> {
  const request = await advance(ports)(issueId, by);
  if (!request || isOpen(request)) return;
  const left = await ports.grants.find(id);
  if (left && isLive(left) && isComing(left)) await takeOut(ports, { ...left, ending: 'cancelled' }, by);
}

/** On its way in, and not seen there. It may wait for its next attempt longer than it may last. */
const isComing = ({ way, state }: Grant): boolean => way === 'in' && state !== 'active';

const hasToGo = ({ way, until }: Grant, now: Date): boolean =>
  way === 'out' || (until !== undefined && until <= now);
