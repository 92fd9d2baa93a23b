import type { Objective, Sample } from '@evospice/optimizer-kit';
import { latinHypercube, separatedIndices } from '@evospice/toolbox';

/** Members of a first population nearer than this to each other count as one. */
const gap = 0.02;

/**
 * Places of a first population: the start, and a Latin hypercube. When the start is the best point of the run, as it is at the
 * beginning of a second stage, half of the members are points that the run already found good, well apart.
 */
export function firstMembers(objective: Objective, start: Sample, count: number): (readonly number[])[] {
  const continues = objective.best === undefined || start.cost <= objective.best.cost;
  const pool = [start, ...(continues ? objective.elites(100) : [])].map(({ unit }) => unit);
  const seeds = separatedIndices(pool, gap, Math.ceil(count / 2)).map((index) => pool[index]!);
  return [...seeds, ...latinHypercube(count - seeds.length, objective.dimension, objective.random)];
}
