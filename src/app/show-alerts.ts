import type { z } from 'zod';
import type { RequestListInput } from '../contract/inputs';
import type { AlertsView } from '../contract/request-views';
import type { Grant } from '../domain/grant';
import type { GrantFilter } from './governance-ports';
import { isOverdue, OVERDUE_MS } from './grant-view';
import type { Ports } from './ports';

/** How many pages of one state are counted: beyond that it is many, however many it is. */
const PAGES = 5;
const MANY = 100;

/** What the grants of a request need an administrator for. */
type GrantAlert = NonNullable<z.output<typeof RequestListInput>['alert']>;

/** What needs an administrator, counted. What was acknowledged is not announced again. */
export const readAlerts = (ports: Ports) => async (): Promise<AlertsView> => {
  const [alarming, quarantined] = await Promise.all([
    listAlarming(ports),
    ports.requests.list({ state: 'quarantined' }),
  ]);
  return {
    overdue: alarming.overdue.length,
    blocked: alarming.blocked.length,
    unverified: alarming.unverified.length,
    stopped: alarming.stopped.length,
    drifted: alarming.drifted.length,
    quarantined: quarantined.items.length,
  };
};

/** The grants behind each count. */
export async function listAlarming(ports: Ports): Promise<Readonly<Record<GrantAlert, readonly Grant[]>>> {
  const now = ports.clock.now();
  const all = async (state: GrantFilter) => (await listGrants(ports, state)).filter(isUnseen);
  const [blocked, unverified, revoking, stopped, drifted, unbegun] = await Promise.all([
    all('blocked'),
    all('unverified'),
    all('revoking'),
    all('due'),
    all('drifted'),
    listUnbegun(ports, now),
  ]);
  const ending = [...blocked, ...unverified, ...revoking, ...unbegun];
  const overdue = new Map(ending.filter((one) => isOverdue(one, now)).map((one) => [one.id, one]));
  return { overdue: [...overdue.values()], blocked, unverified, stopped, drifted };
}

/** Access past its end that nobody has begun to take back, as when no round runs any more. */
async function listUnbegun(ports: Ports, now: Date): Promise<readonly Grant[]> {
  const ids = await ports.grants.listDue('out', new Date(now.getTime() - OVERDUE_MS), MANY);
  return (await ports.grants.findMany(ids)).filter(isUnseen);
}

const isUnseen = ({ acknowledgedBy }: Grant): boolean => acknowledgedBy === undefined;

async function listGrants(ports: Ports, state: GrantFilter): Promise<readonly Grant[]> {
  const found: Grant[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { items, next } = await ports.grants.listByState(state, cursor);
    found.push(...items);
    if (next === undefined) break;
    cursor = next;
  }
  return found;
}
