import { spanBetween } from '../../../ui/dates';

const pad = (number: number): string => String(number).padStart(2, '0');

/** An instant as an input of date and time wants it: in the reader's own time zone, to the minute. */
export function localValue(iso: string): string {
  const at = new Date(iso);
  const day = [at.getFullYear(), pad(at.getMonth() + 1), pad(at.getDate())].join('-');
  return `${day}T${pad(at.getHours())}:${pad(at.getMinutes())}`;
}

/** The instant that was typed. Undefined: none yet. */
export function typedInstant(typed: string): string | undefined {
  const at = new Date(typed);
  return typed === '' || Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** What can be said of a new end without a clock: the server's is the one that counts, and judges the rest. */
export function wrongWith(typed: string, until: string | undefined): string | undefined {
  if (typedInstant(typed) === undefined) return 'Enter a date and a time.';
  if (until !== undefined && localValue(until) === typed) return 'This is the end that it has already.';
  return undefined;
}

/** "3 days later than now", so that a slip of a year or a month is seen. */
export function shiftOf(wanted: string, until: string | undefined): string {
  if (until === undefined) return 'Until now the access had no end.';
  const direction = Date.parse(wanted) > Date.parse(until) ? 'later' : 'earlier';
  return `That is ${spanBetween(wanted, until)} ${direction}.`;
}
