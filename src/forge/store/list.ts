import { kvs, WhereConditions } from '@forge/kvs';
import type { z } from 'zod';
import { logFailure } from '../log';

export interface Row {
  readonly key: string;
  readonly value: unknown;
}

/**
 * Everything under a prefix, 100 a request. A query may lag behind a write: what it finds is for showing, or for
 * knowing where to look. https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-query/
 */
export async function listAll(prefix: string): Promise<readonly Row[]> {
  const rows: Row[] = [];
  let cursor: string | undefined;
  do {
    const query = kvs.query().where('key', WhereConditions.beginsWith(prefix)).limit(100);
    const { results, nextCursor } = await (cursor === undefined ? query : query.cursor(cursor)).getMany();
    rows.push(...results);
    cursor = nextCursor;
  } while (cursor !== undefined);
  return rows;
}

/** Reads a row. One that cannot be read is logged, and keeps none of the others from being shown. */
export function readable<T>(shape: z.ZodType<T>, { key, value }: Row): readonly T[] {
  const parsed = shape.safeParse(value);
  if (parsed.success) return [parsed.data];
  logFailure(new Error(`The record ${key} cannot be read.`, { cause: parsed.error }));
  return [];
}
