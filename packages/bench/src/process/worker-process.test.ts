import { describe, expect, it, onTestFinished } from 'vitest';
import { runBench } from '../run/run-bench.ts';
import { CellRunner } from '../run/cell-runner.ts';
import type { BenchCell } from '../run/bench-cell.ts';
import type { BenchRun } from '../bench-run.ts';
import { testParts } from '../testing/bench-parts.ts';
import { MemoryLog } from '@evospice/testkit';
import { openWorkerProcess, type WorkerProcessOptions } from './worker-process.ts';

const module = new URL('../testing/worker.ts', import.meta.url);
const execArgv = ['--conditions=@evospice/source'];
const { signal } = new AbortController();
const cell: BenchCell = { entry: 'climber', task: 't1', seed: 3, budget: 20 };

async function open(more: Partial<WorkerProcessOptions> = {}) {
  const host = await openWorkerProcess({ module, execArgv, setup: {}, ...more });
  onTestFinished(() => host.close());
  return host;
}

const untimed = (run: BenchRun) => ({ ...run, seconds: undefined });

describe('a worker process', () => {
  it('gives the runs that this process gives, bit for bit, with any number of workers', async () => {
    const plan = { entries: ['random', 'climber', 'broken', 'choosy'], tasks: ['t1', 't2'], seeds: [1, 2], budgets: [25] };
    const run = (workers: number, openHost: () => CellRunner | ReturnType<typeof openWorkerProcess>) => runBench({
      plan, log: new MemoryLog(), conditions: {}, versions: {}, workers, signal, openHost,
    });
    const here = await run(1, () => new CellRunner(testParts()));
    for (const workers of [1, 2]) {
      const there = await run(workers, () => openWorkerProcess({ module, execArgv, setup: {} }));
      expect({ ...there, runs: there.runs.map(untimed) }).toEqual({ ...here, runs: here.runs.map(untimed) });
      expect(there.runs.every(({ seconds }) => (seconds?.wall ?? 0) > 0)).toBe(true);
    }
  });

  it('hands on errors with all they say, and goes on', async () => {
    const host = await open();
    await expect(host.run({ ...cell, task: 't9' }, signal)).rejects.toMatchObject({ code: 'TASK_MISSING', received: 't9', remedy: 'name one of t1, t2, t3' });
    expect(await host.run(cell, signal)).toMatchObject({ task: 't1', entry: 'climber' });
    await expect(openWorkerProcess({ module, execArgv, setup: 'refuse' })).rejects.toThrow('this set-up is refused');
  });

  it('that dies is reported, also to those who ask later', async () => {
    const host = await open();
    await expect(host.run({ ...cell, entry: 'deadly' }, signal)).rejects.toMatchObject({ code: 'BENCH_WORKER', received: 'exit code 3' });
    await expect(host.run(cell, signal)).rejects.toMatchObject({ code: 'BENCH_WORKER' });
  });

  it('that does not give way is killed at the hard limit', async () => {
    const host = await open({ hardLimitSeconds: 0.5 });
    await expect(host.run({ ...cell, entry: 'stuck' }, signal)).rejects.toMatchObject({ code: 'BENCH_HUNG', received: { entry: 'stuck' } });
  });

  it('stops a run when cancelled, and can run another', async () => {
    const host = await open();
    const controller = new AbortController();
    const run = host.run({ ...cell, entry: 'slow', budget: 1e6 }, controller.signal);
    setTimeout(() => controller.abort(), 50);
    await expect(run).rejects.toMatchObject({ code: 'EXTRACTION_CANCELLED' });
    expect(await host.run(cell, signal)).toMatchObject({ task: 't1' });
    await expect(host.run(cell, controller.signal)).rejects.toMatchObject({ code: 'EXTRACTION_CANCELLED' });
  });

  it('can be closed twice', async () => {
    const host = await open();
    await host.close();
    await host.close();
    await expect(host.run(cell, signal)).rejects.toMatchObject({ code: 'BENCH_WORKER' });
  });
});
