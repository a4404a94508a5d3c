const exact = new Intl.DateTimeFormat(undefined, {
  year: 'numeric',
  month: 'short',
  day: 'numeric',
  hour: 'numeric',
  minute: '2-digit',
  second: '2-digit',
  timeZoneName: 'shortOffset',
});

/** "5 Jan 2026, 13:00:00 GMT+1": an instant nobody can read in two ways, in the reader's own time zone. */
export const instant = (iso: string): string => exact.format(new Date(iso));

/** "2026-01-05 12:00:00 UTC". */
export const utc = (iso: string): string =>
  `${new Date(iso).toISOString().slice(0, 19).replace('T', ' ')} UTC`;

const MINUTE = 60_000;
const units = [
  ['day', 24 * 60 * MINUTE],
  ['hour', 60 * MINUTE],
  ['minute', MINUTE],
] as const;

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
