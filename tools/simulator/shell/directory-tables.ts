import { html, type Html } from './html';
import type { Resident, ResidentGroup, Residents } from './stage';
import { table } from './table';

/** More are said by number, with the whole list one click away. */
const MAX_NAMES = 5;

export const personTable = (people: readonly Resident[], residents: Residents): Html =>
  table({
    name: 'People',
    columns: ['Name', 'Title', 'Email', 'Status', 'Groups'],
    rows: people.map((person) => personRow(person, residents.groupsOf(person.accountId))),
  });

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
  table({
    name: 'Groups',
    columns: ['Name', 'Managed by', 'Members', 'Gives access to'],
    rows: groups.map((group) => groupRow(group, residents.membersOf(group.id).length)),
  });

const groupRow = ({ id, name, managedBy, access }: ResidentGroup, members: number): Html =>
  html`<tr>
    <th scope="row"><a href="/directory/groups/${encodeURIComponent(id)}">${name}</a></th>
    <td>${managedBy}</td>
    <td class="number">${members}</td>
    <td>${access.join(', ')}</td>
  </tr>`;

export const lozenge = (word: string): Html => html`<span class="lozenge lozenge-${word}">${word}</span>`;
