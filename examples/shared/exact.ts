/**
 * Exact arithmetic on doubles. Every finite double is a whole multiple of 2^-1074, so a BigInt of that many units holds it without
 * rounding, and sums, products and comparisons of such numbers are exact too.
 */
const unitExponent = 1074;

const bits = new DataView(new ArrayBuffer(8));

/** A finite double in units of 2^-1074. @throws RangeError for any other. */
export function units(value: number): bigint {
  if (!Number.isFinite(value)) throw new RangeError(`${value} is not finite`);
  bits.setFloat64(0, value);
  const word = bits.getBigUint64(0);
  const exponent = Number((word >> 52n) & 0x7ffn);
  const fraction = word & 0xf_ffff_ffff_ffffn;
  const magnitude = exponent === 0 ? fraction : (fraction | 0x10_0000_0000_0000n) << BigInt(exponent - 1);
  return word >> 63n === 1n ? -magnitude : magnitude;
}

/** One, in the same units. */
export const one = 1n << BigInt(unitExponent);

/** A number of units as the nearest double; exact to 2^-64 for what is smaller than 2^60. */
export function toNumber(value: bigint): number {
  return Number(value >> BigInt(unitExponent - 64)) / 2 ** 64;
}

/** Doubles as whole multiples of the largest power of two that divides them all: as short as exact numbers can be. */
export function commonUnits(values: readonly number[]): readonly bigint[] {
  const exact = values.map(units);
  const all = exact.reduce((union, value) => union | (value < 0n ? -value : value), 0n);
  if (all === 0n) return exact;
  let shift = 0n;
  while ((all & (1n << shift)) === 0n) shift += 1n;
  return exact.map((value) => value >> shift);
}

/** A quotient of positive whole numbers as a double, wrong by no more than 2^-52 of itself. */
export function quotient(above: bigint, below: bigint): number {
  const shift = BigInt(Math.max(0, 64 + bitLength(below) - bitLength(above)));
  return Number((above << shift) / below) / 2 ** Number(shift);
}

function bitLength(value: bigint): number {
  return value.toString(2).length;
}
