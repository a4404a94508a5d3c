import { Fault } from '../../domain/fault';
import type { Naming } from '../connector';
import { makesAdmins, readAdminGroups } from './admin-groups';
import { blocked, external } from './blocks';
import { findOpening } from './group-options';
import { isElsewhere, knownGroups, surelyBlocked } from './known-groups';
import type { Means } from './means';
import { mustBeGroup, mustBePerson } from './membership';
import type { Taking } from './remove';

const WHAT = 'The group cannot be taken away';

/**
 * What may be taken is judged without a call, as a rule: by the name under which the group was given, and by what is
 * known of the site's groups. Whose connection it is, is looked at afresh.
 */
export async function mustBeTakeable(means: Means, { who, what }: Taking, options: Naming): Promise<void> {
  mustBePerson(who);
  mustBeGroup(what);
  const { id, name } = what.resource;
  const [known, own] = await Promise.all([knownGroups(means), means.ownAccount()]);
  const block = await surelyBlocked(means, { id, name, managedBy: 'ADMINS' }, { known, ...options });
  if (block) throw blocked(WHAT, block);
  if (await isElsewhere(means, known, id)) throw blocked(WHAT, external);
  if (who.id === own) await mustNotBreak(means, id);
}

/** The account of the connection keeps Confluence, and what makes it an admin, whatever a rule names. */
async function mustNotBreak({ call }: Means, groupId: string): Promise<void> {
  const [opening, admins] = await Promise.all([findOpening(call, [groupId]), readAdminGroups(call)]);
  if (!opening.has(groupId) && !makesAdmins(admins, groupId)) return;
  throw new Fault(
    'target-refused',
    'This group gives Confluence or its rights to the admin account of the connection, which would break it.',
    { reason: 'group-protected' },
  );
}
