import type { DatabaseSync } from 'node:sqlite';
import { EvospiceError } from '@evospice/contracts';

interface Waiting {
  readonly write: () => unknown;
  readonly done: PromiseWithResolvers<void>;
}

export interface GroupCommitOptions {
  readonly file: string;
  /** Makes what was committed survive a power cut. */
  readonly flush: () => Promise<void>;
}

/**
 * Carries out writes in their order. All that wait go into one transaction and share one flush; while it is under way the next ones
 * gather. The flush runs on a thread of Node's pool, so that programs are judged meanwhile.
 *
 * After the first failure nothing is written any more: what comes later may depend on what is missing.
 */
export class GroupCommit {
  readonly #database: DatabaseSync;
  readonly #options: GroupCommitOptions;
  #waiting: Waiting[] = [];
  #running = false;
  /** Settles with the last write that was added. */
  #last: Promise<void> = Promise.resolve();
  #broken: EvospiceError | undefined;

  constructor(database: DatabaseSync, options: GroupCommitOptions) {
    this.#database = database;
    this.#options = options;
  }

  /** Resolves when the write is durable. @throws EvospiceError `STORE_WRITE` */
  add(write: () => unknown): Promise<void> {
    if (this.#broken !== undefined) return Promise.reject(this.#broken);
    const done = Promise.withResolvers<void>();
    this.#waiting.push({ write, done });
    this.#last = done.promise;
    if (!this.#running) void this.#run();
    return done.promise;
  }

  /** Resolves when everything added until now has been written, or has failed. */
  async settled(): Promise<void> {
    await this.#last.catch(() => undefined);
  }

  async #run(): Promise<void> {
    this.#running = true;
    do {
      // Everything that is ready to run by now gets to add its writes first.
      await new Promise((resolve) => { setImmediate(resolve); });
      await this.#commit(this.#waiting.splice(0));
    } while (this.#waiting.length > 0);
    this.#running = false;
  }

  async #commit(group: readonly Waiting[]): Promise<void> {
    try {
      if (this.#broken !== undefined) throw this.#broken;
      this.#transaction(group);
      await this.#options.flush();
    } catch (error) {
      this.#broken ??= new EvospiceError('STORE_WRITE', `the run could not be written: ${error instanceof Error ? error.message : String(error)}`, {
        remedy: 'see to free space and permissions, then resume the run', file: this.#options.file, cause: error,
      });
      for (const { done } of group) done.reject(this.#broken);
      return;
    }
    for (const { done } of group) done.resolve();
  }

  #transaction(group: readonly Waiting[]): void {
    this.#database.exec('BEGIN IMMEDIATE');
    try {
      for (const { write } of group) write();
      this.#database.exec('COMMIT');
    } catch (error) {
      // SQLite may have rolled back by itself, as it does on a full disk.
      if (this.#database.isTransaction) this.#database.exec('ROLLBACK');
      throw error;
    }
  }
}
