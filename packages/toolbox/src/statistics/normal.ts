const logRootTwoPi = 0.5 * Math.log(2 * Math.PI);

/** Density of the standard normal distribution. */
export function normalDensity(z: number): number {
  return Math.exp(-0.5 * z * z - logRootTwoPi);
}

/**
 * Standard normal distribution function, with relative accuracy in the lower tail (1e-13 or better; it underflows to 0
 * below -38).
 */
export function normalCumulative(z: number): number {
  if (Number.isNaN(z)) return NaN;
  if (z < -2) {
    // erfc(x) = exp(-x^2) / sqrt(pi) / (x + t), see `tailRatio`; x = -z / sqrt(2).
    const x = -z * Math.SQRT1_2;
    return (Math.exp(-x * x) * 0.5) / (Math.sqrt(Math.PI) * (x + tailRatio(x)));
  }
  if (z > 2) return 1 - normalCumulative(-z);
  // Abramowitz & Stegun 1964, 26.2.11: all terms have one sign.
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return 0.5 + normalDensity(z) * sum;
}

/**
 * i erfc(x) / erfc(x), the ratio of the integral of erfc from x on to erfc itself, by its continued fraction
 * 1/2 / (x + 1 / (x + 3/2 / (x + ...))) (NIST Digital Library of Mathematical Functions, 7.18.13), for x >= 1.
 */
export function tailRatio(x: number): number {
  let below = x;
  for (let k = Math.ceil(16 + 200 / (x * x)); k >= 1; k--) below = x + (0.5 * (k + 1)) / below;
  return 0.5 / below;
}
