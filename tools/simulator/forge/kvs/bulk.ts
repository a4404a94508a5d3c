import type { z } from 'zod';
import { Refusal, sizeOf, type KvsResult } from './answers';
import { schemaOf } from './entities';
import { readFilters, type Attributes } from './filters';
import { MAX_BULK_BYTES, MAX_OPERATIONS } from './limits';
import { metadataOf, notFound, shelfOf, type Room } from './room';
import type { BatchDeleteBody, BatchGetBody, BatchSetBody, FiltersShape, TransactionBody } from './shapes';

interface Target {
  readonly key: string;
  readonly entityName?: string;
}

/** https://developer.atlassian.com/platform/forge/storage-reference/transactions/ All of it, or nothing. */
export function transact(room: Room, body: z.output<typeof TransactionBody>): KvsResult {
  const { set, delete: gone, check } = body;
  checkBulk(
    [...set, ...gone, ...check],
    sizeOf(body),
    (why) => new Refusal('INVALID_TRANSACTION_REQUEST', why),
  );
  const changes = [
    ...set.map(({ key, entityName, value, options }) =>
      room.put({ shelf: shelfOf(entityName), key, value, ttl: options?.ttl }),
    ),
    ...gone.map(({ key, entityName }) => room.remove(shelfOf(entityName), key)),
  ];
  const held = [...set, ...gone, ...check].every((operation) => conditionHolds(room, operation));
  if (!held) throw new Refusal('CONDITIONAL_CHECK_FAILED', 'A condition of the transaction does not hold.');
  room.write(changes);
  return { writtenBytes: sizeOf(body) };
}

interface Conditional extends Target {
  readonly conditions?: FiltersShape;
}

function conditionHolds(room: Room, { key, entityName, conditions }: Conditional): boolean {
  if (!conditions) return true;
  if (entityName === undefined) {
    throw new Refusal('INVALID_TRANSACTION_REQUEST', 'Conditions are for custom entities only.');
  }
  const shelf = shelfOf(entityName);
  const matches = readFilters(conditions, schemaOf(room.schemas, entityName));
  const item = room.find(shelf, key);
  if (item) return matches(attributesOf(room.valueOf(shelf, item)));
  if (room.variants.missingKey === 'nothing-holds') return false;
  const isAbsence = ({ condition }: { condition: string }) => condition === 'NOT_EXISTS';
  return conditions.and?.every(isAbsence) ?? conditions.or?.some(isAbsence) ?? false;
}

const attributesOf = (value: unknown): Attributes => ({ ...(typeof value === 'object' ? value : {}) });

/** Between 1 and 25 operations on different keys, together of bounded size. */
function checkBulk(targets: readonly Target[], bytes: number, refusal: (why: string) => Refusal): void {
  if (targets.length === 0) throw refusal('There is nothing to do.');
  if (targets.length > MAX_OPERATIONS) throw refusal(`At most ${MAX_OPERATIONS} operations.`);
  if (new Set(targets.map(({ key, entityName }) => `${entityName ?? ''}\n${key}`)).size < targets.length) {
    throw refusal('Each key can be used once.');
  }
  if (bytes > MAX_BULK_BYTES) throw refusal('The request has exceeded the maximum size limit.');
}

/** Does what can be done and tells of each. */
function eachOf<T extends Target>(items: readonly T[], act: (item: T) => object): KvsResult['body'] {
  const bytes = sizeOf(items);
  checkBulk(items, bytes, (why) => new Refusal('INVALID_BATCH_REQUEST', why));
  const successfulKeys: object[] = [];
  const failedKeys: object[] = [];
  for (const item of items) {
    const name = { key: item.key, ...(item.entityName !== undefined && { entityName: item.entityName }) };
    try {
      successfulKeys.push({ ...name, ...act(item) });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      failedKeys.push({ ...name, error: { code: error.code, message: error.message } });
    }
  }
  return { successfulKeys, failedKeys };
}

export const batchSet = (room: Room, items: z.output<typeof BatchSetBody>): KvsResult => ({
  body: eachOf(items, ({ key, entityName, value, options }) => {
    room.write([room.put({ shelf: shelfOf(entityName), key, value, ttl: options?.ttl })]);
    return {};
  }),
  writtenBytes: sizeOf(items),
});

export function batchGet(room: Room, items: z.output<typeof BatchGetBody>): KvsResult {
  const body = eachOf(items, ({ key, entityName, options }) => {
    const shelf = shelfOf(entityName);
    const item = room.find(shelf, key);
    if (!item) throw notFound();
    return { value: room.valueOf(shelf, item), ...metadataOf(item, options?.metadataFields) };
  });
  return { body, readBytes: sizeOf(body) };
}

export const batchDelete = (room: Room, items: z.output<typeof BatchDeleteBody>): KvsResult => ({
  body: eachOf(items, ({ key, entityName }) => {
    room.write([room.remove(shelfOf(entityName), key)]);
    return {};
  }),
  writtenBytes: sizeOf(items),
});
