import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { sobolDirectionNumbers } from './sobol-direction-numbers.ts';
import { filled } from '../linear-algebra/vectors.ts';

/** Binary digits of a coordinate, and of the index of a point. */
const digits = 32;
const unit = 2 ** -digits;

/**
 * Sobol sequence (Sobol 1967) with the direction numbers of Joe & Kuo 2008, in the Gray-code order of Antonov & Saleev
 * 1979: every 2^k points from a multiple of 2^k on put one point into each 2^k-th of each axis. It may be continued, as a
 * Halton sequence may: points `skip ... skip + count` of one scramble, provided the source is in the same state.
 * @param dimension at most 80.
 * @param random scrambles: a random linear matrix scramble (Matousek 1998) and a random digital shift, which keep the
 *   stratification. Left out, the plain sequence, whose first point is the origin.
 * @param skip points of the sequence to pass over.
 * @returns `count` points of `dimension` coordinates in [0, 1).
 * @throws EvospiceError `TOOLBOX_RANGE` for more than 80 dimensions, or beyond point 2^32.
 */
export function sobol(count: number, dimension: number, random?: RandomSource, skip = 0): number[][] {
  if (dimension > sobolDirectionNumbers.length + 1 || skip + count > 2 ** digits) {
    throw new EvospiceError('TOOLBOX_RANGE', `there are no Sobol points ${skip} to ${skip + count} in ${dimension} dimensions`, {
      received: { count, dimension, skip },
      expected: `at most ${sobolDirectionNumbers.length + 1} dimensions and 2^${digits} points`,
      remedy: 'use halton or latinHypercube',
    });
  }
  const points = Array.from({ length: count }, () => filled(dimension, 0));
  for (let axis = 0; axis < dimension; axis++) {
    const directions = random === undefined ? directionNumbers(axis) : scrambled(directionNumbers(axis), random);
    let state = (random === undefined ? 0 : word(random)) ^ grayCodeState(skip, directions);
    for (const [index, point] of points.entries()) {
      point[axis] = (state >>> 0) * unit;
      state ^= directions[trailingOnes(skip + index)] ?? 0;
    }
  }
  return points;
}

/** v_1 ... v_32 of an axis as 32-bit words, the first binary digit highest (Bratley & Fox 1988, equations 2 and 3). */
function directionNumbers(axis: number): number[] {
  const row = sobolDirectionNumbers[axis - 1];
  if (row === undefined) return Array.from({ length: digits }, (_, index) => 1 << (digits - 1 - index));
  const [polynomial, ...initial] = row;
  const degree = initial.length;
  const directions = initial.map((value, index) => value << (digits - 1 - index));
  for (let index = degree; index < digits; index++) {
    const before = directions[index - degree]!;
    let next = before ^ (before >>> degree);
    for (let term = 1; term < degree; term++) if ((polynomial >>> (degree - term)) & 1) next ^= directions[index - term]!;
    directions.push(next);
  }
  return directions;
}

/** Directions times a random lower unitriangular matrix over GF(2): each digit is mixed with those before it. */
function scrambled(directions: readonly number[], random: RandomSource): number[] {
  const result = filled(digits, 0);
  for (let row = 0; row < digits; row++) {
    const place = 1 << (digits - 1 - row);
    // Random bits above the diagonal digit, and the digit itself.
    const mask = (row === 0 ? 0 : word(random) & ~((place << 1) - 1)) | place;
    for (const [index, direction] of directions.entries()) if (parity(direction & mask) === 1) result[index]! |= place;
  }
  return result;
}

function word(random: RandomSource): number {
  return Math.floor(random.next() * 2 ** digits) | 0;
}

function parity(bits: number): number {
  let rest = bits ^ (bits >>> 16);
  rest ^= rest >>> 8;
  rest ^= rest >>> 4;
  return (0x6996 >>> (rest & 15)) & 1;
}

/** State before any shift at point `index`: the directions of the digits of its Gray code. */
function grayCodeState(index: number, directions: readonly number[]): number {
  let state = 0;
  for (let place = 0; place < digits; place++) {
    const bit = Math.floor(index / 2 ** place) % 2;
    const next = Math.floor(index / 2 ** (place + 1)) % 2;
    if (bit !== next) state ^= directions[place]!;
  }
  return state;
}

/** Number of ones at the low end of a number below 2^32, which says the digit of its Gray code that changes next. */
function trailingOnes(index: number): number {
  return 31 - Math.clz32(~index & (index + 1));
}
