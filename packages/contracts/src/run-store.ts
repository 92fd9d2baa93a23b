import type { Json } from './json.ts';

export interface StoredEvent {
  /** From 1, without gaps, in order of appending. */
  readonly sequence: number;
  /** Milliseconds since the Unix epoch: a record, never an input of logic. */
  readonly at: number;
  readonly type: string;
  readonly payload: Json;
}

/** The events of one run. What `append` returned from survives `kill -9`. */
export interface RunLog {
  append(type: string, payload: Json): StoredEvent;
  /** In order; all, or only these types, or only after a sequence number. */
  events(filter?: { readonly types?: readonly string[]; readonly after?: number }): Iterable<StoredEvent>;
  /** Facts of the run as a whole, such as its configuration. */
  setFact(name: string, value: Json): void;
  fact(name: string): Json | undefined;
  close(): void;
}

/** Keeps every event of a run. */
export interface RunStore {
  readonly name: string;
  /**
   * @param location folder of the run
   * @param mode `create` refuses a folder that holds a run, `resume` one that holds none, `read` changes nothing
   * @throws EvospiceError `STORE_EXISTS`, `STORE_MISSING`, `STORE_LOCKED` (another process writes this run), `STORE_CORRUPT`.
   */
  open(location: string, mode: 'create' | 'resume' | 'read'): Promise<RunLog>;
}
export const RunStore = Symbol.for('evospice.RunStore');
