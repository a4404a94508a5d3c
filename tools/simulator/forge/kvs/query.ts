import type { z } from 'zod';
import { Refusal, sizeOf, type KvsResult } from './answers';
import { compare } from './filters';
import { DEFAULT_PAGE, MAX_PAGE } from './limits';
import { cut, readCursor, writeCursor } from './pages';
import { metadataOf, type Room } from './room';
import type { QueryBody } from './shapes';

const PLAIN = { kind: 'plain' } as const;

/** Plain entries by the beginning of their key. Secrets and entities are never listed. */
export function query(
  room: Room,
  { limit = DEFAULT_PAGE, after, where, options }: z.output<typeof QueryBody>,
): KvsResult {
  if (limit > MAX_PAGE)
    throw new Refusal('LIST_QUERY_LIMIT_EXCEEDED', `Limit for list query should be below ${MAX_PAGE}.`);
  if (!Number.isInteger(limit) || limit < 1)
    throw new Refusal('INVALID_REQUEST', 'The limit must be 1 or more.');
  const prefix = prefixOf(where);
  const mark = readCursor(after, { prefix });
  const { page, last } = cut({
    rows: room.list(PLAIN).filter(({ key }) => key.startsWith(prefix)),
    isAfter: ({ key }) => mark === undefined || compare(key, mark[0]) > 0,
    limit,
    cursorAfterLast: room.variants.cursorAfterLast,
  });
  const data = page.map((item) => ({
    key: item.key,
    value: room.valueOf(PLAIN, item),
    ...metadataOf(item, options?.metadataFields),
  }));
  return {
    body: { data, ...(last && { cursor: writeCursor({ prefix }, [last.key]) }) },
    readBytes: sizeOf(data),
  };
}

function prefixOf(where: z.output<typeof QueryBody>['where'] = []): string {
  const [only, ...others] = where;
  if (!only) return '';
  if (others.length > 0) {
    throw new Refusal('QUERY_WHERE_INVALID', 'KVS queries should contain only a single "where" clause.');
  }
  if (only.property !== 'key') {
    throw new Refusal('QUERY_WHERE_FIELD_INVALID', 'The specified field is not supported for filters.');
  }
  if (only.condition !== 'BEGINS_WITH') {
    throw new Refusal('INVALID_FILTER_CONDITION', 'The specified condition is not supported for filters.');
  }
  const [prefix] = only.values;
  if (only.values.length !== 1 || typeof prefix !== 'string') {
    throw new Refusal(
      'INVALID_FILTER_VALUES',
      'The specified number of values are not supported by the given condition.',
    );
  }
  return prefix;
}
