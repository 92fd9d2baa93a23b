/** One step of a trajectory. */
export interface TrajectoryPoint {
  /** Budget units spent after this evaluation. */
  readonly spent: number;
  /** Error of this evaluation; null when it failed or did not simulate all curves. */
  readonly error: number | null;
  /** Best full error so far; null before the first success. */
  readonly best: number | null;
  /** Failure code, if it failed. */
  readonly failure?: string;
  /** Position in the unit cube (log parameters on a log axis), for descriptors; left out where it is not kept. */
  readonly position?: readonly number[];
}

/** One optimizer on one task with one seed. */
export interface OptimizerRun {
  readonly task: string;
  readonly seed: number;
  /** Budget units. */
  readonly allowed: number;
  /** Error of the starting card: the measure that errors are divided by. Greater than 0. */
  readonly startError: number;
  readonly trajectory: readonly TrajectoryPoint[];
}

export interface RunScore {
  readonly task: string;
  readonly seed: number;
  /** Final best error divided by the start error, clipped to [0, 1]. */
  readonly finalRatio: number;
  readonly precision: number;
  readonly efficiency: number;
  readonly robustness: number;
  readonly score: number;
}

export interface Score {
  /** Geometric mean over tasks and seeds; larger is better. */
  readonly value: number;
  /** Standard deviation of the logarithms: the spread kept. */
  readonly spread: number;
  readonly precision: number;
  readonly efficiency: number;
  readonly robustness: number;
  readonly runs: readonly RunScore[];
}

/** Turns trajectories into a score. */
export interface Scorer {
  readonly name: string;
  /** @throws EvospiceError `SCORE_EMPTY` for no runs. */
  score(runs: readonly OptimizerRun[]): Score;
}
export const Scorer = Symbol.for('evospice.Scorer');

/** Measures one behaviour of a program: an axis of the archive. */
export interface Descriptor {
  readonly name: string;
  readonly summary: string;
  /** Values outside are clipped by archives. */
  readonly range: readonly [number, number];
  /** Finite number for at least one run with at least one evaluation. */
  measure(subject: { readonly runs: readonly OptimizerRun[]; readonly source: string }): number;
}
export const Descriptor = Symbol.for('evospice.Descriptor');
