import type { VirtualClock } from '../clock';
import type { AppSchedule } from './manifest';

const FIRST_START_MS = 5 * 60_000;

/** The next start of a schedule: about five minutes after the installation, and every interval from then on. */
export function nextStart(installedAt: number, intervalMs: number, now: number): number {
  const first = installedAt + FIRST_START_MS;
  if (now < first) return first;
  return first + (Math.floor((now - first) / intervalMs) + 1) * intervalMs;
}

interface Scheduling {
  readonly clock: VirtualClock;
  readonly installedAt: number;
  readonly run: (key: string) => Promise<unknown>;
}

/**
 * Starts each schedule on the virtual clock, again and again, whatever became of the last run: nothing is retried.
 * Answers the way to call all of them off.
 */
export function startSchedules(
  schedules: readonly AppSchedule[],
  { clock, installedAt, run }: Scheduling,
): () => void {
  const armed = new Map<string, () => void>();
  const arm = ({ key, intervalMs, ...rest }: AppSchedule) => {
    const at = new Date(nextStart(installedAt, intervalMs, clock.time()));
    const start = async () => {
      arm({ key, intervalMs, ...rest });
      await run(key).catch(() => undefined);
    };
    armed.set(key, clock.at(at, start));
  };
  schedules.forEach(arm);
  return () => armed.forEach((callOff) => callOff());
}
