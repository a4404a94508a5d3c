import { createHash } from 'node:crypto';
import { Refusal } from './answers';

/** Where the last page ended. Good for the very query it came from, and for no other. */
interface Mark {
  readonly query: string;
  readonly at: readonly unknown[];
}

const isMark = (value: unknown): value is Mark =>
  typeof value === 'object' && value !== null && 'query' in value && 'at' in value && Array.isArray(value.at);

const nameOf = (query: unknown) =>
  createHash('sha256').update(JSON.stringify(query)).digest('base64url').slice(0, 12);

export const writeCursor = (query: unknown, at: readonly unknown[]): string =>
  Buffer.from(JSON.stringify({ query: nameOf(query), at })).toString('base64url');

export function readCursor(cursor: string | undefined, query: unknown): readonly unknown[] | undefined {
  if (cursor === undefined) return undefined;
  try {
    const mark: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    if (isMark(mark) && mark.query === nameOf(query)) return mark.at;
  } catch {
    // Falls through: what cannot be read is not a cursor of ours.
  }
  throw new Refusal('INVALID_CURSOR', 'The cursor does not belong to this query.');
}

interface Cut<T> {
  /** In the order of the answer. */
  readonly rows: readonly T[];
  readonly isAfter: (row: T) => boolean;
  readonly limit: number;
  /** Whether a full page gets a cursor even when nothing follows. */
  readonly cursorAfterLast: boolean;
}

/** One page, and whether there may be another. */
export function cut<T>({ rows, isAfter, limit, cursorAfterLast }: Cut<T>): {
  page: readonly T[];
  last: T | undefined;
} {
  const rest = rows.filter(isAfter);
  const page = rest.slice(0, limit);
  const more = cursorAfterLast ? page.length === limit : rest.length > limit;
  return { page, last: more ? page.at(-1) : undefined };
}
