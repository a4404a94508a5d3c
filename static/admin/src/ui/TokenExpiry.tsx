import Lozenge from '@atlaskit/lozenge';
import type { TokenExpiryView } from '@contract/views';
import { dayText } from './dates';

const appearances = {
  none: 'success',
  notice: 'inprogress',
  soon: 'moved',
  urgent: 'moved',
  'last-day': 'removed',
  expired: 'removed',
} as const;

/** "in 12 days", "today", "3 days ago". */
export function daysText(daysLeft: number): string {
  if (daysLeft === 0) return 'today';
  if (Math.abs(daysLeft) === 1) return daysLeft > 0 ? 'tomorrow' : 'yesterday';
  return daysLeft > 0 ? `in ${daysLeft} days` : `${-daysLeft} days ago`;
}

/** The recorded end of a token. The words say what the colour says. */
export function TokenExpiry({ expiry }: { expiry: TokenExpiryView | undefined }) {
  if (!expiry) return <span className="subtle">Not recorded</span>;
  const verb = expiry.level === 'expired' ? 'Expired' : 'Ends';
  return (
    <span className="expiry">
      <Lozenge appearance={appearances[expiry.level]}>{`${verb} ${daysText(expiry.daysLeft)}`}</Lozenge>
      <span className="subtle">{dayText(expiry.on)}</span>
    </span>
  );
}
