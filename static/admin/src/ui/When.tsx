import { exactTime, timeAgo } from './dates';

/** How long ago, with the exact time for those who ask. */
export const When = ({ at }: { at: string }) => (
  <time dateTime={at} title={exactTime(at)}>
    {timeAgo(at, new Date())}
  </time>
);
