import { randomBytes } from 'node:crypto';
import type { z } from 'zod';
import type { SiteResponse } from '../../atlassian/wire';
import { Refusal, sizeOf, toRefusal, toResponse, type KvsResult } from './answers';
import { batchDelete, batchGet, batchSet, transact } from './bulk';
import type { KvsDatabase } from './database';
import type { Schemas } from './entities';
import { entityQuery } from './entity-query';
import type { Shelf } from './limits';
import { Meter, unitsOf } from './meter';
import { query } from './query';
import { Room, shelfOf } from './room';
import * as shapes from './shapes';
import { deleteOne, getOne, setOne } from './single';
import type { KvsVariants } from './variants';
import type { Vault } from './vault';

export interface StoreOptions {
  readonly db: KvsDatabase;
  readonly vault: Vault;
  readonly schemas: Schemas;
  readonly variants: KvsVariants;
}

export interface KvsRequest {
  readonly installation: string;
  /** What follows `/api/v1/`: `set`, `secret/get`, `entity/query`, `transaction`, `batch/set`. */
  readonly operation: string;
  readonly body: unknown;
  /** Epoch milliseconds. */
  readonly now: number;
  readonly stale?: boolean;
}

export interface KvsAnswer {
  readonly response: SiteResponse;
  readonly kind: 'read' | 'write';
  readonly units: number;
}

type Operation = (room: Room, body: unknown) => KvsResult;

/** The storage of all installations behind its wire. https://developer.atlassian.com/platform/forge/storage-reference/ */
export class KvsStore {
  private readonly meters = new Map<string, Meter>();

  constructor(private readonly options: StoreOptions) {}

  handle(request: KvsRequest): KvsAnswer {
    const kind = /(^|\/)(get|query)$/.test(request.operation) ? 'read' : 'write';
    try {
      const result = this.perform(request, kind);
      const bytes = kind === 'read' ? result.readBytes : result.writtenBytes;
      return { response: toResponse(result), kind, units: unitsOf(bytes ?? 0) };
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.status !== 429) this.meterOf(request.installation)?.charge(kind, 0, request.now);
      return { response: toRefusal(error, randomBytes(8).toString('hex')), kind, units: 1 };
    }
  }

  private perform(request: KvsRequest, kind: 'read' | 'write'): KvsResult {
    const { installation, operation, body, now, stale = false } = request;
    const perform = OPERATIONS.get(operation);
    if (!perform) throw new Refusal('NOT_FOUND', `The storage has no operation ${operation}.`, 404);
    const meter = this.meterOf(installation);
    meter?.admit(kind, now);
    if (kind === 'write') meter?.weigh({ kind, bytes: sizeOf(body), ...keyOf(body) }, now);
    const result = perform(new Room({ ...this.options, installation, now, stale }), body);
    const bytes = (kind === 'read' ? result.readBytes : result.writtenBytes) ?? 0;
    if (kind === 'read') meter?.weigh({ kind, bytes, ...keyOf(body) }, now);
    meter?.charge(kind, bytes, now);
    return result;
  }

  private meterOf(installation: string): Meter | undefined {
    if (this.options.variants.rateLimits === 'off') return undefined;
    const meter = this.meters.get(installation) ?? new Meter();
    this.meters.set(installation, meter);
    return meter;
  }
}

const keyOf = (body: unknown): { key?: string } =>
  typeof body === 'object' && body !== null && 'key' in body ? { key: String(body.key) } : {};

const operation =
  <Shape extends z.ZodType>(
    shape: Shape,
    perform: (room: Room, body: z.output<Shape>) => KvsResult,
  ): Operation =>
  (room, body) => {
    const parsed = shape.safeParse(body);
    if (!parsed.success)
      throw new Refusal('INVALID_REQUEST', parsed.error.issues.map((issue) => issue.message).join('; '));
    return perform(room, parsed.data);
  };

const onEach = (
  prefix: string,
  shelf: (entityName: string | undefined) => Shelf,
): Record<string, Operation> => ({
  [`${prefix}get`]: operation(shapes.GetBody, (room, body) =>
    getOne({ room, shelf: shelf(body.entityName), body }),
  ),
  [`${prefix}set`]: operation(shapes.SetBody, (room, body) =>
    setOne({ room, shelf: shelf(body.entityName), body }),
  ),
  [`${prefix}delete`]: operation(shapes.DeleteBody, (room, body) =>
    deleteOne({ room, shelf: shelf(body.entityName), body }),
  ),
});

const OPERATIONS: ReadonlyMap<string, Operation> = new Map(
  Object.entries({
    ...onEach('', () => ({ kind: 'plain' })),
    ...onEach('secret/', () => ({ kind: 'secret' })),
    ...onEach('entity/', (name) => shelfOf(name ?? '')),
    query: operation(shapes.QueryBody, query),
    'entity/query': operation(shapes.EntityQueryBody, entityQuery),
    transaction: operation(shapes.TransactionBody, transact),
    'batch/set': operation(shapes.BatchSetBody, batchSet),
    'batch/get': operation(shapes.BatchGetBody, batchGet),
    'batch/delete': operation(shapes.BatchDeleteBody, batchDelete),
  }),
);
