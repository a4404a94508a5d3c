import { sayInstant, spanInWords } from './end';
import type { Message } from './message';
import { groupsInWords, person, say, text, toAll, toDesk, whoever } from './paragraphs';
import { remedyOf, whyInWords } from './remedies-of-grants';
import type { Snapshot, Until } from './request';
import { whoApproves, type Approving } from './words-of-asking';

/** What the ticket of a request is told on its way to an approval. What users wrote is never repeated. */

export interface Understood extends Approving {
  readonly snapshot: Pick<Snapshot, 'requester' | 'beneficiary' | 'groups' | 'until'>;
}

export function understood({ snapshot, ...approving }: Understood): Message {
  const { requester, beneficiary, groups, until } = snapshot;
  const whose = beneficiary === requester ? [] : [text(', asked for by '), whoever(requester)];
  return toAll(
    [
      text(`Understood: membership of ${groupsInWords(groups)} for `),
      whoever(beneficiary),
      ...whose,
      text('.'),
    ],
    say(untilInWords(until)),
    whoApproves(approving),
    say('Please do not edit this request from here on: an approval counts only for what it says now.'),
  );
}

export function untilInWords(until: Until): string {
  switch (until.kind) {
    case 'never':
      return 'The access has no end.';
    case 'for':
      return `The access lasts ${spanInWords(until.hours)}, counted from the approval.`;
    case 'at':
      return `The access ends on ${sayInstant(until.at, until.zone)}.`;
  }
}

/** What is wrong with a request, one paragraph each. The texts are the app's own. */
export const notUnderstood = (problems: readonly { readonly text: string }[]): Message =>
  toAll(
    say('Nothing can be given for this request:'),
    ...problems.map((problem) => say(problem.text)),
    say('Please raise a new request in which this is put right.'),
  );

/** The requester cannot mend that. First for everybody, then what only the desk has to know. */
export const noApprover = (rule: string): readonly [Message, Message] => [
  toAll(
    say('Nothing can be given for this request: nobody is left who could approve it.'),
    say('Those who may approve it are asking for themselves, or are no longer active.'),
    say('The service desk has been told what can be done.'),
  ),
  toDesk(
    say(`An administrator can add another approver to the rule “${rule}”.`),
    say('Then have the request raised again.'),
  ),
];

/** What keeps a ticket from being understood. */
export type Hindrance = 'credential' | 'unavailable' | 'refused';

/** First for everybody, then what only the desk has to know. */
export const cannotBeTakenUp = (why: Hindrance, message: string): readonly [Message, Message] => [
  toAll(
    say(`This request cannot be taken up yet. ${whyInWords(why)}`),
    say('It goes on by itself as soon as it can. Nothing has to be asked for again.'),
  ),
  toDesk(say(message), say(remedyOf(why))),
];

/** First for the desk, then for everybody. */
export const quarantined = (why: string, by: string | undefined): readonly [Message, Message] => [
  toDesk(
    say(`Stopped: ${lowered(whyInWords(why))}`),
    by === undefined
      ? say('The history of the ticket does not say who moved it.')
      : [text('It was moved by '), person(by), text('.')],
    say('A status is not an approval. Move the ticket back to where its approval is asked for, or close it.'),
    say('If nobody did this on purpose, check who may move tickets past the approval.'),
  ),
  toAll(say('This request has not been approved yet, so nothing was given. The service desk has been told.')),
];

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
