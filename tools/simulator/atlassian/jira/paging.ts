import { json } from '../answer';
import type { Exchange } from '../exchange';
import type { SiteResponse } from '../wire';

interface Size {
  readonly fallback: number;
  readonly cap: number;
}

/** The part of a list that was asked for, and how it was asked for. */
export function slicePage<T>({ query }: Exchange, all: readonly T[], { fallback, cap }: Size) {
  const startAt = query.int('startAt', { fallback: 0 });
  const maxResults = query.int('maxResults', { fallback, cap, least: 1 });
  return { startAt, maxResults, values: all.slice(startAt, startAt + maxResults) };
}

/** Jira's page object. The applied `maxResults` is echoed, whatever was asked for. */
export function jiraPage<T, U>(
  exchange: Exchange,
  all: readonly T[],
  { toWire, ...size }: Size & { readonly toWire: (item: T) => U },
): SiteResponse {
  const { startAt, maxResults, values } = slicePage(exchange, all, size);
  const address = (start: number) =>
    `${exchange.world.baseUrl}${exchange.pathname}?${exchange.query.with({ startAt: start, maxResults })}`;
  const isLast = startAt + values.length >= all.length;
  return json(200, {
    self: address(startAt),
    ...(!isLast && { nextPage: address(startAt + maxResults) }),
    maxResults,
    startAt,
    total: all.length,
    isLast,
    values: values.map(toWire),
  });
}
