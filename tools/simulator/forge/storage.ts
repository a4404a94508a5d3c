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
    const rows = (shelf: string) =>
      Object.fromEntries(
        this.db
          .list({ installation, shelf })
          .map(({ key, value }): [string, unknown] => [key, JSON.parse(value)]),
      );
    const entities = shelves.filter((shelf) => shelf.startsWith('entity:'));
    return {
      plain: rows('plain'),
      entities: Object.fromEntries(entities.map((shelf) => [shelf.slice('entity:'.length), rows(shelf)])),
      secrets: this.db.list({ installation, shelf: 'secret' }).map(({ key }) => key),
    };
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
