import { existsSync, statSync } from 'node:fs';
import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { EvospiceError, type Clock, type RunLog, type RunStore, type RunWriter } from '@evospice/contracts';
import { makeFolder } from './make-folder.ts';
import { holdsRun, openDatabase } from './schema.ts';
import { SqliteRunLog } from './sqlite-run-log.ts';
import { WriterLock } from './writer-lock.ts';

/** File that holds every event of a run, inside the run's folder. */
export const RUN_FILE = 'run.sqlite';

/**
 * Run store over SQLite: one `run.sqlite` per run folder.
 *
 * Durability: events are committed to SQLite's write-ahead log, and `append` resolves when that file has been flushed. Events that wait
 * together share a transaction and a flush. An event that `append` resolved with is taken back neither by `kill -9` nor by a power cut.
 *
 * One process writes a run at a time (see {@link WriterLock}); any number may read it meanwhile.
 */
export class SqliteRunStore implements RunStore {
  readonly name = 'sqlite';
  readonly #clock: Clock;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  /**
   * @param location folder of the run; made when it is missing and `mode` is `create`
   * @throws EvospiceError `STORE_EXISTS`, `STORE_MISSING`, `STORE_LOCKED`, `STORE_CORRUPT`, `STORE_FOLDER`;
   *   `STORE_VERSION` when the file was written by a later version.
   */
  async open(location: string, mode: 'create' | 'resume' | 'read'): Promise<RunLog> {
    const file = join(location, RUN_FILE);
    if (mode === 'create') await makeFolder(location);
    else requireRun(file);
    const options = { file, clock: this.#clock };
    if (mode === 'read') return new SqliteRunLog(openDatabase(file, 'read'), options);
    const lock = WriterLock.acquire(location);
    let database: DatabaseSync | undefined;
    try {
      database = openDatabase(file, mode);
      const walFile = `${file}-wal`;
      const journal = existsSync(walFile) ? await open(walFile, 'r+') : undefined;
      await journal?.datasync();
      return new SqliteRunLog(database, { ...options, writer: { lock, journal } });
    } catch (error) {
      database?.close();
      lock.release();
      throw error;
    }
  }

  async exists(location: string): Promise<boolean> {
    const file = join(location, RUN_FILE);
    return isThere(file) && holdsRun(file);
  }

  async writer(location: string): Promise<RunWriter | undefined> {
    return WriterLock.holder(location);
  }

  /** The lock file stays, so that no two writers can ever lock two different files of one name. */
  async remove(location: string): Promise<void> {
    const file = join(location, RUN_FILE);
    if (!isThere(file)) return;
    const lock = WriterLock.acquire(location);
    try {
      for (const name of [file, `${file}-wal`, `${file}-shm`]) await rm(name, { force: true });
    } finally {
      lock.release();
    }
  }
}

/** An empty file counts as no run: it is what a kill at the very first moment leaves. */
function isThere(file: string): boolean {
  return existsSync(file) && statSync(file).size > 0;
}

function requireRun(file: string): void {
  if (isThere(file)) return;
  throw new EvospiceError('STORE_MISSING', 'there is no run in this folder', {
    received: file,
    expected: `a file ${RUN_FILE}`,
    remedy: 'check the path, or start the run without resuming',
    file,
  });
}
