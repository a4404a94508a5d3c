import type { Message } from './message';
import { people, say, text, toAll, toDesk, type Paragraph } from './paragraphs';
import type { ApprovalPolicy } from './rule';

/** What a ticket is told of those who may approve it. `asked` is said of nobody who was not. */

/** `asked`: they are in the approvers field. `refused`: it could not be filled. `by-others`: the app asks nobody. */
export type HowAsked = 'asked' | 'refused' | 'by-others';

export interface Approving {
  readonly approval: Pick<ApprovalPolicy, 'by' | 'need' | 'count'>;
  readonly approvers: readonly string[];
  readonly how: HowAsked;
  /** No approval is needed. */
  readonly exempt: boolean;
}

export function whoApproves({ approval, approvers, how, exempt }: Approving): Paragraph {
  if (exempt) return say('No approval is needed: the requester is in a group that the rule exempts.');
  if (approval.by === 'status') return say('It waits until the service desk has decided.');
  const many = `${approval.count} different people`;
  const count = approval.count === 1 ? 'one person' : many;
  const every = approval.need === 'all' ? ', with somebody from each group of approvers' : '';
  if (approvers.length === 0) return say(`It needs the approval of ${count} who may approve it${every}.`);
  const needs = text(
    `It needs the approval of ${count}${every}. ${how === 'asked' ? 'Asked: ' : 'Who may approve it: '}`,
  );
  const notYet =
    how === 'refused' ? ' They could not be asked yet, and the service desk has been told of that.' : '';
  return [needs, ...people(approvers), text(`.${notYet}`)];
}

/** Nobody was asked: for the desk. */
export const couldNotAsk = (approvers: readonly string[]): Message =>
  toDesk(
    say('The field with the approvers could not be filled in, so nobody was asked.'),
    say(
      'See whether the field is there for this issue type, whether it is on its edit screen, and whether the app ' +
        'may edit issues here.',
    ),
    [
      text('It is tried again by itself. Until then, this can be approved by: '),
      ...people(approvers),
      text('.'),
    ],
  );

/** Later than what was understood was told, or others than then. */
export const askedNow = (approvers: readonly string[]): Message =>
  toAll([text('Asked for the approval of this request now: '), ...people(approvers), text('.')]);

/** For the desk: whoever emptied the field sees that it was no mistake of the app. */
export const filledAgain = (approvers: readonly string[]): Message =>
  toDesk(
    [
      text('The field with the approvers had been emptied. It was filled in again, with: '),
      ...people(approvers),
      text('.'),
    ],
    say('If it is emptied once more, it is left as it is.'),
  );

/** First for everybody, then what only the desk has to know. A request keeps the version of its rule. */
export const nobodyLeft = (rule: string): readonly [Message, Message] => [
  toAll(
    say('Nobody is left who could approve this request, so nobody is asked at the moment.'),
    say('The service desk has been told what can be done.'),
  ),
  toDesk(
    say(
      `Those who may approve by the rule “${rule}” are no longer active, are not entitled any more, ask for ` +
        'themselves, or have answered already.',
    ),
    say('As soon as there is somebody again, they are asked by itself.'),
    say('Otherwise, add another approver to the rule, have the request raised again, and close this one.'),
  ),
];

/** The field is left to whoever changed it. */
export const changedByHand = (approvers: readonly string[]): readonly [Message] => [
  toDesk(
    say(
      'The field with the approvers was emptied or changed by hand: nobody in it may approve this request.',
    ),
    [
      text('It is left as it is. Who may approve, and should be put into it: '),
      ...people(approvers),
      text('.'),
    ],
  ),
];

export const waitingReminder = (asked: readonly string[]): Message =>
  asked.length === 0
    ? toAll(say('This request still waits for its approval.'))
    : toAll([text('This request still waits for its approval. Asked: '), ...people(asked), text('.')]);
