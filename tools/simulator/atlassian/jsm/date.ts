import type { Exchange } from '../exchange';
import { personOf } from '../rights';

type Seen = Pick<Exchange, 'asker'>;

interface Formats {
  readonly exact: Intl.DateTimeFormat;
  readonly friendly: Intl.DateTimeFormat;
}

/** To make one takes much longer than to use it. */
const known = new Map<string, Formats>();

function formatsOf(timeZone: string): Formats {
  const found = known.get(timeZone);
  if (found) return found;
  const exact = new Intl.DateTimeFormat('en-CA', {
    timeZone,
    hourCycle: 'h23',
    ...{
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    },
    timeZoneName: 'longOffset',
  });
  const friendly = new Intl.DateTimeFormat('en-US', { dateStyle: 'medium', timeStyle: 'short', timeZone });
  const made = { exact, friendly };
  known.set(timeZone, made);
  return made;
}

/** `2015-10-08T14:42:00.000+0700` in a time zone. */
function inZone(at: Date, timeZone: string): { readonly local: string; readonly offset: string } {
  const parts = formatsOf(timeZone).exact.formatToParts(at);
  const part = (type: Intl.DateTimeFormatPartTypes) => parts.find((each) => each.type === type)?.value ?? '';
  const offset = part('timeZoneName').replace('GMT', '').replace(':', '') || '+0000';
  const day = `${part('year')}-${part('month')}-${part('day')}`;
  return { local: `${day}T${part('hour')}:${part('minute')}:${part('second')}`, offset };
}

const zoneOf = ({ asker }: Seen): string => personOf(asker)?.timeZone ?? 'UTC';

/** When a day (`2026-01-05`) begins where the caller is. */
export function midnight(seen: Seen, day: string): number {
  const utc = Date.parse(`${day}T00:00:00Z`);
  return Date.parse(`${day}T00:00:00${inZone(new Date(utc), zoneOf(seen)).offset}`);
}

/** A moment in the four ways of Jira Service Management, in the caller's time zone. */
export function jsmDate(seen: Seen, epochMillis: number) {
  const timeZone = zoneOf(seen);
  const at = new Date(epochMillis);
  const { local, offset } = inZone(at, timeZone);
  const millis = String(at.getUTCMilliseconds()).padStart(3, '0');
  return {
    iso8601: `${local}${offset}`,
    jira: `${local}.${millis}${offset}`,
    friendly: formatsOf(timeZone).friendly.format(at),
    epochMillis,
  };
}
