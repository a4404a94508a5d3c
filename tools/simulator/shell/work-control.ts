import { html, type Html } from './html';
import { isSearched, packed, searchName, takesMany, type Draft, type FormField } from './work-field';

const errorId = ({ id }: FormField) => `${id}-error`;

/** Where a link in the list of errors leads. */
export const controlId = ({ id }: FormField): string => `field-${id}`;

/** One field with its name, its control, and what is wrong with it. */
export function control(field: FormField, draft: Draft, timeZone: string): Html {
  if (field.kind === 'options') return html`<div class="field">${checkboxes(field, draft)}</div>`;
  const searched = isSearched(field);
  return html`<div class="field">
    <div><label for="${controlId(field)}">${field.name}</label>${mark(field)}</div>
    ${searched ? searchBox(field, draft) : plain(field, draft)}
    ${field.kind === 'date-time' && html`<p class="hint">In the time zone ${timeZone}</p>`}
    ${message(field, draft)}${searched && choices(field, draft)}
  </div>`;
}

/** Beside the label, whose text stays the name of the field alone. */
const mark = ({ required }: FormField): Html | undefined =>
  required ? html` <span class="mark" aria-hidden="true">*</span>` : undefined;

const message = (field: FormField, { error }: Draft): Html | undefined =>
  error === undefined ? undefined : html`<p class="error" id="${errorId(field)}">${error}</p>`;

const described = (field: FormField, { error }: Draft): Html =>
  html`${field.required && html` aria-required="true"`}${
    error !== undefined && html` aria-invalid="true" aria-describedby="${errorId(field)}"`
  }`;

const INPUTS = { text: 'text', date: 'date', 'date-time': 'datetime-local', number: 'number' } as const;

function plain(field: FormField, draft: Draft): Html {
  const start = html`id="${controlId(field)}" name="${field.id}"${described(field, draft)}`;
  const text = draft.chosen[0]?.id ?? '';
  switch (field.kind) {
    case 'paragraph':
      return html`<textarea ${start} rows="5">${asTyped(text)}</textarea>`;
    case 'option':
      return html`<select ${start}>
        <option value="">${field.required ? 'Choose …' : 'None'}</option>
        ${field.options.map(
          ({ id, name }) => html`<option value="${id}" ${id === text && html` selected`}>${name}</option>`,
        )}
      </select>`;
    case 'text':
    case 'date':
    case 'date-time':
    case 'number':
      return html`<input
        ${start}
        type="${INPUTS[field.kind]}"
        ${field.kind === 'number' && html` step="any"`}
        value="${text}"
      />`;
    default:
      throw new Error(`${field.name} is not typed in.`);
  }
}

/** A browser leaves out the first line break of a text area. */
const asTyped = (text: string): string => (text.startsWith('\n') ? `\n${text}` : text);

const checkboxes = (field: FormField, draft: Draft): Html =>
  html`<fieldset id="${controlId(field)}" tabindex="-1" aria-describedby="${errorId(field)}">
    <legend>${field.name}${mark(field)}</legend>
    ${field.options.map(({ id, name }) =>
      tick(field, { value: id, label: name, checked: draft.chosen.some((each) => each.id === id) }),
    )}
    ${message(field, draft)}
  </fieldset>`;

const searchBox = (field: FormField, draft: Draft): Html =>
  html`<input
    id="${controlId(field)}"
    name="${searchName(field)}"
    ${described(field, draft)}
    type="text"
    autocomplete="off"
    placeholder="${field.kind.startsWith('g') ? 'Name' : 'Name or email'}"
    value="${draft.typed}"
  />`;

/** Who or what is chosen already, and who goes by the name that was typed. */
function choices(field: FormField, { chosen, found }: Draft): Html | undefined {
  if (chosen.length + found.length === 0) return undefined;
  const all = [
    ...chosen.map((choice) => ({ value: packed(choice), label: choice.name, checked: true })),
    ...found.map((choice) => ({ value: packed(choice), label: choice.name, checked: false })),
  ];
  const nobody = { value: '', label: 'None', checked: chosen.length === 0 };
  return html`<fieldset>
    <legend>${found.length > 0 ? `${field.name}: choose` : `${field.name}: chosen`}</legend>
    ${(takesMany(field) || field.required ? all : [...all, nobody]).map((each) => tick(field, each))}
  </fieldset>`;
}

interface Tick {
  readonly value: string;
  readonly label: string;
  readonly checked: boolean;
}

const tick = (field: FormField, { value, label, checked }: Tick): Html =>
  html`<label class="tick">
    <input
      type="${takesMany(field) ? 'checkbox' : 'radio'}"
      name="${field.id}"
      value="${value}"
      ${checked && html` checked`}
    />
    ${label}
  </label>`;
