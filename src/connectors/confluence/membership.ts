import type { Entitlement, Principal } from '../../domain/access';
import { Fault } from '../../domain/fault';
import type { Query } from './address';
import type { Call } from './client';
import { groupsOfPerson } from './lists';
import { unless } from './outcomes';
import { isAccountId, readUser } from './people';
import type { JiraUser } from './shapes';

export const GROUP = 'confluence-group';
export const MEMBER = 'member';

/** Everything the person holds: their groups, as Confluence tells them. */
export async function holdings(call: Call, who: Principal): Promise<readonly Entitlement[]> {
  mustBePerson(who);
  const groups = await groupsOfPerson(call, who.id);
  return groups.map(({ id, name }) => ({ resource: { kind: GROUP, id, name }, role: MEMBER }));
}

export function mustBePerson({ id }: Principal): void {
  if (!isAccountId(id)) throw new Fault('not-found', 'There is no such account.');
}

export function mustBeGroup({ resource, role }: Entitlement): void {
  if (resource.kind !== GROUP || role !== MEMBER || resource.id.trim() === '') {
    throw new Fault('invalid', 'Confluence can only give and take membership of groups.');
  }
}

/** Where somebody stands, as both products tell it. Each of them may lag, and each may hide somebody. */
export interface Standing {
  readonly person: JiraUser | undefined;
  /** `unclear`: the two do not agree, or neither would show it. */
  readonly member: 'yes' | 'no' | 'unclear';
}

/**
 * Absence is only believed of somebody who can be seen: memberships of suspended people are left out of lists, and
 * come back with the person.
 */
export async function readStanding(call: Call, who: Principal, groupId: string): Promise<Standing> {
  const [person, listed] = await Promise.all([readUser(call, who.id), groupsOfPerson(call, who.id)]);
  const inConfluence = listed.some(({ id }) => id === groupId);
  const inJira = person?.groups?.items.some((group) => group.groupId === groupId);
  if (inConfluence && inJira) return { person, member: 'yes' };
  const isSeen = person?.active === true || listed.length > 0;
  return { person, member: !inConfluence && !inJira && isSeen ? 'no' : 'unclear' };
}

/** The query that names one membership. */
export const inGroup = (groupId: string, more: Query = []): Query => [['groupId', groupId], ...more];

/** Reads lag behind writes by seconds: how long to wait before each further look, in milliseconds. */
const WAITS_MS = [500, 1000, 2000, 4000];

/**
 * Looks until it is as it should be, for some eight seconds at most. A look that failed has seen nothing: after a
 * write, a busy site is no reason to stop looking.
 */
export async function comesTrue(
  wait: (ms: number) => Promise<void>,
  look: () => Promise<boolean>,
): Promise<boolean> {
  if (await unless(look(), 'target-unavailable')) return true;
  for (const ms of WAITS_MS) {
    await wait(ms);
    if (await unless(look(), 'target-unavailable')) return true;
  }
  return false;
}
