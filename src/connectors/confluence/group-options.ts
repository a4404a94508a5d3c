import type { Choosing, Option } from '../connector';
import { readAdminGroups } from './admin-groups';
import { blockOf } from './blocks';
import type { Call } from './client';
import { optionOf } from './group-option';
import { allGroups } from './lists';
import { operations } from './operations';
import { unless } from './outcomes';
import { group as groupShape, type Group } from './shapes';

const OPENS_NOTHING = 'It does not open Confluence any more.';

/**
 * The groups as they are now: gone ones are left out, ones that may not be chosen say why. One that does not open
 * Confluence is no use as a default, and a rule may give it all the same. Throws when it cannot be known whether they
 * make somebody an administrator.
 */
export async function describeGroups(
  call: Call,
  ids: readonly string[],
  { purpose = 'default' }: Choosing = {},
): Promise<readonly Option[]> {
  if (ids.length === 0) return [];
  const isDefault = purpose === 'default';
  const [opening, admins] = await Promise.all([findOpening(call, ids), readAdminGroups(call)]);
  const described = ids.map(async (id) => {
    const group = opening.get(id) ?? (await findGroup(call, id));
    if (!group) return [];
    const opens = opening.has(id) || admins.confluence.has(id);
    const why = blockOf(group, admins, { named: purpose === 'privileged' })?.why;
    return [optionOf(group, { why: why ?? (isDefault && !opens ? OPENS_NOTHING : undefined), opens })];
  });
  return (await Promise.all(described)).flat();
}

/** Reads the list of groups that open Confluence until all of these were seen. */
export async function findOpening(call: Call, ids: readonly string[]): Promise<ReadonlyMap<string, Group>> {
  const missing = new Set(ids);
  const found = new Map<string, Group>();
  for await (const group of allGroups(call, 'user')) {
    if (missing.delete(group.id)) found.set(group.id, group);
    if (missing.size === 0) break;
  }
  return found;
}

/** An unknown id is a 404; a 400 has been seen too. */
export const findGroup = (call: Call, id: string): Promise<Group | undefined> =>
  unless(call(operations.group, { shape: groupShape, query: [['id', id]] }), 'not-found', 'target-refused');
