import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { pivotedQr } from '../linear-algebra/pivoted-qr.ts';
import { choleskySolve } from '../linear-algebra/symmetric.ts';
import { dot, norm } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * A direction of length 1 at right angles to those known, at random: what a search that began with few simulations tries next, so that its
 * model grows by a dimension with each (growing start of DFO-LS: Cartis, Fiala, Marteau & Roberts 2019, ACM Trans. Math. Softw. 45:32).
 * @param known directions, n entries each, of any length. @param n coordinates.
 * @returns n entries; undefined where the known directions fill the space already.
 */
export function orthogonalDirection(known: readonly (readonly number[])[], n: number, random: RandomSource): number[] | undefined {
  const basis: number[][] = [];
  for (const direction of known) {
    requireSameLength('direction', direction.length, n);
    const rest = rejected(rejected(direction, basis), basis);
    const size = norm(rest);
    if (size > 1e-9 * norm(direction)) basis.push(rest.map((value) => value / size));
  }
  if (basis.length >= n) return undefined;
  for (;;) {
    // Almost never short; a second draw is at another angle.
    const rest = rejected(rejected(Array.from({ length: n }, () => random.normal()), basis), basis);
    const size = norm(rest);
    if (size > 1e-6) return rest.map((value) => value / size);
  }
}

/**
 * The least matrix that explains what changed along some directions: J with J d = change for each, and J = 0 across them. With n independent
 * directions it is the Jacobian by differences; with fewer, a step on it stays within their span.
 * @param directions p of n entries, independent. @param changes of the residuals along each, p of m entries.
 * @returns m x n.
 * @throws EvospiceError `TOOLBOX_SHAPE`; `TOOLBOX_NOT_DEFINITE` for directions that depend on one another.
 */
export function subspaceJacobian(directions: readonly (readonly number[])[], changes: readonly (readonly number[])[]): number[][] {
  requireSameLength('changes', changes.length, directions.length);
  const n = directions[0]?.length ?? 0;
  const m = changes[0]?.length ?? 0;
  for (const change of changes) requireSameLength('change', change.length, m);
  if (pivotedQr(directions, changes.map(() => 0), 1e-7).rank < directions.length) {
    throw new EvospiceError('TOOLBOX_NOT_DEFINITE', 'directions depend on one another', { received: directions.length, expected: 'independent directions' });
  }
  const gram = directions.map((a) => directions.map((b) => dot(a, b)));
  // Rows of the pseudoinverse: (D D')^-1 D.
  const columns = Array.from({ length: n }, (_, j) => choleskySolve(gram, directions.map((direction) => direction[j]!)));
  return Array.from({ length: m }, (_, i) => columns.map((column) => column.reduce((sum, value, p) => sum + value * changes[p]![i]!, 0)));
}

function rejected(direction: readonly number[], basis: readonly (readonly number[])[]): number[] {
  let rest = [...direction];
  for (const axis of basis) {
    const along = dot(rest, axis);
    rest = rest.map((value, j) => value - along * axis[j]!);
  }
  return rest;
}
