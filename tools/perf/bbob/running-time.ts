import { bbobFunction, type FunctionRun } from '@evospice/test-functions';
import { OutOfTime, cpuMs, measure } from '../shared/measure.ts';
import { makeOptimizer } from '../shared/optimizers.ts';

/** Targets f - f_opt of the tables. */
export const targets = [10, 1, 0.1, 1e-3, 1e-5, 1e-7] as const;

/** Instances that the functions' definition is usually run on. */
const instances = 15;

export interface RunningTime {
  /** Evaluations of all runs until they reached the target or ended, over the number that reached it (ERT); null when none did. */
  readonly ert: number | null;
  readonly successes: number;
}

/**
 * Expected running time to each target (Hansen, Auger, Finck & Ros 2010, "Experimental setup"): run k is on instance 1 + k mod 15
 * from a random point of the box, with seed k + 1.
 */
export async function runningTimes(optimizer: string, number: number, dimension: number, seeds: number, budget: number, milliseconds: number): Promise<readonly RunningTime[]> {
  const runs: FunctionRun[] = [];
  const deadline = cpuMs() + milliseconds;
  for (let k = 0; k < seeds; k++) {
    const run = await measure(makeOptimizer(optimizer), bbobFunction(number, dimension, 1 + (k % instances)), {
      budget, seed: k + 1, targets, start: 'random',
    }, Math.max(0, deadline - cpuMs()));
    // A run that was not begun or not ended says nothing of its own; the others stand.
    if (!(run.failure instanceof OutOfTime)) runs.push(run);
  }
  return targets.map((_, index) => {
    const reached = runs.flatMap((run) => run.reached[index] ?? []);
    const spent = runs.reduce((sum, run) => sum + (run.reached[index] ?? run.evaluations), 0);
    return { ert: reached.length === 0 ? null : spent / reached.length, successes: reached.length };
  });
}
