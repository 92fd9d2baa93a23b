import { filled } from '../linear-algebra/filled.ts';
import type { RandomSource } from '@evospice/kernel';

/** Success history of L-SHADE (Tanabe & Fukunaga 2014): pairs of centres for F and CR, overwritten in turn. */
export interface SuccessMemory {
  readonly weights: readonly number[];
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

/** A memory of `size` entries (6 in the paper), all at one centre (0.5 in the paper). */
export function createSuccessMemory(size: number, weight = 0.5, rate = 0.5): SuccessMemory {
  return { weights: filled(size, weight), rates: filled(size, rate), next: 0 };
}

/**
 * F and CR of one trial: from a random entry, F Cauchy with width 0.1 (redrawn while not above 0, at most 1),
 * CR normal with deviation 0.1, clipped to [0, 1].
 */
export function drawControl(memory: SuccessMemory, random: RandomSource): { weight: number; rate: number } {
  const entry = random.integer(0, memory.weights.length - 1);
  const rate = Math.min(1, Math.max(0, memory.rates[entry]! + 0.1 * random.normal()));
  let weight = 0;
  while (!(weight > 0)) weight = memory.weights[entry]! + 0.1 * Math.tan(Math.PI * (random.next() - 0.5));
  return { weight: Math.min(1, weight), rate };
}

/**
 * Memory after a generation: Lehmer means weighted by gain enter the next entry. Unchanged without a success.
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
  return {
    weights: replace(memory.weights, lehmer(successes.map(({ weight }) => weight))),
    rates: replace(memory.rates, lehmer(successes.map(({ rate }) => rate))),
    next: (memory.next + 1) % memory.weights.length,
  };
}
