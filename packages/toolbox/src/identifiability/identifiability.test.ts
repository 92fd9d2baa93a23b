import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fisherInformation, identifiability } from './identifiability.ts';

const judged = (rows: readonly (readonly number[])[], loose = 0.2) => identifiability(fisherInformation(rows, rows[0]!.length), loose);

describe('identifiability', () => {
  test('a parameter without effect has the error of a uniform distribution between its bounds, and no companions', () => {
    const { errors, companions } = judged([[100, 0]]);
    expect(errors[1]).toBeCloseTo(Math.sqrt(1 / 12), 12);
    // 1 / (100^2 + 12).
    expect(errors[0]).toBeCloseTo(1 / Math.sqrt(10_012), 12);
    expect(companions).toEqual([[], []]);
  });

  test('of two parameters whose sum alone is seen, each is settled by the other', () => {
    const { companions, errors } = judged([[100, 100], [100, 100.1]]);
    expect(companions).toEqual([[1], [0]]);
    // Two uniform values of which the sum is known: half of the variance is left to each.
    expect(errors[0]).toBeCloseTo(Math.sqrt(1 / 24), 3);
  });

  test('a sum of three is settled by the two others together, not by one', () => {
    const { companions } = judged([[100, 100, 100, 0], [0, 0, 0, 100]]);
    expect(companions.map((one) => one.toSorted())).toEqual([[1, 2], [0, 2], [0, 1], []]);
  });

  test('more points never make an error larger', () => {
    const row = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 3, maxLength: 3 });
    fc.assert(fc.property(fc.array(row, { minLength: 1, maxLength: 6 }), row, (rows, more) => {
      const [before, after] = [judged(rows).errors, judged([...rows, more]).errors];
      after.forEach((error, k) => expect(error).toBeLessThanOrEqual(before[k]! * (1 + 1e-9)));
    }), { numRuns: 60 });
  });

  test('refuses rows of another length, and a looseness that every parameter meets', () => {
    expect(() => fisherInformation([[1, 2]], 3)).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
    expect(() => judged([[1]], 0.3)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});
