/** Least-squares line through points: y = intercept + slope x. Undefined with fewer than two different x. */
export function straightLine(x: readonly number[], y: readonly number[], weights?: readonly number[]): { readonly intercept: number; readonly slope: number } | undefined {
  let [sum, sumX, sumY] = [0, 0, 0];
  for (const [k, value] of x.entries()) {
    const weight = weights?.[k] ?? 1;
    sum += weight;
    sumX += weight * value;
    sumY += weight * y[k]!;
  }
  const [middle, level] = [sumX / sum, sumY / sum];
  let [square, product] = [0, 0];
  for (const [k, value] of x.entries()) {
    const weight = weights?.[k] ?? 1;
    square += weight * (value - middle) ** 2;
    product += weight * (value - middle) * (y[k]! - level);
  }
  if (!(square > 0)) return undefined;
  const slope = product / square;
  return { intercept: level - slope * middle, slope };
}

/** Slope at each point by a line through it and its neighbours, two on either side: noise of a measurement is averaged. */
export function localSlopes(x: readonly number[], y: readonly number[]): number[] {
  return x.map((_, k) => {
    const [from, to] = [Math.max(0, k - 2), Math.min(x.length, k + 3)];
    return straightLine(x.slice(from, to), y.slice(from, to))?.slope ?? Number.NaN;
  });
}
