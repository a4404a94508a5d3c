import type { GrantFilter } from './governance-ports';
import type { Ports } from './ports';

const live: readonly GrantFilter[] = [
  'active',
  'drifted',
  'revoking',
  'blocked',
  'unverified',
  'due',
  'pending',
];
/** How many pages of one state are looked through. */
const PAGES = 50;

/** Whether anything that a connection gave is, or may be, still to be taken back through it. */
export async function hasLiveGrants(ports: Ports, connectionId: string): Promise<boolean> {
  for (const state of live) if (await isAmong(ports, state, connectionId)) return true;
  return false;
}

async function isAmong(ports: Ports, state: GrantFilter, connectionId: string): Promise<boolean> {
  let cursor: string | undefined;
  for (let page = 0; page < PAGES; page += 1) {
    const { items, next } = await ports.grants.listByState(state, cursor);
    if (items.some((grant) => grant.connectionId === connectionId)) return true;
    if (next === undefined) return false;
    cursor = next;
  }
  // What was not looked at may be one of them.
  return true;
}
