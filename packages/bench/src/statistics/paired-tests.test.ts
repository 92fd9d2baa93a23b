import { createRandom } from '@evospice/toolbox';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Bootstrap } from './bootstrap.ts';
import { chanceOfLower } from './effect-size.ts';
import { holmAdjusted } from './holm.ts';
import { wilcoxonSignedRank } from './wilcoxon.ts';

describe('Wilcoxon\'s signed-rank test', () => {
  it('gives R\'s example: depression scores before and after a tranquilizer', () => {
    // ?wilcox.test, after Hollander & Wolfe 1973, page 29: V = 40, one-sided p = 0.01953, so 0.03906 two-sided.
    const first = [1.83, 0.50, 1.62, 2.48, 1.68, 1.88, 1.55, 3.06, 1.30];
    const second = [0.878, 0.647, 0.598, 2.05, 1.06, 1.29, 1.06, 3.14, 1.29];
    expect(wilcoxonSignedRank(first.map((value, index) => value - second[index]!))).toEqual({ count: 9, statistic: 40, pValue: 0.0390625, exact: true });
  });

  it('is normal with corrections where there are ties and zeros', () => {
    // scipy.stats.wilcoxon(x, method='approx', correction=True, zero_method='wilcox'), which is R's rule.
    const test = wilcoxonSignedRank([1, 1, -2, 3, 3, 3, -4, 5, 0, 6]);
    expect(test).toMatchObject({ count: 9, statistic: 35, exact: false });
    expect(test.pValue).toBeCloseTo(0.15331664756856947, 12);
  });

  it('says nothing where nothing differs, and little where little was paired', () => {
    expect(wilcoxonSignedRank([0, 0])).toEqual({ count: 0, statistic: null, pValue: 1, exact: true });
    expect(wilcoxonSignedRank([])).toMatchObject({ statistic: null, pValue: 1 });
    expect(wilcoxonSignedRank([-3])).toMatchObject({ statistic: 0, pValue: 1 });
    // All of one sign: 2 / 2^n.
    expect(wilcoxonSignedRank([1, 2, 3, 4, 5]).pValue).toBe(2 / 32);
    // Ties alone cannot make the approximation exceed 1.
    expect(wilcoxonSignedRank([1, -1]).pValue).toBe(1);
  });

  it('agrees with the count over all signs', () => {
    const sizes = fc.uniqueArray(fc.integer({ min: 1, max: 1000 }), { minLength: 1, maxLength: 9 });
    fc.assert(fc.property(sizes, fc.infiniteStream(fc.boolean()), (values, signs) => {
      const differences = values.map((value) => (signs.next().value === true ? value : -value));
      const n = values.length;
      const ranks = values.map((value) => values.filter((other) => other <= value).length);
      const far = (sum: number): number => Math.abs(sum - (n * (n + 1)) / 4);
      const received = ranks.reduce((sum, rank, index) => sum + (differences[index]! > 0 ? rank : 0), 0);
      let extreme = 0;
      for (let mask = 0; mask < 2 ** n; mask += 1) {
        const sum = ranks.reduce((total, rank, index) => total + ((mask >> index) % 2 === 1 ? rank : 0), 0);
        if (far(sum) >= far(received)) extreme += 1;
      }
      expect(wilcoxonSignedRank(differences).pValue).toBeCloseTo(extreme / 2 ** n, 12);
    }), { numRuns: 50 });
  });

  it('does not mind which side is first', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: -20, max: 20 }), { maxLength: 60 }), (values) => {
      expect(wilcoxonSignedRank(values).pValue).toBeCloseTo(wilcoxonSignedRank(values.map((value) => 0 - value)).pValue, 12);
    }));
  });
});

describe('Holm\'s adjustment', () => {
  it('gives R\'s p.adjust(p, "holm")', () => {
    // p.adjust(c(0.01, 0.04, 0.03, 0.005), "holm") is 0.03 0.06 0.06 0.02, by hand: 0.005·4, 0.01·3, 0.03·2, max(0.04·1, 0.06).
    const adjusted = holmAdjusted([0.01, 0.04, 0.03, 0.005]);
    for (const [index, value] of [0.03, 0.06, 0.06, 0.02].entries()) expect(adjusted[index]).toBeCloseTo(value, 15);
    expect(holmAdjusted([0.5, 0.9])).toEqual([1, 1]);
    expect(holmAdjusted([])).toEqual([]);
  });

  it('never falls below the value itself, above 1, or out of its order', () => {
    fc.assert(fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true })), (values) => {
      const adjusted = holmAdjusted(values);
      for (const [i, value] of values.entries()) {
        expect(adjusted[i]).toBeGreaterThanOrEqual(value);
        expect(adjusted[i]).toBeLessThanOrEqual(1);
        for (const [j, other] of values.entries()) if (value < other) expect(adjusted[i]).toBeLessThanOrEqual(adjusted[j]!);
      }
    }));
  });
});

describe('A12', () => {
  it('counts pairs, ties by half', () => {
    expect(chanceOfLower([1, 2], [3, 4])).toBe(1);
    expect(chanceOfLower([3, 4], [1, 2])).toBe(0);
    expect(chanceOfLower([1, 2, 3], [1, 2, 3])).toBe(0.5);
    // Pairs of 1 < 2, 1 < 2, 3 > 2, 3 > 2, 2 = 2, 2 = 2: (2 + 0 + 1) / 6.
    expect(chanceOfLower([1, 3, 2], [2, 2])).toBe(0.5);
    expect(chanceOfLower([1, 2], [2])).toBe(0.75);
    expect(chanceOfLower([], [1])).toBeNaN();
  });

  it('is the complement of the other side\'s', () => {
    const values = fc.array(fc.integer({ min: 0, max: 5 }), { minLength: 1 });
    fc.assert(fc.property(values, values, (a, b) => Math.abs(chanceOfLower(a, b) + chanceOfLower(b, a) - 1) < 1e-12));
  });
});

describe('bootstrap', () => {
  it('draws the same resamples every time, others with another seed', () => {
    const logs = [0.1, 0.5, -0.3, 0.2, 0.9];
    const interval = new Bootstrap(500, 3).geometricMeanInterval(logs);
    const again = new Bootstrap(500, 3);
    again.geometricMeanInterval([1, 2, 3]);
    expect(again.geometricMeanInterval(logs)).toEqual(interval);
    expect(new Bootstrap(500, 4).geometricMeanInterval(logs)).not.toEqual(interval);
  });

  it('covers a mean as often as it says', () => {
    // The mean of 40 standard normals, 400 times, with 95 % percentile intervals. Their coverage is a little below 95 %
    // (about 94 % at n = 40); [0.90, 0.98] lies three standard errors (0.011) around it.
    const source = createNormals(400 * 40);
    const bootstrap = new Bootstrap(400, 1);
    let covered = 0;
    for (let trial = 0; trial < 400; trial += 1) {
      const [low, high] = bootstrap.geometricMeanInterval(source.slice(trial * 40, trial * 40 + 40));
      if (low <= 1 && 1 <= high) covered += 1;
    }
    expect(covered / 400).toBeGreaterThan(0.9);
    expect(covered / 400).toBeLessThan(0.98);
  });

  it('covers the difference of two means, of groups of different size', () => {
    // As above, with means of 30 and 20 normals that differ by 0.5.
    const source = createNormals(300 * 50);
    const bootstrap = new Bootstrap(400, 1);
    let covered = 0;
    for (let trial = 0; trial < 300; trial += 1) {
      const values = source.slice(trial * 50, trial * 50 + 50);
      const [low, high] = bootstrap.meanDifferenceInterval(values.slice(0, 30).map((value) => value + 0.5), values.slice(30));
      if (low <= 0.5 && 0.5 <= high) covered += 1;
    }
    expect(covered / 300).toBeGreaterThan(0.88);
    expect(covered / 300).toBeLessThan(0.98);
  });

  it('has infinite ends where resamples are infinite, never NaN', () => {
    const [low, high] = new Bootstrap(200, 1).interval(2, (indices) => (indices.includes(0) ? 1 : Number.POSITIVE_INFINITY));
    expect([low, high]).toEqual([1, Number.POSITIVE_INFINITY]);
    expect(new Bootstrap(7, 1).interval(3, () => Number.POSITIVE_INFINITY)).toEqual([Number.POSITIVE_INFINITY, Number.POSITIVE_INFINITY]);
  });
});

function createNormals(count: number): readonly number[] {
  const random = createRandom(99);
  return Array.from({ length: count }, () => random.normal());
}
