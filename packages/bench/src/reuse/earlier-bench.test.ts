import { siblingModule } from '@evospice/contracts';
import type { Conditions } from '@evospice/runs';
import { MemoryLog, plainExecutor } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { runBench, storedOutcome, type BenchRequest } from '../run/run-bench.ts';
import { readEarlierBench, type EarlierBench } from './earlier-bench.ts';

const plan = { entries: ['random', 'climber'], tasks: ['t1', 't2'], seeds: [1, 2], budgets: [10] };
const conditions: Conditions = {
  metric: 'relative', runner: { name: 'isolate', code: 'a' }, 'version of ngspice': '39', 'entry random': { name: 'random', code: 'r1' }, 'entry climber': { name: 'climber', code: 'c1' },
  'task t1: curves': 'a', 'task t1: weights': 'a', 'task t2: curves': 'b', 'task t2: weights': 'b',
};
const request = (log: MemoryLog, more: Partial<BenchRequest> = {}): BenchRequest => ({
  plan, log, conditions, versions: { evospice: '0' }, code: 'same', workers: 1, signal: new AbortController().signal,
  executor: plainExecutor(), work: { module: siblingModule('../testing/worker', import.meta.url), setup: null }, ...more,
});
const earlier = (log: MemoryLog, folder = '/earlier'): Promise<EarlierBench> => readEarlierBench({ folder, kind: 'bench', format: 2, log });

const first = new MemoryLog();
const made = await runBench(request(first));
/** Cells of the runs of a log that were run, not taken over. */
const freshIn = (log: MemoryLog): readonly string[] => log.stored.filter(({ type }) => type === 'bench-run')
  .map(({ payload }) => payload as { entry: string; task: string; seed: number; takenFrom?: object })
  .filter(({ takenFrom }) => takenFrom === undefined).map(({ entry, task, seed }) => `${entry} ${task} ${seed}`);

describe('runs of an earlier benchmark', () => {
  it('are taken over where all is the same, and only the rest is run', async () => {
    const log = new MemoryLog();
    const more = { ...plan, entries: ['random', 'broken', 'climber'], seeds: [1, 2, 3] };
    const outcome = await runBench(request(log, { plan: more, conditions: { ...conditions, 'entry broken': { name: 'broken' }, 'version of analytic': '1' }, earlier: [await earlier(first)] }));
    expect(outcome).toMatchObject({ takenOver: [{ folder: '/earlier', runs: 8, otherCode: 0 }], stored: 18, refused: [] });
    const broken = ['t1', 't2'].flatMap((task) => [1, 2, 3].map((seed) => `broken ${task} ${seed}`));
    expect(freshIn(log).toSorted()).toEqual([...broken, 'climber t1 3', 'climber t2 3', 'random t1 3', 'random t2 3']);
    for (const run of made.runs) expect(outcome.runs).toContainEqual({ ...run, takenFrom: { folder: '/earlier', sameCode: true } });
    // What is stored says it all, so that a report made again says it too.
    const { refused: _, ...stored } = outcome;
    expect(await storedOutcome(more, log)).toEqual(stored);
  });

  it('nothing is left to run where all are there, and no worker is started', async () => {
    const log = new MemoryLog();
    const { runs } = await runBench(request(log, { earlier: [await earlier(first)], executor: { name: 'none', open: () => Promise.reject(new Error('nothing is to be run')) } }));
    expect(runs).toHaveLength(8);
    expect(log.stored.map(({ type }) => type)).toEqual(['bench-started', ...Array.from({ length: 8 }, () => 'bench-run'), 'bench-finished']);
  });

  it.each<[string, Conditions, readonly string[], readonly string[]]>([
    ['another optimizer’s code concerns its runs only', { 'entry random': { name: 'random', code: 'r2' } }, ['random t1', 'random t2'], ['entry random']],
    ['a task’s content concerns the runs on it only', { 'task t2: weights': 'c' }, ['random t2', 'climber t2'], ['task t2: weights']],
    ['something new in a task counts as well', { 'task t1: notes': 'c' }, ['random t1', 'climber t1'], ['task t1: notes']],
    ['another version of the simulator concerns all', { 'version of ngspice': '40' }, ['random t1', 'climber t1', 'random t2', 'climber t2'], ['version of ngspice']],
    ['so does a setting that there was not', { 'hidden compact models': ['all'] }, ['random t1', 'climber t1', 'random t2', 'climber t2'], ['hidden compact models']],
    ['the sandbox does not concern plugins', { runner: { name: 'isolate', code: 'b' } }, [], []],
  ])('%s', async (_, changes, again, differing) => {
    const log = new MemoryLog();
    const { refused, takenOver } = await runBench(request(log, { conditions: { ...conditions, ...changes }, earlier: [await earlier(first)] }));
    expect(freshIn(log).toSorted()).toEqual(again.flatMap((pair) => [`${pair} 1`, `${pair} 2`]).toSorted());
    expect(refused).toEqual(again.length === 0 ? [] : [{ folder: '/earlier', runs: 2 * again.length, differing }]);
    expect(takenOver.reduce((sum, { runs }) => sum + runs, 0)).toBe(8 - 2 * again.length);
  });

  it('the sandbox does concern programs', async () => {
    const log = new MemoryLog();
    const programs = { ...conditions, 'entry random': { program: 'abc' } };
    await runBench(request(log, { conditions: programs }));
    const { refused } = await runBench(request(new MemoryLog(), { conditions: { ...programs, runner: { name: 'isolate', code: 'b' } }, earlier: [await earlier(log)] }));
    expect(refused).toEqual([{ folder: '/earlier', runs: 4, differing: ['runner'] }]);
  });

  it('an entry is known by what it is, not by what it is called', async () => {
    const { 'entry random': own, ...others } = conditions;
    const swapped = { ...others, 'entry climber': own!, 'entry random': conditions['entry climber']! };
    const { runs, takenOver } = await runBench(request(new MemoryLog(), { conditions: swapped, earlier: [await earlier(first)] }));
    expect(takenOver).toMatchObject([{ runs: 8 }]);
    const errors = (entry: string, of: typeof runs) => of.filter((run) => run.entry === entry).map(({ final }) => final.train.relativeRms);
    expect(errors('climber', runs)).toEqual(errors('random', made.runs));
  });

  it('keep where they were made, and whether all code was the same ever since', async () => {
    const second = new MemoryLog();
    const outcome = await runBench(request(second, { code: 'other', earlier: [await earlier(first)] }));
    expect(outcome.takenOver).toEqual([{ folder: '/earlier', runs: 8, otherCode: 8 }]);
    const third = await runBench(request(new MemoryLog(), { code: 'other', earlier: [await earlier(second, '/second')] }));
    expect(third.takenOver).toEqual([{ folder: '/earlier', runs: 8, otherCode: 8 }]);
  });

  it('come from a benchmark that tells its conditions, and from nothing else', async () => {
    await expect(readEarlierBench({ folder: '/x', kind: 'extract', format: 2, log: first })).rejects.toMatchObject({ code: 'USAGE_REUSE', received: 'a run of kind extract' });
    await expect(earlier(new MemoryLog())).rejects.toMatchObject({ code: 'USAGE_REUSE' });
  });
});
