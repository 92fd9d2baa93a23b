import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchRun } from '../bench-run.ts';
import { sampleBenchRuns } from '../sample/sample-runs.ts';
import { runOf } from '../testing/run-of.ts';
import { analyseBench, analysesOf } from './analyse-bench.ts';

/** Every number in a document; JSON would turn NaN and infinity into null without a word. */
function numbersOf(value: unknown): readonly number[] {
  if (typeof value === 'number') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap(numbersOf);
}

const finite = (value: unknown): boolean => numbersOf(value).every(Number.isFinite);

describe('runs that are easily judged wrongly', () => {
  it('takes an error of zero for a perfect fit, not for a logarithm of minus infinity', () => {
    const runs = [
      ...[1, 2, 3].map((seed) => runOf('exact', 't1', seed, [[2, 0]])), ...[1, 2, 3].map((seed) => runOf('near', 't1', seed, [[2, 1e-3]])),
      ...[1, 2, 3].map((seed) => runOf('exact', 't2', seed, [[2, 1e-12]])), ...[1, 2, 3].map((seed) => runOf('near', 't2', seed, [[2, 0]])),
    ];
    const analysis = analyseBench(runs);
    expect(finite(analysis)).toBe(true);
    expect(analysis.tasks[0]).toMatchObject({ best: 0 });
    expect(analysis.tasks[0]?.targets.at(-1)).toBe(1e-8);
    expect(analysis.expectedRunningTimes.find((row) => row.entry === 'exact' && row.label === '2 x best')).toMatchObject({ target: 2e-8, value: 2 });
    expect(analysis.overall[0]?.ratioToStart).toBeCloseTo(1e-8, 20);
    // On the second task both are perfect: 1e-12 and 0 of the start error are one rank.
    expect(analysis.overall.map(({ meanRank }) => meanRank)).toEqual([1.25, 1.75]);
    expect(analysis.overall.map(({ wins }) => wins)).toEqual([2, 1]);
  });

  it('has no targets on a task where nobody gained, and does not call that a success', () => {
    const analysis = analyseBench([runOf('a', 't', 1, [[1, 7], [2, 1]]), runOf('b', 't', 1, [[1, null]])]);
    expect(analysis.tasks[0]).toMatchObject({ best: 1, targets: [] });
    expect(analysis.expectedRunningTimes.map((row) => [row.label, row.value])).toEqual([['0.5 x start', null], ['0.5 x start', null], ['0.1 x start', null], ['0.1 x start', null]]);
    expect(analysis.ecdf[0]?.points).toEqual([[0, 0], [10, 0]]);
    expect(analysis.overall[0]).toMatchObject({ ratioToStart: 1, ecdfArea: 0, anytimeArea: 1, meanRank: 1.5, wins: 1 });
    expect(finite(analysis)).toBe(true);
  });

  it('counts what a failed run had found, and names it', () => {
    const failed: BenchRun = { ...runOf('a', 't', 2, [[1, 0.4]]), end: 'failed', failure: { code: 'OPTIMIZER_ERROR', message: 'no' } };
    const analysis = analyseBench([runOf('a', 't', 1, [[1, 0.2]]), failed, { ...runOf('a', 't', 3, []), end: 'failed' }]);
    expect(analysis.failures).toEqual([
      { entry: 'a', task: 't', seed: 2, code: 'OPTIMIZER_ERROR', message: 'no' },
      { entry: 'a', task: 't', seed: 3, code: 'OPTIMIZER_ERROR', message: 'the optimizer failed' },
    ]);
    expect(analysis.results[0]?.error).toEqual({ lower: 0.30000000000000004, median: 0.4, upper: 0.7 });
  });

  it('keeps shares of a budget unit', () => {
    const runs = [runOf('staged', 't', 1, [[0.25, 0.9], [0.5, 0.5]]), runOf('whole', 't', 1, [[1, 0.5]])];
    const { performanceProfiles, ecdf } = analyseBench(runs, { targets: { errors: [0.5] } });
    expect(ecdf[0]?.points).toEqual([[0, 0], [0.5, 1], [10, 1]]);
    expect(performanceProfiles.find((curve) => curve.entry === 'whole')?.points).toEqual([[1, 0], [2, 1]]);
  });

  it('has null where a run has no number', () => {
    const run = runOf('a', 't', 1, [[1, 0.5]]);
    const blank = { ...run, final: { train: { relativeRms: null, logRms: null }, validate: null } };
    expect(analyseBench([blank]).results[0]).toMatchObject({ train: { median: null }, validate: null, error: { median: 0.5 } });
  });

  it('states medians of times, where runs were timed', () => {
    const runs = [1, 2, 3].map((seed) => ({ ...runOf('a', 't', seed, [[1, 0.5]]), seconds: { wall: seed, own: seed / 10 } }));
    expect(analyseBench([...runs, runOf('b', 't', 1, [])]).times).toEqual([{ entry: 'a', wall: 2, own: 0.2 }]);
  });
});

describe('runs that cannot be compared', () => {
  const run = runOf('a', 't', 1, [[1, 0.5]]);

  it.each([
    ['none', [], 'BENCH_EMPTY'],
    ['one twice', [run, run], 'BENCH_DUPLICATE'],
    ['two budgets', [run, runOf('a', 't', 2, [], { budget: 20 })], 'BENCH_MIXED'],
    ['two start errors', [run, runOf('b', 't', 1, [], { startError: 2 })], 'BENCH_MIXED'],
    ['no start error', [runOf('a', 't', 1, [], { startError: 0 })], 'BENCH_RUN'],
    ['no budget', [runOf('a', 't', 1, [], { budget: 0 })], 'BENCH_RUN'],
  ])('refuses %s', (_, runs, code) => {
    expect(() => analyseBench(runs)).toThrow(expect.objectContaining({ code }));
  });

  it.each([[{ count: 0 }], [{ count: 2.5 }], [{ errors: [] }], [{ ratiosToStart: [0.1, -1] }]])('refuses targets %j', (targets) => {
    expect(() => analyseBench([run], { targets })).toThrow(expect.objectContaining({ code: 'BENCH_TARGET' }));
  });

  it('is analysed a budget at a time', () => {
    const analyses = analysesOf([run, runOf('a', 't', 1, [[1, 0.5]], { budget: 4 })]);
    expect(analyses.map((analysis) => analysis.budget)).toEqual([4, 10]);
  });
});

describe('any runs', () => {
  // No error is as small as 1e-300: there doubles are so coarse that a quartile between two of them is rounded beyond either.
  const error = fc.oneof(fc.constant(0), fc.double({ min: 1e-300, max: 3, noNaN: true }));
  const step = fc.record({ cost: fc.constantFrom(0.25, 0.5, 1, 2), error: fc.option(error, { nil: null }) });
  const run = fc.array(step, { maxLength: 12 }).map((steps) => {
    let [spent, best] = [0, null as number | null];
    return steps.flatMap(({ cost, error }): (readonly [number, number | null])[] => {
      if (spent + cost > 10) return [];
      spent += cost;
      if (error !== null) best = Math.min(error, best ?? error);
      return [[spent, best]];
    });
  });
  const table = fc.array(fc.array(run, { minLength: 12, maxLength: 12 }), { minLength: 1, maxLength: 3 }).map((tasks) =>
    tasks.flatMap((steps, task) => steps.map((own, index) => runOf(['a', 'b', 'c'][index % 3]!, `t${task}`, Math.floor(index / 3), own, { parameters: task + 1 }))));
  const options = { bootstrap: { samples: 50 }, entries: ['a', 'b', 'c'], tasks: ['t0', 't1', 't2'] };

  it('give curves that rise within [0, 1] and times no shorter than the shortest', () => {
    fc.assert(fc.property(table, (runs) => {
      const analysis = analyseBench(runs, options);
      expect(finite(analysis)).toBe(true);
      for (const { points } of [...analysis.ecdf, ...analysis.dataProfiles, ...analysis.performanceProfiles]) {
        for (const [index, [x, share]] of points.entries()) {
          expect(share).toBeGreaterThanOrEqual(points[index - 1]?.[1] ?? 0);
          expect(share).toBeLessThanOrEqual(1);
          if (index > 0) expect(x).toBeGreaterThan(points[index - 1]![0]);
        }
      }
      for (const { points } of analysis.convergence) {
        for (const [index, { median, lower, upper }] of points.entries()) {
          expect(median).toBeLessThanOrEqual(points[index - 1]?.median ?? 1);
          expect(lower).toBeLessThanOrEqual(median!);
          expect(upper).toBeGreaterThanOrEqual(median!);
        }
      }
      for (const { entry, task, target, value } of analysis.expectedRunningTimes) {
        const times = runs.filter((one) => one.entry === entry && one.task === task).flatMap((one) => one.run.trajectory.find((point) => point.best !== null && point.best <= target)?.spent ?? []);
        if (value !== null) expect(value).toBeGreaterThanOrEqual(Math.min(...times));
        expect(value === null).toBe(times.length === 0);
      }
      for (const { anytimeArea: area, ecdfArea, ratioToStart, interval } of analysis.overall) {
        for (const value of [area, ecdfArea, ratioToStart]) expect(value >= 0 && value <= 1 + 1e-12).toBe(true);
        expect(interval[0]).toBeLessThanOrEqual(interval[1]);
      }
      const { friedman, againstControl, withinTasks } = analysis.statistics;
      for (const { pValue, adjustedPValue, a12 } of [...againstControl, ...withinTasks]) {
        expect(pValue > 0 && pValue <= adjustedPValue && adjustedPValue <= 1 && a12 >= 0 && a12 <= 1).toBe(true);
      }
      if (friedman !== null) expect(friedman.meanRanks.reduce((sum, { rank }) => sum + rank, 0)).toBeCloseTo(6, 12);
    }), { numRuns: 40 });
  });

  it('give the same document in whatever order they come', () => {
    fc.assert(fc.property(table, fc.infiniteStream(fc.nat()), (runs, order) => {
      const shuffled = runs.map((one) => ({ one, place: order.next().value })).sort((a, b) => a.place - b.place).map(({ one }) => one);
      expect(JSON.stringify(analyseBench(shuffled, options))).toBe(JSON.stringify(analyseBench(runs, options)));
    }), { numRuns: 20 });
  });
});

describe('the sample', () => {
  it('is a full benchmark of eight entries with one failure, the same each time', () => {
    const runs = sampleBenchRuns({ tasks: 3, seeds: 4, budget: 60 });
    expect(runs).toHaveLength(8 * 3 * 4);
    expect(sampleBenchRuns({ tasks: 3, seeds: 4, budget: 60 })).toEqual(runs);
    const analysis = analyseBench(runs);
    expect(analysis).toMatchObject({ budget: 60, runs: 96, seeds: [1, 2, 3, 4], gaps: [], failures: [{ entry: 'nelder-mead' }] });
    expect(finite(analysis)).toBe(true);
    expect(analysis.statistics.friedman?.meanRanks.at(-1)?.entry).toBe('monte-carlo');
    expect(analysis.times).toHaveLength(8);
  });
});
