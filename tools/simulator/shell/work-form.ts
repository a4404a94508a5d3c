import { html, type Html } from './html';
import type { Scene } from './layout';
import { siteAnswer } from './rest';
import { control, controlId } from './work-control';
import { draftOf, isSearched, type Draft, type FormField } from './work-field';
import { withFound } from './work-search';
import { valueOf, type Writing } from './work-value';

/** A form as it is shown: each field with what stands in it. */
export interface Filled {
  readonly fields: readonly FormField[];
  readonly drafts: ReadonlyMap<string, Draft>;
  readonly timeZone: string;
}

export const draftIn = ({ drafts }: Pick<Filled, 'drafts'>, { id }: FormField): Draft =>
  drafts.get(id) ?? { chosen: [], typed: '', found: [] };

/** Times are typed and shown in the time zone of the person's own profile, as far as Jira tells it. */
export const timeZoneOf = async ({ stage, session }: Scene): Promise<string> =>
  (await siteAnswer(stage, session.principal, '/rest/api/3/myself')).timeZone ?? 'Etc/UTC';

/** Reads what was sent, with the people and groups whom typed names mean, and says what is wrong with each field. */
export async function fill(scene: Scene, fields: readonly FormField[], writing: Writing): Promise<Filled> {
  const form = new URLSearchParams(scene.ask.body);
  const drafts = new Map<string, Draft>();
  for (const field of fields) {
    const draft = await withFound(scene, field, draftOf(form, field));
    drafts.set(field.id, draft.error === undefined ? checked(field, draft, writing) : draft);
  }
  return { fields, drafts, timeZone: writing.timeZone };
}

function checked(field: FormField, draft: Draft, writing: Writing): Draft {
  if (draft.chosen.length === 0)
    return field.required
      ? { ...draft, error: `${isSearched(field) ? 'Name' : 'Fill in'} ${field.name}.` }
      : draft;
  if (valueOf(field, draft, writing) !== undefined) return draft;
  return { ...draft, error: `${field.name} is not a ${field.kind === 'number' ? 'number' : 'time'}.` };
}

export const hasErrors = ({ drafts }: Filled): boolean =>
  [...drafts.values()].some(({ error }) => error !== undefined);

/** The same form with what the site says of some of its fields. */
export const withErrors = (filled: Filled, errors: Readonly<Record<string, string>>): Filled => ({
  ...filled,
  drafts: new Map(
    filled.fields.map((field) => {
      const { [field.id]: error } = errors;
      return [field.id, { ...draftIn(filled, field), ...(error !== undefined && { error }) }];
    }),
  ),
});

export const controls = (filled: Filled): readonly Html[] =>
  filled.fields.map((field) => control(field, draftIn(filled, field), filled.timeZone));

/** What is wrong, at the top, with links to where. */
export function errorList(filled: Filled, message?: string): Html | undefined {
  const wrong = filled.fields.filter((field) => draftIn(filled, field).error !== undefined);
  if (wrong.length === 0 && !message) return undefined;
  return html`<div class="alert" role="alert">
    ${message ? html`<p>${message}</p>` : undefined}
    ${
      wrong.length > 0 &&
      html`<ul>
        ${wrong.map(
          (field) =>
            html`<li><a href="#${controlId(field)}">${field.name}</a>: ${draftIn(filled, field).error}</li>`,
        )}
      </ul>`
    }
  </div>`;
}
