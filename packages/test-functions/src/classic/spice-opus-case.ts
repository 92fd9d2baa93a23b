import type { TestFunction } from '../function/test-function.ts';
import { box } from './box.ts';

const square = (x: number, y: number): number => x * x + y * y;

/**
 * The case that the manual of SPICE OPUS shows its `optimize` command with: four wells in [0, 10]^2 with a disc between them
 * forbidden, (x - 5)^2 + (y - 5)^2 > 9, from (10, 10), far from the deepest well near (2, 2).
 */
export function spiceOpusCase(): TestFunction {
  return {
    name: 'spice-opus-case', ...box(2, 0, 10), start: [10, 10],
    // Newton's method on this formula with 40 digits.
    minimum: { value: 0.4999999695400382, points: [[2.000000022731316, 2.000000022731316]] },
    evaluate([x, y]) {
      const [a, b] = [x!, y!];
      return 2.5 + square(a - 2, b - 2) / 100 - 2 * Math.exp(-square(a - 2, b - 2))
        - Math.exp(-square(a - 2, b - 8) / 2) - Math.exp(-square(a - 8, b - 2) / 2) - Math.exp(-square(a - 8, b - 8) / 2);
    },
    feasible: ([x, y]) => square(x! - 5, y! - 5) > 9,
    constraints: ['(x1 - 5)^2 + (x2 - 5)^2 > 9'],
  };
}
