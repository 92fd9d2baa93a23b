import { filled } from '@evospice/toolbox';
import type { TestFunction } from '../function/test-function.ts';
import { box } from './box.ts';

const origin = (dimension: number): TestFunction['minimum'] => ({ value: 0, points: [filled(dimension, 0)] });

/** Rastrigin 1974: 10 n + sum of x_i^2 - 10 cos 2 pi x_i over [-5.12, 5.12]^n; a local minimum at each point of whole numbers. */
export function rastrigin(dimension: number): TestFunction {
  return {
    name: 'rastrigin', ...box(dimension, -5.12, 5.12), minimum: origin(dimension),
    evaluate(x) {
      let sum = 0;
      for (let i = 0; i < dimension; i++) sum += x[i]! * x[i]! + 10 * (1 - Math.cos(2 * Math.PI * x[i]!));
      return sum;
    },
  };
}

/** Ackley 1987 with a = 20, b = 0.2, c = 2 pi over [-32.768, 32.768]^n. */
export function ackley(dimension: number): TestFunction {
  return {
    name: 'ackley', ...box(dimension, -32.768, 32.768), minimum: origin(dimension),
    evaluate(x) {
      let squares = 0;
      let cosines = 0;
      for (let i = 0; i < dimension; i++) {
        squares += x[i]! * x[i]!;
        cosines += Math.cos(2 * Math.PI * x[i]!) - 1;
      }
      // Differences through expm1, which are exact near the minimum, where exp(1) - exp(…) loses every digit.
      return -20 * Math.expm1(-0.2 * Math.sqrt(squares / dimension)) - Math.E * Math.expm1(cosines / dimension);
    },
  };
}

/** Griewank 1981: sum of x_i^2 / 4000 - product of cos(x_i / sqrt i) + 1 over [-600, 600]^n. */
export function griewank(dimension: number): TestFunction {
  return {
    name: 'griewank', ...box(dimension, -600, 600), minimum: origin(dimension),
    evaluate(x) {
      let squares = 0;
      let product = 1;
      for (let i = 0; i < dimension; i++) {
        squares += x[i]! * x[i]!;
        product *= Math.cos(x[i]! / Math.sqrt(i + 1));
      }
      return squares / 4000 + (1 - product);
    },
  };
}
