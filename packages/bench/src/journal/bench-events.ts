import type { OptimizerRun } from '@evospice/contracts';
import type { EncodedTrajectory } from '@evospice/extraction';
import type { Json } from '@evospice/contracts';
import type { RunFacts } from '@evospice/runs';
import type { AnalyseBenchOptions } from '../analysis/analyse-bench.ts';
import type { BenchRun } from '../bench-run.ts';
import type { BenchPlan } from '../run/bench-plan.ts';

/** A run as it is stored: its trajectory by columns. */
export interface StoredBenchRun extends Omit<BenchRun, 'run'> {
  readonly run: Omit<OptimizerRun, 'trajectory'> & { readonly trajectory: EncodedTrajectory };
}

/** Payload of every event type that a benchmark stores. */
export interface BenchEvents {
  /** A process began to run cells: the first one, or a later one that goes on. */
  'bench-started': {
    /** Cells that were missing. */
    readonly cells: number;
    /** Cells asked for, those that were stored already included. Absent in format 1. */
    readonly asked?: number;
    /** Runs that the log held, whatever they belong to. */
    readonly stored: number; readonly workers: number; readonly versions: Readonly<Record<string, string>>;
    /** Hash of the code that every run goes through, whatever its optimizer. Not a condition: it is told where runs are taken over. */
    readonly code?: string };
  'bench-run': StoredBenchRun;
  /** Nothing was left to run. */
  'bench-finished': { readonly runs: number };
}

export interface BenchFacts extends RunFacts {
  /** What was last asked for. */
  readonly 'bench-plan': BenchPlan;
  readonly 'bench-record': RecordedBench;
  /** The suite as resolved, and its hash. */
  readonly suite: Json;
  readonly 'suite-hash': string;
}

/** What a benchmark's log says of it besides its runs and its plan. */
export interface RecordedBench {
  readonly title: string;
  /** Suite file that the runs were asked for with, absolute. */
  readonly file: string;
  /** Text of the suite as resolved. */
  readonly suite: string;
  readonly analysis: Required<Pick<AnalyseBenchOptions, 'metric'>> & Pick<AnalyseBenchOptions, 'targets' | 'control'>;
  /** Their versions by name, null for an unknown one. */
  readonly simulators: Readonly<Record<string, string | null>>;
  /** Of Evospice and what it ran on. */
  readonly versions: Readonly<Record<string, string>>;
}
