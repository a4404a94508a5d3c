const UNITS = { w: 604_800_000, d: 86_400_000, h: 3_600_000, m: 60_000 } as const;
const isUnit = (text: string): text is keyof typeof UNITS => Object.hasOwn(UNITS, text);

/** How far a time zone is ahead of UTC at a moment. */
function aheadMs(at: number, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  const name = parts.find(({ type }) => type === 'timeZoneName')?.value ?? 'GMT';
  const [, sign = '+', hours = '0', minutes = '0'] = /GMT([+-])(\d\d):(\d\d)/.exec(name) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}

interface Here {
  readonly now: number;
  readonly timeZone: string;
}

/**
 * A moment as JQL writes it: `-10m`, `2026-01-05`, `2026/01/05 12:00`, in the time zone of whoever asks. Undefined when
 * it is none. https://support.atlassian.com/jira-software-cloud/docs/jql-fields/#Updated
 */
export function readMoment(text: string, { now, timeZone }: Here): number | undefined {
  const relative = /^([+-]?)(\d{1,9})([wdhm])$/.exec(text.trim());
  if (relative) {
    const [, sign, amount = '0', unit = ''] = relative;
    return isUnit(unit) ? now + (sign === '-' ? -1 : 1) * Number(amount) * UNITS[unit] : undefined;
  }
  const written = /^(\d{4})[-/](\d\d?)[-/](\d\d?)(?: (\d\d?):(\d\d))?$/.exec(text.trim());
  if (!written) return undefined;
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0] = written
    .slice(1)
    .map((part) => Number(part ?? 0));
  const local = Date.UTC(year, month - 1, day, hour, minute);
  const fits = new Date(local).getUTCMonth() === month - 1 && hour < 24 && minute < 60;
  return fits ? local - aheadMs(local - aheadMs(local, timeZone), timeZone) : undefined;
}
