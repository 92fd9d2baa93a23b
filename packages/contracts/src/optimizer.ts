import type { RandomSource } from './services.ts';
import type { ParameterScale } from './task.ts';

/** A parameter vector aligned with `ExtractionProblem.parameters`, physical values inside bounds. */
export type Candidate = readonly number[];

export interface ProblemParameter {
  readonly name: string;
  readonly lower: number;
  readonly upper: number;
  readonly start: number;
  readonly scale: ParameterScale;
  /** Present for a discrete parameter: its values are `lower + k * increment`, k = 0, 1, …; others go to the nearest one. */
  readonly increment?: number;
  readonly unit?: string;
  readonly role?: string;
  readonly group?: string;
}

export interface ProblemVector {
  readonly kind: 'i' | 'v' | 'c';
  readonly node?: string;
  /** Points with |measured| below it carry no residual. */
  readonly floor: number;
  readonly measured: readonly number[];
}

/** A training curve as an optimizer sees it. Plain JSON, so that it crosses into a sandbox. */
export interface ProblemCurve {
  readonly id: string;
  readonly kind: string;
  readonly instance: string;
  readonly geometry: Readonly<Record<string, number>>;
  readonly temperatureC: number;
  readonly sweep: string;
  readonly x: readonly number[];
  /** Values by terminal, each as long as `x`. */
  readonly drives: Readonly<Record<string, { readonly quantity: 'v' | 'i'; readonly values: readonly number[] }>>;
  readonly vectors: readonly ProblemVector[];
  readonly weight: number;
  /** Budget units that simulating this curve once costs: its share of the bias points. */
  readonly cost: number;
  /** Number of scored points, which is the length of its part of the residual vector. */
  readonly residuals: number;
}

/** What is to be optimized. Holds training curves only: validation stays outside the optimizer's reach. */
export interface ExtractionProblem {
  readonly task: string;
  readonly device: { readonly kind: string; readonly polarity?: 'n' | 'p'; readonly vdd?: number };
  readonly modelFamily: string;
  readonly parameters: readonly ProblemParameter[];
  readonly curves: readonly ProblemCurve[];
  /**
   * Implicit constraints, such as `vth0 > 0.2` or `log_rms < 1`: expressions over parameters by name, `relative_rms` and
   * `log_rms`. A candidate that violates one costs its budget and fails with `CONSTRAINT_VIOLATED`.
   */
  readonly constraints?: readonly string[];
  /** Which of the two errors `Evaluation.error` is. */
  readonly metric: 'relative' | 'log';
}

export interface EvaluatedCurve {
  readonly id: string;
  readonly relativeRms: number;
  readonly logRms: number;
  /** Simulated values, one array a `ProblemCurve.vectors` entry. */
  readonly simulated: readonly (readonly number[])[];
}

/** What a physics rule has to say about a card or its curves. */
export interface PhysicsFinding {
  readonly rule: string;
  readonly severity: 'note' | 'warning' | 'violation';
  readonly message: string;
  readonly parameter?: string;
  readonly curve?: string;
}

export interface SuccessfulEvaluation {
  readonly ok: true;
  /** True when every curve of the problem was simulated: only then may it become the result. */
  readonly full: boolean;
  /** Root mean square of `residuals`: a fraction for `relative`, decades for `log`. */
  readonly error: number;
  readonly relativeRms: number;
  readonly logRms: number;
  /** Residuals of the problem's metric, curve after curve, scored points only, times the root of the curve's weight. */
  readonly residuals: readonly number[];
  readonly relativeResiduals: readonly number[];
  readonly logResiduals: readonly number[];
  readonly curves: readonly EvaluatedCurve[];
  readonly findings: readonly PhysicsFinding[];
}

/** `OUT_OF_BUDGET`: not simulated and not charged. All others were charged. */
export interface FailedEvaluation {
  readonly ok: false;
  readonly failure: { readonly code: string; readonly message: string };
}

export type Evaluation = SuccessfulEvaluation | FailedEvaluation;

export interface BudgetView {
  /** Budget units allowed in all; one unit is one full suite of the problem's curves. */
  readonly allowed: number;
  readonly spent: number;
  readonly remaining: number;
}

/** Numerics offered to every optimizer; its members are declared by `@evospice/toolbox`, which augments this interface. */
export interface Toolbox {}

export interface OptimizerContext {
  /**
   * One evaluation a candidate, in order. Values outside the bounds are clipped to them.
   * Candidates that the remaining budget cannot pay fail with `OUT_OF_BUDGET`.
   * @throws EvospiceError `BUDGET_EXHAUSTED` when it cannot pay a single one: the driver takes that as a normal end,
   *   so a plain loop needs no check; `EXTRACTION_REQUEST` for an unknown curve, a wrong length or NaN.
   */
  simulate(candidates: readonly Candidate[], options?: { readonly curves?: readonly string[] }): Promise<readonly Evaluation[]>;
  /** Budget at this moment. */
  readonly budget: BudgetView;
  readonly random: RandomSource;
  readonly toolbox: Toolbox;
  readonly signal: AbortSignal;
  /** A line for the run's record. */
  log(message: string): void;
}

/** An optimizer returns nothing: its result is the best full evaluation of its trajectory. */
export interface Optimizer {
  readonly name: string;
  optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void>;
}
export const Optimizer = Symbol.for('evospice.Optimizer');
