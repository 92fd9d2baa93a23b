import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { choleskySolve, symmetricEigen } from '../linear-algebra/symmetric.ts';
import { addScaled, dot, multiply, subtract } from '../linear-algebra/vectors.ts';
import { createRandom } from '../random/create-random.ts';
import { cauchyPoint, subspaceMinimum } from './bounded-quadratic.ts';
import { assembleHessian, hessianPoints } from './hessian.ts';
import { bfgsUpdate, curvesUp, dfpUpdate } from './inverse-updates.ts';
import { limitedMemoryMatrix, rememberPair, type CurvaturePair, type LimitedMemoryMatrix } from './limited-memory.ts';
import { newtonStep } from './newton-step.ts';

type Rows = readonly (readonly number[])[];

const identity = (n: number, value = 1): number[][] => Array.from({ length: n }, (_, i) => Array.from({ length: n }, (__, j) => (i === j ? value : 0)));

/** A positive definite matrix A'A + I and random vectors, from a seed. */
function quadratic(n: number, seed: number): { readonly hessian: number[][]; vector(): number[]; unit(): number[] } {
  const random = createRandom(seed);
  const vector = (): number[] => Array.from({ length: n }, () => random.normal());
  const factor = Array.from({ length: n }, vector);
  return { hessian: identity(n).map((row, i) => row.map((one, j) => one + factor.reduce((sum, r) => sum + r[i]! * r[j]!, 0))), vector, unit: () => Array.from({ length: n }, () => random.next()) };
}

function expectClose(met: readonly number[], wanted: readonly number[], tolerance: number): void {
  expect(met.length).toBe(wanted.length);
  for (const [index, value] of wanted.entries()) expect(Math.abs(met[index]! - value)).toBeLessThanOrEqual(tolerance);
}

describe('updates of an inverse Hessian', () => {
  const updates = [
    ['DFP', (h: Rows, s: readonly number[], y: readonly number[]) => dfpUpdate(h, s, y)],
    ['DFP, first factor', (h: Rows, s: readonly number[], y: readonly number[]) => dfpUpdate(h, s, y, 'first')],
    ['DFP, second factor', (h: Rows, s: readonly number[], y: readonly number[]) => dfpUpdate(h, s, y, 'second')],
    ['BFGS', bfgsUpdate],
  ] as const;

  test.each(updates)('%s maps the change of the gradient to the step, and stays symmetric and positive definite', (_, update) => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 6 }), fc.integer(), (n, seed) => {
        const { hessian, vector } = quadratic(n, seed);
        let inverse: Rows = identity(n);
        for (let k = 0; k < 3; k++) {
          const step = vector();
          const change = multiply(hessian, step);
          inverse = update(inverse, step, change);
          expectClose(multiply(inverse, change), step, 1e-8);
        }
        for (const [i, row] of inverse.entries()) for (const [j, value] of row.entries()) expect(value).toBeCloseTo(inverse[j]![i]!, 9);
        expect(symmetricEigen(inverse).values[0]).toBeGreaterThan(0);
      }),
    );
  });

  // Fletcher & Powell 1963, section 4: with exact line searches the inverse Hessian of a quadratic is found in n steps.
  test.each([['DFP', dfpUpdate], ['BFGS', bfgsUpdate]] as const)('%s ends on a quadratic after n exact line searches', (_, update) => {
    const n = 5;
    const { hessian, vector } = quadratic(n, 7);
    let at = vector();
    let inverse: Rows = identity(n);
    for (let k = 0; k < n; k++) {
      const gradient = multiply(hessian, at);
      const direction = multiply(inverse, gradient).map((value) => -value);
      const step = direction.map((value) => (value * -dot(gradient, direction)) / dot(direction, multiply(hessian, direction)));
      at = addScaled(at, step);
      inverse = update(inverse, step, multiply(hessian, step));
    }
    expectClose(at, at.map(() => 0), 1e-8);
    for (const [j, row] of multiplyMatrices(inverse, hessian).entries()) expectClose(row, identity(n)[j]!, 1e-7);
  });

  test('the factors of Oren and Luenberger by hand', () => {
    // H = I, s = (1, 0), y = (2, 1): s'y = 2, y'Hy = 5, s'inv(H)s = 1. The old part is I - yy'/5 = [[1, -2], [-2, 4]] / 5.
    const old = [[0.2, -0.4], [-0.4, 0.8]];
    for (const [scaling, factor] of [['no', 1], ['first', 2 / 5], ['second', 1 / 2]] as const) {
      const updated = dfpUpdate(identity(2), [1, 0], [2, 1], scaling);
      for (const [i, row] of updated.entries()) expectClose(row, old[i]!.map((value, j) => factor * value + (i === 0 && j === 0 ? 0.5 : 0)), 1e-12);
    }
  });

  test('learn nothing from a step that tells no positive curvature', () => {
    const h = [[2, 0.5], [0.5, 1]];
    for (const change of [[-1, 0], [0, 0], [0, 1], [Number.NaN, 1], [Infinity, 0]]) {
      expect(curvesUp([1, 0], change)).toBe(false);
      expect(dfpUpdate(h, [1, 0], change)).toEqual(h);
      expect(bfgsUpdate(h, [1, 0], change)).toEqual(h);
    }
    expect(() => dfpUpdate(h, [1], [1])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});

function multiplyMatrices(a: Rows, b: Rows): number[][] {
  return a.map((row) => b[0]!.map((_, j) => row.reduce((sum, value, k) => sum + value * b[k]![j]!, 0)));
}

describe('newtonStep', () => {
  test('is the solution for a positive definite Hessian', () => {
    const { hessian, vector } = quadratic(4, 3);
    const gradient = vector();
    expectClose(newtonStep(hessian, gradient), choleskySolve(hessian, gradient).map((value) => -value), 1e-10);
  });

  test('leads downhill whatever the Hessian', () => {
    const entry = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(
      fc.property(fc.array(entry, { minLength: 10, maxLength: 10 }), fc.array(entry, { minLength: 4, maxLength: 4 }), (lower, gradient) => {
        fc.pre(gradient.some((value) => Math.abs(value) > 1e-3));
        const hessian = identity(4).map((row, i) => row.map((_, j) => lower[(Math.max(i, j) * (Math.max(i, j) + 1)) / 2 + Math.min(i, j)]!));
        expect(dot(newtonStep(hessian, gradient), gradient)).toBeLessThan(0);
      }),
      { examples: [[[-6.217248937900877e-15, 5e-324, 0, -1.7458736655781805e-251, 0, 0, 0, 0, 0, 0], [0, -0.0010000000000000002, 0, 0]]] },
    );
  });

  test('turns a negative eigenvalue round and raises a small one', () => {
    expectClose(newtonStep([[-2, 0], [0, 4]], [2, 4]), [-1, -1], 1e-12);
    expectClose(newtonStep([[10, 0], [0, 0]], [10, 1], 0.1), [-1, -1], 1e-12);
    expect(newtonStep([[0, 0], [0, 0]], [1, -2])).toEqual([-1, 2]);
    expect(newtonStep([[5e-324, 0], [0, 0]], [1, -2])).toEqual([-1, 2]);
  });
});

describe('numerical Hessian', () => {
  test('that of a quadratic is exact to rounding, in the middle and on the walls', () => {
    const { hessian, vector } = quadratic(4, 11);
    const linear = vector();
    const f = (x: readonly number[]): number => dot(linear, x) + dot(x, multiply(hessian, x)) / 2;
    for (const at of [[0.5, 0.4, 0.3, 0.6], [0, 1, 0.5, 1]]) {
      const { points, moves } = hessianPoints(at, [0.01, 0.01, 0.02, 0.01]);
      expect(points.length).toBe(14);
      for (const point of points) for (const place of point) expect(place === Math.min(1, Math.max(0, place))).toBe(true);
      const found = assembleHessian(f(at), moves, points.map(f));
      // Rounding: 1e-15 / 0.01^2.
      expectClose(found.gradient, addScaled(linear, multiply(hessian, at)), 1e-11);
      for (const [i, row] of found.hessian.entries()) expectClose(row, hessian[i]!, 1e-9);
    }
  });

  test('failed costs leave zeros, and a slope from the other side', () => {
    const { moves } = hessianPoints([0.5, 0.5], [0.1, 0.1]);
    expect(moves).toEqual([[0.1, -0.1], [0.1, -0.1]]);
    const found = assembleHessian(1, moves, [Infinity, 0.9, 1.2, Infinity, Infinity]);
    expectClose(found.gradient, [1, 2], 1e-9);
    expect(found.hessian).toEqual([[0, 0], [0, 0]]);
  });
});

describe('limited memory', () => {
  /** B by the BFGS formula, applied pair by pair to theta I. */
  function dense(pairs: readonly CurvaturePair[], n: number, theta: number): number[][] {
    return pairs.reduce((b, { step, change }) => {
      const moved = multiply(b, step);
      const [along, across] = [dot(step, change), dot(step, moved)];
      return b.map((row, i) => row.map((value, j) => value - (moved[i]! * moved[j]!) / across + (change[i]! * change[j]!) / along));
    }, identity(n, theta));
  }

  function full({ theta, w, m }: LimitedMemoryMatrix): number[][] {
    return w.map((a, i) => w.map((b, j) => (i === j ? theta : 0) - dot(a, multiply(m, b))));
  }

  function remembered(n: number, count: number, seed: number): readonly CurvaturePair[] {
    const { hessian, vector } = quadratic(n, seed);
    return Array.from({ length: count }, vector).reduce<readonly CurvaturePair[]>((pairs, step) => rememberPair(pairs, { step, change: multiply(hessian, step) }, 3), []);
  }

  test.each([0, 1, 2, 3, 5])('the compact form of %i pairs is that of the updates one by one', (count) => {
    const pairs = remembered(5, count, 20 + count);
    expect(pairs.length).toBe(Math.min(3, count));
    const matrix = limitedMemoryMatrix(pairs, 5, 2);
    const wanted = dense(pairs, 5, matrix.theta);
    for (const [i, row] of full(matrix).entries()) expectClose(row, wanted[i]!, 1e-8 * matrix.theta);
  });

  test('a pair without positive curvature is not remembered', () => {
    expect(rememberPair([], { step: [1, 0], change: [-1, 0] }, 3)).toEqual([]);
  });

  test('the Cauchy point is the first local minimum along the bent steepest descent, and the subspace minimum is no worse', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 4 }), fc.integer(), (n, count, seed) => {
        const { vector, unit } = quadratic(n, seed);
        const matrix = limitedMemoryMatrix(remembered(n, count, seed), n, 1.5);
        const b = full(matrix);
        const gradient = vector().map((value) => 3 * value);
        // Some coordinates begin on a wall.
        const at = unit().map((place) => (place < 0.15 ? 0 : place > 0.85 ? 1 : place));
        const model = (z: readonly number[]): number => dot(gradient, subtract(z, at)) + dot(subtract(z, at), multiply(b, subtract(z, at))) / 2;
        const path = (t: number): number[] => at.map((place, i) => Math.min(1, Math.max(0, place - t * gradient[i]!)));
        const cauchy = cauchyPoint(at, gradient, matrix);
        // Walked in small steps: until the model first rises.
        let reached = 0;
        const stride = 1e-4;
        while (reached < 5 && model(path(reached + stride)) < model(path(reached))) reached += stride;
        expect(Math.abs(model(cauchy.point) - model(path(reached)))).toBeLessThanOrEqual(1e-5 * Math.max(1, matrix.theta) * Math.max(1, dot(gradient, gradient)));
        expect(model(cauchy.point)).toBeLessThanOrEqual(1e-12);
        const w = matrix.w;
        expectClose(cauchy.moved, matrix.m.map((_, column) => dot(w.map((row) => row[column]!), subtract(cauchy.point, at))), 1e-7 * Math.max(1, matrix.theta));
        const minimum = subspaceMinimum(at, gradient, matrix, cauchy);
        expect(model(minimum)).toBeLessThanOrEqual(model(cauchy.point) + 1e-8);
        for (const place of minimum) expect(place === Math.min(1, Math.max(0, place))).toBe(true);
      }),
      { numRuns: 60, seed: 4 },
    );
  });

  test('far from the walls the subspace minimum is the Newton step of the model', () => {
    const pairs = remembered(4, 3, 5);
    const matrix = limitedMemoryMatrix(pairs, 4);
    const at = [0.5, 0.5, 0.5, 0.5];
    const gradient = [0.01, -0.02, 0.005, 0.01];
    const wanted = addScaled(at, choleskySolve(dense(pairs, 4, matrix.theta), gradient), -1);
    expectClose(subspaceMinimum(at, gradient, matrix, cauchyPoint(at, gradient, matrix)), wanted, 1e-8);
  });

  test('nothing moves where every coordinate is held by a wall', () => {
    const matrix = limitedMemoryMatrix([], 2);
    const cauchy = cauchyPoint([0, 1], [1, -1], matrix);
    expect(cauchy).toEqual({ point: [0, 1], moved: [], free: [false, false] });
    expect(subspaceMinimum([0, 1], [1, -1], matrix, cauchy)).toEqual([0, 1]);
  });
});
