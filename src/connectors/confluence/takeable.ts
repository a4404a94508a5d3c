import type { Taking as Options } from '../connector';
import { blockByName, blocked, external } from './blocks';
import { forTaking, isElsewhere, knownGroups, surelyBlocked } from './known-groups';
import type { Means } from './means';
import { mustBeGroup, mustBePerson } from './membership';
import { mustNotBreak } from './own-account';
import type { Taking } from './remove';

const WHAT = 'The group cannot be taken away';

/**
 * What may be taken is judged without a call, as a rule: by the name under which the group was given, and by what is
 * known of the site's groups. What we gave is taken although the group makes people administrators by now: else whoever
 * was given it for hours would be one for ever. Whose connection it is, is looked at afresh.
 */
export async function mustBeTakeable(means: Means, { who, what }: Taking, options: Options): Promise<void> {
  mustBePerson(who);
  mustBeGroup(what);
  const { id, name } = what.resource;
  const known = await knownGroups(means, forTaking);
  const block = options.given
    ? blockByName(name, options)
    : await surelyBlocked(means, { id, name, managedBy: 'ADMINS' }, { known, ...options });
  if (block) throw blocked(WHAT, block);
  if (await isElsewhere(means, { id, known, use: forTaking })) throw blocked(WHAT, external);
  await mustNotBreak(means, who, id);
}
