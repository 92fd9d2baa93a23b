import { factorInPlace, solveLower, solveUpper, triangleSize } from '../gaussian-process/packed-cholesky.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Minimum of s'A s / 2 + g's in a box that holds 0, by active sets: bounds join as steps meet them, and leave where the slope leads inwards.
 * @param matrix A, n x n, symmetric, not negative in any direction: only its lower triangle counts; a singular one is damped as little as rounding needs.
 * @param lower not above 0, `upper` not below 0, n entries each.
 * @returns s, n entries.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function minimizeQuadraticInBox(matrix: readonly (readonly number[])[], gradient: readonly number[], lower: readonly number[], upper: readonly number[]): number[] {
  const n = gradient.length;
  requireSameLength('matrix', matrix.length, n);
  requireSameLength('lower', lower.length, n);
  requireSameLength('upper', upper.length, n);
  const step = gradient.map(() => 0);
  const slopeAt = (i: number): number => gradient[i]! + step.reduce((sum, value, j) => sum + value * (j <= i ? matrix[i]![j]! : matrix[j]![i]!), 0);
  const pushed = (i: number, slope: number): boolean => (step[i]! <= lower[i]! && slope >= 0) || (step[i]! >= upper[i]! && slope <= 0);
  let free = gradient.flatMap((slope, i) => (pushed(i, slope) ? [] : [i]));
  // Each round adds a bound or frees one; the cap only guards against rounding that does both for ever.
  for (let round = 0; round < 4 * n + 4; round++) {
    const move = free.length === 0 ? [] : newtonMove(matrix, free.map(slopeAt), free);
    let share = 1;
    let met = -1;
    for (const [k, i] of free.entries()) {
      const bound = move[k]! > 0 ? upper[i]! : lower[i]!;
      const room = move[k] === 0 ? 1 : (bound - step[i]!) / move[k]!;
      if (room < share) [share, met] = [room, i];
    }
    for (const [k, i] of free.entries()) step[i] = Math.min(upper[i]!, Math.max(lower[i]!, step[i]! + Math.max(0, share) * move[k]!));
    if (met >= 0) {
      step[met] = move[free.indexOf(met)]! > 0 ? upper[met]! : lower[met]!;
      free = free.filter((i) => i !== met);
      continue;
    }
    const held = gradient.flatMap((_, i) => (free.includes(i) ? [] : [{ i, slope: slopeAt(i) }])).filter(({ i, slope }) => !pushed(i, slope) && lower[i]! < upper[i]!);
    if (held.length === 0) break;
    free = [...free, held.reduce((most, one) => (Math.abs(one.slope) > Math.abs(most.slope) ? one : most)).i].sort((a, b) => a - b);
  }
  return step;
}

/** -A^-1 g over some coordinates. */
function newtonMove(matrix: readonly (readonly number[])[], gradient: readonly number[], free: readonly number[]): number[] {
  const count = free.length;
  let largest = 0;
  for (const i of free) largest = Math.max(largest, matrix[i]![i]!);
  for (let ridge = 1e-14; ; ridge *= 100) {
    const triangle = new Float64Array(triangleSize(count));
    for (const [k, i] of free.entries()) {
      for (let l = 0; l <= k; l++) triangle[triangleSize(k) + l] = matrix[i]![free[l]!]!;
      triangle[triangleSize(k) + k]! += ridge * (matrix[i]![i]! + 1e-3 * largest) + Number.MIN_VALUE;
    }
    // With a ridge as large as the diagonal itself the matrix is dominated by it; a matrix of zeros has no minimum, and no move.
    const solvable = factorInPlace(triangle, count);
    if (!solvable && ridge < 1) continue;
    if (!solvable) return gradient.map(() => 0);
    const move = Float64Array.from(gradient, (value) => -value);
    solveLower(triangle, count, move);
    solveUpper(triangle, count, move);
    return [...move];
  }
}
