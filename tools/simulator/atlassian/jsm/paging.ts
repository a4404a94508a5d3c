import { json } from '../answer';
import type { Exchange } from '../exchange';
import type { SiteResponse } from '../wire';

const LIMIT = 50;

interface Part {
  readonly start: number;
  readonly limit: number;
  /** Without the base, with the question mark and what else was asked for. */
  readonly address: (start: number) => string;
}

interface Listed<T> {
  readonly base: string;
  readonly all: readonly T[];
  readonly part: Part;
  readonly expands?: readonly string[];
}

function pageOf<T>({ base, all, part, expands = [] }: Listed<T>) {
  const { start, limit, address } = part;
  const values = all.slice(start, start + limit);
  const isLastPage = start + values.length >= all.length;
  return {
    _expands: expands,
    size: values.length,
    start,
    limit,
    isLastPage,
    _links: {
      base,
      context: '',
      self: address(start),
      ...(!isLastPage && { next: address(start + limit) }),
      ...(start > 0 && { prev: address(Math.max(0, start - limit)) }),
    },
    values,
  };
}

/** The page that was asked for. A larger `limit` than the server's own is lowered without a word. */
export function jsmPage<T>(
  exchange: Exchange,
  all: readonly T[],
  how: { readonly toWire: (item: T) => unknown; readonly expands?: readonly string[] },
): SiteResponse {
  const { query, world, pathname } = exchange;
  const start = query.int('start', { fallback: 0 });
  const limit = query.int('limit', { fallback: LIMIT, cap: LIMIT, least: 1 });
  const address = (from: number) => `${world.baseUrl}${pathname}?${query.with({ start: from, limit })}`;
  const page = pageOf({ base: world.baseUrl, all, part: { start, limit, address }, ...how });
  return json(200, { ...page, values: page.values.map(how.toWire) });
}

/** The first page of a list inside something else. */
export function innerPage(exchange: Exchange, path: string, all: readonly unknown[]) {
  const base = exchange.world.baseUrl;
  const address = (from: number) => `${base}${path}?start=${from}&limit=${LIMIT}`;
  return pageOf({ base, all, part: { start: 0, limit: LIMIT, address } });
}

/** `expand=a,b` and `expand=a&expand=b` mean the same. */
export const expandsOf = ({ query }: Exchange): readonly string[] =>
  query.all('expand').flatMap((each) => each.split(',').map((name) => name.trim()));
