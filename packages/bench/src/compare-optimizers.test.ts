import type { Optimizer } from '@evospice/contracts';
import { analyticDiodeSimulator, analyticDiodeTask } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import type { BenchRun } from './bench-run.ts';
import { compareOptimizers, type CompareRequest } from './compare-optimizers.ts';
import { summarize } from './summarize.ts';
import { entries } from './testing/bench-parts.ts';

const { random, climber } = entries as Readonly<Record<'random' | 'climber', Optimizer>>;

const tasks = [analyticDiodeTask(1), analyticDiodeTask(2)];
const request = (more: Partial<CompareRequest> = {}): CompareRequest => ({
  entries: [{ name: 'random', optimizer: random }, { name: 'climber', optimizer: () => climber }],
  tasks, seeds: [1, 2, 3], budget: 60, simulator: analyticDiodeSimulator(), ...more,
});

describe('comparing optimizers', () => {
  it('keeps every run, in order, and summarizes them as they can be summarized again', async () => {
    const simulator = analyticDiodeSimulator();
    const seen: BenchRun[] = [];
    const comparison = await compareOptimizers(request({ simulator, onRun: (run) => seen.push(run) }));
    expect(comparison).toMatchObject({ simulator: 'analytic-diode', budget: 60, seeds: [1, 2, 3] });
    expect(comparison.runs.map((run) => `${run.task} ${run.entry} ${run.seed}`)).toEqual(
      tasks.flatMap((task) => ['random', 'climber'].flatMap((entry) => [1, 2, 3].map((seed) => `${task.id} ${entry} ${seed}`))),
    );
    expect(seen).toEqual(comparison.runs);
    for (const { run } of comparison.runs) expect(run.trajectory).toHaveLength(60);
    const stored = JSON.parse(JSON.stringify(comparison.runs)) as BenchRun[];
    expect({ ...comparison, ...summarize(stored) }).toEqual(comparison);
    // One session a task, and every one closed.
    expect(simulator.counts).toMatchObject({ opened: 2, closed: 2 });
  });

  it('finds the climber ahead of random search on these tasks', async () => {
    const { entries } = await compareOptimizers(request());
    const [first, second] = entries;
    expect(second?.ratioToStart).toBeLessThan(first?.ratioToStart ?? 0);
    expect(second?.ratioToStart).toBeLessThan(0.5);
  });

  it('comes to the same with several runs at once', async () => {
    const one = await compareOptimizers(request());
    const simulator = analyticDiodeSimulator({ delayMs: 0.1 });
    const three = await compareOptimizers(request({ simulator, concurrency: 3 }));
    expect(three).toEqual(one);
    expect(simulator.counts.opened).toBe(simulator.counts.closed);
    expect(simulator.counts.opened).toBeGreaterThan(2);
  });

  it('counts a failing optimizer and goes on', async () => {
    const broken: Optimizer = { name: 'broken', optimize: () => Promise.reject(new Error('no')) };
    const { entries, runs } = await compareOptimizers(request({ entries: [{ name: 'broken', optimizer: broken }, { name: 'random', optimizer: random }] }));
    expect(entries[0]).toMatchObject({ entry: 'broken', failed: 6, ratioToStart: 1 });
    expect(runs[0]).toMatchObject({ end: 'failed', failure: { code: 'OPTIMIZER_ERROR', message: 'no' } });
  });

  it('ends with the reason when a task fails, and closes its sessions', async () => {
    const simulator = analyticDiodeSimulator({ fail: ({ is }) => (is === 1e-13 ? { code: 'NOT_CONVERGED', message: 'no start' } : undefined), delayMs: 0.1 });
    await expect(compareOptimizers(request({ simulator, concurrency: 2 }))).rejects.toMatchObject({ code: 'EXTRACTION_START' });
    expect(simulator.counts.opened).toBe(simulator.counts.closed);
  });

  it('stops when cancelled', async () => {
    const controller = new AbortController();
    const seen: BenchRun[] = [];
    const onRun = (run: BenchRun): void => { seen.push(run); controller.abort(); };
    await expect(compareOptimizers(request({ signal: controller.signal, onRun }))).rejects.toMatchObject({ code: 'EXTRACTION_CANCELLED' });
    expect(seen).toHaveLength(1);
  });

  it('refuses requests with nothing to compare or with a name twice', async () => {
    await expect(compareOptimizers(request({ seeds: [] }))).rejects.toMatchObject({ code: 'BENCH_EMPTY' });
    await expect(compareOptimizers(request({ seeds: [1, 1] }))).rejects.toMatchObject({ code: 'BENCH_DUPLICATE' });
    await expect(compareOptimizers(request({ entries: [{ name: 'x', optimizer: random }, { name: 'x', optimizer: climber }] }))).rejects.toMatchObject({ code: 'BENCH_DUPLICATE', received: 'x' });
  });
});
