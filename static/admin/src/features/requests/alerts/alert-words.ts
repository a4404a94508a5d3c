import type { AlertsView } from '@contract/request-views';
import { outOfQuarantine } from '../words/states';

/** What each alert says, and where it leads. */
export interface Words {
  readonly kind: keyof AlertsView;
  readonly appearance: 'error' | 'warning' | 'information';
  readonly one: string;
  readonly many: string;
  /** What it means, and what to do: of one, and of several. */
  readonly oneText: string;
  readonly manyText: string;
  readonly show: string;
}

const onlyByHand =
  'Something that only a person can mend is in the way, such as a broken token or a full plan.';

/** The most urgent first: somebody may have access that nobody wants them to have. */
export const words: readonly Words[] = [
  {
    kind: 'overdue',
    appearance: 'error',
    one: '1 access should have ended and has not been seen to be gone',
    many: '{n} accesses should have ended and have not been seen to be gone',
    oneText:
      'Somebody may still have access past its end. It is tried again by itself. Open the request: it says ' +
      'what is in the way. If you cannot clear that soon, remove the person by hand in the directory.',
    manyText:
      'People may still have access past its end. It is tried again by itself. Open each request: it says ' +
      'what is in the way. If you cannot clear that soon, remove the people by hand in the directory.',
    show: 'Show what is overdue',
  },
  {
    kind: 'blocked',
    appearance: 'error',
    one: '1 access is blocked',
    many: '{n} accesses are blocked',
    oneText: `${onlyByHand} Open the request: it says what. It goes on by itself once that is mended.`,
    manyText: `${onlyByHand} Open each request: it says what. Each goes on by itself once that is mended.`,
    show: 'Show what is blocked',
  },
  {
    kind: 'waiting',
    appearance: 'error',
    one: '1 request is held up',
    many: '{n} requests are held up',
    oneText:
      'Nothing was given for it yet, and something that only a person can mend is in the way. Open it: it ' +
      'says what. It goes on by itself once that is mended.',
    manyText:
      'Nothing was given for them yet, and something that only a person can mend is in the way. Open each ' +
      'one: it says what. Each goes on by itself once that is mended.',
    show: 'Show what is held up',
  },
  {
    kind: 'unasked',
    appearance: 'error',
    one: '1 request waits for an approval and nobody was asked for it',
    many: '{n} requests wait for an approval and nobody was asked for it',
    oneText:
      'Nobody who may approve it was asked. Open the request: it says why, and what to do. Once that is mended, ' +
      'the approvers are asked by itself.',
    manyText:
      'Nobody who may approve them was asked. Open each request: it says why, and what to do. Once that is mended, ' +
      'the approvers are asked by itself.',
    show: 'Show where nobody was asked',
  },
  {
    kind: 'stopped',
    appearance: 'warning',
    one: '1 removal was stopped because very many would have happened at once',
    many: '{n} removals were stopped because very many would have happened at once',
    oneText:
      'The person keeps the access until you decide. If the removal is meant, open the request and choose ' +
      'Retry removal; if not, choose Change end.',
    manyText:
      'The people keep their access until you decide. If the removals are meant, open each request and ' +
      'choose Retry removal; if not, choose Change end.',
    show: 'Show what was stopped',
  },
  {
    kind: 'quarantined',
    appearance: 'warning',
    one: '1 request is quarantined',
    many: '{n} requests are quarantined',
    oneText:
      'Its ticket was moved on without an approval that counts. Nothing was given. Open the request: it says ' +
      `who moved the ticket. ${outOfQuarantine}`,
    manyText:
      'Their tickets were moved on without an approval that counts. Nothing was given. Open each request: it ' +
      `says who moved the ticket. ${outOfQuarantine}`,
    show: 'Show what is quarantined',
  },
  {
    kind: 'unverified',
    appearance: 'warning',
    one: '1 change was made but cannot be seen yet',
    many: '{n} changes were made but cannot be seen yet',
    oneText:
      'It is looked at again by itself. If it stays here, look in the directory whether the person is in the ' +
      'group.',
    manyText:
      'They are looked at again by themselves. If one stays here, look in the directory whether the person ' +
      'is in the group.',
    show: 'Show what cannot be seen yet',
  },
  {
    kind: 'drifted',
    appearance: 'information',
    one: '1 access was removed by other hands',
    many: '{n} accesses were removed by other hands',
    oneText:
      'Somebody took the person out of the group before the end. This app does not put them back. ' +
      'Acknowledge it, or have the access asked for again.',
    manyText:
      'Somebody took the people out of the groups before the end. This app does not put them back. ' +
      'Acknowledge each one, or have the access asked for again.',
    show: 'Show what was removed by other hands',
  },
];
