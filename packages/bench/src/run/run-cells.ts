import { defined, EvospiceError, type JobQueue } from '@evospice/contracts';
import type { BenchRun } from '../bench-run.ts';
import type { BenchCell } from './bench-cell.ts';
import { cellJob, runOfAnswer } from './cell-job.ts';

export interface RunCellsRequest {
  readonly cells: readonly BenchCell[];
  readonly session: JobQueue;
  /** Seconds after which a run that does not stop when asked is given up; none when left out. */
  readonly limitSeconds?: number;
  readonly signal: AbortSignal;
  /** Called with each run as it ends, in order of ending. What it throws ends everything. */
  readonly onRun: (run: BenchRun) => Promise<void>;
}

/**
 * Keeps as many cells running as the executor runs at once, in their order; the first failure stops them all and is thrown. What a run
 * comes to does not depend on its worker, nor on the number of workers.
 */
export async function runCells({ cells, session, limitSeconds, signal: outer, onRun }: RunCellsRequest): Promise<void> {
  const stop = new AbortController();
  const options = defined({ signal: AbortSignal.any([outer, stop.signal]), limitSeconds });
  const waiting = [...cells];
  const work = async (): Promise<void> => {
    for (let cell = waiting.shift(); cell !== undefined && !stop.signal.aborted; cell = waiting.shift()) {
      try {
        await onRun(runOfAnswer(await session.execute(cellJob(cell), options)));
      } catch (error) {
        stop.abort(EvospiceError.is(error, 'EXECUTOR_DEADLINE') ? hung(cell, error) : error);
      }
    }
  };
  await Promise.all(Array.from({ length: Math.min(cells.length, session.concurrency) }, work));
  // The first failure is the reason the others were stopped.
  if (stop.signal.aborted) throw stop.signal.reason;
}

function hung(cell: BenchCell, cause: EvospiceError): EvospiceError {
  return new EvospiceError('BENCH_HUNG', `${cell.entry} on ${cell.task}, seed ${cell.seed}, did not end within ${String(cause.received)} s and does not stop when asked`, {
    received: cell, expected: 'an optimizer that goes on asking for simulations', remedy: 'leave the entry out of the suite, or raise timeLimit', cause,
  });
}
