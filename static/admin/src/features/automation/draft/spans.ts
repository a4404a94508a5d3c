import { noSpan, type Span } from './draft';

/** NaN when it is no number. */
export const hoursOf = ({ amount, unit }: Span): number => {
  const number = amount.trim() === '' ? NaN : Number(amount.trim().replace(',', '.'));
  return unit === 'days' ? number * 24 : number;
};

export const spanOf = (hours: number | undefined): Span => {
  if (hours === undefined) return noSpan;
  return hours >= 48 && hours % 24 === 0
    ? { amount: String(hours / 24), unit: 'days' }
    : { amount: String(hours), unit: 'hours' };
};

const counted = (count: number, unit: string) => `${count} ${count === 1 ? unit : `${unit}s`}`;

/** "8 hours", "30 days". */
export const hoursText = (hours: number): string =>
  hours >= 48 && hours % 24 === 0 ? counted(hours / 24, 'day') : counted(hours, 'hour');

/** What an option calls itself, read as a length of time: "8 hours", "1 day", "2 weeks". */
export function spanIn(label: string): Span {
  const found = /(\d+)\s*(hour|day|week)/i.exec(label);
  const [, count, unit] = found ?? [];
  if (count === undefined || unit === undefined) return noSpan;
  if (unit.toLowerCase() === 'week') return { amount: String(Number(count) * 7), unit: 'days' };
  return { amount: count, unit: unit.toLowerCase() === 'day' ? 'days' : 'hours' };
}
