/**
 * Exact arithmetic on doubles. Every finite double is a whole multiple of 2^-1074, so a BigInt of that many units holds it without
 * rounding, and sums, products and comparisons of such numbers are exact too.
 */
const unitExponent = 1074;

const bits = new DataView(new ArrayBuffer(8));

/** A finite double in units of 2^-1074. */
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
