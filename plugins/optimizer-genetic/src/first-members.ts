import type { Objective, Sample } from '@evospice/optimizer-kit';
import { latinHypercube, separatedIndices } from '@evospice/toolbox';

/** Members of a first population nearer than this to each other count as one. */
const gap = 0.02;

export interface FirstMembers {
  /** Points already simulated, the start among them. */
  readonly known: readonly Sample[];
  /** Places that are still to be simulated. */
  readonly fresh: readonly (readonly number[])[];
}

/**
 * A first population: the start, and a Latin hypercube. When the start is among the `count` best points of the run, as it is
 * at the beginning of a second stage, up to half of the members are points that the run already found good, well apart; a
 * restart from elsewhere begins afresh.
 */
export function firstMembers(objective: Objective, start: Sample, count: number): FirstMembers {
  const best = objective.elites(count);
  const continues = best.length < count || start.cost <= best.at(-1)!.cost;
  const pool = [start, ...(continues ? objective.elites(100) : [])];
  const known = separatedIndices(pool.map(({ unit }) => unit), gap, Math.ceil(count / 2)).map((index) => pool[index]!);
  return { known, fresh: latinHypercube(count - known.length, objective.dimension, objective.random) };
}
