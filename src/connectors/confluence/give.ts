import type { Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import { groupsOfPerson } from './lists';
import type { Means } from './means';
import { comesTrue, inGroup } from './membership';
import { operations } from './operations';
import { faultOf } from './outcomes';
import { hasLicence } from './people';
import { MissingScope } from './refusals';
import { anything } from './shapes';
import { isLost, whyNotGiven } from './why-not-given';

/** What is given to whom, as the look has seen it. */
export interface Gift {
  readonly who: Principal;
  readonly groupId: string;
  readonly held: boolean;
  /** Whether the group brings a Confluence licence along, which must be seen afterwards. */
  readonly opens: boolean;
}

/** How far the gift can be seen in Confluence: not at all, as a membership, or as access. */
type Seen = 'nothing' | 'membership' | 'access';

/**
 * Puts somebody into a group, through Jira's operation, whose refusals are clearer than Confluence's. Whatever it
 * answers, it is the look afterwards that decides: "already a member", "no seat left" and a lost answer share statuses.
 */
export async function give({ call, wait }: Means, gift: Gift): Promise<'granted' | 'already'> {
  const { who, groupId, held, opens } = gift;
  const see = async (): Promise<Seen> => {
    const groups = await groupsOfPerson(call, who.id);
    if (!groups.some(({ id }) => id === groupId)) return 'nothing';
    return !opens || (await hasLicence(call, who.id)) ? 'access' : 'membership';
  };
  let seen: Seen = 'nothing';
  const isThere = async () => {
    seen = await see();
    return seen === 'access';
  };

  // One of the products showed it. Where the other does not, the person may have left: it is given.
  const before = held ? await see() : 'nothing';
  if (before === 'access') return 'already';
  if (before === 'membership') {
    if (await comesTrue(wait, isThere)) return 'already';
    throw notOpen();
  }

  const adding = call(operations.addMember, {
    shape: anything,
    query: inGroup(groupId),
    body: { accountId: who.id },
  });
  const known = [
    'target-refused',
    'conflict',
    'not-found',
    'target-unavailable',
    'target-forbidden',
    'target-unauthorized',
  ] as const;
  const fault = await faultOf(adding, ...known);
  if (fault instanceof MissingScope || fault?.code === 'target-unauthorized') throw refusalOf(fault, fault);
  if (fault?.code !== 'target-forbidden' && (await comesTrue(wait, isThere)))
    // A lost answer does not say who gave it: what one of the products had shown before is not taken for ours.
    return !fault || (isLost(fault) && !held) ? 'granted' : 'already';
  if (fault) throw refusalOf(await whyNotGiven(call, gift, fault), fault);
  throw opens ? notOpened(seen) : notSeen();
}

/** What was refused has not happened. Of a lost answer, and of a collision, nobody knows. */
function refusalOf(why: Fault, fault: Fault): Fault {
  if (isLost(fault) || fault.code === 'conflict') return why;
  const { code, message, cause, retryable, retryAfterSeconds, reason } = why;
  return new Fault(code, message, {
    cause,
    retryable,
    retryAfterSeconds,
    isRefusal: true,
    ...(reason && { reason }),
  });
}

/** The person and the group were found to be fine: without access there was most likely no seat. */
const notOpened = (seen: Seen): Fault =>
  new Fault(
    'unverified',
    'Atlassian accepted the change, but the access cannot be seen. Look whether a Confluence licence is left, at ' +
      'admin.atlassian.com → Billing.',
    { retryable: true, ...(seen === 'membership' && { reason: 'no-seat' }) },
  );

/** What opens nothing of Confluence needs no licence of it, so none is looked for. */
const notSeen = (): Fault =>
  new Fault(
    'unverified',
    'Atlassian accepted the change, but does not show the person in the group. Try again in a while.',
    { retryable: true },
  );

const notOpen = (): Fault =>
  new Fault(
    'unverified',
    'The person was in the group already, so nothing was sent, but Confluence does not count them among its licensed ' +
      'users. Look whether a Confluence licence is left, at admin.atlassian.com → Billing.',
    { retryable: true, reason: 'no-seat' },
  );
