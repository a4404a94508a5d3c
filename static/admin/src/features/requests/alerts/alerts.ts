import type { RequestApi } from '@contract/request-api';
import type { AlertsView, CountedAlerts } from '@contract/request-views';

/** What the list can be narrowed to. A request that is quarantined is found by its state. */
export type AlertKind = NonNullable<Parameters<RequestApi['request.list']>[0]['alert']>;

interface Words {
  readonly kind: keyof AlertsView;
  readonly appearance: 'error' | 'warning' | 'information';
  readonly one: string;
  readonly many: string;
  /** What it means, and what to do. */
  readonly text: string;
  readonly show: string;
}

/** The most urgent first: somebody may have access that nobody wants them to have. */
const words: readonly Words[] = [
  {
    kind: 'overdue',
    appearance: 'error',
    one: '1 access should have ended and has not been seen to be gone',
    many: '{n} accesses should have ended and have not been seen to be gone',
    text:
      'Somebody may still have access past its end. It is tried again by itself. Open each one: it ' +
      'says what is in the way. If you cannot clear that soon, remove the person by hand in the ' +
      'directory.',
    show: 'Show what is overdue',
  },
  {
    kind: 'blocked',
    appearance: 'error',
    one: '1 access is blocked',
    many: '{n} accesses are blocked',
    text:
      'Something that only a person can mend is in the way, such as a broken token or a full plan. ' +
      'Mend it: what waits goes on by itself.',
    show: 'Show what is blocked',
  },
  {
    kind: 'waiting',
    appearance: 'error',
    one: '1 request is held up',
    many: '{n} requests are held up',
    text:
      'Nothing was given for it yet, and something that only a person can mend is in the way. Open each ' +
      'one: it says what. It goes on by itself once that is mended.',
    show: 'Show what is held up',
  },
  {
    kind: 'stopped',
    appearance: 'warning',
    one: '1 removal was stopped because very many would have happened at once',
    many: '{n} removals were stopped because very many would have happened at once',
    text:
      'The people keep their access until you decide. If it is meant, choose Retry on each one; if ' +
      'not, extend it.',
    show: 'Show what was stopped',
  },
  {
    kind: 'quarantined',
    appearance: 'warning',
    one: '1 request is quarantined',
    many: '{n} requests are quarantined',
    text:
      'Its ticket was moved on without an approval that counts. Nothing was given. Open each one: ' +
      'it says who moved it. Then have it approved in the portal, or close the ticket.',
    show: 'Show what is quarantined',
  },
  {
    kind: 'unverified',
    appearance: 'warning',
    one: '1 change was made but cannot be seen yet',
    many: '{n} changes were made but cannot be seen yet',
    text:
      'They are looked at again by themselves. If one stays here, look in the directory whether the ' +
      'person is in the group.',
    show: 'Show what cannot be seen yet',
  },
  {
    kind: 'drifted',
    appearance: 'information',
    one: '1 access was removed by other hands',
    many: '{n} accesses were removed by other hands',
    text:
      'Somebody took the person out of the group before the end. This app does not put them back. ' +
      'Acknowledge it, or have the access asked for again.',
    show: 'Show what was removed by other hands',
  },
];

export interface Alert extends Pick<Words, 'kind' | 'appearance' | 'text' | 'show'> {
  readonly title: string;
  readonly to: string;
}

/** Counting stops somewhere: what is told of many is how many there are at least. */
function titleOf({ one, many }: Pick<Words, 'one' | 'many'>, count: number, isCut: boolean): string {
  if (count === 1 && !isCut) return one;
  return many.replace('{n}', isCut ? `${count} or more` : String(count));
}

/** What an administrator must know now, the most urgent first. */
export const alertsOf = (counts: CountedAlerts): Alert[] =>
  words
    .filter(({ kind }) => counts[kind] > 0)
    .map(({ kind, one, many, ...rest }) => ({
      ...rest,
      kind,
      title: titleOf({ one, many }, counts[kind], counts.cut?.includes(kind) === true),
      to: kind === 'quarantined' ? '/requests?state=quarantined' : `/requests?alert=${kind}`,
    }));

/** What the list is narrowed to, in words. */
export const alertNames: Readonly<Record<AlertKind, string>> = {
  overdue: 'Overdue',
  blocked: 'Blocked',
  waiting: 'Held up',
  stopped: 'Stopped removals',
  unverified: 'Changes not seen yet',
  drifted: 'Removed by other hands',
};
