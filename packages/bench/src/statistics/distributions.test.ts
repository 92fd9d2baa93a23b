import { describe, expect, it } from 'vitest';
import { fTail, incompleteBeta } from './f-tail.ts';
import { criticalDifference, rangeCumulative, rangeQuantile } from './studentized-range.ts';

/** Expected numbers are of SciPy 1.17.1 unless another source is named; the tolerance is relative. */
function close(received: number, expected: number, tolerance = 1e-12): void {
  expect(Math.abs(received / expected - 1)).toBeLessThan(tolerance);
}

describe('F distribution', () => {
  it('agrees with scipy.stats.f.sf, small tails included', () => {
    const table: readonly (readonly [number, number, number, number])[] = [
      [3.69, 3, 39, 0.01974409968948888], [60, 3, 39, 1.1284324746373647e-14], [500, 7, 91, 1.0259899229958066e-69],
      [0.5, 5, 10, 0.7700248806501016], [1, 2, 2, 0.5], [2.5, 11, 7, 0.11675029798780438],
    ];
    for (const [f, d1, d2, tail] of table) close(fTail(f, d1, d2), tail);
  });

  it('has its ends', () => {
    expect(fTail(0, 3, 10)).toBe(1);
    expect(fTail(Number.POSITIVE_INFINITY, 3, 10)).toBe(0);
    // I_x(1, 1) = x and I_x(a, 1) = x^a.
    close(incompleteBeta(0.3, 1, 1), 0.3);
    close(incompleteBeta(0.8, 3, 1), 0.8 ** 3);
  });
});

describe('studentized range', () => {
  it('agrees with scipy.stats.studentized_range at infinitely many degrees', () => {
    // SciPy integrates to about 1e-11.
    close(rangeCumulative(3.633, 4), 0.9499850210046219, 1e-10);
    close(rangeCumulative(1, 2), 0.5204998778130465, 1e-10);
    close(rangeCumulative(2, 10), 0.07678576139314684, 1e-10);
    close(rangeCumulative(5, 20), 0.9486353364208663, 1e-10);
    expect(rangeCumulative(0, 3)).toBe(0);
  });

  it('gives the critical values of table 5(a) of Demšar 2006', () => {
    const q05 = [1.960, 2.343, 2.569, 2.728, 2.850, 2.949, 3.031, 3.102, 3.164];
    const q10 = [1.645, 2.052, 2.291, 2.459, 2.589, 2.693, 2.780, 2.855, 2.920];
    // Three digits are printed, of which the last is rounded up or down by one in places.
    for (const [index, q] of q05.entries()) expect(Math.abs(rangeQuantile(0.95, index + 2) / Math.SQRT2 - q)).toBeLessThan(0.0011);
    for (const [index, q] of q10.entries()) expect(Math.abs(rangeQuantile(0.9, index + 2) / Math.SQRT2 - q)).toBeLessThan(0.0011);
  });

  it('gives SciPy\'s quantiles to twenty entries', () => {
    for (const [k, q] of [[2, 1.9599639845400534], [6, 2.8497054196100016], [12, 3.268003924466142], [20, 3.5437991315177815]] as const) {
      close(rangeQuantile(0.95, k) / Math.SQRT2, q, 1e-8);
    }
  });

  it('gives the critical difference of Demšar\'s example: 1.25 for 4 classifiers on 14 data sets, 1.12 at 10 %', () => {
    expect(criticalDifference(4, 14)).toBeCloseTo(1.25, 2);
    expect(criticalDifference(4, 14, 0.1)).toBeCloseTo(1.12, 2);
  });

  it('refuses what is not a range', () => {
    expect(() => rangeQuantile(0.95, 1)).toThrow(expect.objectContaining({ code: 'BENCH_STATISTICS' }));
    expect(() => rangeQuantile(1, 3)).toThrow(expect.objectContaining({ code: 'BENCH_STATISTICS' }));
  });
});
