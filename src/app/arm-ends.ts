import type { Grant } from '../domain/grant';
import { alarmFor, LONGEST_SECONDS, WITHIN_MS } from './arm';
import { firstOf } from './first-of';
import type { Work } from './governance-ports';
import type { Ports } from './ports';
import { pushAll } from './push-all';

/** Two hours: one of the hourly rounds may be missed. */
const AHEAD_MS = 2 * 3_600_000;
/** The queue takes 500 events in a minute, and an alarm is one every quarter of an hour. The rounds have the rest. */
const MOST = 250;
const AT_ONCE = 50;
const APART_SECONDS = 60;

/**
 * Sets an alarm for what ends within two hours and has none yet, because it was far away when it was given. Ends that
 * were chosen as a day all fall on one midnight: their alarms are kept a minute apart, fifty by fifty, until then.
 */
export const armEnds = (ports: Ports) => async (): Promise<void> => {
  const now = ports.clock.now();
  const { items } = await firstOf(ports, {
    page: (cursor) => ports.grants.listEnding(now, new Date(now.getTime() + AHEAD_MS), cursor),
    choose: (grants) => grants.filter((grant) => grant.state === 'active' && !hasAlarm(grant)),
    most: MOST,
  });
  const byDelay = new Map<number, Work[]>();
  items.forEach((grant, index) => {
    const { work, seconds } = alarmFor(grant, now) ?? {};
    if (!work || seconds === undefined) return;
    const latest = LONGEST_SECONDS - APART_SECONDS * Math.floor(index / AT_ONCE);
    const delay = Math.min(seconds, latest);
    byDelay.set(delay, [...(byDelay.get(delay) ?? []), work]);
  });
  for (const [seconds, work] of byDelay) await pushAll(ports, work, seconds);
};

/** It was set when the access was given, or its end was changed. */
const hasAlarm = ({ verifiedAt, wakeAt }: Grant): boolean =>
  verifiedAt !== undefined && wakeAt !== undefined && wakeAt.getTime() - verifiedAt.getTime() <= WITHIN_MS;
