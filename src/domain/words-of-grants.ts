import { sayInstant } from './end';
import type { GrantProblem, Kept } from './grant';
import type { Message } from './message';
import { groupsInWords, person, say, text, toAll, toDesk, type Paragraph } from './paragraphs';
import { remedyOf, whyInWords } from './remedies-of-grants';
import type { GroupRef } from './rule';

/** What the ticket of a request is told of the access itself. */

export interface Given {
  readonly accountId: string;
  readonly groups: readonly GroupRef[];
  /** Absent: permanent. */
  readonly endsAt?: Date;
  readonly zone: string;
}

function givenTo({ accountId, groups }: Given): Paragraph {
  return [person(accountId), text(` is now a member of ${groupsInWords(groups)}. This was checked.`)];
}

const endOf = ({ endsAt, zone }: Given): string =>
  endsAt ? `The access ends on ${sayInstant(endsAt, zone)}, by itself.` : 'The access has no end.';

export interface NotGiven {
  readonly group: GroupRef;
  /** Why, as a code. */
  readonly code: string;
  /** What made its approval fall, where that is why. */
  readonly fall?: string;
}

/** Said only of what was seen to be there, or to be gone. `over`: what ended before the rest was given or given up. */
export function outcome(
  given: readonly Given[],
  over: readonly Paragraph[],
  missing: readonly NotGiven[],
): Message {
  const there = given.flatMap((each) => [givenTo(each), say(endOf(each))]);
  const seen = [...there, ...over];
  const lead =
    seen.length > 0 ? 'The rest could not be given:' : 'This was approved, but it could not be given:';
  return toAll(...seen, ...(missing.length > 0 ? [say(lead), ...missing.map(reasonOf), say(NEXT)] : []));
}

const NEXT = 'This will not be tried again by itself. The service desk can help, or raise a new request.';

const reasonOf = ({ group, code, fall }: NotGiven): Paragraph => {
  const behind = fall === undefined ? '' : ` ${whyInWords(fall)}`;
  return say(`${capital(groupsInWords([group]))}: ${whyInWords(code)}${behind}`);
};

/** First for everybody, then what only the desk has to know. */
export const blocked = (group: GroupRef, { code, message }: GrantProblem): readonly [Message, Message] => [
  toAll(
    say(`This was approved, but ${groupsInWords([group])} cannot be given yet. ${whyInWords(code)}`),
    say('It goes on by itself as soon as it can. Nothing has to be asked for again.'),
  ),
  toDesk(say(`${capital(groupsInWords([group]))}: ${message}`), say(remedyOf(code))),
];

/** There is nobody yet to whom it could be given. First for everybody, then what only the desk has to know. */
export const waitsForInvitee = ({ code, message }: GrantProblem): readonly [Message, Message] => [
  toAll(
    say(`This was approved, but it cannot be given to anybody yet. ${whyInWords(code)}`),
    say(
      code === 'invitee-unknown'
        ? 'The service desk has been told what can be done.'
        : 'It goes on by itself as soon as it can. Nothing has to be asked for again.',
    ),
  ),
  toDesk(say(message), say(remedyOf(code))),
];

export type Why = 'expired' | 'admin' | 'cancelled';

/** Said only of what was seen to be gone. */
export const takenBack = (accountId: string, groups: readonly GroupRef[], why: Why): Message =>
  toAll([person(accountId), text(` is no longer a member of ${groupsInWords(groups)}. ${endings[why]}`)]);

const endings: { readonly [K in Why]: string } = {
  expired: 'The time of this access is over.',
  admin: 'An administrator ended the access.',
  cancelled: 'The request was taken back.',
};

/** It ended without anything being removed. */
export const released = (accountId: string, groups: readonly GroupRef[], because: Kept): Message =>
  toAll([
    text(`What this request gave has ended, but `),
    person(accountId),
    text(
      ` ${because === 'accepted' ? 'may still be' : 'stays'} a member of ${groupsInWords(groups)}: ${kept[because]}`,
    ),
  ]);

const kept = {
  'held-before': 'the access was there before this request.',
  needed: 'another request that is still running needs it.',
  accepted: 'nobody can see whether it is gone, and an administrator has accepted that.',
} as const;

/** An administrator chose another end. */
export const extended = (
  accountId: string,
  group: GroupRef,
  { until, zone }: { until: Date; zone: string },
): Message =>
  toAll([
    text('An administrator changed the end of the access. '),
    person(accountId),
    text(` is a member of ${groupsInWords([group])} until ${sayInstant(until, zone)} now.`),
  ]);

export const overdue = (
  accountId: string,
  group: GroupRef,
  { until, zone }: { until: Date; zone: string },
): Message =>
  toDesk(
    [
      person(accountId),
      text(
        ` should have left ${groupsInWords([group])} on ${sayInstant(until, zone)}, and is still a member.`,
      ),
    ],
    say('It is tried again until it is seen to be gone. The page Requests says what is in the way.'),
  );

const capital = (sentence: string): string => sentence.charAt(0).toUpperCase() + sentence.slice(1);
