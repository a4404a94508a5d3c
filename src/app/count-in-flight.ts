import { isLive } from '../domain/grant';
import { isOpen, type AccessRequest } from '../domain/request';
import { grantIds } from './grant-ids';
import type { Ports } from './ports';

/** How many pages of requests are looked through: rules older than that have little that is still under way. */
const PAGES = 25;

/** What goes on whatever becomes of the rule: requests that are not over, and grants that are not. */
export async function countInFlight(
  ports: Ports,
  ruleId: string,
): Promise<{ requests: number; grants: number }> {
  const all = await requestsOf(ports, ruleId);
  const lasting = all.filter(({ snapshot }) => snapshot !== undefined);
  const grants = await ports.grants.findMany(lasting.flatMap((request) => grantIds(ports, request)));
  return { requests: all.filter(isOpen).length, grants: grants.filter(isLive).length };
}

async function requestsOf(ports: Ports, ruleId: string): Promise<readonly AccessRequest[]> {
  const found: AccessRequest[] = [];
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { items, next } = await ports.requests.list({ ruleId }, cursor);
    found.push(...items);
    if (next === undefined) break;
    cursor = next;
  }
  return found;
}
