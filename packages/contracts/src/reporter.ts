import type { RunLog, StoredEvent } from './run-store.ts';

/** How far a run is, in terms that any display can show, whatever it is a run of. */
export interface RunProgress {
  /** Finished units of work; need not be whole. */
  readonly done: number;
  /** Units expected in all; null when that is not known. */
  readonly total: number | null;
  /** What is counted, such as `programs`, `runs` or `simulations`. */
  readonly unit: string;
  /** Figures worth showing, most important first, ready to print. */
  readonly figures: readonly { readonly label: string; readonly text: string }[];
  /** What the last event means, where that is worth saying; `major` where it is worth a line that stays. */
  readonly news?: { readonly text: string; readonly major: boolean };
  readonly finished: boolean;
}

export interface RunDescription {
  /** `evolve`, `bench`, `extract`, or what a plugin calls its runs. */
  readonly kind: string;
  readonly title: string;
  /** Folder of the run. */
  readonly location: string;
  /** What was stored of the run before this session, and later all of it. */
  readonly log: Pick<RunLog, 'events' | 'fact'>;
  /** How far the run was when the session began. */
  readonly progress: RunProgress;
}

export interface RunReporter {
  /** Called for every event once it is stored, with how far the run is then. Must not throw and must be quick. */
  event(event: StoredEvent, progress: RunProgress): void;
  /** End of the run, while its log is still open; returns the files it wrote. */
  close(): Promise<readonly string[]>;
}

/** Shows a run. */
export interface Reporter {
  readonly name: string;
  open(run: RunDescription): Promise<RunReporter>;
}
export const Reporter = Symbol.for('evospice.Reporter');
