import type { z } from 'zod';
import type { Page } from '../connectors/connector';
import type { RequestListInput } from '../contract/inputs';
import type { AlertsView, CountedAlerts } from '../contract/request-views';
import type { Grant } from '../domain/grant';
import { isOpen, type AccessRequest, type RequestState } from '../domain/request';
import type { GrantFilter } from './governance-ports';
import { firstOf } from './first-of';
import { isOverdue, OVERDUE_MS } from './grant-view';
import type { Ports } from './ports';
import { LOOK_AGAIN_MS } from './write-request';

/** How many pages of one state are counted: beyond that it is many, however many it is. */
const PAGES = 5;
const MANY = 100;

/** What the grants of a request need an administrator for. */
type GrantAlert = Exclude<NonNullable<z.output<typeof RequestListInput>['alert']>, 'waiting' | 'unasked'>;

interface Listed<T> {
  readonly items: readonly T[];
  /** There are more than these. */
  readonly isCut: boolean;
}

const kinds = [
  'overdue',
  'blocked',
  'waiting',
  'unasked',
  'unverified',
  'quarantined',
  'stopped',
  'drifted',
] as const satisfies readonly (keyof AlertsView)[];

/** What needs an administrator, counted. What was acknowledged is not announced again. */
export const readAlerts = (ports: Ports) => async (): Promise<CountedAlerts> => {
  const [alarming, waiting, unasked, { items, next }] = await Promise.all([
    listAlarming(ports),
    listWaiting(ports),
    listUnasked(ports),
    ports.requests.list({ state: 'quarantined' }),
  ]);
  const lists = { ...alarming, waiting, unasked, quarantined: { items, isCut: next !== undefined } };
  const cut = kinds.filter((kind) => lists[kind].isCut);
  return {
    overdue: lists.overdue.items.length,
    blocked: lists.blocked.items.length,
    waiting: lists.waiting.items.length,
    unasked: lists.unasked.items.length,
    unverified: lists.unverified.items.length,
    quarantined: lists.quarantined.items.length,
    stopped: lists.stopped.items.length,
    drifted: lists.drifted.items.length,
    ...(cut.length > 0 && { cut }),
  };
};

/** The grants behind each count. */
export async function listAlarming(ports: Ports): Promise<Readonly<Record<GrantAlert, Listed<Grant>>>> {
  const now = ports.clock.now();
  const all = (state: GrantFilter) =>
    listSome<Grant>((cursor) => ports.grants.listByState(state, cursor), isUnseen);
  const [blocked, unverified, pending, revoking, stopped, drifted, unbegun] = await Promise.all([
    all('blocked'),
    all('unverified'),
    all('pending'),
    all('revoking'),
    all('due'),
    all('drifted'),
    listUnbegun(ports, now),
  ]);
  const ways = [blocked, unverified, pending, revoking, stopped, unbegun];
  const late = ways.flatMap(({ items }) => items).filter((one) => isOverdue(one, now));
  const overdue = {
    items: [...new Map(late.map((one) => [one.id, one])).values()],
    isCut: late.length > 0 && ways.some(({ isCut }) => isCut),
  };
  return { overdue, blocked, unverified, stopped, drifted };
}

/** Access past its end that nobody has begun to take back, as when no round runs any more. */
const listUnbegun = (ports: Ports, now: Date): Promise<Listed<Grant>> =>
  firstOf(ports, {
    page: (cursor) => ports.grants.listDue('out', new Date(now.getTime() - OVERDUE_MS), cursor),
    choose: (grants) => grants.filter((grant) => grant.state === 'active' && isUnseen(grant)),
    most: MANY,
  });

const isUnseen = ({ acknowledgedBy }: Grant): boolean => acknowledgedBy === undefined;

/** Requests that nothing can be begun for until a person has mended something. No grant of theirs tells of it. */
export async function listWaiting(ports: Ports): Promise<Listed<AccessRequest>> {
  const ofState = (state: RequestState) =>
    listSome<AccessRequest>((cursor) => ports.requests.list({ state }, cursor), isHeldUp);
  const [received, provisioning] = await Promise.all([ofState('received'), ofState('provisioning')]);
  return {
    items: [...received.items, ...provisioning.items],
    isCut: received.isCut || provisioning.isCut,
  };
}

/** Not understood yet, or for somebody whose account is not known yet, and not for a reason that passes by itself. */
const isHeldUp = ({ why, snapshot, invitee }: AccessRequest): boolean =>
  why !== undefined &&
  why !== 'unavailable' &&
  snapshot?.beneficiary === undefined &&
  invitee?.accountId === undefined;

/** Requests that wait for an approval which nobody is asked for. They are due at every round, and found by that. */
export const listUnasked = (ports: Ports): Promise<Listed<AccessRequest>> =>
  firstOf(ports, {
    page: (cursor) => ports.requests.listDue(new Date(ports.clock.now().getTime() + LOOK_AGAIN_MS), cursor),
    choose: (requests) =>
      requests.filter((request) => isOpen(request) && request.asking?.unasked !== undefined),
    most: MANY,
  });

type ListPage<T> = (cursor?: string) => Promise<Page<T>>;

async function listSome<T>(page: ListPage<T>, isWanted: (item: T) => boolean): Promise<Listed<T>> {
  const found: T[] = [];
  let cursor: string | undefined;
  for (let pages = 0; pages < PAGES; pages += 1) {
    const { items, next } = await page(cursor);
    found.push(...items.filter(isWanted));
    cursor = next;
    if (cursor === undefined) break;
  }
  return { items: found, isCut: cursor !== undefined };
}
