import { EvospiceError } from '@evospice/contracts';

/** Rows beyond which a design is refused: nobody can simulate them, and they would fill the memory. */
const mostRows = 1 << 16;

/**
 * Full factorial design around a centre, which is left out: every combination of -1 and 1 (two levels, 2^n rows), or of
 * -1, 0 and 1 (three levels, 3^n - 1 rows), as in evolutionary operation (G. E. P. Box 1957).
 * @param factors n, at least 1.
 * @throws EvospiceError `TOOLBOX_RANGE` for a design of more than 65,536 rows; take groups of factors in turn then.
 */
export function factorialDesign(levels: 2 | 3, factors: number): number[][] {
  const rows = levels ** factors;
  if (!Number.isInteger(factors) || factors < 1 || rows > mostRows) {
    throw new EvospiceError('TOOLBOX_RANGE', `a design of ${levels} levels and ${factors} factors`, {
      received: { levels, factors }, expected: `1 or more factors and at most ${mostRows} rows`, remedy: 'take groups of factors in turn',
    });
  }
  const values = levels === 2 ? [-1, 1] : [-1, 0, 1];
  const row = (index: number): number[] => Array.from({ length: factors }, (_, factor) => values[Math.floor(index / levels ** factor) % levels]!);
  return Array.from({ length: rows }, (_, index) => row(index)).filter((signs) => signs.some((sign) => sign !== 0));
}

/** Most factors whose full factorial design has at most `rows` rows; at least 1. */
export function factorialFactors(levels: 2 | 3, rows: number): number {
  let factors = 1;
  while (levels ** (factors + 1) - (levels === 3 ? 1 : 0) <= rows) factors++;
  return factors;
}
