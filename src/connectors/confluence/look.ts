import type { Entitlement, Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import type { Look, Naming } from '../connector';
import { readGivable } from './givable';
import { give } from './give';
import { isGuestGroup } from './group-option';
import type { Means } from './means';
import { mustBePerson } from './membership';
import { mustNotBind } from './own-account';
import { readUser } from './people';
import type { JiraUser } from './shapes';

/**
 * The person and the group as they are now, against what is known of the site's groups: two calls while that is
 * remembered. The group's name and who manages it are always read afresh.
 */
export async function look(
  means: Means,
  { who, what }: { readonly who: Principal; readonly what: Entitlement },
  options: Naming = {},
): Promise<Look> {
  mustBePerson(who);
  const groupId = what.resource.id;
  const [{ group, known }, person] = await Promise.all([
    readGivable(means, what, options),
    readUser(means.call, who.id),
  ]);
  mustBeEligible(person);
  await mustNotBind(means, who, groupId);

  const held = person?.groups?.items.some((each) => each.groupId === groupId) === true;
  // Guests have no licence, whether their group is listed among those that open Confluence or not.
  const opens = known.opening.has(groupId) && !isGuestGroup(group.name);
  return { held, give: () => give(means, { who, groupId, held, opens }) };
}

/** Nobody but an active person of this site: no app, no customer, nobody who has left. */
function mustBeEligible(person: JiraUser | undefined): void {
  const refused = (message: string, reason: 'person-ineligible' | 'person-inactive') =>
    new Fault('target-refused', message, { reason });
  if (!person) {
    const message = 'Atlassian does not know this account, or the person is suspended.';
    throw new Fault('not-found', message, { reason: 'person-gone' });
  }
  if (person.accountType !== 'atlassian')
    throw refused('Only people with an Atlassian account can be given access.', 'person-ineligible');
  if (!person.active)
    throw refused('The account is deactivated or suspended. Restore it first.', 'person-inactive');
}
