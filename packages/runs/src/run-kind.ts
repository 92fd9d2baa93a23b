import { defineExtensionPoint, type RunProgress, type StoredEvent } from '@evospice/contracts';
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
  readonly files?: Readonly<Record<string, string | readonly string[]>>;
  /** What a reader must know before any figure. */
  readonly notices?: readonly string[];
}

/** Follows a run by its events, as displays need it. */
export interface ProgressTracker {
  /** Takes in the next event; types that are not known change nothing. */
  apply(event: StoredEvent): void;
  /** After the last event. */
  readonly progress: RunProgress;
}

/** One kind of run: everything that can be said of it from what is stored. */
export interface RunKind {
  /** Value of the fact `kind`. */
  readonly name: string;
  /** Reads how far a run is, also one that another process is writing. */
  status(run: StoredRun): Promise<RunStatus>;
  /** Names of the files that `report` writes into the folder of a run. */
  readonly files: readonly string[];
  /**
   * Writes the report of a run into its folder, from its events and facts alone.
   * @throws EvospiceError `USAGE_REPORT` for a run with nothing to report yet
   */
  report(run: StoredRun): Promise<RunReport>;
  /** @param total units of work expected in all, where that is known before the first event */
  tracker(total?: number): ProgressTracker;
}
export const RunKind = Symbol.for('evospice.RunKind');

declare module '@evospice/contracts' {
  interface ExtensionPoints {
    RunKind: RunKind;
  }
}

/** The extension point of run kinds: `status`, `report` and displays find the kind of a run by its name. */
export const runKindPoint = defineExtensionPoint({ name: 'RunKind', token: RunKind, summary: 'says how far a run of its kind is, and writes its report' });
