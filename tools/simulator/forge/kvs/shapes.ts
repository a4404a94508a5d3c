import { z } from 'zod';

/** The bodies of the storage's requests, as `@forge/kvs` 1.6 sends them. */
const metadataFields = z.array(z.enum(['CREATED_AT', 'UPDATED_AT', 'EXPIRE_TIME']));
export type MetadataFields = z.output<typeof metadataFields>;

const ttl = z.strictObject({ value: z.int().min(1), unit: z.enum(['SECONDS', 'MINUTES', 'HOURS', 'DAYS']) });
const readOptions = z.strictObject({ metadataFields: metadataFields.exactOptional() });
const setOptions = z
  .strictObject({
    ttl: ttl.exactOptional(),
    keyPolicy: z.enum(['OVERRIDE', 'FAIL_IF_EXISTS']).exactOptional(),
    returnValue: z.enum(['PREVIOUS', 'LATEST']).exactOptional(),
    returnMetadataFields: metadataFields.exactOptional(),
  })
  .refine(({ keyPolicy, returnValue }) => returnValue === undefined || keyPolicy === 'OVERRIDE', {
    message: 'returnValue needs the keyPolicy OVERRIDE',
  });
/** No key policy in batches and transactions. */
const ttlOnly = z.strictObject({ ttl: ttl.exactOptional() });

const key = z.string();
const value = z.unknown().optional();
const entityName = z.string();
const comparison = z.enum([
  'BEGINS_WITH',
  'BETWEEN',
  'EQUAL_TO',
  'GREATER_THAN',
  'GREATER_THAN_EQUAL_TO',
  'LESS_THAN',
  'LESS_THAN_EQUAL_TO',
]);
const predicate = z.enum([
  ...comparison.options,
  'CONTAINS',
  'NOT_CONTAINS',
  'EXISTS',
  'NOT_EXISTS',
  'NOT_EQUAL_TO',
]);
export type Predicate = z.output<typeof predicate>;

const filter = z.strictObject({ property: z.string(), condition: predicate, values: z.array(z.unknown()) });
const filters = z.strictObject({ and: z.array(filter).exactOptional(), or: z.array(filter).exactOptional() });
export type FilterShape = z.output<typeof filter>;
export type FiltersShape = z.output<typeof filters>;

export const GetBody = z.strictObject({
  key,
  entityName: entityName.exactOptional(),
  options: readOptions.exactOptional(),
});
export const SetBody = z.strictObject({
  key,
  value,
  entityName: entityName.exactOptional(),
  options: setOptions.exactOptional(),
});
export const DeleteBody = z.strictObject({ key, entityName: entityName.exactOptional() });

export const QueryBody = z.strictObject({
  limit: z.number().exactOptional(),
  after: z.string().exactOptional(),
  where: z
    .array(z.strictObject({ property: z.string(), condition: z.string(), values: z.array(z.unknown()) }))
    .exactOptional(),
  options: readOptions.exactOptional(),
});

export const EntityQueryBody = z.strictObject({
  entityName,
  indexName: z.string(),
  partition: z.array(z.unknown()).exactOptional(),
  range: z.strictObject({ condition: comparison, values: z.array(z.unknown()) }).exactOptional(),
  filters: filters.exactOptional(),
  sort: z.enum(['ASC', 'DESC']).exactOptional(),
  limit: z.number().exactOptional(),
  cursor: z.string().exactOptional(),
  options: readOptions.exactOptional(),
});

const target = { key, entityName: entityName.exactOptional() };
export const TransactionBody = z.strictObject({
  set: z
    .array(
      z.strictObject({
        ...target,
        value,
        conditions: filters.exactOptional(),
        options: ttlOnly.exactOptional(),
      }),
    )
    .default([]),
  delete: z.array(z.strictObject({ ...target, conditions: filters.exactOptional() })).default([]),
  check: z.array(z.strictObject({ ...target, conditions: filters })).default([]),
});

export const BatchSetBody = z.array(z.strictObject({ ...target, value, options: ttlOnly.exactOptional() }));
export const BatchGetBody = z.array(z.strictObject({ ...target, options: readOptions.exactOptional() }));
export const BatchDeleteBody = z.array(z.strictObject(target));
