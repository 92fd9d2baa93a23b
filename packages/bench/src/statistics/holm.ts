/**
 * Holm's step-down adjustment (Holm 1979), as R's p.adjust(method = "holm"): the i-th smallest of m values is multiplied by
 * m − i + 1, made no smaller than those before it and at most 1. In the order given.
 */
export function holmAdjusted(pValues: readonly number[]): readonly number[] {
  const order = pValues.map((_, index) => index).sort((a, b) => pValues[a]! - pValues[b]!);
  const adjusted = pValues.map(() => 0);
  let least = 0;
  for (const [place, index] of order.entries()) {
    least = Math.min(1, Math.max(least, (pValues.length - place) * pValues[index]!));
    adjusted[index] = least;
  }
  return adjusted;
}
