import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { normalDensity } from '../statistics/normal.ts';
import { expectedImprovement, logExpectedImprovement } from './expected-improvement.ts';

const relative = (received: number, wanted: number): number => Math.abs(received - wanted) / Math.abs(wanted);

describe('expectedImprovement', () => {
  test.each([[0, 1, 0], [1, 0.5, 0.2], [-3, 2, -1], [4, 1.5, 0]])('is the integral of the improvement (mean %f, deviation %f, best %f)', (mean, deviation, best) => {
    // Simpson's rule over 12 deviations below the best, 20000 intervals.
    const [low, high, intervals] = [Math.min(mean, best) - 12 * deviation, best, 20_000];
    const step = (high - low) / intervals;
    let sum = 0;
    for (let i = 0; i <= intervals; i++) {
      const value = low + i * step;
      sum += (i === 0 || i === intervals ? 1 : i % 2 === 1 ? 4 : 2) * (best - value) * (normalDensity((value - mean) / deviation) / deviation);
    }
    expect(relative(expectedImprovement(mean, deviation, best), (sum * step) / 3)).toBeLessThan(1e-9);
  });

  test('without doubt it is the improvement itself', () => {
    expect([expectedImprovement(1, 0, 3), expectedImprovement(3, 0, 1)]).toEqual([2, 0]);
  });
});

describe('logExpectedImprovement', () => {
  // ln(phi(z) + z Phi(z)) by mpmath with 200 digits, rounded to doubles; the last by its asymptotic series, whose next term is 1e-34.
  test.each([
    [3, 1.0987396653277077], [0, -0.9189385332046728], [-1, -2.4851210257126413], [-2, -4.768783523917114], [-3.9, -11.410393270072435],
    [-4.1, -12.296899546413044], [-6, -22.578879392169796], [-10, -55.55312203612235], [-50, -1258.744182868461],
    [-1000, -500014.73445209116], [-1e6, -500000000028.55],
  ])('at z = %f', (z, wanted) => {
    expect(relative(logExpectedImprovement(-z, 1, 0).value, wanted)).toBeLessThan(1e-13);
  });

  test('agrees with the expected improvement, and with its own differences', () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 30, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), (mean, deviation) => {
        const { value, byMean, byDeviation } = logExpectedImprovement(mean, deviation, 0.3);
        if (value > -600) expect(relative(expectedImprovement(mean, deviation, 0.3), Math.exp(value))).toBeLessThan(1e-11);
        // Central differences, whose own error is about 1e-6 of the larger derivative.
        const at = (m: number, d: number): number => logExpectedImprovement(m, d, 0.3).value;
        const step = 1e-5 * deviation;
        const size = Math.abs(byMean) + byDeviation;
        expect(Math.abs((at(mean + step, deviation) - at(mean - step, deviation)) / (2 * step) - byMean)).toBeLessThan(1e-5 * size);
        expect(Math.abs((at(mean, deviation + step) - at(mean, deviation - step)) / (2 * step) - byDeviation)).toBeLessThan(1e-5 * size);
      }),
    );
  });
});
