import { requireSameLength } from '../require-same-length.ts';

/** Scalar product of two vectors of one length. @throws EvospiceError `TOOLBOX_SHAPE`. */
export function dot(a: readonly number[], b: readonly number[]): number {
  requireSameLength('second vector', b.length, a.length);
  let sum = 0;
  for (let i = 0; i < a.length; i++) sum += a[i]! * b[i]!;
  return sum;
}

/** Euclidean length, safe against overflow and underflow; 0 for an empty vector, NaN if any entry is NaN. */
export function norm(vector: readonly number[]): number {
  let largest = 0;
  for (const value of vector) {
    if (Number.isNaN(value)) return Number.NaN;
    largest = Math.max(largest, Math.abs(value));
  }
  if (largest === 0 || largest === Infinity) return largest;
  let sum = 0;
  for (const value of vector) sum += (value / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** a + factor * b, entry by entry. @throws EvospiceError `TOOLBOX_SHAPE`. */
export function addScaled(a: readonly number[], b: readonly number[], factor = 1): number[] {
  requireSameLength('second vector', b.length, a.length);
  return a.map((value, index) => value + factor * b[index]!);
}

/** a - b, entry by entry. @throws EvospiceError `TOOLBOX_SHAPE`. */
export function subtract(a: readonly number[], b: readonly number[]): number[] {
  return addScaled(a, b, -1);
}

/** factor * vector, entry by entry. */
export function scale(vector: readonly number[], factor: number): number[] {
  return vector.map((value) => value * factor);
}

/**
 * Matrix (rows x columns, row by row) times vector.
 * @throws EvospiceError `TOOLBOX_SHAPE` when a row is not as long as the vector.
 */
export function multiply(matrix: readonly (readonly number[])[], vector: readonly number[]): number[] {
  return matrix.map((row) => dot(vector, row));
}

/**
 * Transposed matrix times vector: one entry a column.
 * @param columns number of columns, needed only for a matrix without rows.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function multiplyTransposed(matrix: readonly (readonly number[])[], vector: readonly number[], columns = matrix[0]?.length ?? 0): number[] {
  requireSameLength('vector', vector.length, matrix.length);
  const result = filled(columns, 0);
  for (const [index, row] of matrix.entries()) {
    requireSameLength('matrix row', row.length, columns);
    const factor = vector[index]!;
    for (let column = 0; column < columns; column++) result[column]! += factor * row[column]!;
  }
  return result;
}

/** The identity matrix, n x n. */
export function identity(n: number): number[][] {
  return Array.from({ length: n }, (_, row) => Array.from({ length: n }, (__, column) => (row === column ? 1 : 0)));
}

/** Euclidean length of each column of a matrix, m x n: n entries, none for a matrix without rows. */
export function columnNorms(matrix: readonly (readonly number[])[]): number[] {
  return Array.from({ length: matrix[0]?.length ?? 0 }, (_, column) => norm(matrix.map((row) => row[column]!)));
}

/** A vector of `length` equal entries. */
export function filled(length: number, value: number): number[] {
  return Array.from({ length }, () => value);
}
