import type { ArchiveAxis, ArchiveStatistics, Json, OptimizerRun, Program, Score } from '@evospice/contracts';
import type { CurveFit, SplitErrors } from '@evospice/extraction';

/** Where in the cascade a program was turned away. */
export type RejectionStage = 'proposal' | 'syntax' | 'static' | 'duplicate' | 'probe' | 'evaluation';

export interface TaskFact {
  readonly id: string;
  readonly title: string;
  readonly origin: 'measured' | 'generated';
  readonly role: 'train' | 'validate';
  readonly parameters: number;
}

/** One optimizer (a program, or a baseline by name) on one task with one seed. */
export interface ExtractionRecord {
  /** Program id, or the baseline's name. */
  readonly subject: string;
  readonly role: 'train' | 'validate' | 'baseline';
  readonly task: string;
  readonly seed: number;
  readonly simulator: string;
  readonly run: OptimizerRun;
  readonly start: { readonly train: SplitErrors; readonly validate: SplitErrors | null };
  readonly final: { readonly train: SplitErrors; readonly validate: SplitErrors | null };
  readonly parameters: Readonly<Record<string, number>>;
  readonly end: 'completed' | 'budget' | 'failed';
  readonly failure?: { readonly code: string; readonly message: string };
  /**
   * Overlays; kept for the first seed only: of baselines, of champions on validation tasks, and (added by `champion-fitted`)
   * of champions on training tasks.
   */
  readonly fits?: readonly CurveFit[];
}

/** Payload of every event type that an evolution stores, in the order in which they first appear. */
export interface EvolutionEvents {
  'run-started': {
    readonly seed: number;
    readonly simulator: string;
    readonly budget: number;
    readonly seeds: readonly number[];
    readonly evaluations: number;
    readonly tasks: readonly TaskFact[];
    readonly axes: readonly ArchiveAxis[];
    readonly versions: Readonly<Record<string, string>>;
    /**
     * What the outcome depends on besides seed and configuration. `proposal`: nothing, one program is worked on at a time.
     * `completion`: the order in which several programs in flight happened to finish. Missing in runs of old.
     */
    readonly order?: 'proposal' | 'completion';
    /** Which error programs are judged by. */
    readonly metric?: 'relative' | 'log';
    /** Seeds of the champions' validation. */
    readonly validationSeeds?: readonly number[];
  };
  'run-resumed': {
    readonly evaluations: number;
    /** What is not as it was before, where that is allowed: number of evaluations, workers, proposers. */
    readonly changed?: Readonly<Record<string, { readonly before: Json; readonly now: Json }>>;
  };
  'program-proposed': { readonly program: Program; readonly details: Readonly<Record<string, string | number>> };
  'program-rejected': {
    /** Null when the proposer itself failed and there is no program. */
    readonly program: string | null;
    readonly proposer: string;
    readonly stage: RejectionStage;
    readonly code: string;
    readonly reason: string;
    /** Place in the order of proposals, counted from 1: the only trace of it where there is no program. */
    readonly ordinal?: number;
  };
  /** An extraction met trouble of the simulator's that is not the program's fault, and is run once more. */
  'extraction-retried': {
    readonly subject: string;
    readonly role: ExtractionRecord['role'];
    readonly task: string;
    readonly seed: number;
    /** The attempt that failed, counted from 1. */
    readonly attempt: number;
    readonly code: string;
    readonly reason: string;
  };
  'extraction-finished': ExtractionRecord;
  'program-evaluated': {
    readonly program: string;
    readonly score: Score;
    readonly measures: Readonly<Record<string, number>>;
    readonly archive: { readonly status: 0 | 1 | 2; readonly value: number; readonly cell: readonly number[] | null };
    readonly statistics: ArchiveStatistics;
  };
  'champion-changed': { readonly program: string; readonly score: number; readonly previous: string | null };
  /** Overlays of a champion on a training task, simulated once more from the parameters it had found there. */
  'champion-fitted': { readonly program: string; readonly task: string; readonly seed: number; readonly fits: readonly CurveFit[] };
  'run-finished': { readonly evaluations: number; readonly champion: string | null; readonly statistics: ArchiveStatistics };
}
export type EvolutionEventType = keyof EvolutionEvents;
