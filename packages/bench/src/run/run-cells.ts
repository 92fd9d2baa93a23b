import type { BenchRun } from '../bench-run.ts';
import type { BenchCell, CellHost } from './bench-cell.ts';

export interface RunCellsRequest {
  readonly cells: readonly BenchCell[];
  /** Cells at once; each has a host of its own. */
  readonly concurrency: number;
  readonly openHost: () => CellHost | Promise<CellHost>;
  readonly signal?: AbortSignal;
  /** Called with each run as it ends, in order of ending, with the index of its cell. What it throws ends everything. */
  readonly onRun: (run: BenchRun, index: number) => void | Promise<void>;
}

/**
 * Hosts take the next cell until none is left; the first failure stops them all and is thrown. What a run comes to does
 * not depend on its host, nor on the number of hosts.
 */
export async function runCells({ cells, concurrency, openHost, signal: outer, onRun }: RunCellsRequest): Promise<void> {
  const stop = new AbortController();
  const signal = outer === undefined ? stop.signal : AbortSignal.any([outer, stop.signal]);
  let next = 0;
  const work = async (): Promise<void> => {
    let host: CellHost | undefined;
    try {
      host = await openHost();
      while (next < cells.length && !stop.signal.aborted) {
        const index = next;
        next += 1;
        const run = await host.run(cells[index] as BenchCell, signal);
        await onRun(run, index);
      }
    } catch (error) {
      stop.abort(error);
      throw error;
    } finally {
      await host?.close();
    }
  };
  const hosts = Math.min(cells.length, Math.max(1, Math.floor(concurrency)));
  const ended = await Promise.allSettled(Array.from({ length: hosts }, work));
  // The first failure is the reason the others were stopped.
  if (stop.signal.aborted) throw stop.signal.reason;
  const failed = ended.find((one) => one.status === 'rejected');
  if (failed !== undefined) throw failed.reason;
}
