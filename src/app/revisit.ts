import type { RequestStanding } from './governance-ports';
import { inTurn } from './in-turn';
import type { Ports } from './ports';
import { pushAll } from './push-all';

/** What waits for people, and whatever hung on its way. */
const waiting: readonly RequestStanding[] = [
  'awaiting-approval',
  'quarantined',
  'received',
  'approved',
  'provisioning',
];
/** So many are looked at in an hour: the queue, Jira and the storage have other work. */
const MOST = 200;
const HOUR_MS = 3_600_000;

/**
 * Looks at requests that wait, whatever became of their rule and of their ticket: nothing searches the project of a
 * rule that is gone, and no search shows a ticket that was moved or deleted.
 */
export const revisit = (ports: Ports) => async (): Promise<void> => {
  const ids: string[] = [];
  for (const state of waiting) ids.push(...(await listIds(ports, state)));
  const chosen = inTurn(ports, ids, { most: MOST, roundMs: HOUR_MS });
  await pushAll(
    ports,
    chosen.map((issueId) => ({ kind: 'request', issueId })),
  );
};

async function listIds(ports: Ports, state: RequestStanding): Promise<readonly string[]> {
  const found: string[] = [];
  let cursor: string | undefined;
  do {
    const { items, next } = await ports.requests.list({ state }, cursor);
    found.push(...items.map(({ issueId }) => issueId));
    cursor = next;
  } while (cursor !== undefined && ports.hasTime());
  return found;
}
