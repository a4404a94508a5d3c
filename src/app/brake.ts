import { brakes, isStopped } from '../domain/brake';
import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import { stepBack } from '../domain/change-holding';
import { firstOf } from './first-of';
import type { Ports } from './ports';
import { useTarget } from './target';
import type { Leaving } from './end-grant';
import { writeGrant } from './write-grant';

/** From this many leavers on it matters how large the group is. */
const FEW = 5;
/** Beyond that it is very many, however many there are. */
const MOST_COUNTED = 100;
/** What ends within so many milliseconds ends together, even where an alarm brings each end on its own second. */
const TOGETHER_MS = 5 * 60_000;
/** Longer than it takes the rounds to come by everything that ends at once. */
const ONE_ROUND_MS = 3_600_000;

/**
 * Stops a round that would take very many people out of one group, and asks an administrator. What an administrator
 * ends, or has let go on, is not stopped.
 */
export async function brakeOn(ports: Ports, leaving: Leaving): Promise<Grant | undefined> {
  const { grant, why } = leaving;
  if (why === 'admin' || grant.unbraked === true || grant.state === 'revoking') return undefined;
  if (isStopped(grant)) return grant;
  const now = ports.clock.now();
  const soon = new Date(now.getTime() + TOGETHER_MS);
  const { items } = await firstOf(ports, {
    page: (cursor) => ports.grants.listDueOf(grant.what.resource.id, soon, cursor),
    choose: (grants) => grants.filter((each) => leavesNow(each, { now, soon })),
    most: MOST_COUNTED,
  });
  const people = new Set([grant, ...items].map(({ accountId }) => accountId)).size;
  if (!brakes(people, people > FEW ? await countMembers(ports, grant) : undefined)) return undefined;
  return stop(ports, leaving, people);
}

/**
 * Whoever was stopped a while ago, or on purpose stays so, does not leave in this round: a later end is not theirs. All
 * of one crowd are stopped within the hour, and count for each other.
 */
function leavesNow(grant: Grant, { now, soon }: { readonly now: Date; readonly soon: Date }): boolean {
  const { way, until, changedAt, acknowledgedBy } = grant;
  if (isStopped(grant))
    return acknowledgedBy === undefined && now.getTime() - changedAt.getTime() < ONE_ROUND_MS;
  return way === 'out' || (until !== undefined && until <= soon);
}

/** A group that cannot be counted is taken for a large one: the number of people alone still stops the round. */
async function countMembers(ports: Ports, { connectionId, what }: Grant): Promise<number | undefined> {
  const watched = await ports.connections.find(connectionId);
  if (!watched) return undefined;
  const use = { during: 'counting the members of a group', by: { kind: 'schedule' } as const };
  try {
    return (await useTarget(ports, watched, { ...use, work: (target) => target.members(what) })).length;
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    return undefined;
  }
}

async function stop(ports: Ports, { grant, holding, why, by }: Leaving, people: number): Promise<Grant> {
  const { wakeAt: _wakeAt, ...facts } = grant;
  const pair = { id: holding.id, accountId: grant.accountId, resourceId: holding.resourceId };
  const message = `${people} people would leave this group at once, so an administrator has to say that this is meant.`;
  const written = await writeGrant(ports, {
    before: holding,
    holding: stepBack(holding, pair, { grantId: grant.id, over: false }),
    grant: { ...facts, state: 'due', way: 'out', ending: why, problem: { code: 'brake', message } },
    happenings: [{ what: 'grant.braked', detail: { grant: grant.id, leaving: people } }],
    by,
  });
  return written.grant;
}
