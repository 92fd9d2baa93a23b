import type { RandomSource } from '@evospice/contracts';
import { rankByCost } from '../points/rank-by-cost.ts';
import { distinctIndices } from '../sampling/indices.ts';
import { requireSameLength } from '../require-same-length.ts';

/** Takes each coordinate from the mutant with probability `rate`, and one chosen at random in any case (Storn & Price 1997). Both points have one length. */
export function binomialCrossover(parent: readonly number[], mutant: readonly number[], rate: number, random: RandomSource): number[] {
  const sure = random.integer(0, parent.length - 1);
  return parent.map((value, index) => {
    const take = random.next() < rate;
    return take || index === sure ? mutant[index]! : value;
  });
}

/** A coordinate outside [0, 1] is set midway between the parent's and the wall it crossed (Zhang & Sanderson 2009). The parent lies in the cube. */
export function midwayIntoUnit(mutant: readonly number[], parent: readonly number[]): number[] {
  return mutant.map((value, index) => (value < 0 ? parent[index]! / 2 : value > 1 ? (1 + parent[index]!) / 2 : value));
}

/**
 * Trial vector of DE/rand/1/bin (Storn & Price 1997) for member `index`.
 * @param population at least 4 points of the unit cube.
 * @param weight F, usually 0.4 to 1; `rate` CR in [0, 1].
 * @throws EvospiceError `TOOLBOX_RANGE` for a population that is too small.
 */
export function randOneBin(population: readonly (readonly number[])[], index: number, weight: number, rate: number, random: RandomSource): number[] {
  const [a, b, c] = distinctIndices(3, population.length, random, [index]) as [number, number, number];
  const parent = population[index]!;
  const mutant = population[a]!.map((value, axis) => value + weight * (population[b]![axis]! - population[c]![axis]!));
  return binomialCrossover(parent, midwayIntoUnit(mutant, parent), rate, random);
}

export interface CurrentToPBest {
  /** At least 3 points of the unit cube. */
  readonly population: readonly (readonly number[])[];
  /** Cost of each member, smaller is better; failed ones Infinity. */
  readonly costs: readonly number[];
  /** Points that better ones replaced; may be empty. */
  readonly archive: readonly (readonly number[])[];
  /** Share of the population that counts as best, such as 0.1 to 0.2; at least two members do. */
  readonly bestShare: number;
}

/**
 * Trial vector of DE/current-to-pbest/1/bin with archive (JADE, Zhang & Sanderson 2009) for member `index`.
 * @param weight F; `rate` CR in [0, 1].
 * @throws EvospiceError `TOOLBOX_RANGE` for a population that is too small; `TOOLBOX_SHAPE` unless each member has one cost.
 */
export function currentToPBest(state: CurrentToPBest, index: number, weight: number, rate: number, random: RandomSource): number[] {
  const { population, costs, archive, bestShare } = state;
  requireSameLength('costs', costs.length, population.length);
  const ranked = rankByCost(costs);
  const elite = Math.min(population.length, Math.max(2, Math.round(bestShare * population.length)));
  const best = population[ranked[random.integer(0, elite - 1)]!]!;
  const [first] = distinctIndices(1, population.length, random, [index]) as [number];
  const pool = [...population, ...archive];
  const [second] = distinctIndices(1, pool.length, random, [index, first]) as [number];
  const parent = population[index]!;
  const mutant = parent.map((value, axis) => value + weight * (best[axis]! - value) + weight * (population[first]![axis]! - pool[second]![axis]!));
  return binomialCrossover(parent, midwayIntoUnit(mutant, parent), rate, random);
}
