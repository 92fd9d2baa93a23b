import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { ToolboxError, requireSameLength } from '../toolbox-error.ts';

function square(matrix: readonly (readonly number[])[]): Matrix {
  for (const row of matrix) requireSameLength('matrix row', row.length, matrix.length);
  return new Matrix(matrix.map((row) => [...row]));
}

/**
 * Solves A x = b for a symmetric positive definite A (n x n) by Cholesky decomposition.
 * @throws ToolboxError `TOOLBOX_SHAPE`; `TOOLBOX_NOT_DEFINITE` when A is not positive definite to working precision.
 */
export function choleskySolve(matrix: readonly (readonly number[])[], rhs: readonly number[]): number[] {
  requireSameLength('right-hand side', rhs.length, matrix.length);
  if (matrix.length === 0) return [];
  const decomposition = new CholeskyDecomposition(square(matrix));
  if (!decomposition.isPositiveDefinite()) throw notDefinite();
  return decomposition.solve(Matrix.columnVector([...rhs])).to1DArray();
}

/**
 * Lower triangle L with L L' = A, for drawing correlated deviates.
 * @throws ToolboxError `TOOLBOX_SHAPE`, `TOOLBOX_NOT_DEFINITE`.
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] {
  if (matrix.length === 0) return [];
  const decomposition = new CholeskyDecomposition(square(matrix));
  if (!decomposition.isPositiveDefinite()) throw notDefinite();
  return decomposition.lowerTriangularMatrix.to2DArray();
}

function notDefinite(): ToolboxError {
  return new ToolboxError('TOOLBOX_NOT_DEFINITE', 'the matrix is not positive definite', {
    expected: 'a symmetric matrix with positive eigenvalues',
    remedy: 'add a small multiple of the identity',
  });
}

export interface SymmetricEigen {
  /** Rising. */
  readonly values: number[];
  /** Columns are the unit eigenvectors, in the order of `values`. */
  readonly vectors: number[][];
}

/** Eigenvalues and eigenvectors of a symmetric matrix (only its lower triangle counts). @throws ToolboxError `TOOLBOX_SHAPE`. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): SymmetricEigen {
  if (matrix.length === 0) return { values: [], vectors: [] };
  const full = square(matrix);
  for (let i = 0; i < full.rows; i++) for (let j = i + 1; j < full.columns; j++) full.set(i, j, full.get(j, i));
  const decomposition = new EigenvalueDecomposition(full, { assumeSymmetric: true });
  return { values: [...decomposition.realEigenvalues], vectors: decomposition.eigenvectorMatrix.to2DArray() };
}
