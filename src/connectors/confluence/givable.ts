import type { Entitlement } from '../../domain/access';
import { Fault } from '../../domain/fault';
import type { Naming } from '../connector';
import { blocked } from './blocks';
import { findGroup } from './group-options';
import { forGiving, knownGroups, surelyBlocked, type KnownGroups } from './known-groups';
import type { Means } from './means';
import { mustBeGroup } from './membership';
import type { Group } from './shapes';

/** The group as it is now, if it may be given to anybody. One call, while the lists of groups are remembered. */
export async function readGivable(
  means: Means,
  what: Entitlement,
  options: Naming = {},
): Promise<{ readonly group: Group; readonly known: KnownGroups }> {
  mustBeGroup(what);
  const [group, known] = await Promise.all([
    findGroup(means.call, what.resource.id),
    knownGroups(means, forGiving),
  ]);
  if (!group) throw new Fault('not-found', 'The group does not exist any more.', { reason: 'group-gone' });
  const block = await surelyBlocked(means, group, { known, ...options });
  if (block) throw blocked('The group cannot be given', block);
  return { group, known };
}
