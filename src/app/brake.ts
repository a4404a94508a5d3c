import { brakes } from '../domain/brake';
import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import { stepBack } from '../domain/change-holding';
import type { Ports } from './ports';
import { useTarget } from './target';
import type { Leaving } from './end-grant';
import { writeGrant } from './write-grant';

/** From this many leavers on it matters how large the group is. */
const FEW = 5;

/**
 * Stops a round that would take very many people out of one group, and asks an administrator. What an administrator
 * ends, or has let go on, is not stopped.
 */
export async function brakeOn(ports: Ports, leaving: Leaving): Promise<Grant | undefined> {
  const { grant, why } = leaving;
  if (why === 'admin' || grant.unbraked === true || grant.state === 'revoking') return undefined;
  if (grant.state === 'due' && grant.problem?.code === 'brake') return grant;
  const now = ports.clock.now();
  const due = await ports.grants.listLeaving(grant.what.resource.id, now);
  const people = new Set([grant, ...due].map(({ accountId }) => accountId)).size;
  if (!brakes(people, people > FEW ? await countMembers(ports, grant) : undefined)) return undefined;
  return stop(ports, leaving, people);
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

async function stop(ports: Ports, { grant, holding, by }: Leaving, people: number): Promise<Grant> {
  const { wakeAt: _wakeAt, ...facts } = grant;
  const pair = { id: holding.id, accountId: grant.accountId, resourceId: holding.resourceId };
  const message = `${people} people would leave this group at once, so an administrator has to say that this is meant.`;
  const written = await writeGrant(ports, {
    before: holding,
    holding: stepBack(holding, pair, { grantId: grant.id, over: false }),
    grant: { ...facts, state: 'due', way: 'out', ending: 'expired', problem: { code: 'brake', message } },
    happenings: [{ what: 'grant.braked', detail: { grant: grant.id, leaving: people } }],
    by,
  });
  return written.grant;
}
