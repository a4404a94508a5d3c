import type { Reply } from './exchange';
import { html, type Html } from './html';
import { page, type Scene } from './layout';
import { pager, sheetOf } from './paging';
import { groupTable, lozenge, personTable } from './directory-tables';
import { mayLogIn } from './session';
import type { Resident } from './stage';

export function personPage(scene: Scene, accountId: string): Reply | undefined {
  const { residents } = scene.stage;
  const person = residents.findPerson(accountId);
  if (!person) return undefined;
  const { role } = residents.standingOf(accountId);
  const sheet = sheetOf(residents.groupsOf(accountId), scene.ask.url);
  const main = html`<div class="directory">
    <p><a href="/directory/people">People</a></p>
    <h1>${person.name}</h1>
    <p>${lozenge(person.status)} ${role}</p>
    <dl>
      ${fact('Title', person.title)}${fact('Email', person.email)}${fact('Account ID', person.accountId)}
    </dl>
    ${mayLogIn(person) && actAs(scene, person)}
    <h2>Groups</h2>
    ${groupTable(sheet.items, residents)}${pager(sheet, scene.ask.url)}
  </div>`;
  return page(scene, { title: person.name, main });
}

export function groupPage(scene: Scene, id: string): Reply | undefined {
  const { residents } = scene.stage;
  const group = residents.findGroup(id);
  if (!group) return undefined;
  const sheet = sheetOf(residents.membersOf(id), scene.ask.url);
  const main = html`<div class="directory">
    <p><a href="/directory/groups">Groups</a></p>
    <h1>${group.name}</h1>
    <dl>
      ${fact('Managed by', group.managedBy)}${fact('Gives access to', group.access.join(', '))}
      ${fact('Group ID', group.id)}
    </dl>
    <h2>Members</h2>
    ${personTable(sheet.items, residents)}${pager(sheet, scene.ask.url)}
  </div>`;
  return page(scene, { title: group.name, main });
}

const fact = (name: string, value: string | undefined): Html | undefined =>
  value
    ? html`<dt>${name}</dt>
        <dd>${value}</dd>`
    : undefined;

const actAs = ({ ask }: Scene, { accountId, name }: Resident): Html =>
  html`<form method="post" action="/_shell/act-as">
    <input type="hidden" name="back" value="${ask.url.pathname}" />
    <button name="accountId" value="${accountId}">Act as ${name}</button>
  </form>`;
