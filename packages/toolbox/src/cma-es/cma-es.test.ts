import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { symmetricEigen } from '../linear-algebra/symmetric.ts';
import { norm } from '../linear-algebra/vectors.ts';
import { createRandom } from '../random/create-random.ts';
import { cmaEsBounds, cmaEsPenalty } from './bound-penalty.ts';
import { cmaEsDistance, cmaEsSample, cmaEsUpdate, cmaEsWidened, createCmaEs, type CmaEsState } from './state.ts';
import { cmaEsLambda, cmaEsStrategy } from './strategy.ts';

const rank = (points: readonly number[][], f: (point: readonly number[]) => number): number[][] => [...points].sort((a, b) => f(a) - f(b));

/** Generations until f <= target; at most `most`. */
function minimise(f: (point: readonly number[]) => number, state: CmaEsState, target: number, most: number, seed: number): { evaluations: number; state: CmaEsState } {
  const random = createRandom(seed);
  let now = state;
  for (let evaluations = 0; ; evaluations += now.strategy.lambda) {
    const ranked = rank(cmaEsSample(now, random), f);
    if (f(ranked[0]!) <= target || evaluations >= most) return { evaluations, state: now };
    now = cmaEsUpdate(now, ranked);
  }
}

describe('strategy', () => {
  test('has the constants of the tutorial', () => {
    // By hand from arXiv:1604.00772, table 1, for n = 10: lambda 10, mu 5, w' = ln 5.5 - ln i.
    const strategy = cmaEsStrategy(10);
    expect(cmaEsLambda(10)).toBe(10);
    expect(strategy.mu).toBe(5);
    const raw = [1, 2, 3, 4, 5].map((i) => Math.log(5.5) - Math.log(i));
    const sum = raw.reduce((total, weight) => total + weight, 0);
    expect(strategy.weights[0]).toBeCloseTo(raw[0]! / sum, 12);
    expect(strategy.muEff).toBeCloseTo(3.167, 3);
    expect(strategy.cSigma).toBeCloseTo(5.167 / 18.167, 3);
    expect(strategy.dSigma).toBeCloseTo(1 + strategy.cSigma, 12);
    expect(strategy.cC).toBeCloseTo((4 + 0.3167) / (14 + 0.6334), 3);
    expect(strategy.c1).toBeCloseTo(2 / (11.3 ** 2 + 3.167), 5);
    expect(strategy.chiN).toBeCloseTo(3.0847, 3);
  });

  test('weights: the first mu sum to 1, none rises, the others keep the covariance positive', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 2, max: 400 }), (n, lambda) => {
        const { weights, mu, c1, cMu } = cmaEsStrategy(n, lambda);
        expect(weights.slice(0, mu).reduce((sum, weight) => sum + weight, 0)).toBeCloseTo(1, 9);
        for (let index = 1; index < lambda; index++) expect(weights[index]!).toBeLessThanOrEqual(weights[index - 1]!);
        expect(c1 + cMu).toBeLessThanOrEqual(1);
        const negative = weights.reduce((total, weight) => total + Math.min(0, weight), 0);
        expect(1 - c1 - cMu + cMu * n * negative).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
    expect(() => cmaEsStrategy(0)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => cmaEsStrategy(3, 1)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});

describe('state', () => {
  test('a generation moves the mean to the weighted mean of the best half', () => {
    const state = createCmaEs([0.5, 0.5], 0.2, 6);
    const ranked = cmaEsSample(state, createRandom(1));
    const { weights, mu } = state.strategy;
    const next = cmaEsUpdate(state, ranked);
    for (const axis of [0, 1]) expect(next.mean[axis]).toBeCloseTo(ranked.slice(0, mu).reduce((sum, point, place) => sum + weights[place]! * point[axis]!, 0), 12);
    expect(state.mean).toEqual([0.5, 0.5]);
  });

  test('the covariance stays symmetric and positive definite, whatever is ranked best', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 8 }), fc.integer(), (n, seed) => {
        const random = createRandom(seed);
        let state = createCmaEs(Array.from({ length: n }, () => 0.5), 0.3);
        for (let generation = 0; generation < 40; generation++) state = cmaEsUpdate(state, cmaEsSample(state, random));
        expect(symmetricEigen(state.covariance).values[0]).toBeGreaterThan(0);
        for (let row = 0; row < n; row++) for (let column = 0; column < n; column++) expect(state.covariance[row]![column]).toBe(state.covariance[column]![row]);
      }),
      { numRuns: 25 },
    );
  });

  test('the covariance becomes the inverse Hessian of a rotated ellipsoid, up to its scale', () => {
    const along = (x: readonly number[]): number[] => [(x[0]! + x[1]!) / Math.SQRT2, (x[0]! - x[1]!) / Math.SQRT2];
    const f = (x: readonly number[]): number => {
      const [u, v] = along(x);
      return u! ** 2 + 1e4 * v! ** 2;
    };
    const { state } = minimise(f, createCmaEs([1, 0.3], 0.3), 1e-20, 3000, 2);
    const { values, vectors } = symmetricEigen(state.covariance);
    // The ratio of the axes is 10,000 in the limit; a covariance made of some 60 steps knows it within a factor of a few.
    expect(values[1]! / values[0]!).toBeGreaterThan(1e3);
    expect(values[1]! / values[0]!).toBeLessThan(1e5);
    expect(Math.abs(vectors[0]![1]! + vectors[1]![1]!)).toBeCloseTo(Math.SQRT2, 2);
  });

  test('goes down a sphere of ten dimensions at the usual speed', () => {
    const f = (x: readonly number[]): number => norm(x) ** 2;
    const counts = [1, 2, 3, 4, 5].map((seed) => minimise(f, createCmaEs(Array.from({ length: 10 }, () => 1), 1), 1e-9, 5000, seed).evaluations);
    // These seeds took 1,440 to 1,660 evaluations; a wrong constant costs or saves far more than a third.
    for (const count of counts) {
      expect(count).toBeGreaterThan(1000);
      expect(count).toBeLessThan(2200);
    }
  });

  test('distance is counted in standard deviations', () => {
    const state = createCmaEs([0, 0], 0.5, 6);
    expect(cmaEsDistance(state, [0.5, 0])).toBeCloseTo(1, 12);
    expect(cmaEsDistance(state, [0.5, -0.5])).toBeCloseTo(Math.SQRT2, 12);
  });

  test('least deviations widen an axis and leave the others', () => {
    const state = createCmaEs([0.5, 0.5], 0.01);
    const wide = cmaEsWidened(state, [0.1, 0]);
    expect(wide.sigma * Math.sqrt(wide.covariance[0]![0]!)).toBeCloseTo(0.1, 12);
    expect(wide.covariance[1]![1]).toBe(1);
    expect(Math.max(...wide.axes)).toBeCloseTo(10, 9);
    expect(cmaEsWidened(state, [0.005, 0])).toBe(state);
  });

  test('refuses a generation of another size', () => {
    const state = createCmaEs([0, 0], 1, 6);
    expect(() => cmaEsUpdate(state, [[0, 0]])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(() => createCmaEs([0], 0)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});

describe('bounds', () => {
  const inside = createCmaEs([0.5, 0.5], 0.1, 6);
  const outside: CmaEsState = { ...inside, mean: [1.5, 0.5] };
  const costs = [1, 2, 3, 4, 5, Infinity];

  test('cost nothing while the mean has not left the cube', () => {
    const bounds = cmaEsBounds({ ranges: [] }, inside, costs);
    expect(bounds).toEqual({ ranges: [2] });
    expect(cmaEsPenalty(bounds, inside, [3, -3])).toBe(0);
  });

  test('weights come from the spread of the costs and grow while the mean is far outside', () => {
    const first = cmaEsBounds({ ranges: [] }, outside, costs);
    // 2 * 2 / 0.1^2, times 1.1^min(1, muEff / 20) on the axis that is 5 deviations out.
    const factor = 1.1 ** Math.min(1, inside.strategy.muEff / 20);
    expect(first.weights![0]).toBeCloseTo(400 * factor, 9);
    expect(first.weights![1]).toBeCloseTo(400, 9);
    const second = cmaEsBounds(first, outside, costs);
    expect(second.weights![0]! / first.weights![0]!).toBeCloseTo(factor, 12);
    // The mean over two coordinates of weight * 0.2^2.
    expect(cmaEsPenalty(first, outside, [1.2, 0.5])).toBeCloseTo((first.weights![0]! * 0.04) / 2, 12);
    expect(cmaEsPenalty(first, outside, [1, 0])).toBe(0);
  });

  test('a generation of failures teaches no spread', () => {
    expect(cmaEsBounds({ ranges: [] }, outside, [Infinity, Infinity])).toEqual({ ranges: [] });
  });
});
