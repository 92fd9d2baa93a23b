import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { broydenUpdate } from './broyden.ts';
import { leastSquares } from './least-squares.ts';
import { pivotedQr } from './pivoted-qr.ts';
import { choleskyFactor, choleskySolve, symmetricEigen } from './symmetric.ts';
import { addScaled, columnNorms, dot, multiply, multiplyTransposed, norm, subtract } from './vectors.ts';

const randomMatrix = (rows: number, columns: number, seed: number): number[][] => {
  const random = createRandom(seed);
  return Array.from({ length: rows }, () => Array.from({ length: columns }, () => random.normal()));
};
const column = (matrix: readonly (readonly number[])[], index: number): number[] => matrix.map((row) => row[index]!);
const size = fc.integer({ min: 1, max: 9 });

describe('pivotedQr', () => {
  test("R'R is P'A'AP, the diagonal does not grow, and Q keeps lengths", () => {
    fc.assert(
      fc.property(size, size, fc.integer(), (m, n, seed) => {
        const a = randomMatrix(m, n, seed);
        const b = column(randomMatrix(m, 1, seed + 1), 0);
        const { r, permutation, projected, outside, rank } = pivotedQr(a, b);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            expect(dot(column(r, i), column(r, j))).toBeCloseTo(dot(column(a, permutation[i]!), column(a, permutation[j]!)), 10);
          }
          // R'Q'b = P'A'b
          expect(dot(column(r, i), projected)).toBeCloseTo(dot(column(a, permutation[i]!), b), 10);
        }
        expect(outside + projected.reduce((sum, value) => sum + value * value, 0)).toBeCloseTo(norm(b) ** 2, 10);
        for (let i = 1; i < r.length; i++) expect(Math.abs(r[i]![i]!)).toBeLessThanOrEqual(Math.abs(r[i - 1]![i - 1]!) * (1 + 1e-12));
        expect(rank).toBe(Math.min(m, n));
        expect([...permutation].sort((x, y) => x - y)).toEqual(Array.from({ length: n }, (_, index) => index));
      }),
    );
  });

  test('shows the rank of a product of thin factors', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 4 }), fc.integer(), (rank, seed) => {
        const left = randomMatrix(12, rank, seed);
        const right = randomMatrix(rank, 7, seed + 1);
        const product = left.map((row) => multiplyTransposed(right, row));
        expect(pivotedQr(product, undefined, 1e-10).rank).toBe(rank);
      }),
    );
  });

  test('a matrix of zeros has rank 0; ragged rows are refused', () => {
    expect(pivotedQr([[0, 0], [0, 0]]).rank).toBe(0);
    expect(() => pivotedQr([[1, 2], [3]])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(() => pivotedQr([[1, 2]], [1, 2])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});

describe('leastSquares', () => {
  test('leaves a residual that stands upright on every column', () => {
    fc.assert(
      fc.property(size, size, fc.integer(), (m, n, seed) => {
        const a = randomMatrix(m, n, seed);
        const b = column(randomMatrix(m, 1, seed + 1), 0);
        const { solution, residual } = leastSquares(a, b);
        const left = subtract(b, multiply(a, solution));
        expect(norm(left)).toBeCloseTo(residual, 9);
        for (const entry of multiplyTransposed(a, left)) expect(entry).toBeCloseTo(0, 8);
      }),
    );
  });

  test('finds a line through three points', () => {
    // By hand: y = 2/3 + x/2 for (0, 1), (1, 1), (2, 2) leaves residuals 1/3, -1/6... in all sqrt(1/6).
    const { solution, residual } = leastSquares([[1, 0], [1, 1], [1, 2]], [1, 1, 2]);
    expect(solution[0]).toBeCloseTo(5 / 6, 12);
    expect(solution[1]).toBeCloseTo(1 / 2, 12);
    expect(residual).toBeCloseTo(Math.sqrt(1 / 6), 12);
  });

  test('gives equal columns to one of them only', () => {
    const { solution, rank, residual } = leastSquares([[1, 1], [2, 2]], [3, 6]);
    expect(rank).toBe(1);
    expect(solution.filter((value) => value !== 0)).toHaveLength(1);
    expect(residual).toBeCloseTo(0, 12);
  });
});

describe('symmetric matrices', () => {
  const definite = (n: number, seed: number): number[][] => {
    const half = randomMatrix(n + 2, n, seed);
    return Array.from({ length: n }, (_, i) => Array.from({ length: n }, (_unused, j) => dot(column(half, i), column(half, j)) + (i === j ? 0.1 : 0)));
  };

  test('choleskySolve solves, choleskyFactor multiplies back, symmetricEigen diagonalises', () => {
    fc.assert(
      fc.property(size, fc.integer(), (n, seed) => {
        const a = definite(n, seed);
        const x = column(randomMatrix(n, 1, seed + 1), 0);
        expect(norm(subtract(choleskySolve(a, multiply(a, x)), x))).toBeLessThan(1e-7 * (1 + norm(x)));
        const l = choleskyFactor(a);
        const { values, vectors } = symmetricEigen(a);
        for (let i = 0; i < n; i++) {
          for (let j = 0; j < n; j++) {
            expect(dot(l[i]!, l[j]!)).toBeCloseTo(a[i]![j]!, 8);
            expect(values.reduce((sum, value, k) => sum + value * vectors[i]![k]! * vectors[j]![k]!, 0)).toBeCloseTo(a[i]![j]!, 8);
          }
        }
        expect(values).toEqual([...values].sort((p, q) => p - q));
      }),
    );
  });

  test('the upper triangle does not count: not when it is off by rounding, nor when it is anything else', () => {
    const a = [[4, 2 + 1e-15], [2, 3]];
    // 4 x + 2 y = 8 and 2 x + 3 y = 8 in (1, 2).
    expect(choleskySolve(a, [8, 8])).toEqual([expect.closeTo(1, 12), expect.closeTo(2, 12)]);
    for (const upper of [2, 7, Number.NaN]) {
      expect(choleskyFactor([[4, upper], [2, 3]])).toEqual([[2, 0], [1, expect.closeTo(Math.SQRT2, 12)]]);
      expect(symmetricEigen([[2, upper], [0, 3]]).values).toEqual([2, 3]);
    }
  });

  test('an indefinite matrix is refused, an empty one is not', () => {
    expect(() => choleskySolve([[1, 2], [2, 1]], [1, 1])).toThrow(expect.objectContaining({ code: 'TOOLBOX_NOT_DEFINITE' }));
    expect(() => choleskyFactor([[-1]])).toThrow(expect.objectContaining({ code: 'TOOLBOX_NOT_DEFINITE' }));
    expect(() => choleskyFactor([[1, 0], [0, Number.NaN]])).toThrow(expect.objectContaining({ code: 'TOOLBOX_NOT_DEFINITE' }));
    expect(() => choleskySolve([[1, 0], [0]], [1, 1])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(choleskySolve([], [])).toEqual([]);
    expect(symmetricEigen([])).toEqual({ values: [], vectors: [] });
  });
});

describe('broydenUpdate', () => {
  test('maps the step onto the change and leaves what stands upright on the step', () => {
    fc.assert(
      fc.property(size, fc.integer({ min: 2, max: 6 }), fc.integer(), (m, n, seed) => {
        const jacobian = randomMatrix(m, n, seed);
        const step = column(randomMatrix(n, 1, seed + 1), 0);
        const change = column(randomMatrix(m, 1, seed + 2), 0);
        const updated = broydenUpdate(jacobian, step, change);
        expect(norm(subtract(multiply(updated, step), change))).toBeLessThan(1e-9 * (1 + norm(change)));
        const other = column(randomMatrix(n, 1, seed + 3), 0);
        const upright = addScaled(other, step, -dot(other, step) / dot(step, step));
        expect(norm(subtract(multiply(updated, upright), multiply(jacobian, upright)))).toBeLessThan(1e-9 * (1 + norm(other)));
      }),
    );
  });

  test('a step of length 0 changes nothing', () => {
    expect(broydenUpdate([[1, 2]], [0, 0], [5])).toEqual([[1, 2]]);
  });
});

describe('vectors', () => {
  test('norm neither overflows nor underflows', () => {
    expect(norm([3e200, 4e200])).toBeCloseTo(5e200, -190);
    expect(norm([3e-200, 4e-200]) / 5e-200).toBeCloseTo(1, 12);
    expect(norm([])).toBe(0);
    expect(norm([1, Number.NaN])).toBeNaN();
    expect(norm([Infinity, 1])).toBe(Infinity);
  });

  test('columnNorms and shapes', () => {
    expect(columnNorms([[3, 0], [4, 0]])).toEqual([5, 0]);
    expect(() => dot([1], [1, 2])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(() => multiplyTransposed([[1, 2]], [1, 2])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});
