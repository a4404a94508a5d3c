import { adfOf } from '../atlassian/work/adf';
import { issuePath } from './agent-read';
import { Refusal } from './exchange';
import { answerOf } from './portal-acts';
import type { Wanted } from './work-call';

/** Which call of Jira the pressed button stands for. */
export function callFor(form: URLSearchParams, key: string): Wanted {
  const path = issuePath(key);
  switch (form.get('act')) {
    case 'transition':
      return {
        method: 'POST',
        path: `${path}/transitions`,
        body: { transition: { id: form.get('transitionId') } },
      };
    case 'comment':
      return { method: 'POST', path: `${path}/comment`, body: commentOf(form) };
    case 'answer':
      return answerOf(form, key);
    default:
      throw new Refusal(400, 'The page of an issue has no such act.');
  }
}

/** Jira keeps a comment from customers by a property that Jira Service Management reads. */
const commentOf = (form: URLSearchParams) => ({
  body: adfOf((form.get('comment') ?? '').replaceAll('\r\n', '\n')),
  ...(form.get('audience') === 'internal' && {
    properties: [{ key: 'sd.public.comment', value: { internal: true } }],
  }),
});
