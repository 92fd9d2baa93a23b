import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalCumulative, normalDensity } from './normal.ts';
import { geometricMean, mean, median, quantile, rms, standardDeviation } from './statistics.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });
const relative = (received: number, wanted: number): number => Math.abs(received - wanted) / Math.abs(wanted);

describe('statistics', () => {
  test('quantiles rise, stay inside the values, and meet the ends', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, p, q) => {
        // Adding 0 turns a negative zero, which compares as equal but is not the same, into 0.
        expect(quantile(values, 0) + 0).toBe(Math.min(...values) + 0);
        expect(quantile(values, 1) + 0).toBe(Math.max(...values) + 0);
        const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });

  test('known values', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(median([5, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    // R: quantile(c(1, 2, 4, 8), 0.4, type = 7) is 2.4.
    expect(quantile([8, 1, 4, 2], 0.4)).toBeCloseTo(2.4, 12);
    expect(rms([3, 4])).toBeCloseTo(Math.sqrt(12.5), 12);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(standardDeviation([3])).toBe(0);
    expect(geometricMean([1, 100])).toBeCloseTo(10, 12);
    expect(geometricMean([0, 5])).toBe(0);
  });

  test.each([[() => mean([])], [() => median([])], [() => rms([])], [() => geometricMean([])], [() => quantile([], 0.5)]])('nothing has no statistics', (call) => {
    expect(call).toThrow(expect.objectContaining({ code: 'TOOLBOX_EMPTY' }));
  });

  test('refuses a fraction outside [0, 1] and a negative number under a root', () => {
    expect(() => quantile([1], 2)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => geometricMean([1, -1])).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});

describe('normalCumulative', () => {
  // mpmath with 200 digits, rounded to doubles.
  test.each([
    [-38, 2.88542835e-316], [-10, 7.619853024160525e-24], [-5, 2.866515718791939e-07], [-2.01, 0.022215594429431485],
    [-1.99, 0.023295467750211823], [-0.5, 0.3085375387259869], [1.7, 0.955434537241457], [2.5, 0.9937903346742238], [6, 0.9999999990134123],
  ])('at %f', (z, wanted) => {
    // Below 1e-308 doubles have fewer digits.
    expect(relative(normalCumulative(z), wanted)).toBeLessThan(z < -37 ? 1e-7 : 1e-13);
  });

  test('rises by its density', () => {
    for (const z of [-3, -2, -0.4, 1.1, 2.6]) {
      // Central differences of step 1e-5: 1e-11 of truncation and of rounding.
      expect((normalCumulative(z + 1e-5) - normalCumulative(z - 1e-5)) / 2e-5).toBeCloseTo(normalDensity(z), 9);
    }
  });

  test('ends', () => {
    expect([normalCumulative(0), normalCumulative(-50), normalCumulative(50), normalCumulative(Number.NaN)]).toEqual([0.5, 0, 1, Number.NaN]);
  });
});
