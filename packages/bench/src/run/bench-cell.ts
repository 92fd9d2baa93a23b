import type { BenchRun } from '../bench-run.ts';

/** One run that a benchmark consists of, by names. */
export interface BenchCell {
  readonly entry: string;
  readonly task: string;
  readonly seed: number;
  /** Budget units. */
  readonly budget: number;
}

/** The cell a run belongs to. */
export function cellOf({ entry, task, seed, run }: Pick<BenchRun, 'entry' | 'task' | 'seed' | 'run'>): BenchCell {
  return { entry, task, seed, budget: run.allowed };
}

/** Text that no two cells share. */
export function cellKey({ entry, task, seed, budget }: BenchCell): string {
  return JSON.stringify([entry, task, seed, budget]);
}
