import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bbobFunction, bbobTitles } from './bbob-function.ts';
import { bbobUniform } from './generator.ts';
import { BbobInstance } from './instance.ts';
import { conditioning, oscillated, skew } from './transforms.ts';

const numbers = bbobTitles.map((_, index) => index + 1);
const dimensions = [2, 3, 5, 10, 20, 40];
/** A place in the box and beyond it, as a share of the box that is stretched over the dimension. */
const places = fc.array(fc.double({ min: -6, max: 6, noNaN: true }), { minLength: 40, maxLength: 40 });

describe('instances', () => {
  test('are the published ones: values of the minima of instance 1', () => {
    // As stated for instance 1 in the data that come with the COCO platform (functions f1 to f24, any dimension).
    expect(numbers.map((number) => bbobFunction(number, 2, 1).minimum.value)).toEqual([
      79.48, -209.88, -462.09, -462.09, -9.21, 35.9, 92.94, 149.15, 123.83, -54.94, 76.27, -621.11,
      29.97, -52.35, 1000, 71.35, -16.94, -16.94, -102.55, -546.5, 40.78, -1000, 6.87, 102.61,
    ]);
  });

  // Answers of the suite's reference code (COCO 1.2) at these two points, the second one outside the box: 5 variables, instance 3.
  const inside = Array.from({ length: 5 }, (_, j) => 4.9 * Math.sin(2.7 * j + 2));
  const outside = Array.from({ length: 5 }, (_, j) => 7 * Math.sin(1.3 * j + 2));
  const answers = [
    [-108.66749628, -26.798135986], [17884882.014, 70746226.038], [1358.1516178, 10083.227288], [6493.0415977, 6451.4458031],
    [212.76576604, 233.39392527], [668492.78663, 912928.2148], [174.03080635, 3152.9602138], [185786.25647, 933290.26264],
    [132568.95797, 7458.5938357], [34090685.395, 24720610.473], [72258070.173, 66528331.297], [156012280.64, 8942185289.6],
    [1995.6905114, 3691.2172392], [526.91161612, 176.46371352], [590.64552243, 238.62112964], [181.10998733, 190.53058508],
    [303.25444457, 370.14804587], [417.23043837, 463.33808546], [367.25717023, 481.10152682], [39450.402704, 151264.35508],
    [-288.96411544, -280.34637007], [-37.421511235, 42.724588167], [-116.991104, -103.86156233], [276.64834545, 60345.791055],
  ] as const;

  test.each(answers.map((answer, index) => [index + 1, ...answer] as const))('have the values of the reference code: f%i', (number, first, second) => {
    const { evaluate } = bbobFunction(number, 5, 3);
    expect(Math.abs(evaluate(inside) / first - 1)).toBeLessThan(1e-9);
    expect(Math.abs(evaluate(outside) / second - 1)).toBeLessThan(1e-9);
  });

  test('differ from one another', () => {
    const optima = [1, 2, 3, 4, 5].map((instance) => bbobFunction(8, 3, instance).minimum);
    expect(new Set(optima.map(({ value }) => value)).size).toBe(5);
    expect(new Set(optima.map(({ points }) => String(points))).size).toBe(5);
  });

  test('have orthogonal rotations', () => {
    for (const dimension of dimensions) {
      const matrix = new BbobInstance(10, dimension, 3).rotationR();
      for (let i = 0; i < dimension; i++) {
        for (let j = 0; j < dimension; j++) {
          const product = Array.from({ length: dimension }, (_, k) => matrix.at(k, i) * matrix.at(k, j)).reduce((sum, value) => sum + value, 0);
          expect(Math.abs(product - (i === j ? 1 : 0))).toBeLessThan(1e-12);
        }
      }
    }
  });

  test('come from an even generator', () => {
    // 5 standard errors of the mean of 10,000 uniform numbers.
    const drawn = bbobUniform(10_000, 12_345);
    expect(Math.abs(drawn.reduce((sum, value) => sum + value, 0) / 10_000 - 0.5)).toBeLessThan(5 * Math.sqrt(1 / 12 / 10_000));
    expect(Math.min(...drawn)).toBeGreaterThan(0);
    expect(Math.max(...drawn)).toBeLessThan(1);
  });
});

describe.each(numbers)('f%i', (number) => {
  test('has its minimum where it says, inside the box', () => {
    for (const dimension of dimensions) {
      for (const instance of [1, 2, 15]) {
        const { evaluate, minimum, lower, upper } = bbobFunction(number, dimension, instance);
        const [point] = minimum.points!;
        expect(Math.abs(evaluate(point!) - minimum.value)).toBeLessThanOrEqual(1e-9);
        expect(point!.every((value, i) => value >= lower[i]! && value <= upper[i]!)).toBe(true);
      }
    }
  });

  test('is nowhere below it, and finite', () => {
    fc.assert(fc.property(fc.constantFrom(2, 3, 7, 20), fc.integer({ min: 1, max: 15 }), places, (dimension, instance, place) => {
      const { evaluate, minimum } = bbobFunction(number, dimension, instance);
      const value = evaluate(place.slice(0, dimension));
      expect(Number.isFinite(value)).toBe(true);
      expect(value).toBeGreaterThanOrEqual(minimum.value - 1e-9);
    }), { numRuns: 40, seed: number });
  });

  test('grows when its minimum is left, and answers the same when asked again', () => {
    const { evaluate, minimum } = bbobFunction(number, 5, 2);
    const point = minimum.points![0]!;
    for (let i = 0; i < 5; i++) {
      // Towards the middle of the box, so that the slope, whose minimum lies in a corner, is left too.
      const beside = point.map((value, j) => (i === j ? value - 0.3 * (Math.sign(value) || 1) : value));
      const value = evaluate(beside);
      expect(value).toBeGreaterThan(minimum.value + 1e-6);
      evaluate(point);
      expect(evaluate(beside)).toBe(value);
    }
  });
});

/** f - f_opt at x_opt + step along one axis. */
function excessAlong(number: number, dimension: number, axis: number, step: number): number {
  const { evaluate, minimum } = bbobFunction(number, dimension, 1);
  return evaluate(minimum.points![0]!.map((value, i) => (i === axis ? value + step : value))) - minimum.value;
}

describe('shapes', () => {
  test('the separable ellipsoid is a million times steeper along its last axis than along its first', () => {
    for (const step of [-0.5, 0.01, 1]) expect(excessAlong(2, 10, 9, step) / excessAlong(2, 10, 0, step)).toBeCloseTo(1e6, -1);
  });

  test('the rotated ellipsoid and the discus have that conditioning in some directions: far beyond the sphere', () => {
    expect(excessAlong(1, 10, 4, 1)).toBeCloseTo(1, 9);
    for (const number of [10, 11]) expect(Math.max(...[0, 1, 2, 3, 4].map((axis) => excessAlong(number, 10, axis, 1)))).toBeGreaterThan(1e3);
  });

  test('Rosenbrock has 100 x^4 + 101 x^2 beside its optimum along an axis', () => {
    // z = 1 + s in one inner coordinate: 100 s^2 from the link before, 100 ((1 + s)^2 - 1)^2 + s^2 from its own.
    const s = 0.25;
    expect(excessAlong(8, 5, 2, s)).toBeCloseTo(100 * s ** 2 + 100 * ((1 + s) ** 2 - 1) ** 2 + s ** 2, 9);
  });

  test('the step ellipsoid is flat around a point', () => {
    const { evaluate } = bbobFunction(7, 5, 1);
    const values = Array.from({ length: 50 }, (_, k) => evaluate([1 + k * 1e-9, 2, -3, 1.5, 0.3]));
    expect(new Set(values).size).toBe(1);
  });

  test('the linear slope is linear', () => {
    const { evaluate } = bbobFunction(5, 3, 1);
    expect(evaluate([2, 1, -1]) + evaluate([-2, -1, 1])).toBeCloseTo(2 * evaluate([0, 0, 0]), 9);
  });

  test('Gallagher has a far better minimum at the first peak, and a ceiling between peaks', () => {
    // A peak of height 9.1 is the second best: T_osz(10 - 9.1)^2 is near 0.9^2, and far from all peaks 10 - 0 gives near 100.
    const { evaluate, minimum } = bbobFunction(21, 20, 1);
    const corner = evaluate(Array.from({ length: 20 }, () => 5)) - minimum.value;
    expect(corner).toBeGreaterThan(50);
    expect(corner).toBeLessThan(oscillated(10) ** 2 + 1e-9);
  });

  test('values outside the box carry the penalty that the report states', () => {
    const beyond = [6, 0, 0, 0, 0];
    const inside = [5, 0, 0, 0, 0];
    // f4: 100, f24: 1e4 times the square of what lies beyond 5; the functions themselves change far less there.
    for (const [number, weight] of [[4, 100], [24, 1e4]] as const) {
      const { evaluate } = bbobFunction(number, 5, 1);
      expect(evaluate(beyond) - evaluate(inside)).toBeGreaterThan(0.3 * weight);
    }
  });
});

describe('transforms', () => {
  test('T_osz keeps sign, order and the places 0 and 1', () => {
    fc.assert(fc.property(fc.double({ min: -100, max: 100, noNaN: true }), fc.double({ min: 1e-6, max: 10, noNaN: true }), (value, step) => {
      expect(Math.sign(oscillated(value))).toBe(Math.sign(value));
      expect(oscillated(value + step)).toBeGreaterThanOrEqual(oscillated(value));
    }), { seed: 1 });
    expect(oscillated(0)).toBe(0);
    expect(oscillated(1)).toBe(1);
  });

  test('T_asy leaves the first and all negative entries alone', () => {
    expect([...skew(Float64Array.of(2, -3, 4, -5), 0.5)]).toEqual([2, -3, 4 ** (1 + (0.5 * 2) / 3 * 2), -5]);
  });

  test('Lambda runs from 1 to the root of its condition', () => {
    expect([...conditioning(3, 100)]).toEqual([1, 10 ** 0.5, 10]);
  });
});

test.each([[0, 2, 1], [25, 2, 1], [1.5, 2, 1], [1, 1, 1], [1, 41, 1], [1, 2, 0]])('refuses f%s in %s dimensions, instance %s', (number, dimension, instance) => {
  expect(() => bbobFunction(number, dimension, instance)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
});
