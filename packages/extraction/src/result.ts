import type { SplitErrors } from './metric/split-errors.ts';
import type { Regularisation } from './regularisation/regularise.ts';
import type { NoUncertainty, Uncertainty } from './uncertainty/uncertainty.ts';
import type { ComparedFigure } from './figures/figure.ts';
import type { CrossValidation } from './hold-out/cross-validation.ts';
import type { Diagnosis } from './diagnosis/diagnosis.ts';
import type { OptimizerRun, PhysicsFinding, TrajectoryPoint } from '@evospice/contracts';

/** One measured vector with its simulation before and after, for overlays. Capacitances in F, currents in A, voltages in V. */
export interface CurveFit {
  readonly curve: string;
  readonly kind: string;
  readonly split: 'train' | 'validate' | 'extra';
  readonly instance: string;
  readonly temperatureC: number;
  /** Name of the x column. */
  readonly sweep: string;
  /** Name of the measured column. */
  readonly column: string;
  readonly quantity: 'i' | 'v' | 'c';
  /** Drives of the other terminals that are constant along the sweep, for labels: V or A by terminal. */
  readonly bias: Readonly<Record<string, number>>;
  readonly floor: number;
  readonly x: readonly number[];
  readonly measured: readonly number[];
  /** Null where the simulation failed. */
  readonly before: readonly number[] | null;
  readonly after: readonly number[] | null;
}

/** A curve that still lies far off. */
export interface WorstCurve {
  readonly curve: string;
  readonly kind: string;
  /** Root mean square of its residuals in the metric of the extraction. */
  readonly error: number;
  /** Of the sum of squared weighted residuals of all training curves. */
  readonly share: number;
}

export type ExtractionEnd =
  /** The optimizer returned. */
  | 'completed'
  /** It asked for more than the budget could pay: a normal end. */
  | 'budget'
  /** It threw, or its program was killed; what it had found until then is the result. */
  | 'failed'
  /** The user or the time allowed ended it; what it had found until then is the result. */
  | 'interrupted';

/** What one extraction came to. Every number in it follows from its trajectory and simulations. */
export interface ExtractionResult {
  readonly task: string;
  readonly optimizer: string;
  readonly simulator: string;
  readonly seed: number;
  readonly metric: 'relative' | 'log';
  readonly budget: { readonly allowed: number; readonly spent: number };
  readonly start: { readonly train: SplitErrors; readonly validate: SplitErrors | null };
  readonly final: { readonly train: SplitErrors; readonly validate: SplitErrors | null };
  /** The training curves that make up most of what is left of the error, the worst first, a few; empty where the result could not be simulated, left out of one that has not ended. */
  readonly worstCurves?: readonly WorstCurve[];
  /** Best parameters by name; the start values if nothing better was found. */
  readonly parameters: Readonly<Record<string, number>>;
  readonly trajectory: readonly TrajectoryPoint[];
  /** The same as a scorer wants it. */
  readonly run: OptimizerRun;
  readonly fits: readonly CurveFit[];
  readonly end: ExtractionEnd;
  readonly failure?: { readonly code: string; readonly message: string };
  readonly log: readonly string[];
  /** What physics rules found in the resulting card; left out where none were given. */
  readonly findings?: readonly PhysicsFinding[];
  /** Left out where none was asked for. */
  readonly diagnosis?: Diagnosis;
  /** The same search with each group of an axis held out in turn; left out where none was asked for. */
  readonly crossValidation?: CrossValidation;
  /** Figures of merit of the measured curves and of their simulation before and after; left out where no diagnosis was asked for. */
  readonly figures?: readonly ComparedFigure[];
  /** How well the training curves determine the parameters, or why that is not known; left out where it was not asked for. */
  readonly uncertainty?: Uncertainty | NoUncertainty;
  /** How the best of the trajectory was drawn back to become the result; left out where it was not, or nothing was better than the start. */
  readonly regularisation?: Regularisation;
}
