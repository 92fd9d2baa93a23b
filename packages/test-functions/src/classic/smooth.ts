import { filled } from '@evospice/toolbox';
import type { LeastSquaresTestFunction, TestFunction } from '../function/test-function.ts';
import { box } from './box.ts';

/** Sum of squares over [-5, 5]^n; minimum 0 at the origin. */
export function sphere(dimension: number): TestFunction {
  return {
    name: 'sphere', ...box(dimension, -5, 5), minimum: { value: 0, points: [filled(dimension, 0)] },
    evaluate(x) {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += x[i]! * x[i]!;
      return sum;
    },
  };
}

/** Sum of 10^(6 i / (n - 1)) x_i^2, i from 0, over [-5, 5]^n: axes whose squares differ by a factor of 1e6; minimum 0 at the origin. */
export function ellipsoid(dimension: number): TestFunction {
  const weights = Float64Array.from({ length: dimension }, (_, i) => 10 ** ((6 * i) / Math.max(1, dimension - 1)));
  return {
    name: 'ellipsoid', ...box(dimension, -5, 5), minimum: { value: 0, points: [filled(dimension, 0)] },
    evaluate(x) {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += weights[i]! * x[i]! * x[i]!;
      return sum;
    },
  };
}

/**
 * Rosenbrock 1960, chained: sum of 100 (x_(i+1) - x_i^2)^2 + (1 - x_i)^2 over [-5, 5]^n; minimum 0 at (1, …, 1), and from
 * four variables on a local one near (-1, 1, …, 1). Start (-1.2, 1, -1.2, 1, …).
 */
export function rosenbrock(dimension: number): LeastSquaresTestFunction {
  const residuals = (x: readonly number[]): number[] => {
    const list: number[] = [];
    for (let i = 0; i + 1 < dimension; i++) list.push(10 * (x[i + 1]! - x[i]! * x[i]!), 1 - x[i]!);
    return list;
  };
  return {
    name: 'rosenbrock', ...box(dimension, -5, 5), minimum: { value: 0, points: [filled(dimension, 1)] },
    start: Array.from({ length: dimension }, (_, i) => (i % 2 === 0 ? -1.2 : 1)),
    residualCount: 2 * (dimension - 1),
    residuals,
    evaluate(x) {
      let sum = 0;
      for (let i = 0; i + 1 < dimension; i++) sum += 100 * (x[i + 1]! - x[i]! * x[i]!) ** 2 + (1 - x[i]!) ** 2;
      return sum;
    },
  };
}

/** Powell 1962, four variables in [-4, 5], Hessian singular at the minimum 0 in the origin; start (3, -1, 0, 1). */
export function powellSingular(): LeastSquaresTestFunction {
  const residuals = ([a, b, c, d]: readonly number[]): number[] => [
    a! + 10 * b!, Math.sqrt(5) * (c! - d!), (b! - 2 * c!) ** 2, Math.sqrt(10) * (a! - d!) ** 2,
  ];
  return {
    name: 'powell-singular', ...box(4, -4, 5), minimum: { value: 0, points: [[0, 0, 0, 0]] }, start: [3, -1, 0, 1],
    residualCount: 4, residuals,
    evaluate: (x) => residuals(x).reduce((sum, residual) => sum + residual * residual, 0),
  };
}
