import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { Line } from './delivery/line';
import { KvsDatabase } from './kvs/database';
import type { Schemas } from './kvs/entities';
import { KvsStore } from './kvs/store';
import type { KvsVariants } from './kvs/variants';
import { Vault } from './kvs/vault';

const FILE = 'forge-storage.sqlite';
const LINE_FILE = 'forge-queues.sqlite';
const KEY_FILE = 'secret.key';
/** How the shelf of an entity begins. */
const ENTITY = 'entity:';

interface StorageOptions {
  readonly schemas: Schemas;
  readonly variants: KvsVariants;
  readonly folder?: string | undefined;
}

/** Everything that one installation has stored, for people and tests to look at. Of secrets, only their names. */
export interface StorageDump {
  readonly plain: Readonly<Record<string, unknown>>;
  readonly entities: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  readonly secrets: readonly string[];
}

/** The storage of all installations, in a folder or in memory, with the key of its secrets kept beside it. */
export class ForgeStorage {
  readonly store: KvsStore;
  /** What waits to be delivered. */
  readonly line: Line;
  private readonly db: KvsDatabase;

  constructor(private readonly options: StorageOptions) {
    const { folder } = options;
    if (folder !== undefined) mkdirSync(folder, { recursive: true });
    this.db = new KvsDatabase(folder === undefined ? ':memory:' : join(folder, FILE));
    this.line = new Line(folder === undefined ? ':memory:' : join(folder, LINE_FILE));
    const vault = folder === undefined ? Vault.inMemory() : Vault.fromFile(join(folder, KEY_FILE));
    this.store = new KvsStore({ ...options, db: this.db, vault });
  }

  dump(installation: string): StorageDump {
    const shelves = this.db.shelves(installation);
    const entities = shelves.filter((shelf) => shelf.startsWith(ENTITY));
    return {
      plain: this.rows(installation, 'plain'),
      entities: Object.fromEntries(
        entities.map((shelf) => [shelf.slice(ENTITY.length), this.rows(installation, shelf)]),
      ),
      secrets: this.db.list({ installation, shelf: 'secret' }).map(({ key }) => key),
    };
  }

  /** All rows of one entity, by key. */
  rowsOf(installation: string, entity: string): Readonly<Record<string, unknown>> {
    return this.rows(installation, ENTITY + entity);
  }

  private rows(installation: string, shelf: string): Readonly<Record<string, unknown>> {
    const rows = this.db.list({ installation, shelf });
    return Object.fromEntries(rows.map(({ key, value }): [string, unknown] => [key, JSON.parse(value)]));
  }

  /** The files that hold the data, journals included. None when it is kept in memory. */
  databaseFiles(): readonly string[] {
    const { folder } = this.options;
    if (folder === undefined) return [];
    return [FILE, LINE_FILE]
      .flatMap((file) => ['', '-wal', '-shm'].map((suffix) => join(folder, file + suffix)))
      .filter((path) => existsSync(path));
  }

  /** When an installation was made, as recorded the first time it is asked. Epoch milliseconds. */
  installedAt(installation: string, now: number): number {
    return this.db.installedAt(installation, now);
  }

  close(): void {
    this.db.close();
    this.line.close();
  }
}
