import type { Entitlement } from '../domain/access';
import { Fault } from '../domain/fault';
import type { Grant } from '../domain/grant';
import { findHeld } from './find-held';
import { itself } from './happened';
import { inTurn } from './in-turn';
import type { Ports } from './ports';
import { useTarget } from './target';
import { writeGrant } from './write-grant';

/** As many as one run can ask for, at a hundred calls a minute. Where there are more, each day has others. */
const MOST_GROUPS = 500;
const DAY_MS = 24 * 3_600_000;

/**
 * Compares what was given with what is there: whoever no longer holds what a live grant gave them is shown as drifted.
 * Nothing is given again and nothing is taken. Only a complete listing says that somebody is missing.
 */
export const reconcile = (ports: Ports) => async (): Promise<void> => {
  const byResource = new Map<string, Grant[]>();
  for (const grant of await activeGrants(ports)) {
    const key = `${grant.connectionId} ${grant.what.resource.id}`;
    byResource.set(key, [...(byResource.get(key) ?? []), grant]);
  }
  for (const key of inTurn(ports, [...byResource.keys()], { most: MOST_GROUPS, roundMs: DAY_MS })) {
    if (!ports.hasTime()) return;
    await compare(ports, byResource.get(key) ?? []).catch(ports.report);
  }
};

async function activeGrants(ports: Ports): Promise<readonly Grant[]> {
  const found: Grant[] = [];
  for (const state of ['active', 'drifted'] as const) {
    let cursor: string | undefined;
    do {
      const page = await ports.grants.listByState(state, cursor);
      found.push(...page.items);
      cursor = page.next;
    } while (cursor !== undefined && ports.hasTime());
  }
  return found;
}

async function compare(ports: Ports, grants: readonly Grant[]): Promise<void> {
  const [first] = grants;
  const watched = first && (await ports.connections.find(first.connectionId));
  if (!watched) return;
  const members = await membersOf(ports, { watched, what: first.what });
  if (!members) return;
  for (const grant of grants) {
    if (hasDrifted(grant, members) === (grant.driftedAt !== undefined)) continue;
    if (!ports.hasTime()) return;
    // Of one that somebody else is working on at the moment, the next day tells.
    await mark(ports, grant.id, members).catch(ports.report);
  }
}

interface Listing {
  readonly watched: Parameters<typeof useTarget>[1];
  readonly what: Entitlement;
}

/** Undefined: there is no complete listing, and nothing can be said. */
async function membersOf(ports: Ports, { watched, what }: Listing): Promise<ReadonlySet<string> | undefined> {
  const use = { during: 'a comparison of what was given with what is there', by: itself };
  try {
    const members = await useTarget(ports, watched, { ...use, work: (target) => target.members(what) });
    return new Set(members.map(({ id }) => id));
  } catch (error) {
    if (!(error instanceof Fault)) throw error;
    ports.report(error);
    return undefined;
  }
}

const hasDrifted = ({ accountId }: Grant, members: ReadonlySet<string>): boolean => !members.has(accountId);

async function mark(ports: Ports, id: string, members: ReadonlySet<string>): Promise<void> {
  const { grant, holding } = (await findHeld(ports, id)) ?? {};
  if (!holding || holding.lease || grant?.state !== 'active') return;
  const isThere = !hasDrifted(grant, members);
  if (isThere === (grant.driftedAt === undefined)) return;
  const { driftedAt: _since, acknowledgedBy: _seen, ...facts } = grant;
  await writeGrant(ports, {
    before: holding,
    holding,
    grant: isThere ? facts : { ...facts, driftedAt: ports.clock.now() },
    happenings: [{ what: isThere ? 'grant.returned' : 'grant.drifted', detail: { grant: id } }],
    by: itself,
  });
}
