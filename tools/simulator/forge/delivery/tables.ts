/** `data` is a delivery as JSON. A job stays known after its events are done, for those who ask how it went. */
export const TABLES = `
  PRAGMA journal_mode = WAL;
  PRAGMA secure_delete = ON;
  CREATE TABLE IF NOT EXISTS delivery (id INTEGER PRIMARY KEY AUTOINCREMENT, data TEXT);
  CREATE TABLE IF NOT EXISTS job (
    installation TEXT, queue TEXT, job TEXT, success INTEGER, failed INTEGER,
    PRIMARY KEY (installation, queue, job)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS chain (id TEXT PRIMARY KEY, pushes INTEGER) WITHOUT ROWID;
`;
