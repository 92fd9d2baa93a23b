import { knownMembers, type Objective, type Sample } from '@evospice/optimizer-kit';
import { latinHypercube } from '@evospice/toolbox';

/** Members of a first population nearer than this to each other count as one. */
const gap = 0.02;

export interface FirstMembers {
  /** Points already simulated, the start among them. */
  readonly known: readonly Sample[];
  /** Places that are still to be simulated. */
  readonly fresh: readonly (readonly number[])[];
}

/** A first population: the start, up to half of the members points that the run already found good, and a Latin hypercube. */
export function firstMembers(objective: Objective, start: Sample, count: number): FirstMembers {
  const known = knownMembers(objective, start, { count, gap, most: Math.ceil(count / 2) });
  return { known, fresh: latinHypercube(count - known.length, objective.dimension, objective.random) };
}
