import type { z } from 'zod';
import type { GrantRef } from '../contract/inputs';
import type { GrantView } from '../contract/request-views';
import { change, readFor, shown, user } from './act-on-grant';
import { wake } from './arm';
import type { Ports } from './ports';
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
    const after = await ports.grants.find(grantId);
    if (after) await wake(ports, [after]);
    return shown(ports, grantId);
  };

export const withdrawGrant =
  (ports: Ports) =>
  async ({ grantId }: z.output<typeof GrantRef>, by: string): Promise<GrantView> => {
    const { grant } = await readFor(ports, grantId, 'withdraw');
    const after = await withdraw(ports, { grant, why: 'admin', by: user(by) });
    await wake(ports, [after]);
    return shown(ports, grantId);
  };

/** An administrator has seen what is wrong: it is not announced any more, and stays in the list. */
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
    return shown(ports, grantId);
  };
