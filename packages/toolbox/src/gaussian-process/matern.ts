const root5 = Math.sqrt(5);

/**
 * Matern kernel of smoothness 5/2 and variance 1 (Rasmussen & Williams 2006, equation 4.17; Snoek, Larochelle & Adams
 * 2012): (1 + sqrt(5) r + 5/3 r^2) exp(-sqrt(5) r).
 * @param distance r >= 0, in length scales.
 * @returns correlation in [0, 1].
 */
export function maternCorrelation(distance: number): number {
  const scaled = root5 * distance;
  return (1 + scaled + (scaled * scaled) / 3) * Math.exp(-scaled);
}

/**
 * -k'(r) / r of the same kernel, which stays finite at r = 0: 5/3 (1 + sqrt(5) r) exp(-sqrt(5) r). Every derivative of the
 * kernel is this times products of coordinate differences.
 */
export function maternSlope(distance: number): number {
  const scaled = root5 * distance;
  return (5 / 3) * (1 + scaled) * Math.exp(-scaled);
}
