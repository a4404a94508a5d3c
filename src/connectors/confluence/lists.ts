import { Fault } from '../../domain/fault';
import type { Page } from '../connector';
import { pages } from '../pages';
import type { Query } from './address';
import type { Call } from './client';
import { operations, type Operation } from './operations';
import { groupPage, type Group } from './shapes';

/** The most that Confluence gives at once; more is a 400. */
export const PAGE_SIZE = 200;

/** Which of Confluence's groups: those that open it, that administer it, or that administer the site. */
export type AccessType = 'user' | 'admin' | 'site-admin';

interface V1Page {
  readonly results: readonly unknown[];
  readonly _links: { readonly next?: string | undefined };
}

const repeated = () =>
  new Fault('unexpected', 'Atlassian repeated a page of its list. Nothing was concluded from it.');

export const listMoved = () => new Fault('invalid', 'The list has moved. Search again.');

/** A cursor is the offset of a page. Whatever else comes back from a browser is refused. */
export function offsetOf(cursor: string | undefined): number {
  if (cursor === undefined) return 0;
  if (!/^\d{1,7}$/.test(cursor)) throw listMoved();
  return Number(cursor);
}

/**
 * Where the next page begins. The link is asked first, as page sizes are capped silently; only its number is used. A
 * list that does not move on is refused.
 */
export function nextOffset({ results, _links: { next } }: V1Page, offset: number): number | undefined {
  if (next === undefined) return undefined;
  const told = /[?&]start=(\d{1,7})(?:&|$)/.exec(next)?.[1];
  const start = told === undefined ? offset + results.length : Number(told);
  if (start <= offset) throw repeated();
  return start;
}

/** One page of groups, from an offset. */
export async function groupsFrom(
  call: Call,
  { operation, query }: { readonly operation: Operation; readonly query: Query },
  cursor?: string,
): Promise<Page<Group>> {
  const offset = offsetOf(cursor);
  const window: Query = [
    ['start', String(offset)],
    ['limit', String(PAGE_SIZE)],
  ];
  const page = await call(operation, { shape: groupPage, query: [...query, ...window] });
  const next = nextOffset(page, offset);
  return { items: page.results, ...(next !== undefined && { next: String(next) }) };
}

/** Every group of one kind, page after page. A page that brings nothing new is a list that turns in a circle. */
export async function* allGroups(call: Call, accessType: AccessType): AsyncGenerator<Group> {
  yield* walk(call, operations.groups, [['accessType', accessType]]);
}

/** Every group that the person is in, as Confluence sees it. */
export async function groupsOfPerson(call: Call, accountId: string): Promise<readonly Group[]> {
  return collect(walk(call, operations.memberOf, [['accountId', accountId]]));
}

async function* walk(call: Call, operation: Operation, query: Query): AsyncGenerator<Group> {
  const seen = new Set<string>();
  yield* pages(async (cursor) => {
    const page = await groupsFrom(call, { operation, query }, cursor);
    if (page.items.length > 0 && page.items.every(({ id }) => seen.has(id))) throw repeated();
    const fresh = page.items.filter(({ id }) => !seen.has(id));
    for (const { id } of fresh) seen.add(id);
    return { ...page, items: fresh };
  });
}

export async function idsOf(groups: AsyncIterable<Group>): Promise<ReadonlySet<string>> {
  return new Set((await collect(groups)).map(({ id }) => id));
}

export async function collect<T>(items: AsyncIterable<T>): Promise<readonly T[]> {
  const all: T[] = [];
  for await (const item of items) all.push(item);
  return all;
}
