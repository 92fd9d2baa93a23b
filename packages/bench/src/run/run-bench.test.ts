import { siblingModule, type StoredEvent } from '@evospice/contracts';
import type { Conditions } from '@evospice/runs';
import { describe, expect, it } from 'vitest';
import { MemoryLog, plainExecutor } from '@evospice/testkit';
import { runBench, storedOutcome, type BenchRequest } from './run-bench.ts';

const plan = { entries: ['random', 'climber'], tasks: ['t1', 't2'], seeds: [1, 2, 3], budgets: [10, 20] };

function conditions(more: Conditions = {}): Conditions {
  return { metric: 'relative', 'entry random': { optimizer: 'random' }, 'entry climber': { optimizer: 'climber' }, 'task t1': 'a', 'task t2': 'b', ...more };
}

const request = (log: MemoryLog, more: Partial<BenchRequest> = {}): BenchRequest => ({
  plan, log, conditions: conditions(), versions: { evospice: '0' }, workers: 1, signal: new AbortController().signal,
  executor: plainExecutor(), work: { module: siblingModule('../testing/worker', import.meta.url), setup: null }, ...more,
});

describe('a benchmark', () => {
  it('runs every cell once, and answers in the order of the plan', async () => {
    const log = new MemoryLog();
    const seen: StoredEvent[] = [];
    const { runs, complete, others, notApplicable } = await runBench(request(log, { onEvent: (event) => seen.push(event) }));
    expect(runs.map(({ run, task, entry, seed }) => `${run.allowed} ${task} ${entry} ${seed}`)).toEqual(
      plan.budgets.flatMap((budget) => plan.tasks.flatMap((task) => plan.entries.flatMap((entry) => plan.seeds.map((seed) => `${budget} ${task} ${entry} ${seed}`)))),
    );
    expect({ complete, others, notApplicable }).toEqual({ complete: plan.entries, others: 0, notApplicable: [] });
    expect(seen).toEqual(log.stored);
    expect(log.stored.map(({ type }) => type)).toEqual(['bench-started', ...Array.from({ length: 24 }, () => 'bench-run'), 'bench-finished']);
    expect((await storedOutcome(plan, log)).runs).toEqual(runs);
  });

  it('cut off after any event and run again, comes to the same', async () => {
    const whole = new MemoryLog();
    const expected = await runBench(request(whole));
    for (const cut of [0, 1, 2, 13, 24, 25]) {
      const log = whole.cutAfter(cut);
      const outcome = await runBench(request(log, { workers: 2 }));
      expect(outcome).toEqual(expected);
      expect(log.stored.filter(({ type }) => type === 'bench-run')).toHaveLength(24);
    }
  });

  it('runs nothing again when all is stored', async () => {
    const log = new MemoryLog();
    const expected = await runBench(request(log));
    const events = log.stored.length;
    expect(await runBench(request(log, { executor: { name: 'none', open: () => Promise.reject(new Error('nothing is to be run')) } }))).toEqual(expected);
    expect(log.stored).toHaveLength(events);
  });

  it('takes more entries, tasks, seeds and budgets, and leaves out what is no longer asked for', async () => {
    const log = new MemoryLog();
    const small = { entries: ['random'], tasks: ['t1'], seeds: [1], budgets: [10] };
    await runBench(request(log, { plan: small }));
    const { runs } = await runBench(request(log, { conditions: conditions({ 'version of other': '1' }) }));
    expect(runs).toHaveLength(24);
    expect(log.stored.filter(({ type }) => type === 'bench-run')).toHaveLength(24);
    expect(await runBench(request(log, { plan: small }))).toMatchObject({ runs: [{ entry: 'random', task: 't1' }], others: 23 });
  });

  it('runs some of the entries only, and says which are not finished', async () => {
    const log = new MemoryLog();
    const some = await runBench(request(log, { only: ['climber'] }));
    expect(some.complete).toEqual(['climber']);
    expect(some.runs).toHaveLength(12);
    expect((await runBench(request(log))).complete).toEqual(plan.entries);
    await expect(runBench(request(log, { only: ['climer'] }))).rejects.toMatchObject({ code: 'USAGE_ENTRY', remedy: 'did you mean "climber"?' });
  });

  it('refuses runs under other conditions, and says which', async () => {
    const log = new MemoryLog();
    await runBench(request(log));
    const changed = conditions({ metric: 'log', 'entry random': { optimizer: 'random', options: { batch: 2 } }, 'entry new': {}, 'task t2': 'c' });
    let began = false;
    const refused = runBench(request(log, { conditions: changed, onBegin: () => { began = true; } }));
    await expect(refused).rejects.toMatchObject({
      code: 'RUN_CHANGED', message: expect.stringContaining('metric, entry random, task t2') as string,
      received: [{ what: 'metric', before: 'relative', now: 'log' }, { what: 'entry random' }, { what: 'task t2', before: 'b', now: 'c' }],
    });
    expect(began).toBe(false);
    // Also when the entry was not part of the benchmark in between.
    const { 'entry random': _random, ...rest } = conditions();
    await runBench(request(log, { plan: { ...plan, entries: ['climber'] }, conditions: rest }));
    await expect(runBench(request(log, { conditions: conditions({ 'entry random': 'other' }) }))).rejects.toMatchObject({ code: 'RUN_CHANGED' });
  });

  it('keeps failures as runs, and refusals apart', async () => {
    const { runs, notApplicable, complete } = await runBench(request(new MemoryLog(), {
      plan: { entries: ['broken', 'choosy', 'random'], tasks: ['t1'], seeds: [1, 2], budgets: [5] },
    }));
    expect(runs.map(({ entry, end, failure }) => [entry, end, failure?.code])).toEqual([
      ['broken', 'failed', 'OPTIMIZER_ERROR'], ['broken', 'failed', 'OPTIMIZER_ERROR'], ['random', 'budget', undefined], ['random', 'budget', undefined],
    ]);
    expect(runs[0]?.run.trajectory).toHaveLength(1);
    expect(notApplicable).toEqual([{ entry: 'choosy', task: 't1', reason: expect.stringContaining('not for diodes') as string }]);
    expect(complete).toEqual(['broken', 'choosy', 'random']);
  });

  it('stops when cancelled and keeps what is done', async () => {
    const log = new MemoryLog();
    const controller = new AbortController();
    const cancelled = runBench(request(log, { signal: controller.signal, onEvent: ({ sequence }) => { if (sequence === 5) controller.abort(); } }));
    await expect(cancelled).rejects.toMatchObject({ code: 'EXECUTOR_CANCELLED' });
    expect(log.stored.filter(({ type }) => type === 'bench-run')).toHaveLength(4);
  });

  it('refuses plans that make no sense', async () => {
    await expect(runBench(request(new MemoryLog(), { plan: { ...plan, seeds: [] } }))).rejects.toMatchObject({ code: 'BENCH_EMPTY' });
    await expect(runBench(request(new MemoryLog(), { plan: { ...plan, tasks: ['t1', 't1'] } }))).rejects.toMatchObject({ code: 'BENCH_DUPLICATE', received: 't1' });
  });
});
