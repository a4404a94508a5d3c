import type { Entitlement } from '../../domain/access';
import { forTaking, isElsewhere, knownGroups } from './known-groups';
import type { Means } from './means';

/** What was read a moment ago is not read again: several rounds may come together. */
const LATELY_SECONDS = 60;
/** Of groups that are on none of the lists, each of which costs a call. Others are asked for when they are taken. */
const MOST_GROUPS = 20;

/** The lists of groups, read anew for whatever is given or taken next; and who keeps what is taken next. */
export async function readAhead(means: Means, ending: readonly Entitlement[]): Promise<void> {
  const known = await knownGroups(means, { decides: 'giving', forSeconds: LATELY_SECONDS });
  const unlisted = new Set(ending.map(({ resource }) => resource.id).filter((id) => !known.opening.has(id)));
  const use = { ...forTaking, forSeconds: LATELY_SECONDS };
  await Promise.all([...unlisted].slice(0, MOST_GROUPS).map((id) => isElsewhere(means, { id, known, use })));
}
