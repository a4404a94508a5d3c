import type { z } from 'zod';
import type { EntityIndex, EntitySchema } from '../manifest';
import { Refusal, sizeOf, type KvsResult } from './answers';
import type { Item } from './database';
import { schemaOf } from './entities';
import { compare, isOfType, readCondition, readFilters, type Attributes } from './filters';
import { DEFAULT_PAGE, MAX_PAGE } from './limits';
import { cut, readCursor, writeCursor } from './pages';
import { metadataOf, type Room } from './room';
import type { EntityQueryBody } from './shapes';

type Query = z.output<typeof EntityQueryBody>;

interface Entry {
  readonly item: Item;
  readonly value: Attributes;
  /** What the index sorts by, the key last. */
  readonly order: readonly unknown[];
}

/** Entries of one declared index, page by page. Filters work on a page after it was cut, so a page may be empty. */
export function entityQuery(room: Room, body: Query): KvsResult {
  const { entityName, indexName, partition = [], range, filters, sort = 'ASC', limit = DEFAULT_PAGE } = body;
  if (!Number.isInteger(limit) || limit < 1 || limit > MAX_PAGE) {
    const why = `The page limit must be set between 1 and ${MAX_PAGE}.`;
    throw new Refusal('COMPLEX_QUERY_PAGE_LIMIT_NOT_IN_RANGE', why);
  }
  const schema = schemaOf(room.schemas, entityName);
  const index = schema.indexes.get(indexName);
  if (!index)
    throw new Refusal('INVALID_ENTITY_INDEX', `Entity "${entityName}" declares no index "${indexName}".`);
  checkPartition(index, partition, schema);
  const inRange = rangeOf(indexName, index, { range, schema });
  const kept = filters && readFilters(filters, schema);

  const asked = { entityName, indexName, partition, range, sort };
  const mark = readCursor(body.cursor, asked);
  const turn = sort === 'ASC' ? 1 : -1;
  const { page, last } = cut({
    rows: entriesOf(room, entityName, index)
      .filter(
        ({ value, order }) =>
          index.partition.every((name, at) => value[name] === partition[at]) && inRange(order[0]),
      )
      .sort((a, b) => turn * compareAll(a.order, b.order)),
    isAfter: ({ order }) => mark === undefined || turn * compareAll(order, mark) > 0,
    limit,
    cursorAfterLast: room.variants.cursorAfterLast,
  });
  const found = kept ? page.filter(({ value }) => kept(value)) : page;
  const data = found.map(({ item, value }) => ({
    key: item.key,
    value,
    ...metadataOf(item, body.options?.metadataFields),
  }));
  const read = sizeOf(page.map(({ value }) => value));
  return { body: { data, ...(last && { cursor: writeCursor(asked, last.order) }) }, readBytes: read };
}

/** An entry without one of the index's attributes is not in that index. */
function entriesOf(room: Room, name: string, index: EntityIndex): Entry[] {
  const shelf = { kind: 'entity', name } as const;
  const needed = [...index.partition, ...index.range];
  return room.list(shelf).flatMap((item) => {
    const value = attributesOf(room.valueOf(shelf, item));
    const order = [...index.range.map((attribute) => value[attribute]), item.key];
    return needed.every((attribute) => Object.hasOwn(value, attribute)) ? [{ item, value, order }] : [];
  });
}

const attributesOf = (value: unknown): Attributes => ({ ...(typeof value === 'object' ? value : {}) });

function checkPartition({ partition }: EntityIndex, values: readonly unknown[], schema: EntitySchema): void {
  const fits = (name: string, at: number) => isOfType(values[at], schema.attributes.get(name) ?? 'string');
  if (values.length !== partition.length || !partition.every(fits)) {
    const why = `The index needs a value for each of its partition attributes, in order: ${partition.join(', ')}.`;
    throw new Refusal('INVALID_FILTER_VALUES', why);
  }
}

interface Range {
  readonly range: Query['range'];
  readonly schema: EntitySchema;
}

/** A condition on the first range attribute; `by-key` is sorted by the key itself. */
function rangeOf(name: string, index: EntityIndex, { range, schema }: Range): (value: unknown) => boolean {
  if (!range) return () => true;
  const attribute = index.range[0];
  if (attribute === undefined && name !== 'by-key') {
    throw new Refusal('QUERY_WHERE_INVALID', `Index "${name}" has no range attribute.`);
  }
  return readCondition(
    range,
    attribute === undefined ? 'string' : (schema.attributes.get(attribute) ?? 'string'),
  );
}

function compareAll(a: readonly unknown[], b: readonly unknown[]): number {
  const first = a.findIndex((value, at) => compare(value, b[at]) !== 0);
  return first === -1 ? 0 : compare(a[first], b[first]);
}
