import type { Call } from './client';
import { operations } from './operations';
import { foundGroups, type Group } from './shapes';

/** The server's own limit is about twenty, whatever is asked for. */
const MOST = '50';

interface Picked {
  readonly items: readonly Group[];
  /** Ids of those that administer Jira, by Jira's own label. */
  readonly admins: ReadonlySet<string>;
  readonly isCut: boolean;
}

/**
 * Groups of this site whose name contains the text, as Jira finds them: unpaged. Nobody is refused: a credential that
 * is no good, or an account without Browse users and groups, sees an empty list. Whoever asks must ask something else
 * beside it that tells.
 */
export async function pickGroups(call: Call, text: string): Promise<Picked> {
  const { total, groups } = await call(operations.pickGroups, {
    shape: foundGroups,
    query: [
      ['query', text],
      ['caseInsensitive', 'true'],
      ['maxResults', MOST],
    ],
  });
  const labelled = groups.filter(({ labels }) => labels.some(({ type }) => type === 'ADMIN'));
  return {
    items: groups.map(({ groupId: id, name, managedBy, usageType }) => ({ id, name, managedBy, usageType })),
    admins: new Set(labelled.map(({ groupId }) => groupId)),
    isCut: total > groups.length,
  };
}
