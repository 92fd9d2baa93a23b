import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { uniformFloat64 } from 'pure-rand/distribution/uniformFloat64';
import { uniformInt } from 'pure-rand/distribution/uniformInt';
import { xoroshiro128plusFromState } from 'pure-rand/generator/xoroshiro128plus';

/** Finalizer of MurmurHash3 (A. Appleby, 2011): every bit of the input reaches every bit of the output. */
function mix(word: number): number {
  let hash = word | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return hash ^ (hash >>> 16);
}

/** Four state words from two; a Weyl sequence between them keeps the state from being all zero. */
function stateFrom(high: number, low: number): readonly number[] {
  return [0, 1, 2, 3].map((index) => mix(mix(low + Math.imul(2 * index + 1, 0x9e3779b9)) ^ mix(high + Math.imul(2 * index + 2, 0x9e3779b9))));
}

class SeededRandom implements RandomSource {
  readonly #generator: ReturnType<typeof xoroshiro128plusFromState>;

  constructor(high: number, low: number) {
    this.#generator = xoroshiro128plusFromState(stateFrom(high, low));
  }

  next(): number {
    return uniformFloat64(this.#generator);
  }

  normal(): number {
    // Box & Muller 1958; 1 - u keeps the logarithm finite.
    return Math.sqrt(-2 * Math.log(1 - this.next())) * Math.cos(2 * Math.PI * this.next());
  }

  integer(low: number, high: number): number {
    if (!Number.isSafeInteger(low) || !Number.isSafeInteger(high) || low > high) {
      throw new EvospiceError('TOOLBOX_RANGE', `no integer lies in [${low}, ${high}]`, { received: [low, high], expected: 'integers with low <= high' });
    }
    return uniformInt(this.#generator, low, high);
  }

  split(): RandomSource {
    return new SeededRandom(this.#generator.next(), this.#generator.next());
  }
}

/**
 * Seeded generator: xoroshiro128+ (Blackman & Vigna 2021) from `pure-rand`, its state hashed from the seed so that
 * neighbouring seeds are unrelated. Equal seeds give equal sequences on every machine.
 * `split()` seeds a new generator from 64 drawn bits.
 * @param seed safe integer, either sign.
 * @throws EvospiceError `TOOLBOX_RANGE` for anything else.
 */
export function createRandom(seed: number): RandomSource {
  if (!Number.isSafeInteger(seed)) {
    throw new EvospiceError('TOOLBOX_RANGE', `seed ${seed} is not a whole number`, { received: seed, expected: 'a safe integer', remedy: 'use a whole number as seed' });
  }
  return new SeededRandom(Math.floor(seed / 0x1_0000_0000), seed | 0);
}

/** A deviate of the Cauchy distribution around 0 with half-width `width`, above 0: mostly small steps, now and then a very long one. By inversion of its distribution. */
export function cauchy(width: number, random: RandomSource): number {
  return width * Math.tan(Math.PI * (random.next() - 0.5));
}
