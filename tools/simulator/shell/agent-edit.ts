import { issuePath, type Worked } from './agent-read';
import { html, type Html } from './html';
import type { Scene } from './layout';
import { asPerson, done } from './work-call';
import type { FormField } from './work-field';
import { controls, draftIn, errorList, fill, hasErrors, withErrors, type Filled } from './work-form';
import { draftFrom, valueOf } from './work-value';

/** The fields as the issue has them. */
export const filledFrom = ({ issue, fields }: Worked, timeZone: string): Filled => ({
  fields,
  drafts: new Map(fields.map((field) => [field.id, draftFrom(field, issue.fields[field.id], timeZone)])),
  timeZone,
});

export interface NotSaved {
  readonly filled: Filled;
  readonly message: string;
  readonly status: number;
}

/** Saves what was changed in the form, and nothing else. Undefined when it is saved. */
export async function saveEdits(
  scene: Scene,
  worked: Worked,
  timeZone: string,
): Promise<NotSaved | undefined> {
  const writing = { timeZone, long: 'adf' } as const;
  const filled = await fill(scene, worked.fields, writing);
  if (hasErrors(filled)) return { filled, message: '', status: 400 };
  const before = filledFrom(worked, timeZone);
  const changed = worked.fields.filter((field) => textIn(filled, field) !== textIn(before, field));
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

const textIn = (filled: Filled, field: FormField): string =>
  draftIn(filled, field)
    .chosen.map(({ id }) => id.replaceAll('\r\n', '\n'))
    .join('\0');

export const editForm = (filled: Filled): Html =>
  html`<section aria-labelledby="fields">
    <h2 id="fields">Fields</h2>
    <form method="post" class="request-form">
      <input type="hidden" name="act" value="edit" />
      ${controls(filled)}
      <button class="primary">Save</button>
    </form>
  </section>`;

export const editErrors = ({ filled, message }: NotSaved): Html | undefined => errorList(filled, message);
