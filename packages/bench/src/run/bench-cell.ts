import type { BenchRun } from '../bench-run.ts';

/** One run that a benchmark consists of, by names. */
export interface BenchCell {
  readonly entry: string;
  readonly task: string;
  readonly seed: number;
  /** Budget units. */
  readonly budget: number;
}

/** Runs cells one after another, in this process or in another one. */
export interface CellHost {
  /** @throws EvospiceError whatever is not the optimizer's doing: the simulator, the task, the sandbox, the signal. */
  run(cell: BenchCell, signal: AbortSignal): Promise<BenchRun>;
  /** Ends sessions and processes; safe to call twice. */
  close(): Promise<void>;
}

/** The cell a run belongs to. */
export function cellOf({ entry, task, seed, run }: Pick<BenchRun, 'entry' | 'task' | 'seed' | 'run'>): BenchCell {
  return { entry, task, seed, budget: run.allowed };
}

/** Text that no two cells share. */
export function cellKey({ entry, task, seed, budget }: BenchCell): string {
  return JSON.stringify([entry, task, seed, budget]);
}
