import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { TABLES } from './tables';
import type { Delivery, Waiting } from './delivery';

/** How a job stands. https://developer.atlassian.com/platform/forge/runtime-reference/async-events-api/ */
export interface JobStats {
  readonly success: number;
  readonly inProgress: number;
  readonly failed: number;
}

interface Job {
  readonly installation: string;
  readonly queue: string;
  readonly job: string;
}

/** Everything that waits to be delivered, kept over a restart. Knows nothing of who runs it. */
export class Line {
  private readonly db: DatabaseSync;
  private readonly statements = new Map<string, StatementSync>();
  /** Called whenever something new waits. */
  onAdded: () => void = () => undefined;

  /** `:memory:` or a file. */
  constructor(path: string) {
    this.db = new DatabaseSync(path);
    this.db.exec(TABLES);
  }

  close(): void {
    this.db.close();
  }

  add(...deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) {
      const job = delivery.kind === 'queue' ? delivery.job : null;
      const sql = 'INSERT INTO delivery (installation, job, due_at, data) VALUES (?, ?, ?, ?)';
      this.prepare(sql).run(delivery.installation, job, delivery.dueAt, JSON.stringify(delivery));
    }
    this.onAdded();
  }

  /** What is due, the longest waiting first. */
  due(now: number): readonly Waiting[] {
    const rows = this.prepare('SELECT id, data FROM delivery WHERE due_at <= ? ORDER BY due_at, id').all(now);
    return rows.map((row) => ({ ...(JSON.parse(String(row['data'])) as Delivery), id: Number(row['id']) }));
  }

  /** The next moment after `after` at which something is due. */
  nextAfter(after: number): number | undefined {
    const at = this.prepare('SELECT min(due_at) AS at FROM delivery WHERE due_at > ?').get(after)?.['at'];
    return typeof at === 'number' ? at : undefined;
  }

  remove({ id }: Waiting): void {
    this.prepare('DELETE FROM delivery WHERE id = ?').run(id);
  }

  /** Puts it back for another time, unless it was cancelled meanwhile. */
  postpone({ id, ...delivery }: Waiting): void {
    const sql = 'UPDATE delivery SET due_at = ?, data = ? WHERE id = ?';
    this.prepare(sql).run(delivery.dueAt, JSON.stringify(delivery), id);
  }

  openJob({ installation, queue, job }: Job): void {
    this.prepare('INSERT OR IGNORE INTO job VALUES (?, ?, ?, 0, 0)').run(installation, queue, job);
  }

  closeOne({ installation, job }: Omit<Job, 'queue'>, how: 'success' | 'failed'): void {
    const sql = `UPDATE job SET ${how} = ${how} + 1 WHERE installation = ? AND job = ?`;
    this.prepare(sql).run(installation, job);
  }

  /** Undefined for a job that this queue never had. */
  stats({ installation, queue, job }: Job): JobStats | undefined {
    const sql = 'SELECT success, failed FROM job WHERE installation = ? AND queue = ? AND job = ?';
    const row = this.prepare(sql).get(installation, queue, job);
    if (!row) return undefined;
    const waiting = 'SELECT count(*) AS n FROM delivery WHERE installation = ? AND job = ?';
    const inProgress = Number(this.prepare(waiting).get(installation, job)?.['n']);
    return { success: Number(row['success']), inProgress, failed: Number(row['failed']) };
  }

  /** What has not started will not, and what runs is not tried again. */
  cancel({ installation, job }: Job): void {
    this.prepare('DELETE FROM delivery WHERE installation = ? AND job = ?').run(installation, job);
  }

  /** Counts one more push of a chain, and answers how many there have been. */
  countPush(chain: string): number {
    const sql = `INSERT INTO chain VALUES (?, 1)
      ON CONFLICT (id) DO UPDATE SET pushes = pushes + 1 RETURNING pushes`;
    return Number(this.prepare(sql).get(chain)?.['pushes']);
  }

  /** Each statement is compiled once. */
  private prepare(sql: string): StatementSync {
    const known = this.statements.get(sql) ?? this.db.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }
}
