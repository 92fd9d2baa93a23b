import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { defined, EvospiceError, type RunWriter } from '@evospice/contracts';
import { isBusy } from './sqlite-errors.ts';

/** File whose lock marks the one process that writes the run. */
const LOCK_FILE = 'run.lock';

/**
 * The right to write a run.
 *
 * It is a transaction that stays open on a small database of its own, so the operating system holds the lock and lets go
 * of it when the process dies, however it dies: there is no stale lock to guess about and no process number that could
 * have been reused. The holder's process number stands inside, readable while the lock is held, for the message only.
 * The file stays after the run; removing it could let two writers lock two different files of one name.
 */
export class WriterLock {
  readonly #database: DatabaseSync;

  private constructor(database: DatabaseSync) {
    this.#database = database;
  }

  /** @throws EvospiceError `STORE_LOCKED` with the holder's process number. */
  static acquire(location: string): WriterLock {
    const file = join(location, LOCK_FILE);
    // Long enough for somebody who only asks who writes.
    const database = new DatabaseSync(file, { timeout: 200 });
    try {
      // Reserving first and committing the number before reserving again makes the number visible to others.
      database.exec('BEGIN IMMEDIATE');
      database.exec('CREATE TABLE IF NOT EXISTS holder (id INTEGER PRIMARY KEY CHECK (id = 1), pid INTEGER NOT NULL)');
      database.prepare('INSERT INTO holder (id, pid) VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET pid = excluded.pid').run(process.pid);
      database.exec('COMMIT');
      database.exec('BEGIN IMMEDIATE');
      return new WriterLock(database);
    } catch (error) {
      const pid = isBusy(error) ? holderOf(database) : undefined;
      database.close();
      if (!isBusy(error)) throw error;
      throw new EvospiceError('STORE_LOCKED', `another process is writing this run${pid === undefined ? '' : ` (process ${pid})`}`, {
        received: pid,
        expected: 'a run that nobody else is writing',
        remedy: pid === undefined ? 'wait for it to end' : `wait for process ${pid} to end, or end it, and resume`,
        file,
        cause: error,
      });
    }
  }

  /**
   * Who holds the lock; undefined when nobody does. The operating system knows it: a process that died holds nothing.
   * @throws EvospiceError `STORE_FOLDER` for a folder that may only be read
   */
  static holder(location: string): RunWriter | undefined {
    const file = join(location, LOCK_FILE);
    if (!existsSync(file)) return undefined;
    const database = new DatabaseSync(file, { timeout: 0 });
    try {
      database.exec('BEGIN IMMEDIATE');
      return undefined;
    } catch (error) {
      if (isBusy(error)) return defined({ pid: holderOf(database) });
      throw new EvospiceError('STORE_FOLDER', `cannot find out whether a process writes the run in ${location}: ${(error as Error).message}`, { received: location, expected: 'a folder that can be written into', cause: error });
    } finally {
      database.close();
    }
  }

  /** Lets go; safe to call twice. */
  release(): void {
    if (this.#database.isOpen) this.#database.close();
  }
}

/** Undefined when the holder is in the short moment of writing its number. */
function holderOf(database: DatabaseSync): number | undefined {
  try {
    const row = database.prepare('SELECT pid FROM holder').get();
    return typeof row?.['pid'] === 'number' ? row['pid'] : undefined;
  } catch {
    return undefined;
  }
}
