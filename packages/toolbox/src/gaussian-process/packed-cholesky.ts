/*
 * Lower triangular matrices, row after row without gaps: entry (i, j), j <= i, is at i (i + 1) / 2 + j. Rows are
 * contiguous, so that every inner loop runs along memory, and a further row is simply put at the end.
 */

/** Numbers in a packed triangle of `count` rows. */
export function triangleSize(count: number): number {
  return (count * (count + 1)) / 2;
}

/** Scalar product of `length` numbers of `a`, beginning at `fromA`, with as many of `b`, beginning at `fromB`. Both must hold that many. */
export function dotAt(a: Float64Array, fromA: number, b: Float64Array, fromB: number, length: number): number {
  // Four sums at once: their additions do not wait for one another.
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let i = 0;
  for (; i + 3 < length; i += 4) {
    s0 += a[fromA + i]! * b[fromB + i]!;
    s1 += a[fromA + i + 1]! * b[fromB + i + 1]!;
    s2 += a[fromA + i + 2]! * b[fromB + i + 2]!;
    s3 += a[fromA + i + 3]! * b[fromB + i + 3]!;
  }
  for (; i < length; i++) s0 += a[fromA + i]! * b[fromB + i]!;
  return s0 + s1 + (s2 + s3);
}

/**
 * Replaces the packed lower triangle of a symmetric matrix by its Cholesky factor L, L L' = A.
 * @param from rows before it are factored already.
 * @returns false, and the triangle half done, when A is not positive definite to working precision.
 */
export function factorInPlace(triangle: Float64Array, count: number, from = 0): boolean {
  for (let i = from; i < count; i++) {
    const row = triangleSize(i);
    const diagonal = triangle[row + i]!;
    for (let j = 0; j < i; j++) {
      const other = triangleSize(j);
      triangle[row + j] = (triangle[row + j]! - dotAt(triangle, row, triangle, other, j)) / triangle[other + j]!;
    }
    const rest = diagonal - dotAt(triangle, row, triangle, row, i);
    // What is left after so much cancellation is rounding, not information.
    if (!(rest > 1e-14 * diagonal)) return false;
    triangle[row + i] = Math.sqrt(rest);
  }
  return true;
}

/**
 * Replaces b by the solution of L x = b.
 * @param factor L, packed: triangleSize(count) numbers or more, none of its diagonal 0. @param b `count` numbers, overwritten.
 */
export function solveLower(factor: Float64Array, count: number, b: Float64Array): void {
  for (let i = 0; i < count; i++) {
    const row = triangleSize(i);
    b[i] = (b[i]! - dotAt(factor, row, b, 0, i)) / factor[row + i]!;
  }
}

/** Replaces b by the solution of L' x = b. Shapes as in `solveLower`. */
export function solveUpper(factor: Float64Array, count: number, b: Float64Array): void {
  for (let i = count - 1; i >= 0; i--) {
    const row = triangleSize(i);
    const value = b[i]! / factor[row + i]!;
    b[i] = value;
    for (let j = 0; j < i; j++) b[j]! -= value * factor[row + j]!;
  }
}

/** Writes the packed lower triangle of (L L')^-1 into `inverse`; `work` is scratch of the same size. */
export function invertFactored(factor: Float64Array, count: number, work: Float64Array, inverse: Float64Array): void {
  // M = L^-1, a row from the rows above it.
  work.fill(0);
  for (let i = 0; i < count; i++) {
    const row = triangleSize(i);
    const scale = 1 / factor[row + i]!;
    for (let k = 0; k < i; k++) {
      const weight = -scale * factor[row + k]!;
      const other = triangleSize(k);
      for (let j = 0; j <= k; j++) work[row + j]! += weight * work[other + j]!;
    }
    work[row + i] = scale;
  }
  // M' M, a row of M at a time.
  inverse.fill(0);
  for (let k = 0; k < count; k++) {
    const source = triangleSize(k);
    for (let i = 0; i <= k; i++) {
      const weight = work[source + i]!;
      const row = triangleSize(i);
      for (let j = 0; j <= i; j++) inverse[row + j]! += weight * work[source + j]!;
    }
  }
}
