import type { Actor } from '../domain/audit';
import type { Grant, GrantProblem } from '../domain/grant';
import { Fault } from '../domain/fault';
import { instantAfter } from '../domain/instant';
import { isBegun, type AccessRequest, type Snapshot } from '../domain/request';
import type { Rule } from '../domain/rule';
import type { Ticket } from '../domain/ticket';
import { wake } from './arm';
import { closing } from './close-request';
import { findInvitee, isOwnApproval } from './find-invitee';
import { findHeld } from './find-held';
import { finish, type Finishing } from './finish';
import { give } from './give';
import { giveUp } from './give-up';
import { entitlementOf } from './givable';
import { grantId, grantIds, holdingId } from './grant-ids';
import type { Ports, Watched } from './ports';
import { meanwhile } from './problems';
import { connectionIsGone } from './usable-connection';
import { standstillOf } from './why-missing';
import { withdraw } from './withdraw';

export interface Provisioning {
  readonly request: AccessRequest;
  readonly rule: Rule;
  /** Absent: the ticket is gone. */
  readonly ticket?: Ticket;
  /** Why its approval does not stand any more, so that nothing may be begun. Absent: it stands. */
  readonly fall?: string;
  readonly by: Actor;
}

/** Gives all that an approved request is about, each on its own: what cannot be given keeps nothing else back. */
export async function provision(ports: Ports, step: Provisioning): Promise<AccessRequest> {
  const { snapshot } = step.request;
  if (!snapshot) return step.request;
  const mayStart = step.fall === undefined;
  const watched = await ports.connections.find(snapshot.connectionId);
  const found = await findInvitee(ports, { ...step, snapshot, watched, mayStart });
  const { accountId, problem } = found;
  if (isOwnApproval(found.request, accountId))
    return closing(ports, { ...step, request: found.request }, { kind: 'refused', why: 'self-approval' });
  let { request } = found;
  const given: (Grant | undefined)[] = [];
  let busy: Fault | undefined;
  for (const group of snapshot.groups) {
    const one = provisionOne(ports, { ...step, request, snapshot, watched, accountId, mayStart, group });
    const grant = await one.catch(conflictOnly);
    if (grant instanceof Fault) busy = grant;
    else given.push(grant);
    // What begins or ends touches its request.
    request = await readAgain(ports, request);
    if (!isBegun(request)) return request;
  }
  await wake(ports, given.filter(isActive));
  if (busy) throw busy;
  const standstill = standstillOf({ ...step, ...found, watched }, ports.clock.now());
  const grants = given.some((grant) => grant?.endedAt) ? await grantsOf(ports, request) : given;
  return finish(ports, { ...step, request, grants, standstill, snapshot, problem });
}

/** Somebody else is at work on one of them: the others are given, and then it is tried again. */
function conflictOnly(error: unknown): Fault {
  if (error instanceof Fault && error.code === 'conflict') return error;
  throw error;
}

async function readAgain(ports: Ports, { issueId }: AccessRequest): Promise<AccessRequest> {
  const request = await ports.requests.find(issueId);
  if (!request) throw meanwhile();
  return request;
}

/** The outcome tells what is true of all of it, and one that ended may have ended after it was looked at. */
async function grantsOf(ports: Ports, request: AccessRequest): Promise<Finishing['grants']> {
  const ids = grantIds(ports, request);
  const grants = new Map((await ports.grants.findMany(ids)).map((grant) => [grant.id, grant]));
  return ids.map((id) => grants.get(id));
}

interface One extends Provisioning {
  readonly snapshot: Snapshot;
  readonly watched: Watched | undefined;
  readonly accountId: string | undefined;
  readonly mayStart: boolean;
  readonly group: Snapshot['groups'][number];
}

/** Undefined: not begun, and not to be begun. */
async function provisionOne(ports: Ports, one: One): Promise<Grant | undefined> {
  const { request, watched, accountId, group, mayStart, by } = one;
  const id = grantId(ports, request.issueId, group.id);
  if (accountId === undefined) return ports.grants.find(id);
  if (!watched) return goNoFurther(ports, id, by);
  const what = entitlementOf(ports, watched.connection, group);
  const pairId = holdingId(ports, accountId, what);
  const holding = await ports.holdings.find(pairId);
  // After the holding, whose version guards every write: see findHeld.
  const kept = await ports.grants.find(id);
  if (kept && !isComing(kept)) return kept;
  const begun = holding?.grants.some((grant) => grant.id === id) === true;
  if (!begun && !mayStart)
    return kept && giveUp(ports, { grant: kept, what, holding, holdingId: pairId, by });
  // What was begun goes no further; whatever it may have left there is taken back.
  if (!mayStart && kept) return withdraw(ports, { grant: kept, why: 'cancelled', by });
  if (kept?.problem && kept.wakeAt && kept.wakeAt > ports.clock.now()) return kept;
  const grant = kept ?? newGrant(ports, { ...one, id, accountId, what });
  return give(ports, { request, watched, what, grant, holding, holdingId: pairId, by });
}

/** Its connection is gone: nothing comes in any more. What it may have left there is taken back. */
async function goNoFurther(ports: Ports, id: string, by: Actor): Promise<Grant | undefined> {
  const held = await findHeld(ports, id);
  if (!held || !isComing(held.grant)) return held?.grant;
  const { grant, holding } = held;
  if (holding.grants.some((each) => each.id === id)) return withdraw(ports, { grant, why: 'cancelled', by });
  const problem: GrantProblem = { code: 'connection-gone', message: connectionIsGone };
  return giveUp(ports, { grant, what: grant.what, holding, holdingId: holding.id, by, problem });
}

const isActive = (grant: Grant | undefined): grant is Grant => grant?.state === 'active';

/** On its way in, and not there yet. */
const isComing = ({ way, state }: Grant): boolean =>
  way === 'in' && (state === 'pending' || state === 'blocked' || state === 'unverified');

interface Begun extends One {
  readonly id: string;
  readonly accountId: string;
  readonly what: Grant['what'];
}

const newGrant = (ports: Ports, { id, request, snapshot, accountId, what }: Begun): Grant => ({
  id,
  issueId: request.issueId,
  ruleId: request.ruleId,
  connectionId: snapshot.connectionId,
  accountId,
  what,
  privileged: snapshot.privileged,
  state: 'pending',
  way: 'in',
  ...(request.endsAt && { until: request.endsAt }),
  createdAt: ports.clock.now(),
  changedAt: instantAfter(ports.clock.now(), request.changedAt),
  version: 0,
  attempts: 0,
});
