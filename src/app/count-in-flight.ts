import { openStates, type RequestState } from '../domain/request';
import { firstOf, type First } from './first-of';
import type { Ports } from './ports';

/** Nobody counts further: of more it is said that there are at least so many. */
const MOST = 1_000;

export interface InFlight {
  readonly requests: number;
  readonly grants: number;
  /** There may be more than were counted. */
  readonly isCut: boolean;
}

/**
 * What goes on whatever becomes of the rule: requests that are not over, and grants that are not, however old. What is
 * over is not gone through: it only grows.
 */
export async function countInFlight(ports: Ports, ruleId: string): Promise<InFlight> {
  const [grants, ...requests] = await Promise.all([
    firstOf(ports, {
      page: (cursor) => ports.grants.listLiveBy(ruleId, cursor),
      choose: (items) => items,
      most: MOST,
    }),
    ...openStates.map((state) => openBy(ports, { ruleId, state })),
  ]);
  return {
    requests: requests.reduce((sum, { items }) => sum + items.length, 0),
    grants: grants.items.length,
    isCut: [grants, ...requests].some(({ isCut }) => isCut),
  };
}

interface Open {
  readonly ruleId: string;
  readonly state: RequestState;
}

/** Of all rules together only so many are open: they wait for people, and end. */
const openBy = (ports: Ports, { ruleId, state }: Open): Promise<First<unknown>> =>
  firstOf<{ readonly ruleId: string }>(ports, {
    page: (cursor) => ports.requests.list({ state }, cursor),
    choose: (items) => items.filter((request) => request.ruleId === ruleId),
    most: MOST,
  });
