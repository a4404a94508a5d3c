import { problemCodes } from '../../src/domain/grant';
import type { Message } from '../../src/domain/message';
import { remedyOf, whyInWords } from '../../src/domain/remedies-of-grants';
import * as words from '../../src/domain/words';
import * as closingWords from '../../src/domain/words-of-closing';
import * as ofAsking from '../../src/domain/words-of-asking';
import * as grantWords from '../../src/domain/words-of-grants';
import { aGroup, aPolicy, aSnapshot, later, noon } from './builders';

const told = ({ audience, paragraphs }: Message) => [
  audience,
  ...paragraphs.map((parts) =>
    parts.map((part) => (part.kind === 'text' ? part.text : `@${part.id}`)).join(''),
  ),
];
const understood = (over: Partial<words.Understood> = {}) =>
  told(
    words.understood({
      snapshot: aSnapshot(),
      approval: aPolicy(),
      approvers: ['ann', 'abe'],
      how: 'asked',
      exempt: false,
      ...over,
    }),
  );

it('what was understood is said with whom, what, until when and who is asked', () => {
  expect(understood()).toEqual([
    'public',
    'Understood: membership of the group “Group readers” for @rae.',
    'The access lasts 8 hours, counted from the approval.',
    'It needs the approval of one person. Asked: @ann, @abe.',
    'Please do not edit this request from here on: an approval counts only for what it says now.',
  ]);
});

it('the exact instant is said, with its offset', () => {
  const until = { kind: 'at', at: new Date('2026-11-30T23:00:00Z'), zone: 'Europe/Berlin' } as const;
  const snapshot = aSnapshot({
    until,
    beneficiary: 'bob',
    groups: [aGroup('a'), aGroup('b'), { id: 'c', name: '' }],
  });
  const [, what, end] = understood({ snapshot });
  expect(what).toBe(
    'Understood: membership of the groups “Group a”, “Group b” and “c” for @bob, asked for by @rae.',
  );
  expect(end).toBe('The access ends on 1 Dec 2026, 00:00 (Europe/Berlin, UTC+01:00).');
});

it('an address is not repeated', () => {
  const { beneficiary: _nobody, ...snapshot } = aSnapshot({
    inviteeDigest: 'digest',
    until: { kind: 'never' },
  });
  const [, what, end] = understood({ snapshot });
  expect(what).toContain('for the person with the address on this request, asked for by @rae.');
  expect(end).toBe('The access has no end.');
});

it.each<[string, Partial<words.Understood>, string]>([
  ['nobody', { exempt: true }, 'No approval is needed: the requester is in a group that the rule exempts.'],
  [
    'the service desk',
    { approval: aPolicy({ by: 'status' }) },
    'It waits until the service desk has decided.',
  ],
  [
    'members of a group',
    { approvers: [], how: 'by-others' },
    'It needs the approval of one person who may approve it.',
  ],
  [
    'two, one of each',
    { approval: aPolicy({ count: 2, need: 'all' }) },
    'It needs the approval of 2 different people, with somebody from each group of approvers. Asked: @ann, @abe.',
  ],
  [
    'somebody who could not be asked',
    { how: 'refused' },
    'It needs the approval of one person. Who may approve it: @ann, @abe. They could not be asked yet, and the ' +
      'service desk has been told of that.',
  ],
  [
    'somebody whom this app does not ask',
    { how: 'by-others' },
    'It needs the approval of one person. Who may approve it: @ann, @abe.',
  ],
])('who has to approve: %s', (_who, over, line) => {
  expect(understood(over)[3]).toBe(line);
});

it('on the way to an approval', () => {
  expect(told(words.notUnderstood([{ text: 'One.' }, { text: 'Two.' }]))).toEqual([
    'public',
    'Nothing can be given for this request:',
    'One.',
    'Two.',
    'Please raise a new request in which this is put right.',
  ]);
  expect(told(ofAsking.waitingReminder(['ann']))).toEqual([
    'public',
    'This request still waits for its approval. Asked: @ann.',
  ]);
  expect(told(ofAsking.waitingReminder([]))).toEqual([
    'public',
    'This request still waits for its approval.',
  ]);
  expect(told(closingWords.refused('not-enough'))[1]).toBe(
    'Nothing was given: fewer entitled people approved it than the rule asks for.',
  );
  expect(told(closingWords.voided('edited'))[1]).toContain(
    'nothing more will be given for it. The request was edited after somebody had answered it.',
  );
  expect(told(closingWords.declined('abe'))).toEqual([
    'public',
    'This request was declined by @abe. Nothing was given.',
  ]);
  expect(told(closingWords.declined(undefined))).toEqual([
    'public',
    'This request was declined. Nothing was given.',
  ]);
  expect(told(closingWords.cancelled('deadline'))).toEqual([
    'public',
    'This request was cancelled. It was not approved in time. Nothing was given.',
    'An approval that comes from now on gives nothing any more.',
    'If the access is still needed, please raise a new request.',
  ]);
  expect(told(closingWords.cancelled('closed'))).toEqual([
    'public',
    'This request was cancelled. The ticket was closed without an approval. Nothing was given.',
    'If the access is still needed, please raise a new request.',
  ]);
  expect(told(closingWords.tooLate())).toEqual([
    'public',
    'This was approved too late: the request had been cancelled at its deadline. Nothing is given for it.',
    'If the access is still needed, please raise a new request.',
  ]);
});

it('of a forged approval the desk learns how and by whom, and everybody that nothing was given', () => {
  const [desk, all] = words.quarantined('no-record', 'dan').map(told);
  expect(desk?.slice(0, 3)).toEqual([
    'internal',
    'Stopped: the ticket was moved on without any approval.',
    'It was moved by @dan.',
  ]);
  const [unknown] = words.quarantined('no-record', undefined).map(told);
  expect(unknown?.[2]).toBe('The history of the ticket does not say who moved it.');
  expect(all).toEqual([
    'public',
    'This request has not been approved yet, so nothing was given. The service desk has been told.',
  ]);
});

describe('of the access', () => {
  const given = { accountId: 'bob', groups: [aGroup('a')], endsAt: noon, zone: 'UTC' };
  const noSeat = { code: 'no-seat', message: 'All 10 seats are taken.' } as const;

  it('what was given, and until when', () => {
    expect(told(grantWords.outcome([given], [], []))).toEqual([
      'public',
      '@bob is now a member of the group “Group a”. This was checked.',
      'The access ends on 2 Mar 2026, 12:00 (UTC, UTC+00:00), by itself.',
    ]);
    const { endsAt: _none, ...permanent } = given;
    expect(told(grantWords.outcome([permanent], [], []))[2]).toBe('The access has no end.');
  });

  it('what could not be given, and what happens next', () => {
    const missing = [
      { group: aGroup('b'), code: 'group-gone' },
      { group: aGroup('c'), code: 'not-begun', fall: 'edited' },
      { group: aGroup('d'), code: 'connection-gone' },
      { group: aGroup('e'), code: 'withdrawn' },
    ];
    const partly = told(grantWords.outcome([given], [], missing));
    expect(partly).toHaveLength(9);
    expect(told(grantWords.outcome([], [], missing))).toEqual([
      'public',
      'This was approved, but it could not be given:',
      'The group “Group b”: A group was deleted.',
      'The group “Group c”: Its approval fell before it could be given. ' +
        'The request was edited after somebody had answered it.',
      'The group “Group d”: The application is not connected any more.',
      'The group “Group e”: An administrator ended it before it was given.',
      'This will not be tried again by itself. The service desk can help, or raise a new request.',
    ]);
  });

  it('what is in the way is for the desk alone', () => {
    const [all, desk] = grantWords.blocked(aGroup('a'), noSeat).map(told);
    expect(all?.join(' ')).not.toContain('10 seats');
    expect(desk).toEqual(['internal', 'The group “Group a”: All 10 seats are taken.', remedyOf('no-seat')]);
  });

  it('what has ended, and how', () => {
    expect(told(grantWords.takenBack('bob', [aGroup('a')], 'expired'))).toEqual([
      'public',
      '@bob is no longer a member of the group “Group a”. The time of this access is over.',
    ]);
    expect(told(grantWords.released('bob', [aGroup('a')], 'held-before'))[1]).toContain(
      '@bob stays a member of the group “Group a”: the access was there before this request.',
    );
    expect(told(grantWords.released('bob', [aGroup('a')], 'needed'))[1]).toContain('another request');
    expect(told(grantWords.overdue('bob', aGroup('a'), { until: later(1), zone: 'UTC' }))).toEqual([
      'internal',
      '@bob should have left the group “Group a” on 2 Mar 2026, 12:01 (UTC, UTC+00:00), and is still a member.',
      'It is tried again until it is seen to be gone. The page Requests says what is in the way.',
    ]);
  });
});

it('every problem has words and a remedy of its own', () => {
  const unknown = whyInWords('nonsense');
  expect(unknown).toContain('nonsense');
  expect(problemCodes.filter((code) => whyInWords(code).includes(code + '.'))).toEqual([]);
  expect(new Set(problemCodes.map(remedyOf)).size).toBe(problemCodes.length);
});
