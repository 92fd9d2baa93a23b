import type { Json, Logger, RunLog, StoredEvent } from '@evospice/contracts';
import { describeError } from '@evospice/contracts';
import type { EvolutionEvents, EvolutionEventType } from '../events.ts';
import { RunFold } from '../view/fold-run.ts';
import type { RunView } from '../view/run-view.ts';

/** Is shown each event once it is stored. */
export interface EventSink {
  event(event: StoredEvent): void;
}

export interface JournalOptions {
  readonly reporters?: readonly EventSink[];
  readonly logger?: Logger;
}

/**
 * The one way in which anything enters the record of a run: an event is stored first, then it changes the state, then reporters
 * see it. The state is nothing but the fold over what is stored.
 */
export class Journal {
  readonly #log: RunLog;
  readonly #reporters: readonly EventSink[];
  readonly #logger: Logger | undefined;
  readonly #fold = new RunFold();

  private constructor(log: RunLog, options: JournalOptions) {
    this.#log = log;
    this.#reporters = options.reporters ?? [];
    this.#logger = options.logger;
  }

  /** Reads what the log has stored so far. */
  static async open(log: RunLog, options: JournalOptions = {}): Promise<Journal> {
    const journal = new Journal(log, options);
    for await (const event of log.events()) journal.#fold.apply(event);
    return journal;
  }

  /** The run so far; it changes with each event. */
  get view(): RunView {
    return this.#fold;
  }

  /** Resolves when the event is stored and in the view. */
  async write<T extends EvolutionEventType>(type: T, payload: EvolutionEvents[T]): Promise<void> {
    const event = await this.#log.append(type, payload as unknown as Json);
    this.#fold.apply(event);
    for (const reporter of this.#reporters) {
      try {
        reporter.event(event);
      } catch (error) {
        // Showing a run must not end it.
        this.#logger?.warn(`a reporter failed on the event ${type}: ${describeError(error)}`);
      }
    }
  }

  setFact(name: string, value: Json): Promise<void> {
    return this.#log.setFact(name, value);
  }

  fact(name: string): Promise<Json | undefined> {
    return this.#log.fact(name);
  }
}
