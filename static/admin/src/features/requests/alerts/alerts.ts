import type { RequestApi } from '@contract/request-api';
import type { CountedAlerts } from '@contract/request-views';
import { words, type Words } from './alert-words';

/** What the list can be narrowed to. A request that is quarantined is found by its state. */
export type AlertKind = NonNullable<Parameters<RequestApi['request.list']>[0]['alert']>;

export interface Alert extends Pick<Words, 'kind' | 'appearance' | 'show'> {
  readonly title: string;
  readonly text: string;
  readonly to: string;
}

/** What an administrator must know now, the most urgent first. */
export const alertsOf = (counts: CountedAlerts): Alert[] =>
  words
    .filter(({ kind }) => counts[kind] > 0)
    .map(({ kind, appearance, show, ...text }) => {
      const count = counts[kind];
      // Counting stops somewhere: what is told of many is how many there are at least.
      const isCut = counts.cut?.includes(kind) === true;
      const isOne = count === 1 && !isCut;
      return {
        kind,
        appearance,
        show,
        title: isOne ? text.one : text.many.replace('{n}', isCut ? `${count} or more` : String(count)),
        text: isOne ? text.oneText : text.manyText,
        to: kind === 'quarantined' ? '/requests?state=quarantined' : `/requests?alert=${kind}`,
      };
    });

/** What the list is narrowed to, in words. */
export const alertNames: Readonly<Record<AlertKind, string>> = {
  overdue: 'Overdue',
  blocked: 'Blocked',
  waiting: 'Held up',
  unasked: 'Nobody was asked',
  stopped: 'Stopped removals',
  unverified: 'Changes not seen yet',
  drifted: 'Removed by other hands',
};
