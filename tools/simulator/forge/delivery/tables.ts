/** `data` is a delivery as JSON. A job stays known after its events are done, for those who ask how it went. */
export const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS delivery (
    id INTEGER PRIMARY KEY AUTOINCREMENT, installation TEXT, job TEXT, due_at INTEGER, data TEXT);
  CREATE INDEX IF NOT EXISTS delivery_due ON delivery (due_at, id);
  CREATE INDEX IF NOT EXISTS delivery_job ON delivery (job);
  CREATE TABLE IF NOT EXISTS job (
    installation TEXT, queue TEXT, job TEXT, success INTEGER, failed INTEGER,
    PRIMARY KEY (installation, queue, job)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS chain (id TEXT PRIMARY KEY, pushes INTEGER) WITHOUT ROWID;
`;
