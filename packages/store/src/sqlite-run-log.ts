import type { DatabaseSync, StatementSync } from 'node:sqlite';
import { EvospiceError, type Clock, type Json, type RunLog, type StoredEvent } from '@evospice/contracts';
import { toJsonText } from './json-text.ts';
import { corrupt } from './schema.ts';
import { isBusy } from './sqlite-errors.ts';
import type { WriterLock } from './writer-lock.ts';

/** Events fetched at a time, so that a long run is never in memory as a whole. */
const PAGE = 256;

/** The events of one run in an open database; without a lock it is read-only. */
export class SqliteRunLog implements RunLog {
  readonly #database: DatabaseSync;
  readonly #file: string;
  readonly #clock: Clock;
  readonly #lock: WriterLock | undefined;
  readonly #insert: StatementSync | undefined;

  constructor(database: DatabaseSync, options: { readonly file: string; readonly clock: Clock; readonly lock?: WriterLock }) {
    this.#database = database;
    this.#file = options.file;
    this.#clock = options.clock;
    this.#lock = options.lock;
    this.#insert = options.lock === undefined ? undefined : database.prepare(
      'INSERT INTO events (sequence, at, type, payload) SELECT coalesce(max(sequence), 0) + 1, ?, ?, ? FROM events RETURNING sequence',
    );
  }

  append(type: string, payload: Json): StoredEvent {
    this.#requireOpen();
    if (this.#insert === undefined) throw this.#readOnly();
    const text = toJsonText(payload, type);
    const at = this.#clock.now();
    const row = this.#insert.get(at, type, text);
    return { sequence: Number(row?.['sequence']), at, type, payload: JSON.parse(text) as Json };
  }

  *events(filter: { readonly types?: readonly string[]; readonly after?: number } = {}): Generator<StoredEvent> {
    this.#requireOpen();
    const { types, after = 0 } = filter;
    if (types?.length === 0) return;
    const wanted = types === undefined ? '' : `AND type IN (${types.map(() => '?').join(', ')})`;
    // Bounded by what is stored now: events appended by the consumer of this iteration are not part of it.
    const end = Number(this.#database.prepare('SELECT coalesce(max(sequence), 0) AS last FROM events').get()?.['last']);
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

  setFact(name: string, value: Json): void {
    this.#requireOpen();
    if (this.#insert === undefined) throw this.#readOnly();
    this.#database
      .prepare('INSERT INTO facts (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value')
      .run(name, toJsonText(value, name));
  }

  fact(name: string): Json | undefined {
    this.#requireOpen();
    const value = this.#database.prepare('SELECT value FROM facts WHERE name = ?').get(name)?.['value'];
    return value === undefined ? undefined : this.#parse(String(value), `fact ${name}`);
  }

  /** Safe to call twice. A writer leaves a single plain file, which can be copied and read from read-only media. */
  close(): void {
    if (!this.#database.isOpen) return;
    try {
      if (this.#lock !== undefined) foldJournal(this.#database);
    } finally {
      this.#database.close();
      this.#lock?.release();
    }
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
    throw new EvospiceError('STORE_CLOSED', 'the run was closed', { expected: 'an open run', remedy: 'open the run again', file: this.#file });
  }

  #readOnly(): EvospiceError {
    return new EvospiceError('STORE_READ_ONLY', 'the run was opened for reading', {
      received: 'a write', expected: 'mode `create` or `resume`', remedy: 'open the run with `resume` to add to it', file: this.#file,
    });
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
