import type { BoundedLevenbergMarquardtProblem, BoundedLevenbergMarquardtStep } from './bounded-step.ts';
import type { DifferenceOptions } from './measure-jacobian.ts';
import type { StoppingReason, StoppingTolerances } from './stopping.ts';

/** A step of a trust-region method: of Levenberg-Marquardt, or a dogleg. */
export type TrustRegionStep = (problem: BoundedLevenbergMarquardtProblem) => BoundedLevenbergMarquardtStep;

/** All have defaults; those make a descent MINPACK's `lmdif`, or `lmder` for a model that knows its Jacobian. */
export interface DescentOptions extends Partial<StoppingTolerances> {
  /** What makes steps; `boundedLevenbergMarquardtStep` by default. */
  readonly step?: TrustRegionStep;
  /** First radius as a multiple of |D x|; 100. */
  readonly factor?: number;
  /** Scale D of the trust region: column norms of the Jacobian (Moré 1978), or the identity; `columns`. */
  readonly scaling?: 'columns' | 'identity';
  /** How derivatives are measured where the model has none; machine precision, relative. */
  readonly differences?: DifferenceOptions;
  /** Steps of different length tried in one batch, each a quarter as long as the one before, the first four times the radius; 1. */
  readonly trials?: number;
  /** Steps at most that follow one measured Jacobian with Broyden updates between them; 0. */
  readonly broyden?: number;
  /** Relative reduction of the norm that a step must bring, lest the Jacobian be measured afresh, unless the region cut it short and it kept its promise; 0. */
  readonly gain?: number;
  /** Batches in a row that may be refused with a measured Jacobian; no limit. With an updated one it is one. */
  readonly refusals?: number;
  /** Relative reduction of the norm, from one Jacobian to the next, at or below which the descent has converged; 0. */
  readonly tolerance?: number;
  /** Root mean square of the residuals at or below which the descent ends; 0. */
  readonly enough?: number;
  /** Evaluations after which the descent ends, those of differences included; no limit. */
  readonly evaluations?: number;
}

export type DescentReason = StoppingReason | 'converged' | 'small enough' | 'evaluations';

export interface DescentEnd<P> {
  readonly point: P;
  readonly reason: DescentReason;
  /** Points evaluated, those of differences included. */
  readonly evaluations: number;
  readonly jacobians: number;
}

export const minpackOptions = {
  factor: 100,
  scaling: 'columns',
  differences: { noise: Number.EPSILON, size: 'relative' },
  trials: 1,
  broyden: 0,
  gain: 0,
  refusals: Number.POSITIVE_INFINITY,
  tolerance: 0,
  enough: 0,
  evaluations: Number.POSITIVE_INFINITY,
  ftol: Math.sqrt(Number.EPSILON),
  xtol: Math.sqrt(Number.EPSILON),
  gtol: 0,
} as const satisfies DescentOptions;
