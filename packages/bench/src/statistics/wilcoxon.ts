import { normalCumulative } from '@evospice/toolbox';
import { midRanks, tieTerm } from './ranks.ts';

export interface WilcoxonTest {
  /** Differences that are not zero: only these count. */
  readonly count: number;
  /** V, the sum of the ranks of the positive differences; null where there is no difference but zero. */
  readonly statistic: number | null;
  /** Two-sided; 1 where there is no difference but zero. */
  readonly pValue: number;
  /** Whether it comes from the exact distribution rather than from the normal approximation. */
  readonly exact: boolean;
}

/** Up to here the exact distribution is used, as by R. */
const EXACT_BELOW = 50;

/**
 * Wilcoxon's signed-rank test that paired differences lie around 0, two-sided, with the rules of R's
 * `wilcox.test(paired = TRUE)`: zeros are left out; the exact distribution with fewer than 50 differences and neither ties
 * nor zeros, otherwise the normal approximation with corrections for ties and continuity.
 */
export function wilcoxonSignedRank(differences: readonly number[]): WilcoxonTest {
  const kept = differences.filter((difference) => difference !== 0);
  const n = kept.length;
  if (n === 0) return { count: 0, statistic: null, pValue: 1, exact: true };
  const sizes = kept.map(Math.abs);
  const ranks = midRanks(sizes);
  const statistic = kept.reduce((sum, difference, index) => sum + (difference > 0 ? ranks[index]! : 0), 0);
  const ties = tieTerm(sizes);
  const exact = n < EXACT_BELOW && ties === 0 && n === differences.length;
  return { count: n, statistic, pValue: exact ? exactPValue(statistic, n) : approximatePValue(statistic, n, ties), exact };
}

function exactPValue(statistic: number, n: number): number {
  const counts = signedRankCounts(n);
  const all = 2 ** n;
  // The distribution is symmetric: the nearer tail, twice.
  const tail = Math.min(statistic, (n * (n + 1)) / 2 - statistic);
  let below = 0;
  for (let sum = 0; sum <= tail; sum += 1) below += counts[sum]!;
  return Math.min(1, (2 * below) / all);
}

/** How many of the 2^n choices of ranks 1..n add up to 0, 1, 2, …: exact integers below 2^53. */
function signedRankCounts(n: number): readonly number[] {
  const counts = Array.from({ length: (n * (n + 1)) / 2 + 1 }, () => 0);
  counts[0] = 1;
  for (let rank = 1; rank <= n; rank += 1) {
    for (let sum = (rank * (rank + 1)) / 2; sum >= rank; sum -= 1) counts[sum] = counts[sum]! + counts[sum - rank]!;
  }
  return counts;
}

function approximatePValue(statistic: number, n: number, ties: number): number {
  const away = Math.abs(statistic - (n * (n + 1)) / 4);
  const deviation = Math.sqrt((n * (n + 1) * (2 * n + 1)) / 24 - ties / 48);
  return Math.min(1, 2 * normalCumulative(-Math.max(0, away - 0.5) / deviation));
}
