import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { logRatio, ratioOfLog, ratioOfLogSlope } from './log-ratio.ts';

describe('log ratio', () => {
  test('is the logarithm above the floor, and 0 where both agree', () => {
    expect(logRatio(1, 0.01)).toBe(0);
    expect(logRatio(20, 0.01)).toBe(Math.log(20));
  });

  test('is continued with its slope at the floor and at 0', () => {
    const floor = 0.01;
    for (const bend of [floor, 0]) {
      const [below, at, above] = [bend - 1e-9, bend, bend + 1e-9].map((ratio) => logRatio(ratio, floor));
      expect((at! - below!) / 1e-9).toBeCloseTo(1 / floor, 2);
      expect((above! - at!) / 1e-9).toBeCloseTo(1 / floor, 2);
    }
  });

  test('comes back from any ratio, and its slope is the derivative', () => {
    fc.assert(fc.property(fc.double({ min: -50, max: 50, noNaN: true }), fc.double({ min: 1e-6, max: 1, noNaN: true }), (ratio, floor) => {
      const value = logRatio(ratio, floor);
      expect(Math.abs(ratioOfLog(value, floor) - ratio)).toBeLessThan(1e-9 * (1 + Math.abs(ratio)));
      const h = 1e-6;
      const measured = (ratioOfLog(value + h, floor) - ratioOfLog(value - h, floor)) / (2 * h);
      expect(Math.abs(ratioOfLogSlope(value, floor) / measured - 1)).toBeLessThan(1e-4);
    }));
  });
});
