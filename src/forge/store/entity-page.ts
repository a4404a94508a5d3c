import { ForgeKvsAPIError, kvs } from '@forge/kvs';
import { Fault } from '../../domain/fault';
import { logFailure } from '../log';

export const entityQuery = <T>(entity: string, index: string, partition?: readonly string[]) =>
  kvs
    .entity<T>(entity)
    .query()
    .index(index, partition && { partition: [...partition] });
export type EntityQuery<T> = ReturnType<typeof entityQuery<T>>;

/** https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-query-complex/ */
export const LARGEST_PAGE = 100;

export interface Row {
  readonly key: string;
  readonly value: unknown;
}
export interface RowPage {
  readonly rows: readonly Row[];
  readonly next?: string;
}

/**
 * One page of an index. Cursors are the platform's own and end with it: one that is refused is no bug, the list has to
 * be begun anew. https://developer.atlassian.com/platform/forge/runtime-reference/storage-api-query-complex/
 */
export async function readPage<T>(query: EntityQuery<T>, cursor?: string): Promise<RowPage> {
  const asked = cursor === undefined ? query : query.cursor(cursor);
  const { results, nextCursor } = await asked.getMany().catch(explainCursor(cursor));
  return { rows: results, ...(nextCursor !== undefined && { next: nextCursor }) };
}

const explainCursor = (cursor: string | undefined) => (cause: unknown) => {
  if (cursor === undefined || !(cause instanceof ForgeKvsAPIError) || cause.responseDetails.status !== 400)
    throw cause;
  throw new Fault('invalid', 'This page of the list cannot be read any more. Load the list again.', {
    cause,
  });
};

/** A row that cannot be read is logged, and keeps none of the others from being shown. */
export const readableRows = <T>(read: (row: unknown) => T, rows: readonly Row[]): readonly T[] =>
  rows.flatMap(({ key, value }) => {
    try {
      return [read(value)];
    } catch (cause) {
      logFailure(new Error(`The record ${key} cannot be read.`, { cause }));
      return [];
    }
  });
