import type { Json } from './json.ts';

export interface StoredEvent {
  /** From 1, without gaps, in order of appending. */
  readonly sequence: number;
  /** Milliseconds since the Unix epoch: a record, never an input of logic. */
  readonly at: number;
  readonly type: string;
  readonly payload: Json;
}

export interface EventFilter {
  /** Only these types. */
  readonly types?: readonly string[];
  /** Only events after this sequence number. */
  readonly after?: number;
}

/** The events of one run. Everything is carried out in the order in which it was called. */
export interface RunLog {
  /**
   * Resolves once the event survives `kill -9` and a power cut. Events that wait at the same time share one flush, so await
   * several together where none depends on another.
   * @throws EvospiceError `STORE_PAYLOAD` for what JSON cannot carry, `STORE_READ_ONLY`, `STORE_CLOSED`, `STORE_WRITE` when the
   *   event could not be written; no later event is then written either
   */
  append(type: string, payload: Json): Promise<StoredEvent>;
  /** In order, up to what was appended before this call. */
  events(filter?: EventFilter): AsyncIterable<StoredEvent>;
  /** Facts of the run as a whole, such as its configuration. Durable like events; @throws like `append`. */
  setFact(name: string, value: Json): Promise<void>;
  fact(name: string): Promise<Json | undefined>;
  /** Writes what still waits, then lets go of the run. Safe to call twice. */
  close(): Promise<void>;
}

/** Who writes a run. */
export interface RunWriter {
  /** Process number on its host, where it is known. */
  readonly pid?: number;
}

/** Keeps every event of a run. A location is a folder of the run; a store elsewhere takes its path as the name of the run. */
export interface RunStore {
  readonly name: string;
  /**
   * @param location folder of the run
   * @param mode `create` refuses a folder that holds a run, `resume` one that holds none, `read` changes nothing
   * @throws EvospiceError `STORE_EXISTS`, `STORE_MISSING`, `STORE_LOCKED` (another process writes this run), `STORE_CORRUPT`,
   *   `STORE_FOLDER` for a folder that cannot be made.
   */
  open(location: string, mode: 'create' | 'resume' | 'read'): Promise<RunLog>;
  /** Whether `create` would refuse this location: true also for a run that is damaged or being written. */
  exists(location: string): Promise<boolean>;
  /**
   * The process that writes this run now, on whatever host; undefined where nobody does. A store that cannot tell leaves it out.
   * Changes nothing, but for a moment no other process may begin to write.
   * @throws EvospiceError `STORE_FOLDER` where it cannot be found out, as in a folder that may only be read
   */
  writer?(location: string): Promise<RunWriter | undefined>;
  /**
   * Removes the run of this location and nothing else; nothing happens where there is none.
   * @throws EvospiceError `STORE_LOCKED` when a process writes it
   */
  remove(location: string): Promise<void>;
}
export const RunStore = Symbol.for('evospice.RunStore');
