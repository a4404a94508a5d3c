import { DatabaseSync, type SQLOutputValue, type StatementSync } from 'node:sqlite';
import { TABLES } from './tables';

/** One stored entry. `value` is JSON text, sealed on the shelf of secrets. Instants are epoch milliseconds. */
export interface Item {
  readonly key: string;
  readonly value: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly expiresAt: number | null;
}

/** The table says of each column what it holds: see `tables.ts`. */
const toItem = (row: Record<string, SQLOutputValue>): Item => ({
  key: String(row['key']),
  value: String(row['value']),
  createdAt: Number(row['created_at']),
  updatedAt: Number(row['updated_at']),
  expiresAt: row['expires_at'] === null ? null : Number(row['expires_at']),
});

export interface Place {
  readonly installation: string;
  readonly shelf: string;
}

/** One step of a write: without a value, the entry goes. */
export interface Change extends Place {
  readonly key: string;
  readonly item?: Omit<Item, 'key'>;
}

interface Writing {
  readonly installation: string;
  readonly now: number;
  /** Until when a query may still have to answer from before this write. */
  readonly keepPastSince: number;
}

/** The rows, of all installations. Knows nothing of Forge's rules. */
export class KvsDatabase {
  private readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();

  /** `:memory:` or a file. */
  constructor(path: string) {
    this.db = new DatabaseSync(path);
    this.db.exec(TABLES);
  }

  close(): void {
    this.db.close();
  }

  /** Each statement is compiled once. */
  private prepare(sql: string): StatementSync {
    const known = this.statements.get(sql) ?? this.db.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }

  find({ installation, shelf }: Place, key: string): Item | undefined {
    const sql = 'SELECT * FROM item WHERE installation = ? AND shelf = ? AND key = ?';
    const row = this.prepare(sql).get(installation, shelf, key);
    return row && toItem(row);
  }

  /** By key, in the order of its bytes. `asOf` answers from before later writes. */
  list({ installation, shelf }: Place, asOf?: number): readonly Item[] {
    const here = 'installation = :installation AND shelf = :shelf';
    if (asOf === undefined) {
      const sql = `SELECT * FROM item WHERE ${here} ORDER BY key`;
      return this.prepare(sql).all({ installation, shelf }).map(toItem);
    }
    const columns = 'key, value, created_at, updated_at, expires_at';
    const sql = `SELECT ${columns} FROM item WHERE ${here} AND write_no <= :asOf
      UNION ALL SELECT ${columns} FROM past WHERE ${here} AND write_no <= :asOf AND until_write > :asOf ORDER BY key`;
    return this.prepare(sql).all({ installation, shelf, asOf }).map(toItem);
  }

  /** The number of an installation's last write up to a moment; 0 before the first. */
  lastWrite(installation: string, at = Number.MAX_SAFE_INTEGER): number {
    const sql = 'SELECT max(no) AS no FROM write_log WHERE installation = ? AND at <= ?';
    return Number(this.prepare(sql).get(installation, at)?.['no'] ?? 0);
  }

  /** All of it or nothing. */
  write({ installation, now, keepPastSince }: Writing, changes: readonly Change[]): void {
    this.db.exec('BEGIN IMMEDIATE');
    try {
      const write = 'INSERT INTO write_log (installation, at) VALUES (?, ?)';
      const log = this.prepare(write).run(installation, now);
      const no = Number(log.lastInsertRowid);
      for (const change of changes) this.apply(change, no, now);
      const prune = 'DELETE FROM past WHERE installation = ? AND until_write < ? AND until_at <= ?';
      this.prepare(prune).run(installation, no, keepPastSince);
      this.db.exec('COMMIT');
    } catch (error) {
      this.db.exec('ROLLBACK');
      throw error;
    }
  }

  /** Forgets what expired up to a moment. */
  expire(until: number): void {
    const oldest = 'SELECT min(expires_at) AS at FROM item WHERE expires_at IS NOT NULL';
    const at = this.prepare(oldest).get()?.['at'];
    if (typeof at !== 'number' || at > until) return;
    this.prepare('DELETE FROM item WHERE expires_at IS NOT NULL AND expires_at <= ?').run(until);
  }

  shelves(installation: string): readonly string[] {
    const rows = this.prepare('SELECT DISTINCT shelf FROM item WHERE installation = ? ORDER BY shelf').all(
      installation,
    );
    return rows.map((row) => String(row['shelf']));
  }

  installedAt(id: string, now: number): number {
    this.prepare('INSERT OR IGNORE INTO installation VALUES (?, ?)').run(id, now);
    return Number(this.prepare('SELECT at FROM installation WHERE id = ?').get(id)?.['at']);
  }

  private apply({ installation, shelf, key, item }: Change, no: number, now: number): void {
    const here = { installation, shelf, key };
    if (shelf !== 'secret') {
      const keep = `INSERT INTO past SELECT *, :no, :now FROM item
        WHERE installation = :installation AND shelf = :shelf AND key = :key`;
      this.prepare(keep).run({ ...here, no, now });
    }
    if (!item) {
      const sql = 'DELETE FROM item WHERE installation = :installation AND shelf = :shelf AND key = :key';
      this.prepare(sql).run(here);
      return;
    }
    const { value, createdAt, updatedAt, expiresAt } = item;
    this.prepare('INSERT OR REPLACE INTO item VALUES (?, ?, ?, ?, ?, ?, ?, ?)').run(
      installation,
      shelf,
      key,
      value,
      createdAt,
      updatedAt,
      expiresAt,
      no,
    );
  }
}
