import { isStopped } from '../domain/brake';
import { Fault } from '../domain/fault';
import { isLive, type Grant } from '../domain/grant';
import { isAsk, type AccessRequest } from '../domain/request';
import { firstOf } from './first-of';
import { grantIds } from './grant-ids';
import { isOverdue } from './grant-view';
import { inTurn } from './in-turn';
import type { Ports } from './ports';
import { usableConnection } from './usable-connection';

/** How many grants one round looks at: more wait for the next round, the oldest first. */
const MOST_GRANTS = 100;
/** How many requests, in turn: those for which nothing changes stay the oldest, and must not stand in the way. */
const MOST_REQUESTS = 200;
const MOST_WAITING = 2_000;
/** How many of those that nobody could be asked about, in turn and beside the others. */
const MOST_UNASKED = 40;

/**
 * Grants whose time has come and for which something can be done. What waits for an administrator stays in the list for
 * as long as they like, and must not stand before what can go on.
 */
export function findDueGrants(ports: Ports) {
  let connections: Promise<(grant: Grant) => boolean> | undefined;
  const repaired = () => (connections ??= repairs(ports));
  return async (way: Grant['way'], now: Date): Promise<readonly Grant[]> => {
    const { items } = await firstOf(ports, {
      page: (cursor) => ports.grants.listDue(way, now, cursor),
      choose: async (grants) => {
        const moving = grants.filter((grant) => !isStopped(grant) || hasNews(grant, now));
        if (!moving.some(waitsForRepair)) return moving;
        const isRepaired = await repaired();
        return moving.filter((grant) => !waitsForRepair(grant) || isRepaired(grant) || hasNews(grant, now));
      },
      most: MOST_GRANTS,
    });
    return items;
  };
}

/** Where its connection is gone, what is on its way in gives up, and another connection may take the rest back. */
async function repairs(ports: Ports): Promise<(grant: Grant) => boolean> {
  const known = await whichWork(ports);
  const another = [...known.values()].includes(true);
  return ({ connectionId, way }) => known.get(connectionId) ?? (way === 'in' || another);
}

/** Of each connection that there is. */
async function whichWork(ports: Ports): Promise<ReadonlyMap<string, boolean>> {
  const all = await ports.connections.list();
  return new Map(
    all.map((watched) => [watched.connection.id, !(usableConnection(watched) instanceof Fault)]),
  );
}

const waitsForRepair = ({ state, problem }: Grant): boolean =>
  state === 'blocked' && (problem?.code === 'credential' || problem?.code === 'connection-gone');

/** Its end has come while it was on its way in, or is so long ago that somebody has to be told. */
const hasNews = (grant: Grant, now: Date): boolean =>
  (grant.way === 'in' && grant.until !== undefined && grant.until <= now) ||
  (grant.overdueAt === undefined && isOverdue(grant, now));

/**
 * Ids of requests whose time has come, but for those that wait for a repair, or for grants which are looked at by
 * themselves.
 */
export async function findDueRequests(ports: Ports, now: Date, roundMs: number): Promise<readonly string[]> {
  const unasked: AccessRequest[] = [];
  const { items } = await firstOf(ports, {
    page: (cursor) => ports.requests.listDue(now, cursor),
    choose: async (page) => {
      unasked.push(...page.filter((request) => waitsToBeAsked(request, now)));
      const requests = page.filter((request) => !waitsToBeAsked(request, now));
      const waiting = requests.filter(isProvisioning);
      const grants = await ports.grants.findMany(waiting.flatMap((request) => grantIds(ports, request)));
      const known = new Map(grants.map((grant) => [grant.id, grant]));
      const waits = (request: AccessRequest) => {
        const own = grantIds(ports, request).map((id) => known.get(id));
        return (
          own.every((grant) => grant !== undefined) && own.some((grant) => grant && comesByItself(grant))
        );
      };
      const going = requests.filter((request) => !isProvisioning(request) || !waits(request));
      if (!going.some(waitsToBeUnderstood)) return going;
      const isMended = await mendedRules(ports);
      return going.filter((request) => !waitsToBeUnderstood(request) || isMended(request));
    },
    most: MOST_WAITING,
  });
  const inRound = (requests: readonly AccessRequest[], most: number) =>
    inTurn(
      ports,
      requests.map(({ issueId }) => issueId),
      { most, roundMs },
    );
  return [...inRound(items, MOST_REQUESTS), ...inRound(unasked, MOST_UNASKED)];
}

/** For as long as nobody mends it, nothing comes of a look. Its reminder and its deadline come in time all the same. */
const waitsToBeAsked = (request: AccessRequest, now: Date): boolean =>
  request.asking?.unasked !== undefined &&
  request.goneSince === undefined &&
  request.outbox.every(isAsk) &&
  ![request.remindAt, request.cancelAt].some((time) => time && time <= now);

const waitsToBeUnderstood = ({ snapshot, why, outbox, goneSince }: AccessRequest): boolean =>
  snapshot === undefined && why === 'credential' && outbox.length === 0 && goneSince === undefined;

/** One of the connections of its rule works again, or is gone, which is an answer as well. */
async function mendedRules(ports: Ports): Promise<(request: AccessRequest) => boolean> {
  const [known, { entries }] = await Promise.all([whichWork(ports), ports.rules.book()]);
  const broken = (id: string) => known.get(id) === false;
  return ({ ruleId }) => entries.find(({ id }) => id === ruleId)?.connectionIds.every(broken) !== true;
}

/** With nothing to be done on its ticket, and none to be missed. */
const isProvisioning = ({ state, outbox, goneSince }: AccessRequest): boolean =>
  state === 'provisioning' && outbox.length === 0 && goneSince === undefined;

/** On its way in, with a time of its own to be looked at. */
const comesByItself = (grant: Grant): boolean =>
  grant.way === 'in' && grant.state !== 'active' && isLive(grant) && grant.wakeAt !== undefined;
