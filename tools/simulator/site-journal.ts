import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Journal } from './atlassian/change';

/** What has happened to the site since its seed, in a folder that outlives the process. */
export class SiteJournal implements Journal {
  private readonly db: DatabaseSync;

  constructor(folder: string) {
    mkdirSync(folder, { recursive: true });
    this.db = new DatabaseSync(join(folder, 'site.sqlite'));
    this.db.exec(
      'CREATE TABLE IF NOT EXISTS change (no INTEGER PRIMARY KEY AUTOINCREMENT, body TEXT NOT NULL)',
    );
  }

  append(change: unknown): void {
    this.db.prepare('INSERT INTO change (body) VALUES (?)').run(JSON.stringify(change));
  }

  replay(): readonly unknown[] {
    const rows = this.db.prepare('SELECT body FROM change ORDER BY no').all();
    return rows.map(({ body }): unknown => JSON.parse(String(body)));
  }

  close(): void {
    this.db.close();
  }
}
