import type { RandomSource } from '@evospice/contracts';
import { cauchy } from '../random/create-random.ts';
import { filled } from '../linear-algebra/vectors.ts';

/** Success history of L-SHADE (Tanabe & Fukunaga, CEC 2014): pairs of centres for F and CR, overwritten in turn. */
export interface SuccessMemory {
  readonly weights: readonly number[];
  /** A centre of -1 is the paper's terminal value: CR is 0 from then on. */
  readonly rates: readonly number[];
  /** Entry that the next generation overwrites. */
  readonly next: number;
}

/** A step that gave a better member: the F and CR it used and by how much the cost fell. */
export interface Success {
  readonly weight: number;
  readonly rate: number;
  readonly gain: number;
}

/** A memory of `size` entries (at least 1; 6 in the paper), all at one centre (0.5 in the paper). */
export function createSuccessMemory(size: number, weight = 0.5, rate = 0.5): SuccessMemory {
  return { weights: filled(size, weight), rates: filled(size, rate), next: 0 };
}

const terminal = -1;

/**
 * F and CR of one trial: from a random entry, F Cauchy with width 0.1 (redrawn while not above 0, at most 1),
 * CR normal with deviation 0.1, clipped to [0, 1] (Tanabe & Fukunaga 2014).
 * @returns F in (0, 1], CR in [0, 1].
 */
export function drawControl(memory: SuccessMemory, random: RandomSource): { weight: number; rate: number } {
  const entry = random.integer(0, memory.weights.length - 1);
  const centre = memory.rates[entry]!;
  const rate = centre === terminal ? 0 : Math.min(1, Math.max(0, centre + 0.1 * random.normal()));
  let weight = 0;
  while (!(weight > 0)) weight = memory.weights[entry]! + cauchy(0.1, random);
  return { weight: Math.min(1, weight), rate };
}

/**
 * Memory after a generation (Tanabe & Fukunaga, "Improving the search performance of SHADE using linear population size reduction",
 * CEC 2014, algorithm 1, equations 7 to 9): Lehmer means weighted by gain enter the next entry. Unchanged without a success. A centre of CR becomes
 * terminal when no success took more than the one sure coordinate, and stays so.
 * Successes that came from a failed parent have an infinite gain; they weigh as much as the largest finite one.
 */
export function rememberSuccesses(memory: SuccessMemory, successes: readonly Success[]): SuccessMemory {
  if (successes.length === 0) return memory;
  const largest = Math.max(0, ...successes.map(({ gain }) => gain).filter(Number.isFinite));
  const gains = successes.map(({ gain }) => (Number.isFinite(gain) ? gain : largest || 1));
  const total = gains.reduce((sum, gain) => sum + gain, 0);
  const shares = gains.map((gain) => (total > 0 ? gain / total : 1 / gains.length));
  const lehmer = (values: readonly number[]): number => {
    const first = values.reduce((sum, value, index) => sum + shares[index]! * value, 0);
    const second = values.reduce((sum, value, index) => sum + shares[index]! * value * value, 0);
    return first > 0 ? second / first : 0;
  };
  const replace = (list: readonly number[], value: number): number[] => list.map((old, index) => (index === memory.next ? value : old));
  const none = memory.rates[memory.next] === terminal || successes.every(({ rate }) => rate === 0);
  return {
    weights: replace(memory.weights, lehmer(successes.map(({ weight }) => weight))),
    rates: replace(memory.rates, none ? terminal : lehmer(successes.map(({ rate }) => rate))),
    next: (memory.next + 1) % memory.weights.length,
  };
}

/**
 * Memory after a generation of JADE (Zhang & Sanderson, IEEE Trans. Evol. Comput. 13:945-958, 2009, equations 8 and 11): every centre
 * goes a share `learning` of the way to the Lehmer mean of the successful F and the mean of the successful CR.
 * Unchanged without a success. JADE's memory has one entry.
 * @param learning c of the paper, in [0, 1].
 */
export function adaptTowardsSuccesses(memory: SuccessMemory, successes: readonly Success[], learning = 0.1): SuccessMemory {
  if (successes.length === 0) return memory;
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0);
  const weights = successes.map(({ weight }) => weight);
  const weight = sum(weights.map((value) => value * value)) / sum(weights);
  const rate = sum(successes.map((success) => success.rate)) / successes.length;
  const towards = (list: readonly number[], value: number): number[] => list.map((old) => (1 - learning) * old + learning * value);
  return { ...memory, weights: towards(memory.weights, weight), rates: towards(memory.rates, rate) };
}
