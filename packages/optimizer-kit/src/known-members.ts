import { separatedIndices } from '@evospice/toolbox';
import type { Objective } from './objective.ts';
import type { Sample } from './sample.ts';

export interface KnownMembersOptions {
  /** Members of the whole population. */
  readonly count: number;
  /** Points nearer than this to each other along every axis count as one. */
  readonly gap: number;
  /** Known points taken at most, the start among them. */
  readonly most: number;
}

/**
 * Members of a first population that are already simulated. When the start is among the `count` best points of the run, as it is at
 * the beginning of a second stage, these are the start and points that the run found good, well apart; a restart from
 * elsewhere begins afresh, with the start alone.
 */
export function knownMembers(objective: Objective, start: Sample, { count, gap, most }: KnownMembersOptions): Sample[] {
  const best = objective.elites(count);
  const continues = best.length < count || start.cost <= best.at(-1)!.cost;
  const pool = [start, ...(continues ? objective.elites(100) : [])];
  return separatedIndices(pool.map(({ unit }) => unit), gap, most).map((index) => pool[index]!);
}
