/**
 * `past` keeps what a write has replaced for as long as a query may still answer from before that write. Secrets are
 * never queried, so nothing of them is kept.
 */
export const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS item (
    installation TEXT, shelf TEXT, key TEXT, value TEXT, created_at INTEGER, updated_at INTEGER, expires_at INTEGER,
    write_no INTEGER, PRIMARY KEY (installation, shelf, key)) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS item_expiry ON item (expires_at) WHERE expires_at IS NOT NULL;
  CREATE TABLE IF NOT EXISTS past (
    installation TEXT, shelf TEXT, key TEXT, value TEXT, created_at INTEGER, updated_at INTEGER, expires_at INTEGER,
    write_no INTEGER, until_write INTEGER, until_at INTEGER);
  CREATE TABLE IF NOT EXISTS write_log (no INTEGER PRIMARY KEY AUTOINCREMENT, installation TEXT, at INTEGER);
  CREATE INDEX IF NOT EXISTS write_log_at ON write_log (installation, at);
  CREATE TABLE IF NOT EXISTS installation (id TEXT PRIMARY KEY, at INTEGER);
`;
