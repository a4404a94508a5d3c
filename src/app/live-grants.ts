import type { GrantState } from '../domain/grant';
import type { Ports } from './ports';

const live: readonly GrantState[] = ['active', 'revoking', 'blocked', 'unverified', 'due', 'pending'];
/** How many pages of one state are looked through. */
const PAGES = 50;

/** Whether anything that a connection gave is still to be taken back through it. */
export async function hasLiveGrants(ports: Ports, connectionId: string): Promise<boolean> {
  for (const state of [...live, 'drifted'] as const) {
    let cursor: string | undefined;
    for (let page = 0; page < PAGES; page += 1) {
      const { items, next } = await ports.grants.listByState(state, cursor);
      if (items.some((grant) => grant.connectionId === connectionId)) return true;
      if (next === undefined) break;
      cursor = next;
    }
  }
  return false;
}
