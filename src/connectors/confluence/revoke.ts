import type { Entitlement, Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import type { Call } from './client';
import { findOpening } from './group-options';
import {
  comesTrue,
  inGroup,
  mustBeGroup,
  mustBePerson,
  readStanding,
  readTargetGroup,
  refused,
  type Standing,
} from './membership';
import { operations } from './operations';
import { faultOf } from './outcomes';
import { anything } from './shapes';

interface Means {
  readonly call: Call;
  readonly wait: (ms: number) => Promise<void>;
  /** The account that the credential belongs to. */
  readonly ownAccount: () => Promise<string>;
}

/**
 * Takes somebody out of a group, through Jira's operation. It is always asked, whatever the lists say: they lag, and
 * somebody who was added a moment ago is not in them yet. What it answers for somebody who is no member is not
 * documented, so the look afterwards decides whether it is done, and the answer whether there was anything to do.
 */
export async function revoke({ call, wait, ownAccount }: Means, who: Principal, what: Entitlement) {
  mustBePerson(who);
  mustBeGroup(what);
  const groupId = what.resource.id;
  const [{ group, blocked }, before, own] = await Promise.all([
    readTargetGroup(call, groupId),
    readStanding(call, who, groupId),
    ownAccount(),
  ]);
  if (blocked !== undefined) throw refused(`The group cannot be taken away: ${blocked}`);
  if (!group && before.member === 'no') return 'already';
  if (!group) throw unverified(before);
  if (who.id === own && (await findOpening(call, [groupId])).has(groupId)) {
    throw refused(
      'This group gives Confluence to the admin account of the connection, which would break it.',
    );
  }

  const remove = () => {
    const query = inGroup(groupId, [['accountId', who.id]]);
    const removing = call(operations.removeMember, { shape: anything, query });
    return faultOf(removing, 'target-refused', 'conflict', 'not-found', 'target-unavailable');
  };
  const fault = await remove();
  // No list showed the membership, so no list can show that it has gone.
  if (before.member === 'no' && fault && !saysNoMember(fault)) throw fault;
  let after = before;
  const isGone = async () => {
    after = await readStanding(call, who, groupId);
    return after.member === 'no';
  };
  if (await comesTrue(wait, isGone)) {
    if (before.member === 'no' && !fault) return (await tellsApart(remove)) ? 'revoked' : 'already';
    return fault && fault.code !== 'target-unavailable' ? 'already' : 'revoked';
  }
  if (!fault || after.member !== 'yes') throw unverified(after);
  throw saysNoMember(fault) ? stillShown(fault) : fault;
}

const saysNoMember = ({ code }: Fault): boolean => code === 'target-refused' || code === 'not-found';

/**
 * Whether the site answers otherwise for somebody who is no member. Then a yes to the first removal meant that there
 * was one, though no list had shown it yet. Asked once more, because a removal that is repeated changes nothing.
 */
async function tellsApart(removeAgain: () => Promise<Fault | undefined>): Promise<boolean> {
  const fault = await removeAgain();
  return fault !== undefined && saysNoMember(fault);
}

/** Either the person has left a moment ago, or Atlassian will not let them go: time tells. */
const stillShown = ({ code, cause }: Fault): Fault =>
  new Fault(
    code,
    'Atlassian did not take the person out of the group, and still shows them in it. If they have just left it, ' +
      'that will show in a while: try again.',
    { cause, retryable: true },
  );

/** Not proven: a suspended person's groups are hidden, and they are back in them when they are restored. */
const unverified = ({ person }: Standing): Fault =>
  new Fault(
    'unverified',
    person?.active === true
      ? 'Atlassian accepted the removal, but the access can still be seen.'
      : 'Atlassian hides the groups of this person, who is suspended or gone, so the removal cannot be proven. Look ' +
          'at admin.atlassian.com → Directory → Users.',
    { retryable: true },
  );
