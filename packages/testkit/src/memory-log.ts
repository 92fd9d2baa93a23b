import type { Json, RunLog, StoredEvent } from '@evospice/contracts';

/** A run log that forgets everything with the test; its times count up from 1. */
export class MemoryLog implements RunLog {
  readonly stored: StoredEvent[] = [];
  readonly #facts = new Map<string, Json>();

  append(type: string, payload: Json): StoredEvent {
    const sequence = this.stored.length + 1;
    const event: StoredEvent = { sequence, at: sequence, type, payload: JSON.parse(JSON.stringify(payload)) as Json };
    this.stored.push(event);
    return event;
  }

  events(filter: { readonly types?: readonly string[]; readonly after?: number } = {}): Iterable<StoredEvent> {
    return this.stored.filter(({ type, sequence }) => (filter.types?.includes(type) ?? true) && sequence > (filter.after ?? 0));
  }

  setFact(name: string, value: Json): void {
    this.#facts.set(name, JSON.parse(JSON.stringify(value)) as Json);
  }

  fact(name: string): Json | undefined {
    return this.#facts.get(name);
  }

  close(): void {}

  /** A log that holds the first `count` events: what a kill right after the last of them leaves. */
  cutAfter(count: number): MemoryLog {
    const copy = new MemoryLog();
    copy.stored.push(...this.stored.slice(0, count));
    for (const [name, value] of this.#facts) copy.setFact(name, value);
    return copy;
  }
}
