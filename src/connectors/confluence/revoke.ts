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
 * Takes somebody out of a group, through Jira's operation. What it answers for somebody who is no member is not
 * documented, so it is the look afterwards that decides.
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
  if (before.member === 'no') return 'already';
  if (!group) throw unverified(before);
  if (who.id === own && (await findOpening(call, [groupId])).has(groupId)) {
    throw refused(
      'This group gives Confluence to the admin account of the connection, which would break it.',
    );
  }

  const removing = call(operations.removeMember, {
    shape: anything,
    query: inGroup(groupId, [['accountId', who.id]]),
  });
  const fault = await faultOf(removing, 'target-refused', 'conflict', 'not-found', 'target-unavailable');
  let after = before;
  const isGone = async () => {
    after = await readStanding(call, who, groupId);
    return after.member === 'no';
  };
  if (await comesTrue(wait, isGone))
    return fault && fault.code !== 'target-unavailable' ? 'already' : 'revoked';
  throw fault && after.member === 'yes' ? fault : unverified(after);
}

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
