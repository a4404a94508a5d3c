import { z } from 'zod';
import type { Naming, Remembered } from '../connector';
import { readAdminGroups, type AdminGroups } from './admin-groups';
import { blockOf, type Block } from './blocks';
import { findGroup } from './group-options';
import { allGroups, collect } from './lists';
import type { Means } from './means';

/**
 * What the lists are used for, and how old they may be for it.
 * docs/decisions/0012-what-is-remembered-for-five-minutes.md, docs/decisions/0032-what-is-read-ahead.md
 */
export type Use = Pick<Remembered<unknown>, 'decides' | 'forSeconds'>;
export const forGiving: Use = { decides: 'giving', forSeconds: 300 };
export const forTaking: Use = { decides: 'taking', forSeconds: 900 };

/** What the lists of groups say, in ids. */
export interface KnownGroups extends AdminGroups {
  readonly opening: ReadonlySet<string>;
  /** Those of the groups that open Confluence that an identity provider manages. */
  readonly elsewhere: ReadonlySet<string>;
}

const ids = z.array(z.string());
const shape = z.object({ site: ids, confluence: ids, jira: ids, opening: ids, elsewhere: ids });

/** The lists of groups, remembered. Each account remembers its own: what one is shown may be kept from another. */
export async function knownGroups({ call, remember, ownAccount }: Means, use: Use): Promise<KnownGroups> {
  const key = `confluence groups, seen by ${await ownAccount()}`;
  const kept = await remember({ ...use, key, shape }, async () => {
    const [{ site, confluence, jira }, opening] = await Promise.all([
      readAdminGroups(call),
      collect(allGroups(call, 'user')),
    ]);
    return {
      ...{ site: [...site], confluence: [...confluence], jira: [...jira] },
      opening: opening.map(({ id }) => id),
      elsewhere: opening.filter(({ managedBy }) => managedBy === 'EXTERNAL').map(({ id }) => id),
    };
  });
  return {
    ...{ site: new Set(kept.site), confluence: new Set(kept.confluence), jira: new Set(kept.jira) },
    opening: new Set(kept.opening),
    elsewhere: new Set(kept.elsewhere),
  };
}

/** Whether an identity provider manages the group. Asked for by itself only when it is not on the list. */
export async function isElsewhere(
  means: Means,
  { id, known, use }: { readonly id: string; readonly known: KnownGroups; readonly use: Use },
): Promise<boolean> {
  if (known.opening.has(id)) return known.elsewhere.has(id);
  const key = `confluence group ${id}, managed elsewhere, seen by ${await means.ownAccount()}`;
  return means.remember({ ...use, key, shape: z.boolean() }, async () => {
    return (await findGroup(means.call, id))?.managedBy === 'EXTERNAL';
  });
}

/** What is known may be old: nobody is refused by it before the lists were read again. */
export async function surelyBlocked(
  { call }: Means,
  group: Parameters<typeof blockOf>[0],
  { known, ...options }: Naming & { readonly known: KnownGroups },
): Promise<Block | undefined> {
  const block = blockOf(group, known, options);
  return block && blockOf(group, await readAdminGroups(call), options);
}
