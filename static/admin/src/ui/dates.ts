const MINUTE = 60_000;
const units = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

const parts = {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'shortOffset',
} as const;
const exact = new Intl.DateTimeFormat(undefined, parts);
const toTheSecond = new Intl.DateTimeFormat(undefined, { ...parts, second: '2-digit' });
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** "5 Jan 2026, 13:00 GMT+1": in the reader's own time zone, and says which, for letters such as IST mean several. */
export const exactTime = (iso: string): string => exact.format(new Date(iso));

/** "5 Jan 2026, 13:00:00 GMT+1": an instant nobody can read in two ways, in the reader's own time zone. */
export const instant = (iso: string): string => toTheSecond.format(new Date(iso));

/** "2026-01-05 12:00:00 UTC". */
export const utc = (iso: string): string =>
  `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

/** A day without a time (`YYYY-MM-DD`) is the same day everywhere. */
export const dayText = (isoDate: string): string => day.format(new Date(`${isoDate}T00:00:00Z`));

export const clockTime = (iso: string): string => clock.format(new Date(iso));

/** "3 hours ago". The two clocks may differ, so what lies ahead happened just now; old things get their date. */
export function timeAgo(iso: string, now: Date): string {
  const past = now.getTime() - Date.parse(iso);
  if (past > 30 * 24 * 60 * MINUTE) return exactTime(iso);
  const unit = units.find(([, ms]) => past >= ms);
  return unit ? relative.format(-Math.floor(past / unit[1]), unit[0]) : 'just now';
}

/** "2 days, 3 hours": how far two instants are apart, in its two largest units. */
export function spanBetween(a: string, b: string): string {
  let left = Math.abs(Date.parse(a) - Date.parse(b));
  const parts: string[] = [];
  for (const [unit, ms] of units) {
    const count = Math.floor(left / ms);
    if (count > 0 && parts.length < 2) parts.push(`${count} ${unit}${count === 1 ? '' : 's'}`);
    left %= ms;
  }
  return parts.join(', ') || 'less than a minute';
}
