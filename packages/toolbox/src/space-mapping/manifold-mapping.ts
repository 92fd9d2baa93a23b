import { choleskySolve } from '../linear-algebra/symmetric.ts';
import { dot } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';

/** What turns changes of a coarse model into changes of the fine one; see `manifoldMapping`. */
export interface ManifoldMapping {
  /** Changes of the coarse model, k rows of m entries. */
  readonly coarse: readonly (readonly number[])[];
  /** Changes of the fine model minus those of the coarse one, k rows of m entries. */
  readonly difference: readonly (readonly number[])[];
  /** Inverse of the Gram matrix of `coarse`, k x k. */
  readonly inverse: readonly (readonly number[])[];
}

/**
 * Manifold mapping (Echeverria & Hemker 2005, Comput. Methods Appl. Math. 5:107): S = I + (dF - dC) dC+, the map that turns the changes of
 * the coarse model that were seen into those of the fine model, and leaves all others as they are.
 * @param fine, coarse k rows of m entries: values at earlier points minus those at the present one, newest first; rows of zeros are left out.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function manifoldMapping(fine: readonly (readonly number[])[], coarse: readonly (readonly number[])[]): ManifoldMapping {
  requireSameLength('coarse changes', coarse.length, fine.length);
  const kept = [...coarse.keys()].filter((k) => coarse[k]!.some((value) => value !== 0));
  const rows = kept.map((k) => [...coarse[k]!]);
  const difference = kept.map((k) => {
    requireSameLength('coarse change', coarse[k]!.length, fine[k]!.length);
    return fine[k]!.map((value, i) => value - coarse[k]![i]!);
  });
  const gram = rows.map((a) => rows.map((b) => dot(a, b)));
  // Steps that nearly repeat one another must not be told apart by rounding.
  const ridge = 1e-9 * gram.reduce((most, row, k) => Math.max(most, row[k]!), 0);
  for (const [k, row] of gram.entries()) row[k]! += ridge;
  const inverse = rows.map((_, k) => choleskySolve(gram, rows.map((__, j) => (j === k ? 1 : 0))));
  return { coarse: rows, difference, inverse };
}

/** The change of the fine model that goes with a change of the coarse one, m entries. @throws EvospiceError `TOOLBOX_SHAPE`. */
export function mapManifold({ coarse, difference, inverse }: ManifoldMapping, change: readonly number[]): number[] {
  const result = [...change];
  const along = coarse.map((row) => {
    requireSameLength('change', change.length, row.length);
    return dot(row, change);
  });
  for (const [k, row] of inverse.entries()) {
    const share = dot(row, along);
    for (const [i, value] of difference[k]!.entries()) result[i]! += share * value;
  }
  return result;
}
