import { DatabaseSync } from 'node:sqlite';
import { counted, EvospiceError } from '@evospice/contracts';
import { isDamaged } from './sqlite-errors.ts';

/** Version of the tables below, kept in SQLite's `user_version`. */
export const SCHEMA_VERSION = 1;

/** How long a writer waits for a reader that is just leaving, and the reverse, in ms. */
const BUSY_TIMEOUT = 5000;

/** The triggers make the database itself refuse what the log promises never to do. */
const schema = `
  CREATE TABLE events (
    sequence INTEGER PRIMARY KEY,
    at INTEGER NOT NULL,
    type TEXT NOT NULL,
    payload TEXT NOT NULL
  ) STRICT;
  CREATE INDEX events_by_type ON events (type, sequence);
  CREATE TABLE facts (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;
  CREATE TRIGGER events_are_gapless BEFORE INSERT ON events
    WHEN NEW.sequence IS NOT (SELECT coalesce(max(sequence), 0) + 1 FROM events)
    BEGIN SELECT RAISE(ABORT, 'an event must follow the last one without a gap'); END;
  CREATE TRIGGER events_are_not_changed BEFORE UPDATE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  CREATE TRIGGER events_are_not_removed BEFORE DELETE ON events
    BEGIN SELECT RAISE(ABORT, 'events are append-only'); END;
  PRAGMA user_version = ${SCHEMA_VERSION};
`;

/**
 * Opens `file` and checks that it is a sound run of this schema version.
 *
 * @throws EvospiceError `STORE_EXISTS`, `STORE_MISSING`, `STORE_CORRUPT`, `STORE_VERSION`.
 */
export function openDatabase(file: string, mode: 'create' | 'resume' | 'read'): DatabaseSync {
  const database = new DatabaseSync(file, { readOnly: mode === 'read', timeout: BUSY_TIMEOUT });
  try {
    const version = versionOf(database, file);
    if (mode === 'create') {
      if (version !== 0) throw new EvospiceError('STORE_EXISTS', 'this folder already holds a run', {
        received: file, expected: 'a folder without a run', remedy: 'choose another folder, or resume this run', file,
      });
      requireBlank(database, file);
      useWriteAheadLog(database);
      database.exec(`BEGIN IMMEDIATE; ${schema} COMMIT;`);
      return database;
    }
    if (version === 0) {
      requireBlank(database, file);
      throw new EvospiceError('STORE_MISSING', 'the run in this folder was ended before it began', {
        received: file, expected: 'a run with at least its tables', remedy: 'start the run without resuming', file,
      });
    }
    if (version !== SCHEMA_VERSION) throw new EvospiceError('STORE_VERSION', `the run was stored in format ${version}`, {
      received: version, expected: `format ${SCHEMA_VERSION}`, remedy: 'use the version of Evospice that wrote it', file,
    });
    if (mode === 'resume') useWriteAheadLog(database);
    checkSound(database, file);
    return database;
  } catch (error) {
    database.close();
    if (isDamaged(error)) throw corrupt(file, 'the file is damaged or is not a SQLite database', error);
    throw error;
  }
}

/**
 * With `NORMAL`, SQLite flushes when it must to stay sound, and leaves it to us when a transaction becomes durable. Where the file
 * system allows no write-ahead log, SQLite flushes each transaction itself.
 */
function useWriteAheadLog(database: DatabaseSync): void {
  const mode = database.prepare('PRAGMA journal_mode = WAL').get()?.['journal_mode'];
  database.exec(`PRAGMA synchronous = ${mode === 'wal' ? 'NORMAL' : 'FULL'}`);
}

/** Whether the file holds the tables of a run, or anything else that is not for us to write over. */
export function holdsRun(file: string): boolean {
  const database = new DatabaseSync(file, { readOnly: true, timeout: BUSY_TIMEOUT });
  try {
    return versionOf(database, file) !== 0 || !isBlank(database);
  } catch (error) {
    if (isDamaged(error)) return true;
    throw error;
  } finally {
    database.close();
  }
}

function versionOf(database: DatabaseSync, file: string): number {
  const version = database.prepare('PRAGMA user_version').get()?.['user_version'];
  if (typeof version !== 'number') throw corrupt(file, 'its format version cannot be read');
  return version;
}

/** A database of somebody else must not be taken for a fresh one. */
function requireBlank(database: DatabaseSync, file: string): void {
  if (!isBlank(database)) throw corrupt(file, 'it holds tables, but not those of a run');
}

function isBlank(database: DatabaseSync): boolean {
  return database.prepare('SELECT count(*) AS count FROM sqlite_schema').get()?.['count'] === 0;
}

function checkSound(database: DatabaseSync, file: string): void {
  const result = database.prepare('PRAGMA quick_check(1)').get()?.['quick_check'];
  if (result !== 'ok') throw corrupt(file, String(result));
  const tables = database.prepare("SELECT count(*) AS count FROM sqlite_schema WHERE name IN ('events', 'facts')").get()?.['count'];
  if (tables !== 2) throw corrupt(file, 'a table is missing');
  const row = database.prepare('SELECT count(*) AS count, coalesce(max(sequence), 0) AS last FROM events').get();
  if (row?.['count'] !== row?.['last']) throw corrupt(file, `it holds ${counted(Number(row?.['count']), 'event')}, the last of them numbered ${String(row?.['last'])}`);
}

/** The error for a file that cannot be trusted. */
export function corrupt(file: string, reason: string, cause?: unknown): EvospiceError {
  return new EvospiceError('STORE_CORRUPT', `the stored run cannot be trusted: ${reason}`, {
    received: reason, expected: 'a sound run file', remedy: 'restore the file from a copy, or start the run anew in another folder', file, cause,
  });
}
