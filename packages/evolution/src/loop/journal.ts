import { describeError, type Json, type Logger, type RunLog, type StoredEvent } from '@evospice/contracts';
import type { EvolutionEvents, EvolutionEventType } from '../events.ts';
import { currentEvents } from '../format/current-events.ts';
import { RunFold } from '../view/run-fold.ts';
import type { RunView } from '../view/run-view.ts';

/** Is shown each event once it is stored. */
export interface EventSink {
  event(event: StoredEvent): void;
}

export interface JournalOptions {
  readonly reporters?: readonly EventSink[] | undefined;
  readonly logger?: Logger | undefined;
}

/**
 * The one way in which anything enters the record of a run. The state is nothing but the fold over what was written.
 *
 * Events are stored in the order in which they are written: if one is lost in a kill, so is everything that was done because of it. So
 * the work goes on at once, and several programs in flight share a flush; reporters see an event when it is stored, and
 * {@link Journal.stored} waits for that where a result is to be relied on.
 */
export class Journal {
  readonly #log: RunLog;
  readonly #options: JournalOptions;
  readonly #fold = new RunFold();
  /** Settles when the last event is stored and reported. */
  #last: Promise<void> = Promise.resolve();

  private constructor(log: RunLog, options: JournalOptions) {
    this.#log = log;
    this.#options = options;
  }

  /** Reads what the log has stored so far. */
  static async open(log: RunLog, options: JournalOptions = {}): Promise<Journal> {
    const journal = new Journal(log, options);
    const current = currentEvents();
    for await (const event of log.events()) journal.#fold.apply(current(event));
    return journal;
  }

  /** The run so far; it changes with each event. */
  get view(): RunView {
    return this.#fold;
  }

  /** Takes the event into the view and hands it to the log. What goes wrong in storing it is thrown by {@link Journal.stored}. */
  write<T extends EvolutionEventType>(type: T, payload: EvolutionEvents[T]): void {
    this.#fold.apply({ type, payload });
    const before = this.#last;
    const appended = this.#log.append(type, payload as unknown as Json);
    this.#last = (async () => {
      await before;
      const event = await appended;
      for (const reporter of this.#options.reporters ?? []) {
        try {
          reporter.event(event);
        } catch (error) {
          // Showing a run must not end it.
          this.#options.logger?.warn(`a reporter failed on the event ${type}: ${describeError(error)}`);
        }
      }
    })();
    // Whoever waits for the event hears of it; nobody else is to be brought down.
    this.#last.catch(() => undefined);
    appended.catch(() => undefined);
  }

  /** Resolves when everything written until now is stored; throws what went wrong in storing it. */
  stored(): Promise<void> {
    return this.#last;
  }

  setFact(name: string, value: Json): Promise<void> {
    return this.#log.setFact(name, value);
  }

  fact(name: string): Promise<Json | undefined> {
    return this.#log.fact(name);
  }
}
