import { EvospiceError, type RandomSource } from '@evospice/contracts';
import { rankByCost } from '../points/rank-by-cost.ts';
import { cauchy } from '../random/create-random.ts';
import { distinctIndices } from '../sampling/indices.ts';

/**
 * A member drawn with probability proportional to exp(-r), r its rank by cost, 0 for the best (Olenšek et al. 2011).
 * @param costs one a member, at least one; equal ones rank in their order.
 * @returns its index.
 * @throws EvospiceError `TOOLBOX_EMPTY`.
 */
export function drawByRank(costs: readonly number[], random: RandomSource): number {
  if (costs.length === 0) throw new EvospiceError('TOOLBOX_EMPTY', 'there are no members', { received: costs, expected: 'at least one member' });
  // Ranks follow a truncated geometric distribution, whose quantiles are known.
  const rank = Math.min(costs.length - 1, Math.floor(-Math.log1p(-random.next() * -Math.expm1(-costs.length))));
  return rankByCost(costs)[rank]!;
}

/** A coordinate outside [0, 1] is drawn anew, uniformly between the parent's and the wall it crossed (Olenšek et al. 2011). The parent lies in the cube. */
export function redrawIntoUnit(point: readonly number[], parent: readonly number[], random: RandomSource): number[] {
  return point.map((value, axis) => (value < 0 ? parent[axis]! * random.next() : value > 1 ? 1 - (1 - parent[axis]!) * random.next() : value));
}

/** How PSADE makes one trial. */
export interface PsadeControl {
  /** Half-width R of the Cauchy noise on every coordinate. */
  readonly range: number;
  /** Differential weight w. */
  readonly weight: number;
  /** Probability px that a coordinate comes from the mutant. */
  readonly rate: number;
}

/**
 * Trial point of PSADE for member `index` (Olenšek, Tuma, Puhan & Bűrmen, "A new asynchronous parallel global optimization
 * method based on simulated annealing and differential evolution", Applied Soft Computing 11:1481-1489, 2011): x1 + w u1 (x2 - x3) + w u2 (x4 - x5) of five
 * different members, crossed with the parent, Cauchy noise on every coordinate, coordinates outside redrawn.
 * @param population at least 5 points of the unit cube; the parent may be among the five.
 * @throws EvospiceError `TOOLBOX_RANGE` for a smaller population.
 */
export function psadeTrial(population: readonly (readonly number[])[], index: number, control: PsadeControl, random: RandomSource): number[] {
  const [x1, x2, x3, x4, x5] = distinctIndices(5, population.length, random).map((member) => population[member]!) as [Point, Point, Point, Point, Point];
  const parent = population[index]!;
  const [first, second] = [control.weight * random.next(), control.weight * random.next()];
  const moved = parent.map((value, axis) => {
    const crossed = random.next() < control.rate ? x1[axis]! + first * (x2[axis]! - x3[axis]!) + second * (x4[axis]! - x5[axis]!) : value;
    return crossed + cauchy(control.range, random);
  });
  return redrawIntoUnit(moved, parent, random);
}

type Point = readonly number[];

/**
 * Range of the moves of annealing along one axis after a cycle (Corana, Marchesi, Martini & Ridella, ACM TOMS 13:262-280, 1987,
 * with their c = 2): wider above 60 % of accepted moves, narrower below 40 %, threefold at most.
 * @param range above 0; `acceptedShare` in [0, 1].
 */
export function adaptMoveRange(range: number, acceptedShare: number): number {
  if (acceptedShare > 0.6) return range * (1 + (2 * (acceptedShare - 0.6)) / 0.4);
  if (acceptedShare < 0.4) return range / (1 + (2 * (0.4 - acceptedShare)) / 0.4);
  return range;
}
