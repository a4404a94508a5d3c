import { exactTime, instant, utc } from '../../ui/dates';

interface Props {
  at: string;
  /** Without seconds, which a list has no room for. */
  short?: boolean;
}

/** An exact instant in the reader's time zone, with UTC for those who compare logs. */
export const Instant = ({ at, short = false }: Props) => (
  <time dateTime={at} title={utc(at)}>
    {short ? exactTime(at) : instant(at)}
  </time>
);
