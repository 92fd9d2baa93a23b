import { describe, expect, test } from 'vitest';
import { createTrustBox, trustBoxBounds, updateTrustBox, type TrustBox } from './trust-box.ts';

const after = (outcomes: readonly boolean[], dimension: number, batch?: number): TrustBox | undefined =>
  outcomes.reduce<TrustBox | undefined>((box, success) => (box === undefined ? undefined : updateTrustBox(box, success, dimension, batch)), createTrustBox());
const times = (count: number, outcome: boolean): boolean[] => Array.from({ length: count }, () => outcome);

describe('trust box', () => {
  test('doubles after three successes in a row, up to its largest', () => {
    expect(after([true, true], 5)?.length).toBe(0.8);
    expect(after([true, true, false, true], 5)?.length).toBe(0.8);
    expect(after(times(3, true), 5)).toEqual({ length: 1.6, successes: 0, failures: 0 });
    expect(after(times(6, true), 5)?.length).toBe(1.6);
  });

  test('halves after as many failures as there are parameters, at least four, fewer with batches', () => {
    expect(after(times(5, false), 6)?.length).toBe(0.8);
    expect(after(times(6, false), 6)?.length).toBe(0.4);
    expect(after(times(4, false), 2)?.length).toBe(0.4);
    expect(after(times(2, false), 6, 3)?.length).toBe(0.4);
  });

  test('collapses', () => {
    // 0.8 / 2^6 = 1/80 is above 2^-7, half of it is not.
    expect(after(times(6 * 4, false), 4)?.length).toBe(0.0125);
    expect(after(times(7 * 4, false), 4)).toBeUndefined();
  });

  test('is stretched along what matters less, and cut at the walls', () => {
    const { lower, upper } = trustBoxBounds({ length: 0.2, successes: 0, failures: 0 }, [0.5, 0.05], [0.5, 2]);
    // Geometric mean of the scales 1: sides 0.1 and 0.4.
    expect(upper).toEqual([expect.closeTo(0.55, 12), expect.closeTo(0.25, 12)]);
    expect(lower).toEqual([expect.closeTo(0.45, 12), 0]);
    expect(trustBoxBounds(createTrustBox(), [0.5, 0.5], [1, 1000])).toEqual(trustBoxBounds(createTrustBox(), [0.5, 0.5], [1, 2]));
  });
});
