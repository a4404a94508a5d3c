import type { Actor } from '../domain/audit';
import { isLive, type Grant } from '../domain/grant';
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
  async (grantId: string, by: Actor): Promise<Performed> => {
    const grant = await ports.grants.find(grantId);
    if (!grant || !isLive(grant)) return 'done';
    const now = ports.clock.now();
    if (grant.wakeAt && grant.wakeAt > now) {
      await wakeGrant(ports, grant);
      return 'done';
    }
    const left = grant.way === 'in' && grant.state !== 'active' ? await bringIn(ports, grant, by) : grant;
    if (left && hasToGo(left, now)) await takeOut(ports, left, by);
    return 'done';
  };

/** Answers it if it is still alive afterwards: what has come to its end must go, whatever its request says. */
async function bringIn(ports: Ports, { id, issueId }: Grant, by: Actor): Promise<Grant | undefined> {
  await advance(ports)(issueId, by);
  const grant = await ports.grants.find(id);
  return grant && isLive(grant) ? grant : undefined;
}

async function takeOut(ports: Ports, grant: Grant, by: Actor): Promise<void> {
  const after = await withdraw(ports, { grant, why: grant.ending ?? 'expired', by });
  const now = ports.clock.now();
  if (isLive(after)) await wakeGrant(ports, after);
  if (isOverdue(after, now) && !after.overdueAt) await tellOverdue(ports, { grant: after, by });
}

const hasToGo = ({ way, until }: Grant, now: Date): boolean =>
  way === 'out' || (until !== undefined && until <= now);
