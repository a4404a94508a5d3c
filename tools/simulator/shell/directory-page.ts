import type { Reply } from './exchange';
import { html, type Html } from './html';
import { page, type Scene } from './layout';
import { pager, sheetOf } from './paging';
import { groupPage, personPage } from './directory-details';
import { groupTable, personTable } from './directory-tables';
import type { Resident, ResidentGroup } from './stage';

/** `/directory[/people|/groups[/{id}]]`: who there is, and who is in which group, at this moment. */
export function directoryPage(scene: Scene): Reply | undefined {
  const [, , list = 'people', id, rest] = scene.ask.url.pathname.split('/');
  if (rest !== undefined || (list !== 'people' && list !== 'groups')) return undefined;
  if (id === undefined) return page(scene, list === 'people' ? people(scene) : groups(scene));
  return list === 'people'
    ? personPage(scene, decodeURIComponent(id))
    : groupPage(scene, decodeURIComponent(id));
}

function people({ ask: { url }, stage: { residents } }: Scene) {
  const sheet = sheetOf(residents.people().filter(matching(url, textOfPerson)), url);
  return {
    title: 'People',
    main: listing('people', url, html`${personTable(sheet.items, residents)}${pager(sheet, url)}`),
  };
}

function groups({ ask: { url }, stage: { residents } }: Scene) {
  const sheet = sheetOf(residents.groups().filter(matching(url, ({ name }: ResidentGroup) => name)), url);
  return {
    title: 'Groups',
    main: listing('groups', url, html`${groupTable(sheet.items, residents)}${pager(sheet, url)}`),
  };
}

const listing = (list: 'people' | 'groups', url: URL, table: Html): Html =>
  html`<div class="directory">
    <h1>Directory</h1>
    <nav class="row tabs" aria-label="Directory">
      ${tab('people', 'People', list)}${tab('groups', 'Groups', list)}
    </nav>
    <form class="row" role="search" action="/directory/${list}">
      <label for="search">Search ${list}</label>
      <input id="search" type="search" name="q" value="${url.searchParams.get('q') ?? ''}" />
      <button>Search</button>
    </form>
    ${table}
  </div>`;

const tab = (list: string, label: string, current: string): Html =>
  html`<a href="/directory/${list}" ${list === current && html` aria-current="page"`}>${label}</a>`;

const textOfPerson = ({ name, title = '', email = '' }: Resident) => `${name} ${title} ${email}`;

function matching<Item>(url: URL, textOf: (item: Item) => string): (item: Item) => boolean {
  const words = (url.searchParams.get('q') ?? '').toLowerCase().split(/\s+/).filter(Boolean);
  return (item) => {
    const text = textOf(item).toLowerCase();
    return words.every((word) => text.includes(word));
  };
}
