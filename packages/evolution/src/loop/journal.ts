import type { Json, Logger, ReporterSession, RunLog } from '@evospice/contracts';
import { describeError } from '@evospice/contracts';
import type { EvolutionEvents, EvolutionEventType } from '../events.ts';
import { foldRun, type RunFold } from '../view/fold-run.ts';
import type { RunView } from '../view/run-view.ts';

/**
 * The one way in which anything enters the record of a run: an event is stored first, then it changes the state, then reporters
 * see it. The state is nothing but the fold over what is stored.
 */
export class Journal {
  readonly #log: RunLog;
  readonly #reporters: readonly ReporterSession[];
  readonly #logger: Logger | undefined;
  readonly #fold: RunFold;

  constructor(log: RunLog, options: { readonly reporters?: readonly ReporterSession[]; readonly logger?: Logger } = {}) {
    this.#log = log;
    this.#reporters = options.reporters ?? [];
    this.#logger = options.logger;
    this.#fold = foldRun(log.events());
  }

  /** The run so far; it changes with each event. */
  get view(): RunView {
    return this.#fold;
  }

  write<T extends EvolutionEventType>(type: T, payload: EvolutionEvents[T]): void {
    const event = this.#log.append(type, payload as unknown as Json);
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

  setFact(name: string, value: Json): void {
    this.#log.setFact(name, value);
  }

  fact(name: string): Json | undefined {
    return this.#log.fact(name);
  }
}
