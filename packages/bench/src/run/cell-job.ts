import { jobHost, type JobHost, type Json } from '@evospice/contracts';
import type { BenchRun } from '../bench-run.ts';
import type { BenchCell } from './bench-cell.ts';

/** Kind of the job that runs a cell. Payload: a `BenchCell`; answer: its `BenchRun`. */
const CELL_JOB = 'cell';

/** Runs cells, several at once if asked to. */
export interface CellHost {
  /** @throws EvospiceError whatever is not the optimizer's doing: the simulator, the task, the sandbox, the signal. */
  run(cell: BenchCell, signal: AbortSignal): Promise<BenchRun>;
  /** Ends sessions and processes. */
  close(): Promise<void>;
}

/** What a worker module of a benchmark returns. */
export function cellJobs(host: CellHost): JobHost {
  return jobHost({ [CELL_JOB]: async (payload, { signal }) => (await host.run(payload as unknown as BenchCell, signal)) as unknown as Json }, () => host.close());
}

/** The job of a cell, and what its answer is. */
export function cellJob(cell: BenchCell): { readonly kind: string; readonly payload: Json } {
  return { kind: CELL_JOB, payload: { ...cell } };
}

export function runOfAnswer(answer: Json): BenchRun {
  return answer as unknown as BenchRun;
}
