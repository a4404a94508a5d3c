import type { Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import { makesAdmins, readAdminGroups } from './admin-groups';
import { findOpening } from './group-options';
import type { Means } from './means';

/**
 * Whether the connection stands on this very membership: its account keeps Confluence, and what makes it an admin,
 * whatever a rule names. Asked of the site's lists as they are now, and only about that account.
 */
async function isStoodOn({ call, ownAccount }: Means, { id }: Principal, groupId: string): Promise<boolean> {
  if (id !== (await ownAccount())) return false;
  const [opening, admins] = await Promise.all([findOpening(call, [groupId]), readAdminGroups(call)]);
  return opening.has(groupId) || makesAdmins(admins, groupId);
}

export async function mustNotBreak(means: Means, who: Principal, groupId: string): Promise<void> {
  if (!(await isStoodOn(means, who, groupId))) return;
  throw new Fault(
    'target-refused',
    'This group gives Confluence or its rights to the admin account of the connection, which would break it.',
    { reason: 'group-protected' },
  );
}

/** What could never be taken back is not given either. */
export async function mustNotBind(means: Means, who: Principal, groupId: string): Promise<void> {
  if (!(await isStoodOn(means, who, groupId))) return;
  throw new Fault(
    'target-refused',
    'The person is the admin account of the connection. The access could never be taken back: it would break the ' +
      'connection.',
    { reason: 'person-ineligible' },
  );
}
