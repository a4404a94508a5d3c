import { issuePath, type Worked } from './agent-read';
import { html, type Html } from './html';
import type { Scene } from './layout';
import { asPerson, done } from './work-call';
import type { FormField } from './work-field';
import { controls, draftIn, errorList, fill, hasErrors, withErrors, type Filled } from './work-form';
import { draftFrom, valueOf } from './work-value';

/** The fields as the issue has them. */
const filledFrom = ({ issue, fields }: Worked, timeZone: string): Filled => ({
  fields,
  drafts: new Map(fields.map((field) => [field.id, draftFrom(field, issue.fields[field.id], timeZone)])),
  timeZone,
});

export interface NotSaved {
  readonly filled: Filled;
  readonly message: string;
  readonly status: number;
}

/**
 * Saves what was changed in the form, and nothing else: what others have changed since the page was made is theirs.
 * Undefined when it is saved.
 */
export async function saveEdits(
  scene: Scene,
  worked: Worked,
  timeZone: string,
): Promise<NotSaved | undefined> {
  const writing = { timeZone, long: 'adf' } as const;
  const filled = await fill(scene, worked.fields, writing);
  if (hasErrors(filled)) return { filled, message: '', status: 400 };
  const form = new URLSearchParams(scene.ask.body);
  const changed = worked.fields.filter((field) => textIn(filled, field) !== form.get(wasName(field)));
  if (changed.length === 0) return undefined;
  const values = changed.map((field) => [field.id, valueOf(field, draftIn(filled, field), writing)] as const);
  const wanted = {
    method: 'PUT',
    path: issuePath(worked.issue.key),
    body: { fields: Object.fromEntries(values) },
  } as const;
  const saved = await asPerson(scene, wanted, done);
  if (saved.ok) return undefined;
  return { filled: withErrors(filled, saved.errors), message: saved.message, status: saved.status };
}

const wasName = ({ id }: FormField): string => `${id}.was`;

const textIn = (filled: Filled, field: FormField): string =>
  JSON.stringify(draftIn(filled, field).chosen.map(({ id }) => id.replaceAll('\r\n', '\n')));

/** `before` is what stood in the fields when the page was first shown. */
const editForm = (filled: Filled, before: (field: FormField) => string): Html =>
  html`<section aria-labelledby="fields">
    <h2 id="fields">Fields</h2>
    <form method="post" class="request-form">
      <input type="hidden" name="act" value="edit" />
      ${filled.fields.map(
        (field) => html`<input type="hidden" name="${wasName(field)}" value="${before(field)}" />`,
      )}
      ${controls(filled)}
      <button class="primary">Save</button>
    </form>
  </section>`;

/** The form after a refusal still knows what stood in the fields at first. */
export function drawEdits(scene: Scene, worked: Worked, shown: Shown): Html {
  const { notSaved, timeZone } = shown;
  const now = filledFrom(worked, timeZone);
  if (!notSaved) return editForm(now, (field) => textIn(now, field));
  const form = new URLSearchParams(scene.ask.body);
  return editForm(notSaved.filled, (field) => form.get(wasName(field)) ?? textIn(now, field));
}

interface Shown {
  readonly timeZone: string;
  readonly notSaved?: NotSaved;
}

export const editErrors = ({ filled, message }: NotSaved): Html | undefined => errorList(filled, message);
