/** Small dense systems, in place and without allocation. Matrices lie row after row, `n` numbers to a row. */

/**
 * Replaces `a` by its triangular factors, with pivoting by rows that are scaled to their largest entry.
 * @param order filled with the rows' order
 * @param scale scratch, at least n numbers
 * @returns false where the matrix is singular or not finite
 */
export function factorize(a: Float64Array, n: number, order: Int32Array, scale: Float64Array): boolean {
  for (let i = 0; i < n; i++) {
    let largest = 0;
    for (let k = 0; k < n; k++) largest = Math.max(largest, Math.abs(a[i * n + k]!));
    if (!(largest > 0) || largest === Infinity) return false;
    scale[i] = 1 / largest;
    order[i] = i;
  }
  for (let c = 0; c < n; c++) {
    let pivot = c;
    let best = 0;
    for (let r = c; r < n; r++) {
      const size = Math.abs(a[r * n + c]!) * scale[r]!;
      if (size > best) {
        best = size;
        pivot = r;
      }
    }
    if (!(best > 0)) return false;
    if (pivot !== c) {
      for (let k = 0; k < n; k++) {
        const kept = a[c * n + k]!;
        a[c * n + k] = a[pivot * n + k]!;
        a[pivot * n + k] = kept;
      }
      const kept = order[c]!;
      order[c] = order[pivot]!;
      order[pivot] = kept;
      scale[pivot] = scale[c]!;
    }
    const inverse = 1 / a[c * n + c]!;
    for (let r = c + 1; r < n; r++) {
      const factor = a[r * n + c]! * inverse;
      a[r * n + c] = factor;
      if (factor !== 0) for (let k = c + 1; k < n; k++) a[r * n + k] = a[r * n + k]! - factor * a[c * n + k]!;
    }
  }
  return true;
}

/** Solution `x` of the factorized system for the right-hand side `b`; they are different arrays. */
export function solveFactorized(a: Float64Array, n: number, order: Int32Array, b: Float64Array, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[order[i]!]!;
    for (let k = 0; k < i; k++) sum -= a[i * n + k]! * x[k]!;
    x[i] = sum;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = x[i]!;
    for (let k = i + 1; k < n; k++) sum -= a[i * n + k]! * x[k]!;
    x[i] = sum / a[i * n + i]!;
  }
}

/** Solution `x` of the transposed system; `b` is used up. */
export function solveTransposed(a: Float64Array, n: number, order: Int32Array, b: Float64Array, x: Float64Array): void {
  for (let i = 0; i < n; i++) {
    let sum = b[i]!;
    for (let k = 0; k < i; k++) sum -= a[k * n + i]! * b[k]!;
    b[i] = sum / a[i * n + i]!;
  }
  for (let i = n - 1; i >= 0; i--) {
    let sum = b[i]!;
    for (let k = i + 1; k < n; k++) sum -= a[k * n + i]! * b[k]!;
    b[i] = sum;
  }
  for (let i = 0; i < n; i++) x[order[i]!] = b[i]!;
}
