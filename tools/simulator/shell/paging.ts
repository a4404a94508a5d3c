import { html, type Html } from './html';

const PAGE_SIZE = 25;

export interface Sheet<Item> {
  readonly items: readonly Item[];
  readonly total: number;
  readonly number: number;
  readonly count: number;
}

/** The page of a list that the address asks for with `page`, from 1. Beyond the end is the last page. */
export function sheetOf<Item>(all: readonly Item[], url: URL): Sheet<Item> {
  const count = Math.max(1, Math.ceil(all.length / PAGE_SIZE));
  const wanted = Number.parseInt(url.searchParams.get('page') ?? '1', 10);
  const number = Math.min(count, Math.max(1, Number.isNaN(wanted) ? 1 : wanted));
  return { items: all.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE), total: all.length, number, count };
}

export function pager({ number, count, total }: Sheet<unknown>, url: URL): Html {
  const link = (label: string, page: number) =>
    page < 1 || page > count ? undefined : html`<a href="${addressOf(url, page)}">${label}</a>`;
  return html`<nav class="row pager" aria-label="Pages">
    ${link('Previous', number - 1)}<span>Page ${number} of ${count}, ${total} in all</span
    >${link('Next', number + 1)}
  </nav>`;
}

function addressOf(url: URL, page: number): string {
  const to = new URL(url);
  to.searchParams.set('page', String(page));
  return `${to.pathname}${to.search}`;
}
