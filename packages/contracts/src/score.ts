import type { Optimizer, PhysicsFinding } from './optimizer.ts';
import type { ProgramText } from './program.ts';

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
  /** Candidates that were paid for in the same call; left out for one. */
  readonly batch?: number;
  /** What physics rules found in it, notes apart; left out where they found neither or were not asked. */
  readonly findings?: { readonly violations: number; readonly warnings: number };
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
  /** CPU seconds that it worked without waiting for simulations, in whatever process; recorded only where a descriptor asks for it, as it depends on the machine. */
  readonly ownSeconds?: number;
}

/** What one case contributed to a score. */
export interface CaseScore {
  readonly case: string;
  readonly seed: number;
  /** Larger is better. */
  readonly value: number;
  /** By name, as in `Score.parts`; there may be further figures. */
  readonly parts: Readonly<Record<string, number>>;
}

/**
 * What a program is worth, as a `Scorer` or a `Problem` returns it: stored with the program, compared by archives, shown by reports. A program
 * that crashed, timed out or cheated has none.
 */
export interface Score {
  /** The figure by which programs are compared; larger is better; finite. */
  readonly value: number;
  /** Figures that the value is made of, by name, in the order in which they are shown; finite. */
  readonly parts: Readonly<Record<string, number>>;
  /** Further objectives by name, larger is better, for archives that keep a front. */
  readonly objectives?: Readonly<Record<string, number>>;
  /** In the order of the cases, where the value is made of one figure per case. */
  readonly cases?: readonly CaseScore[];
  /** How far the cases lie apart, in the unit of the problem's choice. */
  readonly spread?: number;
}

/** What an extraction program is scored by. */
export interface ScoreSubject {
  /** At least one. */
  readonly runs: readonly OptimizerRun[];
  /** Text of the program's entry file; left out for an optimizer that is not a program. */
  readonly source?: string;
  /** What physics rules found in the resulting card of each run, in the order of `runs`; left out where no rules were asked. */
  readonly findings?: readonly (readonly PhysicsFinding[])[];
  /**
   * For each of `runs` what the scorer's reference did on the same task with the same budget: its run with the same seed, or with all of its seeds where it
   * has none with this one. Left out for a scorer without a reference.
   */
  readonly references?: readonly (readonly OptimizerRun[])[];
}

/** Turns the trajectories of an extraction program into a score. */
export interface Scorer {
  readonly name: string;
  /** An optimizer that scores are relative to. Whoever scores runs it once on every task and seed, and hands its runs over as `ScoreSubject.references`. */
  readonly reference?: { readonly name: string; readonly optimizer: Optimizer };
  /** @throws EvospiceError `SCORE_EMPTY` for no runs, `SCORE_REFERENCE` for runs whose reference is lacking, `SCORE_MARK` for a task without a mark. */
  score(subject: ScoreSubject): Score;
}
export const Scorer = Symbol.for('evospice.Scorer');

/** Measures one behaviour of an extraction program: an axis of the archive. */
export interface Descriptor {
  readonly name: string;
  readonly summary: string;
  /** Values outside are clipped by archives. */
  readonly range: readonly [number, number];
  /** It needs `OptimizerRun.ownSeconds`: its values depend on the machine, so two runs of one seed differ. */
  readonly timed?: true;
  /** Finite number for at least one run with at least one evaluation. */
  measure(subject: { readonly runs: readonly OptimizerRun[]; readonly source: string; readonly program?: ProgramText }): number;
}
export const Descriptor = Symbol.for('evospice.Descriptor');
