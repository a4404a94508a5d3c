import { html, type Html } from './html';

export interface Table {
  /** Accessible name. */
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly Html[];
  /** What stands there instead of no rows. */
  readonly empty?: string;
}

/** It scrolls sideways by itself on a narrow screen, by keyboard too. */
export const table = ({ name, columns, rows, empty = 'Nothing found.' }: Table): Html =>
  rows.length === 0
    ? html`<p>${empty}</p>`
    : html`<div class="scroll" role="region" aria-label="${name}" tabindex="0">
        <table>
          <thead>
            <tr>
              ${columns.map((column) => html`<th scope="col">${column}</th>`)}
            </tr>
          </thead>
          <tbody>
            ${rows}
          </tbody>
        </table>
      </div>`;
