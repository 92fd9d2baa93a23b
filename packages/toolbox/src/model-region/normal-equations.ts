/** J'J, of which only the lower triangle is filled, and J'r. */
export interface NormalEquations {
  readonly matrix: number[][];
  readonly gradient: number[];
}

/** @param jacobian m rows of n entries; `residuals` m entries. */
export function normalEquations(jacobian: readonly ArrayLike<number>[], residuals: ArrayLike<number>, n: number): NormalEquations {
  const triangle = new Float64Array(n * n);
  const gradient = new Float64Array(n);
  for (let r = 0; r < jacobian.length; r++) {
    const row = jacobian[r]!;
    const residual = residuals[r]!;
    for (let i = 0; i < n; i++) {
      const value = row[i]!;
      if (value === 0) continue;
      gradient[i]! += value * residual;
      const at = i * n;
      for (let j = 0; j <= i; j++) triangle[at + j]! += value * row[j]!;
    }
  }
  return { matrix: Array.from({ length: n }, (_, i) => Array.from(triangle.subarray(i * n, i * n + n))), gradient: [...gradient] };
}
