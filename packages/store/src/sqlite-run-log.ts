import type { FileHandle } from 'node:fs/promises';
import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { EvospiceError, type Clock, type EventFilter, type Json, type RunLog, type StoredEvent } from '@evospice/contracts';
import { GroupCommit } from './group-commit.ts';
import { toJsonText } from './json-text.ts';
import { corrupt } from './schema.ts';
import { isBusy } from './sqlite-errors.ts';
import type { WriterLock } from './writer-lock.ts';

/** Events fetched at a time, so that a long run is never in memory as a whole. */
const PAGE = 256;

export interface WriterParts {
  readonly lock: WriterLock;
  /** The write-ahead log, open to be flushed; undefined where SQLite keeps none and flushes by itself. */
  readonly journal: FileHandle | undefined;
}

/** The events of one run in an open database; without the parts of a writer it is read-only. */
export class SqliteRunLog implements RunLog {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #clock: Clock;
  readonly #writer: (WriterParts & { readonly commits: GroupCommit; readonly insert: StatementSync }) | undefined;
  /** Sequence number of the last event that was handed over. */
  #last: number;
  #closing: Promise<void> | undefined;

  constructor(database: DatabaseSync, options: { readonly file: string; readonly clock: Clock; readonly writer?: WriterParts }) {
    this.#database = database;
    this.#file = options.file;
    this.#clock = options.clock;
    this.#last = this.#lastStored();
    const { writer } = options;
    this.#writer = writer === undefined ? undefined : {
      ...writer,
      commits: new GroupCommit(database, { file: options.file, flush: async () => writer.journal?.datasync() }),
      insert: database.prepare('INSERT INTO events (sequence, at, type, payload) VALUES (?, ?, ?, ?)'),
    };
  }

  async append(type: string, payload: Json): Promise<StoredEvent> {
    const { commits, insert } = this.#requireWriter();
    const text = toJsonText(payload, type);
    const event: StoredEvent = { sequence: this.#last + 1, at: this.#clock.now(), type, payload: JSON.parse(text) as Json };
    this.#last += 1;
    await commits.add(() => insert.run(event.sequence, event.at, type, text));
    return event;
  }

  async *events(filter: EventFilter = {}): AsyncGenerator<StoredEvent> {
    this.#requireOpen();
    const { types, after = 0 } = filter;
    await this.#writer?.commits.settled();
    this.#requireOpen();
    if (types?.length === 0) return;
    const wanted = types === undefined ? '' : `AND type IN (${types.map(() => '?').join(', ')})`;
    // Bounded by what is stored now: events appended by the consumer of this iteration are not part of it.
    const end = this.#lastStored();
    const page = this.#database.prepare(
      `SELECT sequence, at, type, payload FROM events WHERE sequence > ? AND sequence <= ? ${wanted} ORDER BY sequence LIMIT ${PAGE}`,
    );
    let last = after;
    for (;;) {
      this.#requireOpen();
      const rows = page.all(last, end, ...(types ?? []));
      for (const row of rows) {
        const event = this.#eventOf(row);
        last = event.sequence;
        yield event;
      }
      if (rows.length < PAGE) return;
    }
  }

  async setFact(name: string, value: Json): Promise<void> {
    const { commits } = this.#requireWriter();
    const text = toJsonText(value, name);
    await commits.add(() => this.#database
      .prepare('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(name, text));
  }

  async fact(name: string): Promise<Json | undefined> {
    this.#requireOpen();
    await this.#writer?.commits.settled();
    this.#requireOpen();
    const value = this.#database.prepare('SELECT value FROM facts WHERE name = ?').get(name)?.['value'];
    return value === undefined ? undefined : this.#parse(String(value), `fact ${name}`);
  }

  /** A writer leaves a single plain file, which can be copied and read from read-only media. */
  close(): Promise<void> {
    return (this.#closing ??= this.#end());
  }

  async #end(): Promise<void> {
    const writer = this.#writer;
    try {
      await writer?.commits.settled();
      await writer?.journal?.close();
      if (writer !== undefined) foldJournal(this.#database);
    } finally {
      this.#database.close();
      writer?.lock.release();
    }
  }

  #lastStored(): number {
    return Number(this.#database.prepare('SELECT coalesce(max(sequence), 0) AS last FROM events').get()?.['last']);
  }

  #eventOf(row: Record<string, unknown>): StoredEvent {
    const sequence = Number(row['sequence']);
    return { sequence, at: Number(row['at']), type: String(row['type']), payload: this.#parse(String(row['payload']), `event ${sequence}`) };
  }

  #parse(text: string, what: string): Json {
    try {
      return JSON.parse(text) as Json;
    } catch (error) {
      throw corrupt(this.#file, `${what} is not JSON`, error);
    }
  }

  #requireOpen(): void {
    if (this.#database.isOpen) return;
    throw this.#closed();
  }

  #requireWriter() {
    if (this.#closing !== undefined) throw this.#closed();
    if (this.#writer !== undefined) return this.#writer;
    throw new EvospiceError('STORE_READ_ONLY', 'the run was opened for reading', {
      received: 'a write', expected: 'mode `create` or `resume`', remedy: 'open the run with `resume` to add to it', file: this.#file,
    });
  }

  #closed(): EvospiceError {
    return new EvospiceError('STORE_CLOSED', 'the run was closed', { expected: 'an open run', remedy: 'open the run again', file: this.#file });
  }
}

/** Leaves the write-ahead log; while someone reads that cannot be done, and the next writer's close does it. */
function foldJournal(database: DatabaseSync): void {
  try {
    database.exec('PRAGMA busy_timeout = 0; PRAGMA journal_mode = DELETE');
  } catch (error) {
    if (!isBusy(error)) throw error;
  }
}
