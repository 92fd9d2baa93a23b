import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { requireSameLength } from '../require-same-length.ts';

/** How a number is written in bits: place values, or the reflected code whose neighbours differ in one bit (Gray 1953). */
export type BitCoding = 'binary' | 'gray';

/** Reflected Gray code of a whole number from 0 to 2^32 - 1. */
export function grayEncode(value: number): number {
  return (value ^ (value >>> 1)) >>> 0;
}

/** The whole number with this Gray code; the inverse of `grayEncode`. */
export function grayDecode(code: number): number {
  let value = code;
  for (let shift = 1; shift < 32; shift *= 2) value ^= value >>> shift;
  return value >>> 0;
}

/**
 * A point of the unit cube as a string of bits, coordinate after coordinate, the highest bit first; each coordinate goes
 * to the nearest of 2^width places from 0 to 1.
 * @param width bits a coordinate, 1 to 32.
 * @throws EvospiceError `TOOLBOX_RANGE` for another width.
 */
export function bitsFromUnit(unit: readonly number[], width: number, coding: BitCoding): number[] {
  const largest = largestCode(width);
  return unit.flatMap((place) => {
    const code = Math.round(Math.min(1, Math.max(0, place)) * largest);
    const written = coding === 'gray' ? grayEncode(code) : code;
    return Array.from({ length: width }, (_, bit) => (written >>> (width - 1 - bit)) & 1);
  });
}

/**
 * The point of the unit cube that a string of bits stands for; the inverse of `bitsFromUnit`.
 * @throws EvospiceError `TOOLBOX_SHAPE` for a length that is not a multiple of `width`, `TOOLBOX_RANGE` for a width outside 1 to 32.
 */
export function unitFromBits(bits: readonly number[], width: number, coding: BitCoding): number[] {
  const largest = largestCode(width);
  requireSameLength('bit string', bits.length, Math.floor(bits.length / width) * width);
  return Array.from({ length: bits.length / width }, (_, coordinate) => {
    let written = 0;
    for (let bit = 0; bit < width; bit++) written = written * 2 + bits[coordinate * width + bit]!;
    return (coding === 'gray' ? grayDecode(written) : written) / largest;
  });
}

/**
 * One-point crossover (Holland 1975; Goldberg 1989): the children have the bits of one parent up to `cut`, of the other after it.
 * @param cut 1 to length - 1 for a real exchange.
 * @throws EvospiceError `TOOLBOX_SHAPE` for parents of different lengths.
 */
export function onePointCrossover(a: readonly number[], b: readonly number[], cut: number): [number[], number[]] {
  requireSameLength('second parent', b.length, a.length);
  return [[...a.slice(0, cut), ...b.slice(cut)], [...b.slice(0, cut), ...a.slice(cut)]];
}

/** Each bit turned over with probability `rate`, in [0, 1] (Goldberg 1989). */
export function mutateBits(bits: readonly number[], rate: number, random: RandomSource): number[] {
  return bits.map((bit) => (random.next() < rate ? 1 - bit : bit));
}

function largestCode(width: number): number {
  if (Number.isInteger(width) && width >= 1 && width <= 32) return 2 ** width - 1;
  throw new EvospiceError('TOOLBOX_RANGE', `${width} bits a coordinate`, { received: width, expected: 'a whole number from 1 to 32' });
}
