const DAY_MS = 86_400_000;

/** Days before the end of a token at which its end is announced. */
export const warningDays = [30, 14, 7, 1] as const;

export type ExpiryLevel = 'none' | 'notice' | 'soon' | 'urgent' | 'last-day' | 'expired';

/** Whole days from today (UTC) to the recorded day (`YYYY-MM-DD`). 0 is today, negative is past. */
export function daysLeft(on: string, now: Date): number {
  const today = Date.UTC(now.getUTCFullYear(), now.getUTCMonth(), now.getUTCDate());
  return Math.round((Date.parse(`${on}T00:00:00Z`) - today) / DAY_MS);
}

export function expiryLevel(days: number): ExpiryLevel {
  if (days < 0) return 'expired';
  if (days <= 1) return 'last-day';
  if (days <= 7) return 'urgent';
  if (days <= 14) return 'soon';
  return days <= 30 ? 'notice' : 'none';
}

/** The warning that is reached and not given yet, as its number of days. The last one given silences earlier ones. */
export function warningDue(days: number, givenAtDays: number | undefined): number | undefined {
  const reached = [...warningDays].reverse().find((threshold) => days <= threshold);
  return reached !== undefined && (givenAtDays === undefined || reached < givenAtDays) ? reached : undefined;
}
