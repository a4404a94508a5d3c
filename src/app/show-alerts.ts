import type { AlertsView } from '../contract/request-views';
import type { Grant } from '../domain/grant';
import type { GrantFilter } from './governance-ports';
import { isOverdue } from './grant-view';
import type { Ports } from './ports';

/** How many pages of one state are counted: beyond that it is many, however many it is. */
const PAGES = 5;

/** What needs an administrator, counted. What was acknowledged is not announced again. */
export const readAlerts = (ports: Ports) => async (): Promise<AlertsView> => {
  const now = ports.clock.now();
  const all = async (state: GrantFilter) => (await listGrants(ports, state)).filter(isUnseen);
  const [blocked, unverified, revoking, due, drifted, quarantined] = await Promise.all([
    all('blocked'),
    all('unverified'),
    all('revoking'),
    all('due'),
    all('drifted'),
    ports.requests.list({ state: 'quarantined' }),
  ]);
  const overdue = [...blocked, ...unverified, ...revoking].filter((grant) => isOverdue(grant, now));
  return {
    overdue: overdue.length,
    blocked: blocked.length,
    unverified: unverified.length,
    quarantined: quarantined.items.length,
    stopped: due.length,
    drifted: drifted.length,
  };
};

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
