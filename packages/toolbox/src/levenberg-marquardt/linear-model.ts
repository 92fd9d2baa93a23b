import { dot, filled, multiply, norm } from '../linear-algebra/vectors.ts';
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

/** Rows of R in the original order of columns, and Q'r. @throws EvospiceError `TOOLBOX_SHAPE`. */
export function compressModel(jacobian: readonly (readonly number[])[], residuals: readonly number[]): LinearModel {
  const { r, permutation, projected } = pivotedQr(jacobian, residuals);
  const rows = r.map((row) => {
    const ordered = filled(row.length, 0);
    for (const [place, column] of permutation.entries()) ordered[column] = row[place]!;
    return ordered;
  });
  return { jacobian: rows, rhs: projected, length: norm(residuals) };
}

/** Sizes within which products of six numbers, such as |J J'r|^2, neither overflow nor vanish. */
const [smallest, largest] = [2 ** -128, 2 ** 128];

/** The model in other units of the residuals where its numbers are too large or too small to be multiplied; steps and promises stay the same. */
export function withinRange({ jacobian, rhs, length }: LinearModel): LinearModel {
  const size = [...jacobian, rhs].reduce((most, row) => row.reduce((more, value) => Math.max(more, Math.abs(value)), most), 0);
  if (size === 0 || (size >= smallest && size <= largest)) return { jacobian, rhs, length };
  // A power of two, so that no digit changes.
  const unit = 2 ** Math.max(-1022, Math.floor(Math.log2(size)));
  return { jacobian: jacobian.map((row) => row.map((value) => value / unit)), rhs: rhs.map((value) => value / unit), length: length / unit };
}

/** What the model promises of a step: -(u'(2 r + u)) / r'r with u = J p, which cancels less than a difference of squares. */
export function promisedBy({ jacobian, rhs, length }: LinearModel, step: readonly number[]): Promised {
  if (length === 0) return { predicted: 0, slope: 0 };
  const moved = multiply(jacobian, step).map((value) => value / length);
  const scaled = rhs.map((value) => value / length);
  const slope = dot(moved, scaled);
  return { predicted: -2 * slope - dot(moved, moved), slope };
}
