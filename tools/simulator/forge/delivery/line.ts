import { DatabaseSync, type StatementSync } from 'node:sqlite';
import { Delivery, type Waiting } from './delivery';
import { TABLES } from './tables';

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
  /** What the database holds, by number. */
  private readonly waiting = new Map<number, Waiting>();
  /** Called whenever something new waits. */
  onAdded: () => void = () => undefined;

  /** `:memory:` or a file. */
  constructor(path: string) {
    this.db = new DatabaseSync(path);
    this.db.exec(TABLES);
    for (const row of this.prepare('SELECT id, data FROM delivery ORDER BY id').all())
      this.hold(Number(row['id']), String(row['data']));
  }

  close(): void {
    this.db.close();
  }

  add(...deliveries: readonly Delivery[]): void {
    for (const delivery of deliveries) {
      const data = JSON.stringify(delivery);
      this.hold(
        Number(this.prepare('INSERT INTO delivery (data) VALUES (?)').run(data).lastInsertRowid),
        data,
      );
    }
    this.onAdded();
  }

  /** What is due, the longest waiting first. */
  due(now: number): Waiting[] {
    return [...this.waiting.values()]
      .filter(({ dueAt }) => dueAt <= now)
      .sort((a, b) => a.dueAt - b.dueAt || a.id - b.id);
  }

  /** The next moment after `after` at which something is due. */
  nextAfter(after: number): number | undefined {
    let next: number | undefined;
    for (const { dueAt } of this.waiting.values()) {
      if (dueAt > after && (next === undefined || dueAt < next)) next = dueAt;
    }
    return next;
  }

  remove({ id }: Waiting): void {
    this.waiting.delete(id);
    this.prepare('DELETE FROM delivery WHERE id = ?').run(id);
  }

  /** Puts it back for another time, unless it was cancelled meanwhile. */
  postpone({ id, ...delivery }: Waiting): void {
    if (!this.waiting.has(id)) return;
    const data = JSON.stringify(delivery);
    this.hold(id, data);
    this.prepare('UPDATE delivery SET data = ? WHERE id = ?').run(data, id);
  }

  openJob({ installation, queue, job }: Job): void {
    this.prepare('INSERT OR IGNORE INTO job VALUES (?, ?, ?, 0, 0)').run(installation, queue, job);
  }

  /** One event of a job came to its end. */
  closeOne({ installation, queue, job }: Job, how: 'success' | 'failed'): void {
    const sql = `UPDATE job SET ${how} = ${how} + 1 WHERE installation = ? AND queue = ? AND job = ?`;
    this.prepare(sql).run(installation, queue, job);
  }

  /** Undefined for a job that this queue never had. */
  stats({ installation, queue, job }: Job): JobStats | undefined {
    const sql = 'SELECT success, failed FROM job WHERE installation = ? AND queue = ? AND job = ?';
    const row = this.prepare(sql).get(installation, queue, job);
    if (!row) return undefined;
    const inProgress = this.of({ installation, queue, job }).length;
    return { success: Number(row['success']), inProgress, failed: Number(row['failed']) };
  }

  /** What has not started will not, and what runs is not tried again. */
  cancel(job: Job): void {
    for (const waiting of this.of(job)) this.remove(waiting);
  }

  /** Counts one more push of a chain, and answers how many there have been. */
  countPush(chain: string): number {
    const sql = `INSERT INTO chain VALUES (?, 1)
      ON CONFLICT (id) DO UPDATE SET pushes = pushes + 1 RETURNING pushes`;
    return Number(this.prepare(sql).get(chain)?.['pushes']);
  }

  private of({ installation, queue, job }: Job): readonly Waiting[] {
    return [...this.waiting.values()].filter(
      (one) =>
        one.kind === 'queue' && one.installation === installation && one.name === queue && one.job === job,
    );
  }

  private hold(id: number, data: string): void {
    this.waiting.set(id, { ...Delivery.parse(JSON.parse(data)), id });
  }

  /** Each statement is compiled once. */
  private prepare(sql: string): StatementSync {
    const known = this.statements.get(sql) ?? this.db.prepare(sql);
    this.statements.set(sql, known);
    return known;
  }
}
