import { describe, expect, it } from 'vitest';
import { fTail } from './f-tail.ts';
import { friedmanChiSquared, friedmanTest, imanDavenport } from './friedman.ts';
import { midRanks, tieTerm } from './ranks.ts';

/**
 * Table 6 of Demšar 2006: area under the ROC curve of four variants of C4.5 on 14 data sets, larger is better. Both 0.975
 * of the "voting" row are ranked 2 and 3 there, so they differed in a digit that is not printed.
 */
const areas: readonly (readonly number[])[] = [
  [0.763, 0.768, 0.771, 0.798], [0.599, 0.591, 0.590, 0.569], [0.954, 0.971, 0.968, 0.967], [0.628, 0.661, 0.654, 0.657], [0.882, 0.888, 0.886, 0.898],
  [0.936, 0.931, 0.916, 0.931], [0.661, 0.668, 0.609, 0.685], [0.583, 0.583, 0.563, 0.625], [0.775, 0.838, 0.866, 0.875], [1, 1, 1, 1],
  [0.940, 0.962, 0.965, 0.962], [0.619, 0.666, 0.614, 0.669], [0.972, 0.981, 0.9751, 0.975], [0.957, 0.978, 0.946, 0.970],
];
const losses = areas.map((row) => row.map((area) => 1 - area));

describe('mid-ranks', () => {
  it('shares places among equal values', () => {
    expect(midRanks([10, 20, 10, 5])).toEqual([2.5, 4, 2.5, 1]);
    expect(midRanks([1, 1, 1])).toEqual([2, 2, 2]);
    expect(midRanks([])).toEqual([]);
  });

  it('counts ties as the variance wants them', () => {
    expect(tieTerm([1, 2, 3])).toBe(0);
    expect(tieTerm([1, 1, 2, 3, 3, 3])).toBe(6 + 24);
  });
});

describe('Friedman\'s test', () => {
  it('gives the worked example of Demšar 2006, section 3.2.3: chi-squared 9.28 and F 3.69 from the mean ranks', () => {
    const { meanRanks, degrees } = friedmanTest(losses);
    expect(meanRanks.map((rank) => rank.toFixed(3))).toEqual(['3.143', '2.000', '2.893', '1.964']);
    expect(degrees).toEqual([3, 39]);
    const chiSquared = friedmanChiSquared(meanRanks, 14);
    expect(chiSquared).toBeCloseTo(9.28, 2);
    expect(imanDavenport(chiSquared, 14, 4)).toBeCloseTo(3.69, 2);
    // "The critical value of F(3,39) for α = 0.05 is 2.85."
    expect(fTail(2.85, 3, 39)).toBeCloseTo(0.05, 3);
  });

  it('corrects for the ties of that example as scipy.stats.friedmanchisquare does', () => {
    const { chiSquared, statistic, pValue } = friedmanTest(losses);
    expect(chiSquared).toBeCloseTo(10.228346456692925, 10);
    expect(statistic).toBeCloseTo(4.1851301115241695, 10);
    expect(pValue).toBeCloseTo(0.011620659515310975, 12);
  });

  it('takes the chance of agreement where all rows agree, and 1 where all values are equal', () => {
    expect(friedmanTest([[1, 2, 3], [4, 5, 6]])).toMatchObject({ chiSquared: 4, statistic: Number.POSITIVE_INFINITY, pValue: 1 / 6 });
    expect(friedmanTest([[1, 1], [2, 2], [3, 3]])).toMatchObject({ chiSquared: 0, statistic: 0, pValue: 1, meanRanks: [1.5, 1.5] });
  });

  it('refuses what is not a full table', () => {
    for (const rows of [[], [[1, 2]], [[1], [2]], [[1, 2], [1]], [[1, 2], [1, Number.NaN]]]) {
      expect(() => friedmanTest(rows)).toThrow(expect.objectContaining({ code: 'BENCH_STATISTICS' }));
    }
  });
});
