/** What a clock on the wall shows there: `2026-01-05T12:00`. */
export function localTime(at: Date, timeZone: string): string {
  const text = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' }).format(
    at,
  );
  return text.replace(' ', 'T');
}

const OFFSET = /GMT(?:([+-]\d\d):(\d\d))?/;

/** `+0100` */
function offsetAt(at: Date, timeZone: string): string {
  const format = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' });
  const [, hours = '+00', minutes = '00'] = OFFSET.exec(format.format(at)) ?? [];
  return `${hours}${minutes}`;
}

/**
 * The moment at which the clock there shows this, as Jira writes moments. Of a time that comes twice it is the first; a
 * time that the clock leaves out counts as if it had not been put forward. Undefined for what is no time.
 */
export function momentOf(local: string, timeZone: string): string | undefined {
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d)?$/.test(local)) return undefined;
  const asUtc = Date.parse(`${local}Z`);
  if (Number.isNaN(asUtc)) return undefined;
  const seconds = local.length === 16 ? ':00' : '';
  // A day before, the offset is that from before any change of this day.
  const earlier = offsetAt(new Date(asUtc - DAY_MS), timeZone);
  const later = offsetAt(new Date(asUtc + DAY_MS), timeZone);
  const moments = [earlier, later].map((offset) => `${local}${seconds}.000${offset}`);
  return moments.find((text) => localTime(new Date(text), timeZone) === local.slice(0, 16)) ?? moments[0];
}

const DAY_MS = 86_400_000;
