import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCumulative, normalDensity } from '../statistics/normal.ts';
import { createRandom } from '../random/create-random.ts';
import { sobol } from '../sampling/sobol.ts';
import { createParzen, logParzenDensity, sampleParzen } from './parzen.ts';

describe('parzen', () => {
  test('one point and the prior: the closed form', () => {
    const estimator = createParzen([[0.3]], 1, { prior: 0.5 });
    // A single point's kernel has deviation 0.2, the prior's 1 about 0.5; shares 2/3 and 1/3.
    const cut = (centre: number, deviation: number): number =>
      normalDensity((0.4 - centre) / deviation) / (deviation * (normalCumulative((1 - centre) / deviation) - normalCumulative(-centre / deviation)));
    expect(Math.exp(logParzenDensity(estimator, [0.4]))).toBeCloseTo((2 / 3) * cut(0.3, 0.2) + (1 / 3) * cut(0.5, 1), 13);
  });

  test('deviations follow the spread of the points along each axis', () => {
    const estimator = createParzen([[0.2, 0.5], [0.4, 0.5], [0.6, 0.5], [0.8, 0.5]], 2);
    // 1.06 * sqrt(0.05) * 4^(-1/6), and the least.
    expect(estimator.kernels[0]!.deviations[0]).toBeCloseTo(1.06 * Math.sqrt(0.05) * 4 ** (-1 / 6), 13);
    expect(estimator.kernels[0]!.deviations[1]).toBe(1e-3);
  });

  test('integrates to 1, whatever the points and weights', () => {
    const place = fc.double({ min: 0, max: 1, noNaN: true });
    const points = fc.array(fc.tuple(place, place, fc.double({ min: 0, max: 3, noNaN: true })), { maxLength: 12 });
    const grid = sobol(4096, 2);
    fc.assert(
      fc.property(points, (triples) => {
        const estimator = createParzen(triples.map(([x, y]) => [x, y]), 2, { weights: triples.map(([, , weight]) => weight), leastDeviation: 0.1 });
        expect(estimator.kernels.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 12);
        // 4096 Sobol points integrate kernels no narrower than 0.1 to a part in a hundred.
        expect(grid.reduce((sum, point) => sum + Math.exp(logParzenDensity(estimator, point)), 0) / grid.length).toBeCloseTo(1, 1.5);
      }),
      { numRuns: 20 },
    );
  });

  test('draws what its density says', () => {
    const estimator = createParzen([[0.1, 0.9], [0.15, 0.8], [0.05, 0.85]], 2, { prior: 0.3 });
    const random = createRandom(1);
    const drawn = Array.from({ length: 4000 }, () => sampleParzen(estimator, random));
    for (const point of drawn) for (const coordinate of point) expect(coordinate >= 0 && coordinate <= 1).toBe(true);
    const grid = sobol(4096, 2);
    const corner = ([x, y]: readonly number[]): boolean => x! < 0.1 && y! > 0.85;
    const expected = grid.filter(corner).reduce((sum, point) => sum + Math.exp(logParzenDensity(estimator, point)), 0) / grid.length;
    // A share of 4000 draws deviates by at most 0.008; the integral is good to about 0.01.
    expect(Math.abs(drawn.filter(corner).length / 4000 - expected)).toBeLessThan(0.04);
  });

  test('without points it is the prior, and without a prior it may be nothing', () => {
    expect(Number.isFinite(logParzenDensity(createParzen([], 3), [0, 0.5, 1]))).toBe(true);
    expect(logParzenDensity(createParzen([[0], [0]], 1, { prior: 0 }), [1])).toBeLessThan(-1e5);
    expect(() => createParzen([], 1, { prior: 0 })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => createParzen([[0]], 1, { weights: [-1] })).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => createParzen([[0]], 2)).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(() => logParzenDensity(createParzen([[0]], 1), [0, 0])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});
