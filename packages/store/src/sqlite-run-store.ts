import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { EvospiceError, type Clock, type RunLog, type RunStore } from '@evospice/contracts';
import { openDatabase } from './schema.ts';
import { SqliteRunLog } from './sqlite-run-log.ts';
import { WriterLock } from './writer-lock.ts';

/** File that holds every event of a run, inside the run's folder. */
export const RUN_FILE = 'run.sqlite';

/**
 * Run store over SQLite: one `run.sqlite` a run folder.
 *
 * Durability: the journal is a write-ahead log with `synchronous=FULL`, and every `append` is a transaction of its own.
 * When `append` returns, its pages were written and flushed to the log file, so neither `kill -9` nor a power cut takes
 * them back. Events are few (a handful a second at most), so the flush costs nothing that is felt.
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
   * @throws EvospiceError `STORE_EXISTS`, `STORE_MISSING`, `STORE_LOCKED`, `STORE_CORRUPT`;
   *   `STORE_VERSION` when the file was written by a later version.
   */
  async open(location: string, mode: 'create' | 'resume' | 'read'): Promise<RunLog> {
    const file = join(location, RUN_FILE);
    if (mode === 'read') {
      requireRun(file);
      const database = openDatabase(file, 'read');
      return new SqliteRunLog(database, { file, clock: this.#clock });
    }
    if (mode === 'create') mkdirSync(location, { recursive: true });
    else requireRun(file);
    const lock = WriterLock.acquire(location);
    try {
      const database = openDatabase(file, mode);
      return new SqliteRunLog(database, { file, clock: this.#clock, lock });
    } catch (error) {
      lock.release();
      throw error;
    }
  }
}

/** An empty file counts as no run: it is what a kill at the very first moment leaves. */
function requireRun(file: string): void {
  if (existsSync(file) && statSync(file).size > 0) return;
  throw new EvospiceError('STORE_MISSING', 'there is no run in this folder', {
    received: file,
    expected: `a file ${RUN_FILE}`,
    remedy: 'check the path, or start the run without resuming',
    file,
  });
}
