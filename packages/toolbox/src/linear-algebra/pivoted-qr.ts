import { requireSameLength } from '../require-same-length.ts';

/** A P = Q R with Q applied to a right-hand side rather than kept. */
export interface PivotedQr {
  /** Upper triangle, k x n with k = min(m, n); |diagonal| does not increase. */
  readonly r: number[][];
  /** Column of A that is at each column of R. */
  readonly permutation: number[];
  /** First k entries of Q' b; zeros where no right-hand side was given. */
  readonly projected: number[];
  /** Squared norm of the part of b that no combination of columns reaches. */
  readonly outside: number;
  /** Diagonal entries above `tolerance` times the largest. */
  readonly rank: number;
}

/**
 * QR decomposition with column pivoting by Householder reflections (Businger & Golub 1965; `qrfac` of MINPACK).
 * At each stage the column with the longest remainder comes next, so that the diagonal of R falls and shows the rank.
 * @param matrix m x n, row by row; not changed.
 * @param rhs m entries; left out, only R and the permutation are wanted.
 * @param tolerance relative size of a diagonal entry that still counts for the rank.
 * @throws EvospiceError `TOOLBOX_SHAPE` for ragged rows or a wrong length of `rhs`.
 */
export function pivotedQr(matrix: readonly (readonly number[])[], rhs?: readonly number[], tolerance = 1e-13): PivotedQr {
  const m = matrix.length;
  const n = matrix[0]?.length ?? 0;
  if (rhs !== undefined) requireSameLength('right-hand side', rhs.length, m);
  const columns = Array.from({ length: n }, () => new Float64Array(m));
  for (const [i, row] of matrix.entries()) {
    requireSameLength('matrix row', row.length, n);
    for (let j = 0; j < n; j++) columns[j]![i] = row[j]!;
  }
  const target = Float64Array.from(rhs ?? { length: m }, Number);
  if (rhs === undefined) target.fill(0);

  const permutation = Array.from({ length: n }, (_, index) => index);
  const remainder = columns.map((column) => tailNorm(column, 0));
  const reference = [...remainder];
  const size = Math.min(m, n);
  const diagonal: number[] = [];
  for (let k = 0; k < size; k++) {
    swapLongestTo(k, columns, permutation, remainder, reference);
    const pivot = columns[k]!;
    let length = tailNorm(pivot, k);
    if (length === 0) {
      diagonal.push(0);
      continue;
    }
    if (pivot[k]! < 0) length = -length;
    for (let i = k; i < m; i++) pivot[i]! /= length;
    pivot[k]! += 1;
    for (let j = k + 1; j < n; j++) {
      reflect(pivot, columns[j]!, k);
      updateRemainder(j, k, columns, remainder, reference);
    }
    reflect(pivot, target, k);
    diagonal.push(-length);
  }
  const r = Array.from({ length: size }, (_, i) => columns.map((column, j) => (j < i ? 0 : j === i ? diagonal[i]! : column[i]!)));
  const largest = Math.abs(diagonal[0] ?? 0);
  return {
    r,
    permutation,
    projected: Array.from(target.subarray(0, size)),
    outside: tailNorm(target, size) ** 2,
    rank: diagonal.filter((value) => Math.abs(value) > tolerance * largest).length,
  };
}

function tailNorm(vector: Float64Array, from: number): number {
  let largest = 0;
  for (let i = from; i < vector.length; i++) largest = Math.max(largest, Math.abs(vector[i]!));
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let i = from; i < vector.length; i++) sum += (vector[i]! / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** Applies I - v v' / v_k, v being the pivot column from row k on. */
function reflect(pivot: Float64Array, column: Float64Array, k: number): void {
  let sum = 0;
  for (let i = k; i < pivot.length; i++) sum += pivot[i]! * column[i]!;
  const factor = sum / pivot[k]!;
  for (let i = k; i < pivot.length; i++) column[i]! -= factor * pivot[i]!;
}

function swapLongestTo(k: number, columns: Float64Array[], permutation: number[], remainder: number[], reference: number[]): void {
  let longest = k;
  for (let j = k + 1; j < columns.length; j++) if (remainder[j]! > remainder[longest]!) longest = j;
  if (longest === k) return;
  for (const list of [columns, permutation, remainder, reference] as unknown[][]) [list[k], list[longest]] = [list[longest], list[k]];
}

/** Downdates the norm of what is left of column j; computes it afresh once cancellation has eaten half its digits. */
function updateRemainder(j: number, k: number, columns: readonly Float64Array[], remainder: number[], reference: number[]): void {
  if (remainder[j]! === 0) return;
  const ratio = columns[j]![k]! / remainder[j]!;
  remainder[j]! *= Math.sqrt(Math.max(0, 1 - ratio * ratio));
  if (0.05 * (remainder[j]! / reference[j]!) ** 2 <= Number.EPSILON) {
    remainder[j] = tailNorm(columns[j]!, k + 1);
    reference[j] = remainder[j]!;
  }
}
