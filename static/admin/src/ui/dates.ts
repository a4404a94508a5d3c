const MINUTE = 60_000;
const units = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

const exact = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  timeZoneName: 'shortOffset',
});
const day = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' });
const clock = new Intl.DateTimeFormat(undefined, { timeStyle: 'short' });
const relative = new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' });

/** "5 Jan 2026, 13:00 GMT+1": in the reader's own time zone, and says which, for letters such as IST mean several. */
export const exactTime = (iso: string): string => exact.format(new Date(iso));

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
