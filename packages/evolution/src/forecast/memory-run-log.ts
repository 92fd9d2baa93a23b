import type { EventFilter, Json, RunLog, StoredEvent } from '@evospice/contracts';

/** Keeps the events of a rehearsal as long as it lasts. */
export class MemoryRunLog implements RunLog {
  readonly stored: StoredEvent[] = [];
  readonly #facts = new Map<string, Json>();

  append(type: string, payload: Json): Promise<StoredEvent> {
    const sequence = this.stored.length + 1;
    const event = { sequence, at: sequence, type, payload };
    this.stored.push(event);
    return Promise.resolve(event);
  }

  async *events({ types, after = 0 }: EventFilter = {}): AsyncGenerator<StoredEvent> {
    yield* this.stored.filter(({ type, sequence }) => (types?.includes(type) ?? true) && sequence > after);
  }

  setFact(name: string, value: Json): Promise<void> {
    this.#facts.set(name, value);
    return Promise.resolve();
  }

  fact(name: string): Promise<Json | undefined> {
    return Promise.resolve(this.#facts.get(name));
  }

  close(): Promise<void> {
    return Promise.resolve();
  }
}
