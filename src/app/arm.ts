import type { Grant } from '../domain/grant';
import type { Ports } from './ports';

/** The platform's longest delay of a queue event. */
const LONGEST_SECONDS = 900;
/** Ends that are farther away are found by the hourly round. A chain of delayed events has at most 1,000 links. */
const WITHIN_MS = 24 * 3_600_000;

/**
 * Sets an alarm for what has to be looked at later: one of several wake-ups, so that an end comes even if the rounds
 * have stopped. It may get lost, and may come twice.
 */
export async function wakeGrant(ports: Ports, { id, wakeAt }: Pick<Grant, 'id' | 'wakeAt'>): Promise<void> {
  if (!wakeAt) return;
  const ms = wakeAt.getTime() - ports.clock.now().getTime();
  // What is due already has just been looked at: an alarm for it would ring for ever.
  if (ms <= 0 || ms > WITHIN_MS) return;
  const seconds = Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(ms / 1000)));
  await ports.queue
    .push([{ kind: 'grant', grantId: id, alarm: wakeAt.toISOString() }], seconds)
    .catch(ports.report);
}
