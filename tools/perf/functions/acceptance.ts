import { seededShift, shifted, sphere, spiceOpusCase } from '@evospice/test-functions';
import { measure, middle } from '../shared/measure.ts';
import { makeOptimizer } from '../shared/optimizers.ts';

export interface Acceptance {
  /** Runs that ended in the deepest well. */
  readonly successes: number;
  /** Median evaluations of those until f - f* <= 1e-3; null without any. */
  readonly median: number | null;
  /** Median of the least value of all runs. */
  readonly value: number;
}

/** The constrained case of the manual of SPICE OPUS, from its start. */
export async function acceptance(optimizer: string, seeds: number, budget: number): Promise<Acceptance> {
  const opus = spiceOpusCase();
  const evaluations: number[] = [];
  const values: number[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const run = await measure(makeOptimizer(optimizer), opus, { budget, seed, targets: [1e-3] }, 30_000);
    const [reached] = run.reached;
    if (typeof reached === 'number') evaluations.push(reached);
    values.push(run.best + opus.minimum.value);
  }
  return { successes: evaluations.length, median: evaluations.length === 0 ? null : middle(evaluations), value: middle(values) };
}

/** Where the binary genetic algorithm with the defaults of SPICE OPUS (10 members, one byte a parameter) ends on the sphere: median f. */
export async function opusGenetic(seeds: number): Promise<number> {
  const bests: number[] = [];
  for (let seed = 1; seed <= seeds; seed++) {
    const moved = shifted(sphere(10), seededShift(10, 1000 + seed, 2));
    bests.push((await measure(makeOptimizer('genetic'), moved, { budget: 50_000, seed, start: 'random' }, 60_000)).best);
  }
  return middle(bests);
}
