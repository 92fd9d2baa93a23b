import type { LeastSquaresTestFunction } from '../function/test-function.ts';

/** A stationary value, and where it is taken. Digits beyond the paper's six, and points it does not state, are not the paper's. */
export interface PublishedMinimum {
  readonly value: number;
  /** True for a value that is not in the paper but was computed here, by descents from many points: no proof of a least value. */
  readonly computed?: boolean;
  /** Left out where no point is stated. */
  readonly point?: readonly number[];
}

/** A problem of Moré, Garbow & Hillstrom 1981. Sums of squares, not halves of them. */
export interface MghProblem extends LeastSquaresTestFunction {
  /** In the paper, 1 to 35. */
  readonly number: number;
  readonly start: readonly number[];
  /** Least known value first, then others. */
  readonly minima: readonly PublishedMinimum[];
  /** Exact derivatives of the residuals, m x n. */
  jacobian(x: readonly number[]): number[][];
}

export interface MghDescription {
  readonly number: number;
  readonly name: string;
  readonly start: readonly number[];
  readonly minima: readonly PublishedMinimum[];
  readonly residuals: (x: readonly number[]) => number[];
  readonly jacobian: (x: readonly number[]) => number[][];
}

/**
 * The problems have no bounds; for optimizers that need a box there is one, ten times as far from the origin as the start
 * and the published minimisers, and at least from -10 to 10.
 */
export function describeMgh(description: MghDescription): MghProblem {
  const { start, minima, residuals } = description;
  const reach = start.map((value, index) => 10 * Math.max(1, Math.abs(value), ...minima.map(({ point }) => Math.abs(point?.[index] ?? 0))));
  const [least] = minima;
  return {
    ...description,
    dimension: start.length,
    residualCount: residuals(start).length,
    lower: reach.map((value) => -value),
    upper: reach,
    minimum: { value: least!.value, ...(least!.point === undefined ? {} : { points: [least!.point] }) },
    evaluate: (x) => residuals(x).reduce((sum, value) => sum + value * value, 0),
  };
}

/** 1, 2, …, count. */
export const counted = (count: number): number[] => Array.from({ length: count }, (_, index) => index + 1);

/** Row of a matrix that is `value` at one place and 0 elsewhere. */
export const unitRow = (count: number, at: number, value = 1): number[] => Array.from({ length: count }, (_, index) => (index === at ? value : 0));
