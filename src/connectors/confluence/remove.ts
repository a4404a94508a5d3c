import type { Entitlement, Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import type { Means } from './means';
import { comesTrue, inGroup, readStanding, type Standing } from './membership';
import { operations } from './operations';
import { faultOf } from './outcomes';
import { MissingScope } from './refusals';
import { anything } from './shapes';
import { groupChanged } from './why-not-given';

export interface Taking {
  readonly who: Principal;
  readonly what: Entitlement;
}

/** One removal. Answers how it was refused; undefined: it was accepted. */
export async function removeOnce({ call }: Means, { who, what }: Taking): Promise<Fault | undefined> {
  const query = inGroup(what.resource.id, [['accountId', who.id]]);
  const removing = call(operations.removeMember, { shape: anything, query });
  const known = [
    'target-refused',
    'conflict',
    'not-found',
    'target-unavailable',
    'target-forbidden',
  ] as const;
  const fault = await faultOf(removing, ...known);
  if (fault instanceof MissingScope) throw fault;
  return fault;
}

/** Nothing is told by an answer that was lost, nor by one about something else. */
const isSilent = ({ code, retryAfterSeconds }: Fault): boolean =>
  code === 'conflict' || (code === 'target-unavailable' && retryAfterSeconds === undefined);

/**
 * Removes until there is an answer that tells something: at most twice, for no list can show that a membership has gone
 * which no list had shown yet. `lost`: the second answer was that there was no member, so the first removal has worked.
 */
export async function remove(means: Means, taking: Taking): Promise<{ fault?: Fault; lost: boolean }> {
  const first = await removeOnce(means, taking);
  if (!first) return { lost: false };
  if (first.code === 'target-unavailable' && !isSilent(first)) throw first;
  if (!isSilent(first)) return { fault: first, lost: false };
  const fault = await removeOnce(means, taking);
  if (!fault) return { lost: false };
  if (isSilent(fault) || fault.code === 'target-unavailable') throw again(fault);
  return { fault, lost: true };
}

const again = ({ code, message, cause, retryAfterSeconds }: Fault): Fault =>
  new Fault(code, message, { cause, retryAfterSeconds, retryable: true });

/** Looks at it by both products until the membership has gone, or says why it is not known to have. */
export async function mustBeGone(means: Means, { who, what }: Taking, fault?: Fault): Promise<void> {
  const groupId = what.resource.id;
  if (fault?.code === 'target-forbidden') throw (await groupChanged(means.call, groupId)) ?? fault;
  let after: Standing | undefined;
  const isGone = async () => {
    after = await readStanding(means.call, who, groupId);
    return after.member === 'no';
  };
  if (await comesTrue(means.wait, isGone)) return;
  if (!fault || after?.member !== 'yes') throw unverified(after);
  throw (await groupChanged(means.call, groupId)) ?? stillShown(fault);
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
function unverified(after: Standing | undefined): Fault {
  const person = after?.person;
  if (!after || person?.active) {
    const message = 'Atlassian accepted the removal, but the access can still be seen.';
    return new Fault('unverified', message, { retryable: true });
  }
  const message =
    'Atlassian hides the groups of this person, who is suspended or gone, so the removal cannot be proven. Look at ' +
    'admin.atlassian.com → Directory → Users.';
  return new Fault('unverified', message, {
    retryable: true,
    reason: person ? 'person-inactive' : 'person-gone',
  });
}
