import { Refusal } from './answers';
import type { Change, Item, KvsDatabase } from './database';
import { checkEntity, schemaOf, type Schemas } from './entities';
import { checkKey, checkValue, expiryOf, nameOfShelf, type Shelf, type Ttl } from './limits';
import type { MetadataFields } from './shapes';
import type { KvsVariants } from './variants';
import type { Vault } from './vault';

export interface RoomOptions {
  readonly installation: string;
  readonly db: KvsDatabase;
  readonly vault: Vault;
  readonly schemas: Schemas;
  readonly variants: KvsVariants;
  readonly now: number;
  /** Queries answer from before the last write. */
  readonly stale: boolean;
}

interface Put {
  readonly shelf: Shelf;
  readonly key: string;
  readonly value: unknown;
  readonly ttl?: Ttl | undefined;
}

/** What one installation has stored, during one request: every key, value and entity goes through these checks. */
export class Room {
  constructor(private readonly options: RoomOptions) {
    this.options.db.expire(this.options.now - this.options.variants.expiryLatenessMs);
  }

  get schemas(): Schemas {
    return this.options.schemas;
  }

  get variants(): KvsVariants {
    return this.options.variants;
  }

  find(shelf: Shelf, key: string): Item | undefined {
    this.check(shelf, key);
    return this.options.db.find(this.place(shelf), key);
  }

  /** For queries, which may be late. By key. */
  list(shelf: Shelf): readonly Item[] {
    const { db, installation, now, stale, variants } = this.options;
    if (stale) return db.list(this.place(shelf), db.lastWrite(installation) - 1);
    if (variants.queryLagMs === 0) return db.list(this.place(shelf));
    return db.list(this.place(shelf), db.lastWrite(installation, now - variants.queryLagMs));
  }

  valueOf(shelf: Shelf, { key, value }: Item): unknown {
    return JSON.parse(shelf.kind === 'secret' ? this.options.vault.open(value, this.seal(key)) : value);
  }

  /** A checked change, to be written with others. */
  put({ shelf, key, value, ttl }: Put): Change {
    const before = this.find(shelf, key);
    checkValue(value, shelf);
    if (shelf.kind === 'entity') checkEntity(value, schemaOf(this.schemas, shelf.name));
    const { now, vault } = this.options;
    const text = JSON.stringify(value);
    return {
      ...this.place(shelf),
      key,
      item: {
        value: shelf.kind === 'secret' ? vault.seal(text, this.seal(key)) : text,
        createdAt: before?.createdAt ?? now,
        updatedAt: now,
        expiresAt: expiryOf(ttl, now),
      },
    };
  }

  remove(shelf: Shelf, key: string): Change {
    this.check(shelf, key);
    return { ...this.place(shelf), key };
  }

  write(changes: readonly Change[]): void {
    const { db, installation, now, variants } = this.options;
    db.write({ installation, now, keepPastSince: now - variants.queryLagMs }, changes);
  }

  private check(shelf: Shelf, key: string): void {
    if (shelf.kind === 'entity') schemaOf(this.schemas, shelf.name);
    checkKey(key, shelf);
  }

  private place(shelf: Shelf) {
    return { installation: this.options.installation, shelf: nameOfShelf(shelf) };
  }

  private seal(key: string): string {
    return `${this.options.installation}/${key}`;
  }
}

export const metadataOf = (item: Omit<Item, 'value' | 'key'>, fields: MetadataFields = []) => ({
  ...(fields.includes('CREATED_AT') && { createdAt: item.createdAt }),
  ...(fields.includes('UPDATED_AT') && { updatedAt: item.updatedAt }),
  ...(fields.includes('EXPIRE_TIME') &&
    item.expiresAt !== null && { expireTime: new Date(item.expiresAt).toISOString() }),
});

export const shelfOf = (entityName: string | undefined): Shelf =>
  entityName === undefined ? { kind: 'plain' } : { kind: 'entity', name: entityName };

export const notFound = () => new Refusal('KEY_NOT_FOUND', 'The specified key does not exist.', 404);
