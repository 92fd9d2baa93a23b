import { filled } from '../linear-algebra/filled.ts';
import { dot, multiply, norm } from '../linear-algebra/vectors.ts';
import { pivotedQr } from '../linear-algebra/pivoted-qr.ts';

/** The linear model |rhs + J p| of a least-squares problem in at most n rows, which promises the same as that of m rows. */
export interface LinearModel {
  readonly jacobian: readonly (readonly number[])[];
  readonly rhs: readonly number[];
  /** Length of the residual vector, with the part that no step reaches. */
  readonly length: number;
}

export interface Promised {
  /** Reduction of the squared residual norm that the model promises, as a fraction of it; negative for a step that leads up. */
  readonly predicted: number;
  /** p'J'r / r'r. */
  readonly slope: number;
}

/** Rows of R in the original order of columns, and Q'r. @throws ToolboxError `TOOLBOX_SHAPE`. */
export function compressModel(jacobian: readonly (readonly number[])[], residuals: readonly number[]): LinearModel {
  const { r, permutation, projected } = pivotedQr(jacobian, residuals);
  const rows = r.map((row) => {
    const ordered = filled(row.length, 0);
    for (const [place, column] of permutation.entries()) ordered[column] = row[place]!;
    return ordered;
  });
  return { jacobian: rows, rhs: projected, length: norm(residuals) };
}

/** What the model promises of a step: -(u'(2 r + u)) / r'r with u = J p, which cancels less than a difference of squares. */
export function promisedBy({ jacobian, rhs, length }: LinearModel, step: readonly number[]): Promised {
  if (length === 0) return { predicted: 0, slope: 0 };
  const moved = multiply(jacobian, step).map((value) => value / length);
  const scaled = rhs.map((value) => value / length);
  const slope = dot(moved, scaled);
  return { predicted: -2 * slope - dot(moved, moved), slope };
}
