import { Fault, type FaultReason } from '../../domain/fault';
import type { Naming } from '../connector';
import { makesAdmins, type AdminGroups } from './admin-groups';
import { ADMINS_ONLY, BY_NAME_ONLY, protectionOf } from './protected-groups';
import type { Group } from './shapes';

/** Why this app will not change who is in a group: for the picker in words, for the caller as a reason. */
export interface Block {
  readonly reason: FaultReason & ('group-external' | 'group-protected');
  readonly why: string;
}

export const external: Block = {
  reason: 'group-external',
  why: 'Managed by your identity provider. Change its members there.',
};
const isProtected = (why: string): Block => ({ reason: 'group-protected', why });

/** What its name alone says. */
export function blockByName(name: string, naming: Naming): Block | undefined {
  const why = protectionOf(name, naming);
  return why === undefined ? undefined : isProtected(why);
}

/**
 * Judged by id as well as by name, at every change. What a rule names is lifted for product admins only: a group of the
 * organisation's or the site's admins is known by its id, and stays closed under any name.
 */
export function blockOf(
  { id, name, managedBy }: Pick<Group, 'id' | 'name' | 'managedBy'>,
  admins: AdminGroups,
  { named = false }: Naming = {},
): Block | undefined {
  if (managedBy === 'EXTERNAL') return external;
  const byName = blockByName(name, { named });
  if (byName) return byName;
  const isClosed = named ? admins.site.has(id) : makesAdmins(admins, id);
  if (!isClosed) return undefined;
  return isProtected(named || admins.site.has(id) ? ADMINS_ONLY : BY_NAME_ONLY);
}

export const blocked = (what: string, { reason, why }: Block): Fault =>
  new Fault('target-refused', `${what}: ${why}`, { reason });
