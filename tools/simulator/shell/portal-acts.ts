import { Refusal } from './exchange';
import type { Scene } from './layout';
import { requestPath } from './portal-read';
import { asPerson, done, type Refused, type Wanted } from './work-call';
import { EMPTY, type FormField } from './work-field';
import { withFound } from './work-search';

/** Answers an approval as the person at the page. */
export const answerOf = (form: URLSearchParams, key: string): Wanted => ({
  method: 'POST',
  path: `${requestPath(key)}/approval/${encodeURIComponent(form.get('approvalId') ?? '')}`,
  body: { decision: form.get('decision') },
});

/** Does what the pressed button says. Undefined when it is done. */
export async function actIn(scene: Scene, key: string): Promise<Refused | undefined> {
  const form = new URLSearchParams(scene.ask.body);
  const wanted = await callFor(scene, form, key);
  if ('ok' in wanted) return wanted;
  const answer = await asPerson(scene, wanted, done);
  return answer.ok ? undefined : answer;
}

async function callFor(scene: Scene, form: URLSearchParams, key: string): Promise<Wanted | Refused> {
  const path = requestPath(key);
  switch (form.get('act')) {
    case 'answer':
      return answerOf(form, key);
    case 'comment':
      return { method: 'POST', path: `${path}/comment`, body: { body: form.get('comment'), public: true } };
    case 'transition':
      return { method: 'POST', path: `${path}/transition`, body: { id: form.get('transitionId') } };
    case 'add-participant':
      return participant(scene, form, path);
    case 'remove-participant': {
      const body = { accountIds: [form.get('accountId')] };
      return { method: 'DELETE', path: `${path}/participant`, body };
    }
    default:
      throw new Refusal(400, 'The portal has no such act.');
  }
}

const PERSON: FormField = {
  id: 'participant',
  name: 'Participant',
  required: true,
  kind: 'person',
  options: [],
};

async function participant(scene: Scene, form: URLSearchParams, path: string): Promise<Wanted | Refused> {
  const typed = (form.get('participant') ?? '').trim();
  const { chosen, error, found } = await withFound(scene, PERSON, { ...EMPTY, typed });
  const accountIds = chosen.map(({ id }) => id);
  if (accountIds.length > 0) return { method: 'POST', path: `${path}/participant`, body: { accountIds } };
  const names = found.map(({ name }) => name).join(', ');
  const message = names
    ? `“${typed}” fits several: ${names}. Type the whole name.`
    : (error ?? 'Type a name.');
  return { ok: false, status: 400, message, errors: {} };
}
