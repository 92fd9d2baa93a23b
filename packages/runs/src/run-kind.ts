import type { Json, RunProgress, StoredEvent } from '@evospice/contracts';
import type { StoredRun } from './run-folder.ts';

/** How far a run is. */
export interface RunStatus {
  readonly state: 'not begun' | 'unfinished' | 'finished';
  /** Figures for programs, besides kind and state. */
  readonly document: Readonly<Record<string, unknown>>;
  /** The same in words. */
  readonly text: string;
}

/** What was written again. */
export interface RunReport {
  /** The page, absolute. */
  readonly report: string;
  /** Further files by what they are. */
  readonly files?: Readonly<Record<string, Json>>;
  /** What a reader must know before any figure. */
  readonly notices?: readonly string[];
}

/** Follows a run by its events, as a display needs it. */
export interface ProgressTracker {
  /** Takes in the next event. A run that was taken up again shows only its new ones; types that are not known change nothing. */
  apply(event: StoredEvent): RunProgress;
}

/** One kind of run: everything that can be said of it from what is stored. */
export interface RunKind {
  /** Value of the fact `kind`. */
  readonly name: string;
  /** Reads how far a run is, also one that another process is writing. */
  status(run: StoredRun): Promise<RunStatus>;
  /**
   * Writes the report of a run into its folder, from its events and facts alone.
   * @throws EvospiceError `USAGE_REPORT` for a run with nothing to report yet
   */
  report(run: StoredRun): Promise<RunReport>;
  /** @param total units of work expected in all, where that is known before the first event */
  progress(total?: number): ProgressTracker;
}
