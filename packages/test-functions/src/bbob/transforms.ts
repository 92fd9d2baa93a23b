/** T_osz of one number: smooth, monotone, with oscillations (RR-6829, section 0.2). */
export function oscillated(value: number): number {
  if (value === 0) return value;
  const log = Math.log(Math.abs(value));
  if (value > 0) return Math.exp(log + 0.049 * (Math.sin(10 * log) + Math.sin(7.9 * log)));
  return -Math.exp(log + 0.049 * (Math.sin(5.5 * log) + Math.sin(3.1 * log)));
}

/** T_osz of each entry, in place. */
export function oscillate(z: Float64Array): Float64Array {
  for (let i = 0; i < z.length; i++) z[i] = oscillated(z[i]!);
  return z;
}

/** T_asy with exponent beta, in place: positive entries grow, the later ones more. */
export function skew(z: Float64Array, beta: number): Float64Array {
  for (let i = 0; i < z.length; i++) {
    const value = z[i]!;
    if (value > 0) z[i] = value ** (1 + ((beta * i) / (z.length - 1)) * Math.sqrt(value));
  }
  return z;
}

/** Diagonal of Lambda^alpha: alpha^(i / (2 (D - 1))), i from 0. */
export function conditioning(dimension: number, alpha: number): Float64Array {
  return Float64Array.from({ length: dimension }, (_, i) => alpha ** (i / (2 * (dimension - 1))));
}

/** f_pen: sum of squares of what lies beyond 5 on either side. */
export function boundaryPenalty(x: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < x.length; i++) {
    const beyond = Math.abs(x[i]!) - 5;
    if (beyond > 0) sum += beyond * beyond;
  }
  return sum;
}

/** Writes x - optimum to `out`. */
export function offset(x: readonly number[], optimum: readonly number[], out: Float64Array): Float64Array {
  for (let i = 0; i < out.length; i++) out[i] = x[i]! - optimum[i]!;
  return out;
}

/** Multiplies by a diagonal, in place. */
export function scaleBy(z: Float64Array, diagonal: Float64Array): Float64Array {
  for (let i = 0; i < z.length; i++) z[i]! *= diagonal[i]!;
  return z;
}

/** 10 (D - sum cos 2 pi z) + |z|^2, common to the three Rastrigin functions. */
export function rastriginSum(z: Float64Array): number {
  let cosines = 0;
  let squares = 0;
  for (let i = 0; i < z.length; i++) {
    cosines += Math.cos(2 * Math.PI * z[i]!);
    squares += z[i]! * z[i]!;
  }
  return 10 * (z.length - cosines) + squares;
}
