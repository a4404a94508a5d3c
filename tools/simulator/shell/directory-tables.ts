import { html, type Html } from './html';
import type { Resident, ResidentGroup, Residents } from './stage';

/** More are said by number, with the whole list one click away. */
const MAX_NAMES = 5;

export const personTable = (people: readonly Resident[], residents: Residents): Html =>
  table(
    'People',
    ['Name', 'Title', 'Email', 'Status', 'Groups'],
    people.map((person) => personRow(person, residents.groupsOf(person.accountId))),
  );

const personRow = (
  { accountId, name, title, email, status, kind }: Resident,
  groups: readonly ResidentGroup[],
): Html =>
  html`<tr>
    <th scope="row"><a href="/directory/people/${encodeURIComponent(accountId)}">${name}</a></th>
    <td>${title}</td>
    <td>${email}</td>
    <td>${lozenge(status)} ${kind !== 'person' && lozenge(kind)}</td>
    <td>${names(groups, `/directory/people/${encodeURIComponent(accountId)}`)}</td>
  </tr>`;

function names(groups: readonly ResidentGroup[], whole: string): Html {
  const more = groups.length - MAX_NAMES;
  const shown = groups.slice(0, MAX_NAMES).map(({ name }) => name);
  return html`${shown.join(', ')}${more > 0 && html` <a href="${whole}">and ${more} more</a>`}`;
}

export const groupTable = (groups: readonly ResidentGroup[], residents: Residents): Html =>
  table(
    'Groups',
    ['Name', 'Managed by', 'Members', 'Gives access to'],
    groups.map((group) => groupRow(group, residents.membersOf(group.id).length)),
  );

const groupRow = ({ id, name, managedBy, access }: ResidentGroup, members: number): Html =>
  html`<tr>
    <th scope="row"><a href="/directory/groups/${encodeURIComponent(id)}">${name}</a></th>
    <td>${managedBy}</td>
    <td class="number">${members}</td>
    <td>${access.join(', ')}</td>
  </tr>`;

export const lozenge = (word: string): Html => html`<span class="lozenge lozenge-${word}">${word}</span>`;

/** It scrolls sideways by itself on a narrow screen, by keyboard too. */
const table = (name: string, columns: readonly string[], rows: readonly Html[]): Html =>
  rows.length === 0
    ? html`<p>Nothing found.</p>`
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
