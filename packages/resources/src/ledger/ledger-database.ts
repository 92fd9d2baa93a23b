import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { EvospiceError } from '@evospice/contracts';

export const LEDGER_FILE = 'resources.sqlite';

/** Version of the tables below, kept in SQLite's `user_version`. */
const SCHEMA_VERSION = 1;

/**
 * `granted_at` is null while a request waits. `entries` holds the rest of the scheduler's state: one row an account, a back-off, or a
 * group of small values.
 */
const schema = `
  CREATE TABLE processes (
    id TEXT PRIMARY KEY, pid INTEGER NOT NULL, start TEXT NOT NULL, place TEXT NOT NULL,
    heartbeat INTEGER NOT NULL, capacity TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE requests (
    id TEXT PRIMARY KEY, process TEXT NOT NULL, account TEXT NOT NULL, priority INTEGER NOT NULL, demand TEXT NOT NULL,
    sequence INTEGER NOT NULL, arrived INTEGER NOT NULL, denials INTEGER NOT NULL,
    granted_at INTEGER, deadline INTEGER, grant_number INTEGER
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE entries (kind TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (kind, key)) STRICT, WITHOUT ROWID;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/** Opens the ledger in `directory` and makes it if there is none. @throws EvospiceError `SCHEDULER_LEDGER`. */
export function openLedger(directory: string, busyMs: number): DatabaseSync {
  const file = join(directory, LEDGER_FILE);
  return guarded(file, () => {
    mkdirSync(directory, { recursive: true, mode: 0o700 });
    const database = new DatabaseSync(file, { timeout: busyMs });
    try {
      // Losing the last moments in a power cut is harmless: nobody who held a lease lives on.
      database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      database.exec('BEGIN IMMEDIATE');
      if (versionOf(database) === 0) database.exec(schema);
      database.exec('COMMIT');
      requireFormat(versionOf(database), file);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

/** Opens the ledger for looking only; null while it is only just being made. @throws EvospiceError `SCHEDULER_LEDGER`. */
export function openLedgerForReading(file: string, busyMs: number): DatabaseSync | null {
  return guarded(file, () => {
    const database = new DatabaseSync(file, { readOnly: true, timeout: busyMs });
    try {
      const version = versionOf(database);
      if (version === 0) {
        database.close();
        return null;
      }
      requireFormat(version, file);
      return database;
    } catch (error) {
      database.close();
      throw error;
    }
  });
}

function requireFormat(version: number, file: string): void {
  if (version === SCHEMA_VERSION) return;
  throw new EvospiceError('SCHEDULER_LEDGER', `the ledger of licences has format ${version}`, {
    received: version, expected: `format ${SCHEMA_VERSION}`, remedy: 'end the processes of the other version of Evospice and remove the file', file,
  });
}

function versionOf(database: DatabaseSync): number {
  return Number(database.prepare('PRAGMA user_version').get()!['user_version']);
}

/** Turns whatever the database raises into an error that says what to do. */
export function guarded<T>(file: string, act: () => T): T {
  try {
    return act();
  } catch (error) {
    if (EvospiceError.is(error)) throw error;
    throw new EvospiceError('SCHEDULER_LEDGER', `the ledger of licences cannot be used: ${error instanceof Error ? error.message : String(error)}`, {
      expected: 'a sound, writable file on a local disk, locked by others for moments only',
      remedy: isBusy(error) ? 'see whether a process of Evospice is stopped while it holds the lock' : 'check the folder; with no process of Evospice running, the file may be removed',
      file,
      cause: error,
    });
  }
}

/** SQLITE_BUSY (https://sqlite.org/rescode.html): another connection holds a lock that was needed. */
export function isBusy(error: unknown): boolean {
  return error instanceof Error && 'errcode' in error && typeof error.errcode === 'number' && (error.errcode & 0xff) === 5;
}
