/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

/** A square matrix of one or two ports, row by row. */
export type Matrix = readonly (readonly Complex[])[];

const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
const subtract = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
const negative = ({ re, im }: Complex): Complex => ({ re: -re, im: -im });
const multiply = (a: Complex, b: Complex): Complex => ({ re: a.re * b.re - a.im * b.im, im: a.re * b.im + a.im * b.re });

/** Not finite where `b` is 0, which callers look for. */
function divide(a: Complex, b: Complex): Complex {
  const size = b.re ** 2 + b.im ** 2;
  return { re: (a.re * b.re + a.im * b.im) / size, im: (a.im * b.re - a.re * b.im) / size };
}

const one = (ports: number): Matrix => Array.from({ length: ports }, (_, row) => Array.from({ length: ports }, (__, column) => ({ re: row === column ? 1 : 0, im: 0 })));
const each = (a: Matrix, b: Matrix, combine: (x: Complex, y: Complex) => Complex): Matrix => a.map((row, i) => row.map((value, j) => combine(value, b[i]![j]!)));

export const difference = (a: Matrix, b: Matrix): Matrix => each(a, b, subtract);

export function product(a: Matrix, b: Matrix): Matrix {
  return a.map((row) => b[0]!.map((_, column) => row.map((value, at) => multiply(value, b[at]![column]!)).reduce(add)));
}

/** Not finite for a singular matrix. */
export function inverse(matrix: Matrix): Matrix {
  const [[a, b], [c, d] = []] = matrix as readonly [readonly [Complex, Complex?], (readonly [Complex, Complex])?];
  if (b === undefined || c === undefined || d === undefined) return [[divide({ re: 1, im: 0 }, a)]];
  const determinant = subtract(multiply(a, d), multiply(b, c));
  return [[divide(d, determinant), divide(negative(b), determinant)], [divide(negative(c), determinant), divide(a, determinant)]];
}

/** Admittances from scattering parameters at one real reference impedance: Y = (1 - S) (1 + S)^-1 / z0. */
export function admittanceOfScattering(s: Matrix, z0: number): Matrix {
  const unit = one(s.length);
  return product(difference(unit, s), inverse(each(unit, s, add))).map((row) => row.map(({ re, im }) => ({ re: re / z0, im: im / z0 })));
}

/**
 * Admittances of a two-port from its hybrid parameters: from H, v1 = h11 i1 + h12 v2 and i2 = h21 i1 + h22 v2 are solved for the currents; from G,
 * i1 = g11 v1 + g12 i2 and v2 = g21 v1 + g22 i2.
 */
export function admittanceOfHybrid(matrix: Matrix, kind: 'H' | 'G'): Matrix {
  const [[a, b], [c, d]] = matrix as readonly [readonly [Complex, Complex], readonly [Complex, Complex]];
  const determinant = subtract(multiply(a, d), multiply(b, c));
  return kind === 'H'
    ? [[divide({ re: 1, im: 0 }, a), divide(negative(b), a)], [divide(c, a), divide(determinant, a)]]
    : [[divide(determinant, d), divide(b, d)], [divide(negative(c), d), divide({ re: 1, im: 0 }, d)]];
}
