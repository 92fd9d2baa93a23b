import type { EventFilter, Json, RunLog, StoredEvent } from '@evospice/contracts';

/** A run log that forgets everything with the test; its times count up from 1. */
export class MemoryLog implements RunLog {
  readonly stored: StoredEvent[] = [];
  readonly #facts = new Map<string, Json>();

  async append(type: string, payload: Json): Promise<StoredEvent> {
    const sequence = this.stored.length + 1;
    const event: StoredEvent = { sequence, at: sequence, type, payload: JSON.parse(JSON.stringify(payload)) as Json };
    this.stored.push(event);
    return event;
  }

  async *events({ types, after = 0 }: EventFilter = {}): AsyncGenerator<StoredEvent> {
    yield* this.stored.filter(({ type, sequence }) => (types?.includes(type) ?? true) && sequence > after);
  }

  async setFact(name: string, value: Json): Promise<void> {
    this.#facts.set(name, JSON.parse(JSON.stringify(value)) as Json);
  }

  async fact(name: string): Promise<Json | undefined> {
    return this.#facts.get(name);
  }

  async close(): Promise<void> {}

  /** A log that holds the first `count` events: what a kill right after the last of them leaves. */
  cutAfter(count: number): MemoryLog {
    const copy = new MemoryLog();
    copy.stored.push(...this.stored.slice(0, count));
    for (const [name, value] of this.#facts) copy.#facts.set(name, value);
    return copy;
  }
}
