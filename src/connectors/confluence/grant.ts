import type { Entitlement, Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import type { Call } from './client';
import { findOpening, isGuestGroup } from './group-options';
import { groupsOfPerson } from './lists';
import {
  comesTrue,
  inGroup,
  mustBeGroup,
  mustBePerson,
  readStanding,
  readTargetGroup,
  refused,
} from './membership';
import { operations } from './operations';
import { faultOf } from './outcomes';
import { hasLicence } from './people';
import { anything, type JiraUser } from './shapes';

type Wait = (ms: number) => Promise<void>;

/**
 * Puts somebody into a group, through Jira's operation, whose refusals are clearer than Confluence's. Whatever it
 * answers, it is the look afterwards that decides: "already a member", "no seat left" and a lost answer share statuses.
 */
export async function grant(
  { call, wait }: { readonly call: Call; readonly wait: Wait },
  who: Principal,
  what: Entitlement,
): Promise<'granted' | 'already'> {
  mustBePerson(who);
  mustBeGroup(what);
  const groupId = what.resource.id;
  const [{ group, blocked }, { person, member }, opening] = await Promise.all([
    readTargetGroup(call, groupId),
    readStanding(call, who, groupId),
    findOpening(call, [groupId]),
  ]);
  if (!group) throw new Fault('not-found', 'The group does not exist any more.');
  if (blocked !== undefined) throw refused(`The group cannot be given: ${blocked}`);
  mustBeEligible(person);

  // Guests have no licence, whether their group is listed among those that open Confluence or not.
  const isOpen = async () =>
    !opening.has(groupId) || isGuestGroup(group.name) || (await hasLicence(call, who.id));
  if (member === 'yes') {
    if (await comesTrue(wait, isOpen)) return 'already';
    throw notOpen();
  }
  const isThere = async () =>
    (await groupsOfPerson(call, who.id)).some(({ id }) => id === groupId) && (await isOpen());

  const adding = call(operations.addMember, {
    shape: anything,
    query: inGroup(groupId),
    body: { accountId: who.id },
  });
  const fault = await faultOf(adding, 'target-refused', 'conflict', 'not-found', 'target-unavailable');
  if (await comesTrue(wait, isThere))
    return fault && fault.code !== 'target-unavailable' ? 'already' : 'granted';
  throw fault ? refusalOf(fault) : notOpened();
}

/** Nobody but an active person of this site: no app, no customer, nobody who has left. */
function mustBeEligible(person: JiraUser | undefined): void {
  if (!person)
    throw new Fault('not-found', 'Atlassian does not know this account, or the person is suspended.');
  if (person.accountType !== 'atlassian')
    throw refused('Only people with an Atlassian account can be given access.');
  if (!person.active) throw refused('The account is deactivated or suspended. Restore it first.');
}

const notOpened = (): Fault =>
  new Fault(
    'unverified',
    'Atlassian accepted the change, but the access cannot be seen. Look whether a Confluence licence is left, at ' +
      'admin.atlassian.com → Billing.',
    { retryable: true },
  );

const notOpen = (): Fault =>
  new Fault(
    'unverified',
    'The person was in the group already, so nothing was sent, but Confluence does not count them among its licensed ' +
      'users. Look whether a Confluence licence is left, at admin.atlassian.com → Billing.',
    { retryable: true },
  );

/** What a refusal means, now that the person is known not to be in the group. */
function refusalOf(fault: Fault): Fault {
  const { cause, retryAfterSeconds } = fault;
  switch (fault.code) {
    case 'target-refused':
      return new Fault(
        'target-refused',
        'Atlassian refused to add the person to the group. Most often no licence is left for what the group opens: ' +
          'free one or buy one at admin.atlassian.com → Billing.',
        { cause },
      );
    case 'not-found':
      return new Fault(
        'target-unavailable',
        'Atlassian does not know the person everywhere yet. Try again in a while.',
        {
          cause,
        },
      );
    case 'target-unavailable':
      return new Fault(
        'target-unavailable',
        'Atlassian failed while it added the person to the group. If it goes on, look whether a Confluence licence ' +
          'is left, at admin.atlassian.com → Billing.',
        { cause, retryAfterSeconds },
      );
    default:
      return fault;
  }
}
