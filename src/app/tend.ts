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
    if (grant.way === 'in' && grant.state !== 'active') {
      await advance(ports)(grant.issueId, by);
      return 'done';
    }
    if (!hasToGo(grant, now)) return 'done';
    const after = await withdraw(ports, { grant, why: grant.ending ?? 'expired', by });
    if (isLive(after)) await wakeGrant(ports, after);
    if (isOverdue(after, now) && !after.overdueAt) await tellOverdue(ports, { grant: after, by });
    return 'done';
  };

const hasToGo = ({ way, until }: Grant, now: Date): boolean =>
  way === 'out' || (until !== undefined && until <= now);
