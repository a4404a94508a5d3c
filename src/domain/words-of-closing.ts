import type { Message } from './message';
import { say, text, toAll, whoever } from './paragraphs';
import { whyInWords } from './remedies-of-grants';
import { isOfDeadline } from './request';

/** What the ticket of a request is told when nothing will be given for it. */

export const refused = (why: string): Message =>
  toAll(say(`Nothing was given: ${lowered(whyInWords(why))}`), say(ANEW));

export const voided = (why: string): Message =>
  toAll(
    say(`This request is void, and nothing more will be given for it. ${whyInWords(why)}`),
    say('An approval is only for what was written when it was asked for. Please raise a new request.'),
  );

export const declined = (by: string | undefined): Message =>
  by === undefined
    ? toAll(say('This request was declined. Nothing was given.'))
    : toAll([text('This request was declined by '), whoever(by), text('. Nothing was given.')]);

export const cancelled = (why: string): Message =>
  toAll(
    say(`This request was cancelled. ${whyInWords(why)} Nothing was given.`),
    ...(isOfDeadline(why) ? [say('An approval that comes from now on gives nothing any more.')] : []),
    say(ANEW),
  );

/** It was approved after its deadline had cancelled it. */
export const tooLate = (): Message =>
  toAll(
    say(
      'This was approved too late: the request had been cancelled at its deadline. Nothing is given for it.',
    ),
    say(ANEW),
  );

const ANEW = 'If the access is still needed, please raise a new request.';

const lowered = (sentence: string): string => sentence.charAt(0).toLowerCase() + sentence.slice(1);
