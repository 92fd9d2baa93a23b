/**
 * Upper tail of the standard normal distribution, P(Z > z), to about 1e-14 of itself. `simple-statistics` offers a table
 * of four digits and an error function good to 1e-7 only.
 *
 * Near 0 by the series of the distribution function (Abramowitz & Stegun 1964, 26.2.11), farther out by Laplace's
 * continued fraction (26.2.14), evaluated from its end.
 */
export function normalTail(z: number): number {
  if (Number.isNaN(z)) return Number.NaN;
  if (z < 0) return 1 - normalTail(-z);
  const density = Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI);
  return z < 2.5 ? 0.5 - density * series(z) : density / fraction(z);
}

/** P(Z <= z). */
export function normalCumulative(z: number): number {
  return normalTail(-z);
}

/** z + z³/3 + z⁵/(3·5) + … */
function series(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= (z * z) / (2 * k + 1);
    sum += term;
  }
  return sum;
}

/** z + 1/(z + 2/(z + 3/(z + …))); 200 levels are plenty from z = 2.5 on. */
function fraction(z: number): number {
  let value = z;
  for (let k = 200; k >= 1; k -= 1) value = z + k / value;
  return value;
}
