import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { fitGaussianProcess } from './fit.ts';
import { conditionGaussianProcess, extendGaussianProcess, type GaussianProcessParameters } from './gaussian-process.ts';
import { logMarginalLikelihood } from './marginal-likelihood.ts';
import { maternCorrelation } from './matern.ts';
import { differentiateGaussianProcess, predictGaussianProcess } from './predict.ts';

const smooth = (point: readonly number[]): number => Math.sin(5 * point[0]!) + (point[1]! - 0.4) ** 2 * 3;
const sample = (count: number, dimension: number, seed: number): number[][] => latinHypercube(count, dimension, createRandom(seed));

const parametersOf = (dimension: number): fc.Arbitrary<GaussianProcessParameters> => {
  const between = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });
  return fc.record({
    lengthScales: fc.array(between(0.2, 3), { minLength: dimension, maxLength: dimension }),
    signalVariance: between(0.1, 10), noiseVariance: between(1e-3, 0.5), mean: between(-2, 2),
  });
};

describe('maternCorrelation', () => {
  test('known values', () => {
    // (1 + sqrt(5) + 5/3) exp(-sqrt(5)) with mpmath.
    expect(maternCorrelation(0)).toBe(1);
    expect(maternCorrelation(1)).toBeCloseTo(0.5239941088318203, 15);
  });
});

describe('conditionGaussianProcess', () => {
  test('one point: the closed form', () => {
    const process = conditionGaussianProcess([[0.2, 0.3]], [5], { lengthScales: [0.5, 2], signalVariance: 4, noiseVariance: 1, mean: 1 });
    const correlation = maternCorrelation(Math.hypot(0.4 / 0.5, 0.2 / 2));
    const { mean, variance } = predictGaussianProcess(process, [0.6, 0.1]);
    expect(mean).toBeCloseTo(1 + (4 * correlation * (5 - 1)) / 5, 13);
    expect(variance).toBeCloseTo(4 - (4 * correlation) ** 2 / 5, 13);
  });

  test('two points: the closed form', () => {
    const process = conditionGaussianProcess([[0], [1]], [2, -1], { lengthScales: [1], signalVariance: 1, noiseVariance: 0.1, mean: 0 });
    const [a, b, c] = [maternCorrelation(0.3), maternCorrelation(0.7), maternCorrelation(1)];
    // Inverse of [[1.1, c], [c, 1.1]].
    const determinant = 1.1 ** 2 - c ** 2;
    const { mean, variance } = predictGaussianProcess(process, [0.3]);
    expect(mean).toBeCloseTo((a * (1.1 * 2 + c) + b * (-c * 2 - 1.1)) / determinant, 13);
    expect(variance).toBeCloseTo(1 - (1.1 * a * a - 2 * c * a * b + 1.1 * b * b) / determinant, 13);
  });

  test('without noise it passes through the values, certain of them, and is itself again far away', () => {
    const points = sample(25, 2, 1);
    const process = conditionGaussianProcess(points, points.map(smooth), { lengthScales: [0.4, 0.4], signalVariance: 2, noiseVariance: 0, mean: 7 });
    for (const point of points) {
      const { mean, variance } = predictGaussianProcess(process, point);
      expect(mean).toBeCloseTo(smooth(point), 8);
      expect(variance).toBeLessThan(1e-8);
      expect(variance).toBeGreaterThan(0);
    }
    const far = predictGaussianProcess(process, [40, 40]);
    expect(far.mean).toBeCloseTo(7, 10);
    expect(far.variance).toBeCloseTo(2, 10);
  });

  test('lives with points that coincide', () => {
    const process = conditionGaussianProcess([[0.5], [0.5], [0.5 + 1e-12]], [1, 1, 1], { lengthScales: [1], signalVariance: 1, noiseVariance: 0, mean: 0 });
    expect(process.jitter).toBeGreaterThan(0);
    expect(predictGaussianProcess(process, [0.5]).mean).toBeCloseTo(1, 6);
    const extended = extendGaussianProcess(process, [[0.5]], [1]);
    expect(predictGaussianProcess(extended, [0.5]).mean).toBeCloseTo(1, 6);
  });

  test('extended it is what it would be conditioned at once', () => {
    fc.assert(
      fc.property(parametersOf(3), fc.integer(), fc.integer({ min: 1, max: 5 }), (parameters, seed, added) => {
        const points = sample(20, 3, seed);
        const values = points.map(smooth);
        const whole = conditionGaussianProcess(points, values, parameters);
        const grown = extendGaussianProcess(conditionGaussianProcess(points.slice(0, -added), values.slice(0, -added), parameters), points.slice(-added), values.slice(-added));
        expect(grown.count).toBe(20);
        for (const [index, entry] of whole.factor.entries()) expect(Math.abs(grown.factor[index]! - entry)).toBeLessThan(1e-12);
        expect(predictGaussianProcess(grown, [0.1, 0.9, 0.5]).mean).toBeCloseTo(predictGaussianProcess(whole, [0.1, 0.9, 0.5]).mean, 10);
      }),
      { numRuns: 30 },
    );
  });

  test('an extension that cannot be factored is conditioned anew', () => {
    const process = conditionGaussianProcess([[0.1], [0.9]], [1, 2], { lengthScales: [1], signalVariance: 1, noiseVariance: 0, mean: 0 });
    const extended = extendGaussianProcess(process, [[0.9], [0.4]], [2, 1.5]);
    expect([extended.count, extended.jitter > 0]).toEqual([4, true]);
    expect(predictGaussianProcess(extended, [0.4]).mean).toBeCloseTo(1.5, 6);
  });

  test.each<[Partial<GaussianProcessParameters>]>([[{ lengthScales: [0] }], [{ signalVariance: 0 }], [{ noiseVariance: -1 }], [{ mean: Number.NaN }]])('refuses %o', (wrong) => {
    const parameters = { lengthScales: [1], signalVariance: 1, noiseVariance: 0, mean: 0, ...wrong };
    expect(() => conditionGaussianProcess([[0]], [1], parameters)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });

  test('refuses wrong lengths', () => {
    const parameters = { lengthScales: [1], signalVariance: 1, noiseVariance: 0, mean: 0 };
    const process = conditionGaussianProcess([[0]], [1], parameters);
    for (const call of [
      () => conditionGaussianProcess([[0, 1]], [1], parameters), () => conditionGaussianProcess([[0]], [], parameters),
      () => predictGaussianProcess(process, [0, 1]), () => extendGaussianProcess(process, [[1]], []), () => logMarginalLikelihood([[0, 1]], [1], parameters),
    ]) expect(call).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });
});

describe('differentiateGaussianProcess', () => {
  test('has the gradients of its own differences', () => {
    fc.assert(
      fc.property(parametersOf(3), fc.integer(), (parameters, seed) => {
        const points = sample(15, 3, seed);
        const process = conditionGaussianProcess(points, points.map(smooth), parameters);
        const [at] = sample(1, 3, seed - 1) as [number[]];
        const found = differentiateGaussianProcess(process, at);
        const { mean, variance } = predictGaussianProcess(process, at);
        expect(found.mean).toBeCloseTo(mean, 10);
        expect(found.variance).toBeCloseTo(variance, 10);
        for (let axis = 0; axis < 3; axis++) {
          // Central differences of step 1e-5: truncated at about 1e-9 of the third derivative, rounded at about 1e-10.
          const shifted = (step: number) => predictGaussianProcess(process, at.map((place, other) => (other === axis ? place + step : place)));
          const [high, low] = [shifted(1e-5), shifted(-1e-5)];
          expect(Math.abs((high.mean - low.mean) / 2e-5 - found.meanGradient[axis]!)).toBeLessThan(1e-5);
          expect(Math.abs((high.variance - low.variance) / 2e-5 - found.varianceGradient[axis]!)).toBeLessThan(1e-5);
        }
      }),
      { numRuns: 30 },
    );
  });
});

describe('logMarginalLikelihood', () => {
  test('of one and of two values: the normal density', () => {
    const one = logMarginalLikelihood([[0.3]], [1.5], { lengthScales: [1], signalVariance: 2, noiseVariance: 0.5, mean: 1 });
    expect(one.value).toBeCloseTo(-0.5 * (0.25 / 2.5 + Math.log(2 * Math.PI * 2.5)), 13);
    const two = logMarginalLikelihood([[0], [1]], [1, -2], { lengthScales: [1], signalVariance: 1, noiseVariance: 0.1, mean: 0 });
    const c = maternCorrelation(1);
    const determinant = 1.1 ** 2 - c ** 2;
    expect(two.value).toBeCloseTo(-0.5 * ((1.1 + 4 * c + 4 * 1.1) / determinant + Math.log(determinant)) - Math.log(2 * Math.PI), 13);
  });

  test('has the gradient of its own differences', () => {
    fc.assert(
      fc.property(parametersOf(3), fc.integer(), (parameters, seed) => {
        const points = sample(14, 3, seed);
        const values = points.map(smooth);
        const { gradient } = logMarginalLikelihood(points, values, parameters);
        const at = (index: number, step: number): number => {
          const factor = (other: number): number => (other === index ? Math.exp(step) : 1);
          return logMarginalLikelihood(points, values, {
            lengthScales: parameters.lengthScales.map((scale, axis) => scale * factor(axis)),
            signalVariance: parameters.signalVariance * factor(3), noiseVariance: parameters.noiseVariance * factor(4), mean: parameters.mean,
          }).value;
        };
        for (const [index, slope] of gradient.entries()) {
          // Central differences of step 1e-5 in the logarithm; relative to the size of the gradient.
          expect(Math.abs((at(index, 1e-5) - at(index, -1e-5)) / 2e-5 - slope)).toBeLessThan(1e-6 * (1 + Math.hypot(...gradient)));
        }
      }),
      { numRuns: 40 },
    );
  });
});

describe('fitGaussianProcess', () => {
  test('finds what matters and predicts what it has not seen', () => {
    const points = sample(60, 4, 3);
    const process = fitGaussianProcess(points, points.map(smooth));
    const { lengthScales } = process.parameters;
    expect(Math.max(lengthScales[0]!, lengthScales[1]!)).toBeLessThan(0.2 * Math.min(lengthScales[2]!, lengthScales[3]!));
    const errors = sample(100, 4, 4).map((point) => predictGaussianProcess(process, point).mean - smooth(point));
    // Values range over about 3; seeds 1 to 20 of the points stayed below 0.005.
    expect(Math.sqrt(errors.reduce((sum, error) => sum + error * error, 0) / 100)).toBeLessThan(0.01);
  });

  test('finds parameters no less likely than those the values were drawn with', () => {
    const truth: GaussianProcessParameters = { lengthScales: [0.3, 1.5], signalVariance: 4, noiseVariance: 0.04, mean: 10 };
    const points = sample(80, 2, 5);
    const random = createRandom(6);
    // A draw: L z + mean, with L the factor of the covariance.
    const { factor } = conditionGaussianProcess(points, points.map(() => 0), truth);
    const normals = points.map(() => random.normal());
    const values = points.map((_, i) => truth.mean + normals.slice(0, i + 1).reduce((sum, normal, j) => sum + normal * factor[(i * (i + 1)) / 2 + j]!, 0));
    const process = fitGaussianProcess(points, values, { starts: 3, random: createRandom(7) });
    const { parameters } = process;
    // The priors may cost a little.
    expect(logMarginalLikelihood(points, values, parameters).value).toBeGreaterThan(logMarginalLikelihood(points, values, truth).value - 0.5);
    expect(parameters.noiseVariance).toBeGreaterThan(0.02);
    expect(parameters.noiseVariance).toBeLessThan(0.08);
  });

  test('does not mind the units of the values, nor equal values', () => {
    const points = sample(20, 2, 8);
    const plain = fitGaussianProcess(points, points.map(smooth));
    const large = fitGaussianProcess(points, points.map((point) => 1e6 * smooth(point) + 1e7));
    const at = [0.3, 0.8];
    expect(predictGaussianProcess(large, at).mean).toBeCloseTo(1e6 * predictGaussianProcess(plain, at).mean + 1e7, -2);
    for (const value of [0, 3]) expect(predictGaussianProcess(fitGaussianProcess(points, points.map(() => value)), at).mean).toBeCloseTo(value, 6);
    expect(predictGaussianProcess(fitGaussianProcess([[0.5, 0.5]], [2]), at).mean).toBeCloseTo(2, 6);
  });

  test('refuses nothing and infinity', () => {
    expect(() => fitGaussianProcess([], [])).toThrow(expect.objectContaining({ code: 'TOOLBOX_EMPTY' }));
    expect(() => fitGaussianProcess([[0]], [Infinity])).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});
