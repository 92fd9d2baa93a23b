import { gammaln } from 'simple-statistics';

/**
 * Upper tail of Fisher's F distribution, P(F > f), accurate relative to itself however small: it is the incomplete beta
 * function I_x(d2/2, d1/2) with x = d2 / (d2 + d1 f), never 1 minus something (Abramowitz & Stegun 1964, 26.6.2).
 * @param f not below 0; Infinity gives 0
 * @param d1 degrees of freedom of the numerator, greater than 0
 * @param d2 degrees of freedom of the denominator, greater than 0
 */
export function fTail(f: number, d1: number, d2: number): number {
  return f <= 0 ? 1 : incompleteBeta(d2 / (d2 + d1 * f), d2 / 2, d1 / 2);
}

/**
 * Regularized incomplete beta function I_x(a, b) for x in [0, 1], a and b greater than 0 (DLMF 8.17.22, with 8.17.4 where
 * the fraction would converge slowly).
 */
export function incompleteBeta(x: number, a: number, b: number): number {
  if (x <= 0) return 0;
  if (x >= 1) return 1;
  if (x > (a + 1) / (a + b + 2)) return 1 - incompleteBeta(1 - x, b, a);
  const front = Math.exp(a * Math.log(x) + b * Math.log1p(-x) + gammaln(a + b) - gammaln(a) - gammaln(b)) / a;
  return front / betaFraction(x, a, b);
}

/** 1 + d1/(1 + d2/(1 + …)), by Lentz's method as modified by Thompson and Barnett 1986. */
function betaFraction(x: number, a: number, b: number): number {
  let value = 1;
  let c = 1;
  let d = 0;
  for (let k = 1; k <= 10_000; k += 1) {
    const m = Math.floor(k / 2);
    const numerator = k % 2 === 0
      ? (m * (b - m) * x) / ((a + 2 * m - 1) * (a + 2 * m))
      : (-(a + m) * (a + b + m) * x) / ((a + 2 * m) * (a + 2 * m + 1));
    c = awayFromZero(1 + numerator / c);
    d = 1 / awayFromZero(1 + numerator * d);
    value *= c * d;
    if (Math.abs(c * d - 1) < 1e-16) break;
  }
  return value;
}

const awayFromZero = (value: number): number => (Math.abs(value) < 1e-300 ? 1e-300 : value);
