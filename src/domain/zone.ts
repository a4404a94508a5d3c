/** Days and wall clocks of time zones, by the platform's own time zone data. */

const MINUTE_MS = 60_000;
const HOUR_MINUTES = 60;

/** The zone, if the platform knows it, and UTC otherwise. */
export function knownZone(zone: string): string {
  try {
    new Intl.DateTimeFormat('en-GB', { timeZone: zone });
    return zone;
  } catch (error) {
    if (error instanceof RangeError) return 'UTC';
    throw error;
  }
}

export interface WallClock {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly hour: number;
  readonly minute: number;
  /** E.g. `+01:00`. */
  readonly offset: string;
}

const parts = {
  year: 'numeric',
  month: 'numeric',
  day: 'numeric',
  hour: 'numeric',
  minute: 'numeric',
  hourCycle: 'h23',
  timeZoneName: 'longOffset',
} as const;

export const clockOf = (timeZone: string): ((at: Date) => WallClock) => {
  const format = new Intl.DateTimeFormat('en-GB', { ...parts, calendar: 'gregory', timeZone });
  return (at) => {
    const found = new Map(format.formatToParts(at).map(({ type, value }) => [type, value]));
    const number = (part: 'year' | 'month' | 'day' | 'hour' | 'minute') => Number(found.get(part));
    return {
      year: number('year'),
      month: number('month'),
      day: number('day'),
      hour: number('hour'),
      minute: number('minute'),
      // Some versions write UTC as a bare `GMT`.
      offset: (found.get('timeZoneName') ?? '').replace('GMT', '') || '+00:00',
    };
  };
};

/**
 * The instant in which a day (`YYYY-MM-DD`) is over in a zone: mostly the next midnight, and where clocks skip that,
 * the first instant after it. Undefined: there is no such day in the calendar.
 */
export function endOfDay(date: string, timeZone: string): Date | undefined {
  const [year = NaN, month = NaN, day = NaN] = (/^(\d{4})-(\d{2})-(\d{2})$/.exec(date) ?? [])
    .slice(1)
    .map(Number);
  const start = new Date(Date.UTC(year, month - 1, day));
  // What is no day of its month is told as one of another.
  if (start.getUTCMonth() !== month - 1) return undefined;
  const clock = clockOf(timeZone);
  const isOver = (minutes: number) => {
    const local = clock(new Date(minutes * MINUTE_MS));
    return dayNumber(local) > dayNumber({ year, month, day });
  };
  // No zone is further from UTC than 15 hours; a day that a zone leaves out is over before it begins.
  const midnight = start.getTime() / MINUTE_MS + 24 * HOUR_MINUTES;
  return new Date(firstIn(midnight - 48 * HOUR_MINUTES, midnight + 16 * HOUR_MINUTES, isOver) * MINUTE_MS);
}

const dayNumber = ({ year, month, day }: Pick<WallClock, 'year' | 'month' | 'day'>): number =>
  year * 10_000 + month * 100 + day;

/** The first minute of the range that it holds for, by halving: once it holds, it holds on. */
function firstIn(from: number, to: number, holds: (minute: number) => boolean): number {
  let [before, after] = [from, to];
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (holds(middle)) after = middle;
    else before = middle;
  }
  return after;
}
