import type { EventFilter, Json, RunLog, StoredEvent } from '@evospice/contracts';

type Name<T> = keyof T & string;

/** A stored event whose payload has the type that belongs to its name. */
export type EventOf<Events, T extends Name<Events> = Name<Events>> = {
  readonly [K in T]: Omit<StoredEvent, 'type' | 'payload'> & { readonly type: K; readonly payload: Events[K] };
}[T];

/** What to do for an event of each type. */
export type EventHandlers<Events, R = void> = { readonly [T in Name<Events>]?: (payload: Events[T], event: EventOf<Events, T>) => R };

/** What can be read of a run. */
export type ReadableLog = Pick<RunLog, 'events' | 'fact'>;

/** Reads the log of a run with the types of its events and facts. Payloads are trusted to be what their type was when they were written: a
 * change of their shape is a new format of the run. */
export class EventReader<Events, Facts = object> {
  readonly #log: ReadableLog;

  constructor(log: ReadableLog) {
    this.#log = log;
  }

  /** Events of the types named, in order. */
  events<T extends Name<Events>>(filter: { readonly types: readonly T[]; readonly after?: number }): AsyncIterable<EventOf<Events, T>> {
    return this.#log.events(filter) as unknown as AsyncIterable<EventOf<Events, T>>;
  }

  /** Every event, also of types that a later version of Evospice may have added: give each to {@link handleEvent}. */
  all(filter: Omit<EventFilter, 'types'> = {}): AsyncIterable<StoredEvent> {
    return this.#log.events(filter);
  }

  async fact<K extends Name<Facts>>(name: K): Promise<Facts[K] | undefined> {
    return (await this.#log.fact(name)) as unknown as Facts[K] | undefined;
  }
}

/** The same for writing too: the types of a run's events and facts are said once. */
export class EventLog<Events, Facts = object> extends EventReader<Events, Facts> {
  readonly #log: RunLog;

  constructor(log: RunLog) {
    super(log);
    this.#log = log;
  }

  append<T extends Name<Events>>(type: T, payload: Events[T]): Promise<StoredEvent> {
    return this.#log.append(type, payload as unknown as Json);
  }

  setFact<K extends Name<Facts>>(name: K, value: Facts[K]): Promise<void> {
    return this.#log.setFact(name, value as unknown as Json);
  }
}

/** Gives an event to the handler of its type; undefined for a type that has none, such as one of a later version. */
export function handleEvent<Events, R>(handlers: EventHandlers<Events, R>, event: StoredEvent): R | undefined {
  if (!Object.hasOwn(handlers, event.type)) return undefined;
  const handle = handlers[event.type as Name<Events>] as ((payload: unknown, event: StoredEvent) => R) | undefined;
  return handle?.(event.payload, event);
}
