import { filled } from '../linear-algebra/vectors.ts';

/** Upper triangle S with S'S = P'(A'A + D D)P, and the solution of the damped problem. */
export interface DampedSolution {
  readonly triangle: number[][];
  /** In the order of R's columns. */
  readonly solution: number[];
}

/**
 * Least-squares solution of [R; D] z = [b; 0] by Givens rotations, R staying as it is (`qrsolv` of MINPACK, Moré 1978).
 * @param r upper triangle, n x n; `rhs` n entries; `damping` the diagonal of D in the order of R's columns.
 */
export function dampedSolve(r: readonly (readonly number[])[], rhs: readonly number[], damping: readonly number[]): DampedSolution {
  const n = damping.length;
  const s = Array.from({ length: n }, (_, i) => (r[i] === undefined ? filled(n, 0) : [...r[i]!]));
  const b = Array.from({ length: n }, (_, i) => rhs[i] ?? 0);
  for (let j = 0; j < n; j++) {
    if (damping[j] === 0) continue;
    const extra = filled(n, 0);
    extra[j] = damping[j]!;
    let extraRhs = 0;
    for (let k = j; k < n; k++) {
      if (extra[k] === 0) continue;
      const row = s[k]!;
      const length = Math.hypot(row[k]!, extra[k]!);
      const cos = row[k]! / length;
      const sin = extra[k]! / length;
      for (let i = k; i < n; i++) {
        const above = row[i]!;
        row[i] = cos * above + sin * extra[i]!;
        extra[i] = cos * extra[i]! - sin * above;
      }
      const above = b[k]!;
      b[k] = cos * above + sin * extraRhs;
      extraRhs = cos * extraRhs - sin * above;
    }
  }
  return { triangle: s, solution: solveUpperTriangle(s, b) };
}

/** Back substitution; entries from the first zero of the diagonal on are 0. */
export function solveUpperTriangle(r: readonly (readonly number[])[], rhs: readonly number[]): number[] {
  const n = rhs.length;
  const singular = r.findIndex((row, i) => row[i] === 0);
  const rank = singular < 0 ? Math.min(n, r.length) : singular;
  const x = rhs.map((value, i) => (i < rank ? value : 0));
  for (let i = rank - 1; i >= 0; i--) {
    for (let j = i + 1; j < rank; j++) x[i]! -= r[i]![j]! * x[j]!;
    x[i]! /= r[i]![i]!;
  }
  return x;
}

/** Forward substitution with the transposed triangle; its diagonal must not hold a zero. */
export function solveTransposedTriangle(r: readonly (readonly number[])[], rhs: readonly number[]): number[] {
  const x = [...rhs];
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) x[i]! -= r[j]![i]! * x[j]!;
    x[i]! /= r[i]![i]!;
  }
  return x;
}
