import { DatabaseSync } from 'node:sqlite';
import { sentenceOf } from '../command_line/command.ts';

// One index for each sort, and one for each sort that is used with a status filter, so that the first page takes
// equally long however many records there are. SQLite adds the row's seq to every index, which orders equal values.
const schema = `
  CREATE TABLE IF NOT EXISTS settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS api_keys (
    hash TEXT PRIMARY KEY, prefix TEXT NOT NULL, organization TEXT NOT NULL, mode TEXT NOT NULL,
    scopes TEXT NOT NULL, per_minute INTEGER NOT NULL, expires_at TEXT, revoked INTEGER NOT NULL DEFAULT 0
  );
  CREATE TABLE IF NOT EXISTS records (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, bucket TEXT NOT NULL, id TEXT NOT NULL UNIQUE, body TEXT NOT NULL,
    status TEXT NOT NULL, created_at TEXT NOT NULL, updated_at TEXT NOT NULL,
    name TEXT NOT NULL, scheduled_date TEXT NOT NULL, total REAL NOT NULL
  );
  CREATE INDEX IF NOT EXISTS by_created ON records (bucket, created_at);
  CREATE INDEX IF NOT EXISTS by_updated ON records (bucket, updated_at);
  CREATE INDEX IF NOT EXISTS by_status ON records (bucket, status);
  CREATE INDEX IF NOT EXISTS by_name ON records (bucket, name);
  CREATE INDEX IF NOT EXISTS by_scheduled ON records (bucket, scheduled_date);
  CREATE INDEX IF NOT EXISTS by_total ON records (bucket, total);
  CREATE INDEX IF NOT EXISTS in_status_by_created ON records (bucket, status, created_at);
  CREATE INDEX IF NOT EXISTS in_status_by_updated ON records (bucket, status, updated_at);
  CREATE INDEX IF NOT EXISTS in_status_by_scheduled ON records (bucket, status, scheduled_date);
  CREATE TABLE IF NOT EXISTS counters (bucket TEXT PRIMARY KEY, last INTEGER NOT NULL);
  CREATE TABLE IF NOT EXISTS stored_answers (
    slot TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, status INTEGER NOT NULL, body TEXT NOT NULL,
    created_at INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS by_age ON stored_answers (created_at);
  CREATE TABLE IF NOT EXISTS destinations (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, organization TEXT NOT NULL, name TEXT NOT NULL,
    url TEXT NOT NULL, events TEXT NOT NULL, secret TEXT NOT NULL, created_at TEXT NOT NULL
  );
  CREATE TABLE IF NOT EXISTS deliveries (
    seq INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL, destination TEXT NOT NULL, event TEXT NOT NULL,
    timestamp TEXT NOT NULL, body TEXT NOT NULL, attempt INTEGER NOT NULL, due_at INTEGER NOT NULL
  );
  CREATE INDEX IF NOT EXISTS by_destination ON deliveries (destination, due_at);
`;

/**
 * Opens the database of a sandbox and creates its tables if they are missing.
 * @param file the path of the SQLite file, or `:memory:`
 * @throws Error that names the file when it cannot be opened or written, or is not an SQLite database
 */
export function openDatabase(file: string): DatabaseSync {
  let database: DatabaseSync | undefined;
  try {
    database = new DatabaseSync(file);
    database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
    database.exec(schema);
    // SQLite opens a read-only file without an error, so try to begin a write.
    database.exec('BEGIN IMMEDIATE; ROLLBACK');
    return database;
  } catch (cause) {
    database?.close();
    throw new Error(`The data file ${file} cannot be used: ${sentenceOf(cause)}.`, { cause });
  }
}

/** Runs `work` in a transaction and returns its result. When it throws, its writes are rolled back. */
export function inTransaction<T>(database: DatabaseSync, work: () => T): T {
  database.exec('BEGIN');
  try {
    const result = work();
    database.exec('COMMIT');
    return result;
  } catch (error) {
    database.exec('ROLLBACK');
    throw error;
  }
}
