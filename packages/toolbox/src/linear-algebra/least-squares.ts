import { pivotedQr } from './pivoted-qr.ts';
import { filled } from './vectors.ts';

export interface LeastSquaresSolution {
  /** One entry a column; columns beyond the rank get 0. */
  readonly solution: number[];
  /** Euclidean length of matrix * solution - rhs. */
  readonly residual: number;
  readonly rank: number;
}

/**
 * Basic solution of min |A x - b| by QR with column pivoting.
 * @param matrix m x n, any shape; `rhs` m entries.
 * @param tolerance relative size below which a diagonal entry of R counts as zero.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function leastSquares(matrix: readonly (readonly number[])[], rhs: readonly number[], tolerance = 1e-13): LeastSquaresSolution {
  const { r, permutation, projected, outside, rank } = pivotedQr(matrix, rhs, tolerance);
  const ordered = solveUpper(r, projected, rank);
  const solution = filled(permutation.length, 0);
  for (let k = 0; k < rank; k++) solution[permutation[k]!] = ordered[k]!;
  const unreached = projected.slice(rank).reduce((sum, value) => sum + value * value, outside);
  return { solution, residual: Math.sqrt(unreached), rank };
}

/** Solves the leading `rank` rows of an upper triangle by back substitution. */
function solveUpper(r: readonly (readonly number[])[], rhs: readonly number[], rank: number): number[] {
  const x = rhs.slice(0, rank);
  for (let i = rank - 1; i >= 0; i--) {
    for (let j = i + 1; j < rank; j++) x[i]! -= r[i]![j]! * x[j]!;
    x[i]! /= r[i]![i]!;
  }
  return x;
}
