// Minima of the functions without a closed form: Newton's method on these formulas with 40 digits.
import type { TestFunction } from '../function/test-function.ts';
import { box } from './box.ts';

/** Branin 1972 over [-5, 10] x [0, 15]: three minima of equal depth, 10 / (8 pi). */
export function branin(): TestFunction {
  return {
    name: 'branin', dimension: 2, lower: [-5, 0], upper: [10, 15],
    minimum: { value: 10 / (8 * Math.PI), points: [[-Math.PI, 12.275], [Math.PI, 2.275], [3 * Math.PI, 2.475]] },
    evaluate: ([x, y]) => (y! - (5.1 * x! * x!) / (4 * Math.PI * Math.PI) + (5 * x!) / Math.PI - 6) ** 2 + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x!) + 10,
  };
}

/** Goldstein & Price 1971 over [-2, 2]^2: minimum 3 at (0, -1) and three local ones. */
export function goldsteinPrice(): TestFunction {
  return {
    name: 'goldstein-price', ...box(2, -2, 2), minimum: { value: 3, points: [[0, -1]] },
    evaluate([x, y]) {
      const [a, b] = [x!, y!];
      const first = 1 + (a + b + 1) ** 2 * (19 - 14 * a + 3 * a * a - 14 * b + 6 * a * b + 3 * b * b);
      const second = 30 + (2 * a - 3 * b) ** 2 * (18 - 32 * a + 12 * a * a + 48 * b - 36 * a * b + 27 * b * b);
      return first * second;
    },
  };
}

/** Six-hump camel back of Dixon & Szegő 1978 over [-3, 3] x [-2, 2]: six minima, two of them global. */
export function sixHumpCamel(): TestFunction {
  return {
    name: 'six-hump-camel', dimension: 2, lower: [-3, -2], upper: [3, 2],
    minimum: { value: -1.031628453489877, points: [[0.08984201310031806, -0.7126564030207396], [-0.08984201310031806, 0.7126564030207396]] },
    evaluate: ([x, y]) => (4 - 2.1 * x! * x! + x! ** 4 / 3) * x! * x! + x! * y! + (-4 + 4 * y! * y!) * y! * y!,
  };
}

interface HartmannTable {
  readonly exponents: readonly (readonly number[])[];
  readonly places: readonly (readonly number[])[];
}

const heights = [1, 1.2, 3, 3.2];

function hartmann(name: string, { exponents, places }: HartmannTable, value: number, point: readonly number[]): TestFunction {
  return {
    name, ...box(point.length, 0, 1), minimum: { value, points: [point] },
    evaluate(x) {
      let sum = 0;
      for (let k = 0; k < 4; k++) {
        let square = 0;
        for (let i = 0; i < x.length; i++) square += exponents[k]![i]! * (x[i]! - places[k]![i]!) ** 2;
        sum -= heights[k]! * Math.exp(-square);
      }
      return sum;
    },
  };
}

/** Hartmann 1973 in three variables over [0, 1]^3, table of Dixon & Szegő 1978: four minima. */
export function hartmann3(): TestFunction {
  return hartmann('hartmann-3', {
    exponents: [[3, 10, 30], [0.1, 10, 35], [3, 10, 30], [0.1, 10, 35]],
    places: [[0.3689, 0.117, 0.2673], [0.4699, 0.4387, 0.747], [0.1091, 0.8732, 0.5547], [0.03815, 0.5743, 0.8828]],
  }, -3.862782147820755, [0.11461433858967, 0.55564884997186, 0.85254695352087]);
}

/** Hartmann 1973 in six variables over [0, 1]^6, table of Dixon & Szegő 1978: six minima. */
export function hartmann6(): TestFunction {
  return hartmann('hartmann-6', {
    exponents: [[10, 3, 17, 3.5, 1.7, 8], [0.05, 10, 17, 0.1, 8, 14], [3, 3.5, 1.7, 10, 17, 8], [17, 8, 0.05, 10, 0.1, 14]],
    places: [
      [0.1312, 0.1696, 0.5569, 0.0124, 0.8283, 0.5886], [0.2329, 0.4135, 0.8307, 0.3736, 0.1004, 0.9991],
      [0.2348, 0.1451, 0.3522, 0.2883, 0.3047, 0.665], [0.4047, 0.8828, 0.8732, 0.5743, 0.1091, 0.0381],
    ],
  }, -3.322368011415515, [0.20168951100671, 0.15001069182346, 0.4768739742219, 0.27533243049406, 0.31165161660011, 0.65730053406562]);
}
