import type { z } from 'zod';
import type { GrantRef } from '../contract/inputs';
import type { GrantView } from '../contract/request-views';
import { mayStart } from '../domain/change-holding';
import { isLive } from '../domain/grant';
import { change, readFor, shown, user } from './act-on-grant';
import { wakeGrant } from './arm';
import { endReleased } from './end-grant';
import { findHeld } from './find-held';
import { leaseFor } from './lease';
import type { Ports } from './ports';
import { meanwhile } from './problems';
import { tend } from './tend';
import { withdraw } from './withdraw';

/** Looks at a grant again now, and lets a mass removal go on that was stopped at it. */
export const retryGrant =
  (ports: Ports) =>
  async ({ grantId }: z.output<typeof GrantRef>, by: string): Promise<GrantView> => {
    const { grant, holding } = await readFor(ports, grantId, 'retry');
    const braked = grant.problem?.code === 'brake';
    await change(ports, {
      holding,
      // Found by the next round, should this run not get to it.
      grant: { ...grant, wakeAt: ports.clock.now(), ...(braked && { unbraked: true }) },
      happening: braked
        ? { what: 'grant.unbraked', detail: { grant: grantId } }
        : { what: 'grant.retried', detail: { grant: grantId } },
      by,
    });
    await tend(ports)(grantId, user(by));
    return shown(ports, grantId);
  };

export const withdrawGrant =
  (ports: Ports) =>
  async ({ grantId }: z.output<typeof GrantRef>, by: string): Promise<GrantView> => {
    const { grant } = await readFor(ports, grantId, 'withdraw');
    const after = await withdraw(ports, { grant, why: 'admin', by: user(by) });
    await wakeGrant(ports, after);
    return shown(ports, grantId);
  };

/**
 * An administrator has seen what is wrong: it is not announced any more, and stays in the list. Where nobody will ever
 * see whether the access is gone, the grant ends by that.
 */
export const acknowledgeGrant =
  (ports: Ports) =>
  async ({ grantId }: z.output<typeof GrantRef>, by: string): Promise<GrantView> => {
    const { grant, holding } = await readFor(ports, grantId, 'acknowledge');
    const code = grant.problem?.code ?? 'drift';
    await change(ports, {
      holding,
      grant: { ...grant, acknowledgedBy: by },
      happening: { what: 'grant.acknowledged', detail: { grant: grantId, code } },
      by,
    });
    if (grant.way === 'out' && code === 'person-gone') await accept(ports, grantId, by);
    return shown(ports, grantId);
  };

async function accept(ports: Ports, grantId: string, by: string): Promise<void> {
  const held = await findHeld(ports, grantId);
  if (!held || !isLive(held.grant)) return;
  const lease = leaseFor(ports, { grantId, act: 'take' });
  if (mayStart(held.holding, lease, ports.clock.now()) === 'busy') throw meanwhile();
  await endReleased(ports, { ...held, why: held.grant.ending ?? 'admin', by: user(by) }, 'accepted');
}
