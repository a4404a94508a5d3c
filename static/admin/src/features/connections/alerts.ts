import type { ConnectionView } from '@contract/views';
import { dayText } from '../../ui/dates';
import { daysText } from '../../ui/TokenExpiry';

export interface Alert {
  readonly key: string;
  readonly appearance: 'error' | 'warning' | 'information';
  readonly title: string;
  readonly text: string;
  readonly to: string;
  readonly action: string;
  /** Until when there is time, in days: what is broken has none. */
  readonly daysLeft: number;
}

const broken = ({ id, name, health }: ConnectionView): Alert => ({
  key: `${id}#broken`,
  appearance: 'error',
  title: `${name} is not working`,
  text: [health.cause, health.remedy].filter(Boolean).join(' ') || 'The last check failed.',
  to: `/connections/${id}`,
  action: `See what is wrong with ${name}`,
  daysLeft: 0,
});

function expiring({ id, name, tokenExpiry }: ConnectionView): Alert | undefined {
  if (!tokenExpiry || tokenExpiry.level === 'none') return undefined;
  const { level, on, daysLeft } = tokenExpiry;
  const isOver = level === 'expired';
  return {
    key: `${id}#expiry`,
    appearance: isOver || level === 'last-day' ? 'error' : level === 'notice' ? 'information' : 'warning',
    title: `The API token of ${name} ${isOver ? 'expired' : 'ends'} ${daysText(daysLeft)}`,
    text: isOver
      ? `Its recorded end was ${dayText(on)}. Make a new token and replace the old one.`
      : `Its recorded end is ${dayText(on)}. Replace it before then, or ${name} stops working.`,
    to: `/connections/${id}/rotate`,
    action: `Replace the token of ${name}`,
    daysLeft,
  };
}

const weight = { error: 0, warning: 1, information: 2 } as const;

/** What an administrator must know now, the most urgent first. What is broken has no need of a second warning. */
export const alertsOf = (connections: readonly ConnectionView[]): Alert[] =>
  connections
    .flatMap((one) => (one.health.state === 'broken' ? [broken(one)] : (expiring(one) ?? [])))
    .sort((a, b) => weight[a.appearance] - weight[b.appearance] || a.daysLeft - b.daysLeft);
