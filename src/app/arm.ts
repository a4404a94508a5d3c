import { isLive, type Grant } from '../domain/grant';
import type { Work } from './governance-ports';
import { keepBeating } from './heartbeat';
import { LONGEST_SECONDS } from './longest';
import type { Ports } from './ports';

interface Alarm {
  readonly work: Work;
  readonly seconds: number;
}

/**
 * Sees to it that somebody comes when these have to be looked at again, whatever becomes of the rounds: within a
 * quarter of an hour an event of their own, for ends that are farther away the heartbeat. An event that comes sets no
 * other one: however often the queue delivers it, it does not multiply.
 */
export async function wake(ports: Ports, grants: readonly Grant[]): Promise<void> {
  const now = ports.clock.now();
  const alarms = grants.filter(isLive).flatMap((grant) => alarmFor(grant, now) ?? []);
  await ring(ports, alarms).catch(ports.report);
  const isFar = ({ until }: Grant) => until !== undefined && msTo(until, now) > LONGEST_SECONDS * 1_000;
  if (grants.some((grant) => isLive(grant) && isFar(grant))) await keepBeating(ports).catch(ports.report);
}

/** Each at its own second. */
export async function ring({ queue }: Pick<Ports, 'queue'>, alarms: readonly Alarm[]): Promise<void> {
  await queue.push(
    alarms.map(({ work }) => work),
    alarms.map(({ seconds }) => seconds),
  );
}

/** None for what is due already: whoever asks has just looked at it. */
export function alarmFor(
  { id: grantId, issueId, wakeAt }: Pick<Grant, 'id' | 'issueId' | 'wakeAt'>,
  now: Date,
): Alarm | undefined {
  const seconds = wakeAt && Math.ceil(msTo(wakeAt, now) / 1_000);
  if (seconds === undefined || seconds <= 0 || seconds > LONGEST_SECONDS) return undefined;
  return { work: { kind: 'grant', issueId, grantId }, seconds };
}

const msTo = (then: Date, now: Date): number => then.getTime() - now.getTime();
