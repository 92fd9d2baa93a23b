import type { StoredEvent } from './run-store.ts';

export interface RunDescription {
  readonly kind: 'evolve' | 'extract' | 'bench' | 'demo';
  readonly title: string;
  /** Folder of the run. */
  readonly location: string;
  /** Units of work expected in all, for progress; left out when unknown. */
  readonly total?: number;
}

export interface ReporterSession {
  /** Called for every event as it is stored. Must not throw and must be quick. */
  event(event: StoredEvent): void;
  /** End of the run; returns the files it wrote. */
  close(): Promise<readonly string[]>;
}

/** Shows a run. */
export interface Reporter {
  readonly name: string;
  open(run: RunDescription): Promise<ReporterSession>;
}
export const Reporter = Symbol.for('evospice.Reporter');
