import type { Grant } from '../domain/grant';
import { findDueGrants, findDueRequests } from './find-due';
import { findUnheard } from './find-unheard';
import type { Work } from './governance-ports';
import { keepBeating } from './heartbeat';
import type { Ports } from './ports';
import { pushAll } from './push-all';

const HOUR_MS = 3_600_000;
const roundMs = { 'five-minutes': HOUR_MS / 12, hour: HOUR_MS, day: 24 * HOUR_MS } as const;
/**
 * How far back the search for unheard changes goes, in milliseconds: any round may be the only one that still runs, and
 * several of it may have come to nothing.
 */
const lookBackMs = { 'five-minutes': 3 * HOUR_MS, hour: 26 * HOUR_MS, day: 8 * 24 * HOUR_MS } as const;
export type Every = keyof typeof lookBackMs;

/**
 * Finds what has to be looked at, whatever was heard or lost: access that ends, then the heartbeat, then requests and
 * grants that wait, then tickets whose events never came. It only says where to look. Removals go first.
 */
export const sweepWork = (every: Every) => (ports: Ports) => async (): Promise<void> => {
  const now = ports.clock.now();
  const dueGrants = findDueGrants(ports);
  const leaving = await dueGrants('out', now);
  await pushAll(ports, leaving.map(grantWork));
  // Before anything else fills the queue.
  await keepBeating(ports).catch(ports.report);
  const [waiting, coming] = await Promise.all([
    findDueRequests(ports, now, roundMs[every]),
    dueGrants('in', now),
  ]);
  await pushAll(ports, [...waiting.map(requestWork), ...coming.map(grantWork)]);
  const since = new Date(now.getTime() - lookBackMs[every]);
  const changed = await findUnheard(ports, { since, roundMs: roundMs[every] });
  await pushAll(ports, changed.map(requestWork));
};

export const grantWork = ({ id: grantId, issueId }: Pick<Grant, 'id' | 'issueId'>): Work => ({
  kind: 'grant',
  issueId,
  grantId,
});
const requestWork = (issueId: string): Work => ({ kind: 'request', issueId });
