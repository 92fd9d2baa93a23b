import { EvospiceError, type RandomSource } from '@evospice/contracts';

/**
 * Fitness of a population whose costs are minimised: the largest finite cost less one's own (Goldberg 1989, ch. 3, C_max
 * of the present population); failed members (Infinity) get 0 like the worst.
 * @returns one number a member, not negative.
 */
export function fitnessOfCosts(costs: readonly number[]): number[] {
  const worst = costs.reduce((most, cost) => (Number.isFinite(cost) ? Math.max(most, cost) : most), -Infinity);
  return costs.map((cost) => (Number.isFinite(cost) ? worst - cost : 0));
}

/**
 * Linear fitness scaling (Goldberg 1989, ch. 3, `prescale` and `scalepop`): a f + b with the mean kept and the largest value at
 * `multiple` times the mean, or as far towards it as the smallest value stays at 0.
 * @param fitness not negative; `multiple` above 1, usually 1.2 to 2.
 * @returns not negative; 1 for everyone where all values are equal.
 * @throws EvospiceError `TOOLBOX_EMPTY` for no values.
 */
export function scaleFitness(fitness: readonly number[], multiple: number): number[] {
  if (fitness.length === 0) throw new EvospiceError('TOOLBOX_EMPTY', 'fitness of an empty population', { received: 0, expected: 'at least 1 value' });
  const mean = fitness.reduce((sum, value) => sum + value, 0) / fitness.length;
  const most = fitness.reduce((a, b) => Math.max(a, b), 0);
  const least = fitness.reduce((a, b) => Math.min(a, b), Infinity);
  if (!(most > least) || !Number.isFinite(mean)) return fitness.map(() => 1);
  // a f + b with the mean kept is mean + a (f - mean), which does not cancel as Goldberg's form does.
  const wholly = least > (multiple * mean - most) / (multiple - 1);
  const slope = wholly ? ((multiple - 1) * mean) / (most - mean) : mean / (mean - least);
  return fitness.map((value) => Math.max(0, mean + slope * (value - mean)));
}

/**
 * Roulette wheel: an index drawn with a probability in proportion to its weight; all alike where the weights are all 0.
 * @param weights not negative, finite.
 * @throws EvospiceError `TOOLBOX_EMPTY` for no weights.
 */
export function rouletteIndex(weights: readonly number[], random: RandomSource): number {
  if (weights.length === 0) throw new EvospiceError('TOOLBOX_EMPTY', 'a roulette wheel without slots', { received: 0, expected: 'at least 1 weight' });
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (!(total > 0)) return random.integer(0, weights.length - 1);
  let left = random.next() * total;
  let last = 0;
  for (const [index, weight] of weights.entries()) {
    if (weight <= 0) continue;
    last = index;
    left -= weight;
    if (left < 0) return index;
  }
  return last;
}

/**
 * Tournament: the index of the smallest of `size` costs drawn at random, different ones while there are enough.
 * @param costs Infinity for failed members; `size` at least 1.
 * @throws EvospiceError `TOOLBOX_EMPTY` for no costs.
 */
export function tournamentIndex(costs: readonly number[], random: RandomSource, size = 2): number {
  if (costs.length === 0) throw new EvospiceError('TOOLBOX_EMPTY', 'a tournament without members', { received: 0, expected: 'at least 1 cost' });
  const drawn = new Set<number>();
  while (drawn.size < Math.min(size, costs.length)) drawn.add(random.integer(0, costs.length - 1));
  return [...drawn].reduce((best, index) => (costs[index]! < costs[best]! ? index : best));
}
