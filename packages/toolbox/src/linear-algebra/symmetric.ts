import { EvospiceError } from '@evospice/contracts';
import { CholeskyDecomposition, EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { requireSameLength } from '../require-same-length.ts';

/** The square matrix with this lower triangle: rounding that told the two triangles apart must not count. */
function symmetric(matrix: readonly (readonly number[])[]): Matrix {
  for (const row of matrix) requireSameLength('matrix row', row.length, matrix.length);
  return new Matrix(matrix.map((row, i) => row.map((value, j) => (j <= i ? value : matrix[j]![i]!))));
}

function factored(matrix: readonly (readonly number[])[]): CholeskyDecomposition {
  const full = symmetric(matrix);
  // The library takes NaN, which equals nothing, for a lack of symmetry.
  const decomposition = full.to1DArray().every(Number.isFinite) ? new CholeskyDecomposition(full) : undefined;
  if (decomposition?.isPositiveDefinite() === true) return decomposition;
  throw new EvospiceError('TOOLBOX_NOT_DEFINITE', 'the matrix is not positive definite', {
    expected: 'a symmetric matrix of finite numbers with positive eigenvalues',
    remedy: 'add a small multiple of the identity',
  });
}

/**
 * Solves A x = b for a symmetric positive definite A by Cholesky decomposition.
 * @param matrix A, n x n; only its lower triangle counts. @param rhs b, n entries.
 * @returns x, n entries.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_NOT_DEFINITE` when A is not positive definite to working precision.
 */
export function choleskySolve(matrix: readonly (readonly number[])[], rhs: readonly number[]): number[] {
  requireSameLength('right-hand side', rhs.length, matrix.length);
  if (matrix.length === 0) return [];
  return factored(matrix).solve(Matrix.columnVector([...rhs])).to1DArray();
}

/**
 * Lower triangle L with L L' = A, for drawing correlated deviates.
 * @param matrix A, n x n, symmetric positive definite; only its lower triangle counts.
 * @throws EvospiceError `TOOLBOX_SHAPE`, `TOOLBOX_NOT_DEFINITE`.
 */
export function choleskyFactor(matrix: readonly (readonly number[])[]): number[][] {
  if (matrix.length === 0) return [];
  return factored(matrix).lowerTriangularMatrix.to2DArray();
}

export interface SymmetricEigen {
  /** Rising. */
  readonly values: number[];
  /** Columns are the unit eigenvectors, in the order of `values`. */
  readonly vectors: number[][];
}

/** Eigenvalues and eigenvectors of a symmetric matrix (only its lower triangle counts). @throws EvospiceError `TOOLBOX_SHAPE`. */
export function symmetricEigen(matrix: readonly (readonly number[])[]): SymmetricEigen {
  if (matrix.length === 0) return { values: [], vectors: [] };
  const decomposition = new EigenvalueDecomposition(symmetric(matrix), { assumeSymmetric: true });
  return { values: [...decomposition.realEigenvalues], vectors: decomposition.eigenvectorMatrix.to2DArray() };
}
