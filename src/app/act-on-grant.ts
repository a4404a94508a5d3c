import type { GrantView } from '../contract/request-views';
import type { Actor } from '../domain/audit';
import { Fault } from '../domain/fault';
import type { Holding } from '../domain/holding';
import { findHeld, type Held } from './find-held';
import { actionsOf, grantView } from './grant-view';
import type { Happening } from './happened';
import type { Ports } from './ports';
import { grantGone } from './problems';
import { writeGrant, type GrantFacts } from './write-grant';
import type { Along } from './write-request';

type Action = GrantView['actions'][number];
export const user = (id: string): Actor => ({ kind: 'user', id });

/** A grant that an administrator may do this to, as it is now. */
export async function readFor(ports: Ports, grantId: string, action: Action): Promise<Held> {
  const held = await findHeld(ports, grantId);
  if (!held) throw grantGone();
  if (actionsOf(held.grant).includes(action)) return held;
  throw new Fault(
    'conflict',
    'This grant has moved on, so this cannot be done any more. Load the page again.',
  );
}

export const shown = async (ports: Ports, grantId: string): Promise<GrantView> => {
  const grant = await ports.grants.find(grantId);
  if (!grant) throw grantGone();
  return grantView(grant, ports.clock.now());
};

export interface GrantChange {
  readonly holding: Holding;
  /** What the holding is after that. Absent: the same. */
  readonly becomes?: Holding;
  readonly grant: GrantFacts;
  readonly happening: Happening;
  readonly by: string;
  readonly along?: Along;
}

export async function change(
  ports: Ports,
  { holding: before, becomes, grant, happening, by, along }: GrantChange,
): Promise<void> {
  const holding = becomes ?? before;
  const step = { before, holding, grant, happenings: [happening], by: user(by) } as const;
  await writeGrant(ports, { ...step, ...(along && { along }) });
}
