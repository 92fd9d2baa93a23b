import type { OptimizerRun } from '@evospice/contracts';
import type { EncodedTrajectory } from '@evospice/extraction';
import type { BenchRun } from '../bench-run.ts';

/** A run as it is stored: its trajectory by columns. */
export interface StoredBenchRun extends Omit<BenchRun, 'run'> {
  readonly run: Omit<OptimizerRun, 'trajectory'> & { readonly trajectory: EncodedTrajectory };
}

/** Payload of every event type that a benchmark stores. */
export interface BenchEvents {
  /** A process began to run cells: the first one, or a later one that goes on. */
  'bench-started': { readonly cells: number; readonly stored: number; readonly workers: number; readonly versions: Readonly<Record<string, string>> };
  'bench-run': StoredBenchRun;
  /** Nothing was left to run. */
  'bench-finished': { readonly runs: number };
}
