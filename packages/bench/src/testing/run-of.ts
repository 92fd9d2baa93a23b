import type { BenchRun } from '../bench-run.ts';

export interface RunOfOptions {
  readonly budget?: number;
  readonly startError?: number;
  readonly parameters?: number;
  /** Units spent when the run ended; those of the last step by default. */
  readonly spent?: number;
}

/** A run from its [spent, best] pairs, for tests: budget 10, start error 1 and one parameter unless given. */
export function runOf(entry: string, task: string, seed: number, steps: readonly (readonly [number, number | null])[], options: RunOfOptions = {}): BenchRun {
  const { budget = 10, startError = 1, parameters = 1, spent } = options;
  const trajectory = steps.map(([units, best]) => ({ spent: units, error: best, best }));
  const last = trajectory.at(-1)?.best ?? null;
  if (spent !== undefined) trajectory.push({ spent, error: null, best: last });
  const final = Math.min(startError, last ?? startError);
  return {
    entry, task, seed, simulator: 'none',
    run: { task, seed, allowed: budget, startError, trajectory },
    start: { train: { relativeRms: startError, logRms: 1 }, validate: { relativeRms: 2 * startError, logRms: 1 } },
    final: { train: { relativeRms: final, logRms: 0 }, validate: { relativeRms: 2 * final, logRms: 0 } },
    parameters: Object.fromEntries(Array.from({ length: parameters }, (_, index) => [`p${index}`, 0])),
    end: 'budget',
  };
}
