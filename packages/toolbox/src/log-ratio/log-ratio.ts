/**
 * ln(ratio) of a simulated to a measured value, in which exponential laws stay straight lines over decades, continued smoothly where a
 * logarithm is noise or does not exist: a straight line from `floor` to 0, minus a logarithm below 0. Continuous with its slope, strictly
 * rising, so `ratioOfLog` inverts it.
 * @param ratio simulated over measured, any finite number; 1 where they agree.
 * @param floor ratio below which values count as noise, above 0: `vector.floor / |measured|`, or a share of it.
 * @returns 0 where simulated and measured agree, as long as `floor` is at most 1.
 */
export function logRatio(ratio: number, floor: number): number {
  if (ratio >= floor) return Math.log(ratio);
  if (ratio >= 0) return Math.log(floor) + (ratio - floor) / floor;
  return Math.log(floor) - 1 - Math.log1p(-ratio / floor);
}

/** The ratio whose `logRatio` is `value`. Exponents are bounded at 60, so that a model that strays does not overflow. */
export function ratioOfLog(value: number, floor: number): number {
  const bend = Math.log(floor);
  if (value >= bend) return Math.exp(Math.min(value, 60));
  if (value >= bend - 1) return floor + floor * (value - bend);
  return floor * (1 - Math.exp(Math.min(60, bend - 1 - value)));
}

/** Derivative of `ratioOfLog` by `value`, above 0: the factor from a slope of logarithms to one of ratios. */
export function ratioOfLogSlope(value: number, floor: number): number {
  const bend = Math.log(floor);
  if (value >= bend) return Math.exp(Math.min(value, 60));
  return value >= bend - 1 ? floor : floor * Math.exp(Math.min(60, bend - 1 - value));
}
