import { EvospiceError } from '@evospice/contracts';
import { fTail } from './f-tail.ts';
import { midRanks, tieTerm } from './ranks.ts';

export interface FriedmanTest {
  /** Friedman's statistic, corrected for ties. */
  readonly chiSquared: number;
  /** Iman and Davenport's F of it; Infinity when all rows agree on one order. */
  readonly statistic: number;
  /** Of F: k − 1 and (k − 1)(n − 1). */
  readonly degrees: readonly [number, number];
  /** Of F; where that is infinite, the chance 1 / k!^(n−1) that n rows agree by accident. */
  readonly pValue: number;
  readonly meanRanks: readonly number[];
}

/**
 * Friedman's test in the form of Iman & Davenport 1980. Mid-ranks for equal values, with the correction for ties of
 * Conover 1999 (as R's friedman.test); without ties it is equation 1 of Demšar 2006.
 * @param rows n rows of k values each, smaller is better; n and k at least 2.
 * @throws EvospiceError `BENCH_STATISTICS` for fewer, for rows of unequal length or for NaN.
 */
export function friedmanTest(rows: readonly (readonly number[])[]): FriedmanTest {
  const n = rows.length;
  const k = rows[0]?.length ?? 0;
  if (n < 2 || k < 2 || rows.some((row) => row.length !== k || row.some(Number.isNaN))) {
    throw new EvospiceError('BENCH_STATISTICS', 'Friedman\'s test needs a full table', { received: { rows: n, columns: k }, expected: 'at least 2 rows of equally many numbers, at least 2' });
  }
  const ranks = rows.map(midRanks);
  const meanRanks = Array.from({ length: k }, (_, column) => ranks.reduce((sum, row) => sum + row[column]!, 0) / n);
  const ties = rows.reduce((sum, row) => sum + tieTerm(row), 0);
  const correction = 1 - ties / (n * k * (k * k - 1));
  const degrees = [k - 1, (k - 1) * (n - 1)] as const;
  if (correction === 0) return { chiSquared: 0, statistic: 0, degrees, pValue: 1, meanRanks };
  const chiSquared = friedmanChiSquared(meanRanks, n) / correction;
  const statistic = imanDavenport(chiSquared, n, k);
  const pValue = statistic === Number.POSITIVE_INFINITY ? factorial(k) ** (1 - n) : fTail(statistic, ...degrees);
  return { chiSquared, statistic, degrees, pValue, meanRanks };
}

/** Equation 1 of Demšar 2006, without ties: 12 n / (k (k + 1)) · [Σ R² − k (k + 1)² / 4], R the k mean ranks over n rows. */
export function friedmanChiSquared(meanRanks: readonly number[], n: number): number {
  const k = meanRanks.length;
  // The bracket as a sum of squares around the middle: the same, without cancellation.
  return ((12 * n) / (k * (k + 1))) * meanRanks.reduce((sum, rank) => sum + (rank - (k + 1) / 2) ** 2, 0);
}

/** F = (n − 1) χ² / (n (k − 1) − χ²), Iman & Davenport 1980. Infinity for the greatest χ² there is. */
export function imanDavenport(chiSquared: number, n: number, k: number): number {
  const room = n * (k - 1) - chiSquared;
  return room <= 1e-12 * n * (k - 1) ? Number.POSITIVE_INFINITY : ((n - 1) * chiSquared) / room;
}

const factorial = (k: number): number => (k < 2 ? 1 : k * factorial(k - 1));
