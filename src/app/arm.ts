import type { Grant } from '../domain/grant';
import type { Work } from './governance-ports';
import type { Ports } from './ports';

/** The platform's longest delay of a queue event. */
export const LONGEST_SECONDS = 900;
/** Ends that are farther away get theirs from the hourly round. A chain of delayed events has at most 1,000 links. */
export const WITHIN_MS = 24 * 3_600_000;

type Sleeping = Pick<Grant, 'id' | 'issueId' | 'wakeAt'>;

/**
 * Sets an alarm for what has to be looked at later: one of several wake-ups, so that an end comes even if the rounds
 * have stopped. It may get lost, and may come twice.
 */
export async function wakeGrant(ports: Ports, grant: Sleeping): Promise<void> {
  const alarm = alarmFor(grant, ports.clock.now());
  if (alarm) await ports.queue.push([alarm.work], alarm.seconds).catch(ports.report);
}

interface Alarm {
  readonly work: Work;
  readonly seconds: number;
}

export function alarmFor({ id: grantId, issueId, wakeAt }: Sleeping, now: Date): Alarm | undefined {
  if (!wakeAt) return undefined;
  const ms = wakeAt.getTime() - now.getTime();
  // What is due already has just been looked at: an alarm for it would ring for ever.
  if (ms <= 0 || ms > WITHIN_MS) return undefined;
  const seconds = Math.min(LONGEST_SECONDS, Math.max(1, Math.ceil(ms / 1000)));
  return { work: { kind: 'grant', issueId, grantId, alarm: wakeAt.toISOString() }, seconds };
}
