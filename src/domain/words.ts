import { sayInstant, spanInWords } from './end';
import type { Message } from './message';
import {
  groupsInWords,
  people,
  person,
  say,
  text,
  toAll,
  toDesk,
  whoever,
  type Paragraph,
} from './paragraphs';
import { remedyOf, whyInWords } from './remedies-of-grants';
import type { Snapshot, Until } from './request';
import type { ApprovalPolicy } from './rule';

/** What the ticket of a request is told on its way to an approval. What users wrote is never repeated. */

export interface Understood {
  readonly snapshot: Pick<Snapshot, 'requester' | 'beneficiary' | 'groups' | 'until'>;
  readonly approval: Pick<ApprovalPolicy, 'by' | 'need' | 'count'>;
  readonly asked: readonly string[];
  /** No approval is needed. */
  readonly exempt: boolean;
}

export function understood({ snapshot, ...routed }: Understood): Message {
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
    whoApproves(routed),
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

function whoApproves({ approval, asked, exempt }: Omit<Understood, 'snapshot'>): Paragraph {
  if (exempt) return say('No approval is needed: the requester is in a group that the rule exempts.');
  if (approval.by === 'status') return say('It waits until the service desk has decided.');
  const many = `${approval.count} different people`;
  const count = approval.count === 1 ? 'one person' : many;
  const every = approval.need === 'all' ? ', with somebody from each group of approvers' : '';
  if (asked.length === 0) return say(`It needs the approval of ${count} who may approve it${every}.`);
  return [text(`It needs the approval of ${count}${every}. Asked: `), ...people(asked), text('.')];
}

/** Nobody was asked: for the desk. */
export const couldNotAsk = (): Message =>
  toDesk(
    say('The field with the approvers could not be filled in, so nobody was asked.'),
    say('See whether it is on the edit screen of this issue type and whether the app may edit issues here.'),
    say('Until then, ask the approvers by hand.'),
  );

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

export const waitingReminder = (asked: readonly string[]): Message =>
  asked.length === 0
    ? toAll(say('This request still waits for its approval.'))
    : toAll([text('This request still waits for its approval. Asked: '), ...people(asked), text('.')]);

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
