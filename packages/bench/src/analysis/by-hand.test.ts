import { describe, expect, it } from 'vitest';
import { Bootstrap } from '../statistics/bootstrap.ts';
import { runOf } from '../testing/run-of.ts';
import { analyseBench } from './analyse-bench.ts';
import { BenchGrid } from './bench-grid.ts';
import { expectedRunningTime } from './expected-running-times.ts';
import { profileCurves } from './profile-curves.ts';
import { anytimeArea, errorAt, reachTimes, trackOf } from './run-track.ts';
import { cumulativeShare, logArea } from './step-curve.ts';
import { taskFacts } from './targets.ts';

// Everything here is small enough to be worked out on paper; the working is stated.

/** One task, start error 1, n = 1, budget 10. Lowest error 0.1. */
const runs = [
  runOf('a', 't', 1, [[2, 0.5], [4, 0.1]], { spent: 10 }),
  runOf('a', 't', 2, [[1, 0.2]]),
  runOf('b', 't', 1, [[2, 0.3]], { spent: 9 }),
  runOf('b', 't', 2, [[1, 3], [8, 0.24]]),
];

describe('a run as a step function', () => {
  const track = trackOf(runs[0]!);

  it('holds each error from its budget on, the start\'s before', () => {
    expect([0, 1.99, 2, 3.5, 4, 10].map((budget) => errorAt(track, budget))).toEqual([1, 1, 0.5, 0.5, 0.1, 0.1]);
    expect(reachTimes(track, [2, 1, 0.5, 0.2, 0.1, 0.05])).toEqual([0, 0, 2, 4, 4, Number.POSITIVE_INFINITY]);
  });

  it('has its anytime area: (2·1 + 2·0.5 + 6·0.1) / 10', () => {
    expect(anytimeArea(track)).toBeCloseTo(0.36, 15);
    // One unit at 1, then nine at 0.2, though the run ended after the first.
    expect(anytimeArea(trackOf(runs[1]!))).toBeCloseTo(0.28, 15);
  });

  it('never counts an error above the start\'s, nor a failed evaluation', () => {
    expect(trackOf(runs[3]!)).toMatchObject({ steps: [{ spent: 8, error: 0.24 }], final: 0.24, spent: 8 });
    expect(trackOf(runOf('c', 't', 1, [[1, null], [2, 5]]))).toMatchObject({ steps: [], final: 1, spent: 2 });
    expect(trackOf(runOf('c', 't', 1, []))).toMatchObject({ final: 1, spent: 0 });
  });
});

describe('expected running time', () => {
  const bootstrap = new Bootstrap(400, 1);
  const tracks = (entry: string) => runs.filter((run) => run.entry === entry).map(trackOf);
  const time = (entry: string, target: number) => expectedRunningTime(tracks(entry), { label: 'x', target }, bootstrap);

  it('is all units until success or end, over successes', () => {
    expect(time('a', 0.5)).toMatchObject({ value: (2 + 1) / 2, successes: 2, runs: 2 });
    // Seed 1 after 4; seed 2 ended after 1 without success.
    expect(time('a', 0.125)).toMatchObject({ value: (4 + 1) / 1, successes: 1 });
    // Seed 1 ended after 9 without success, seed 2 succeeded after 8.
    expect(time('b', 0.25)).toMatchObject({ value: 9 + 8, successes: 1 });
    expect(time('b', 0.2)).toMatchObject({ value: null, interval: [null, null], successes: 0 });
  });

  it('has an interval of the values that resamples of two seeds can have', () => {
    // (1, 1), (1, 2), (2, 2): 2, 1.5, 1.
    expect(time('a', 0.5).interval).toEqual([1, 2]);
    // One resample in four holds no success at all.
    expect(time('a', 0.125).interval).toEqual([4, null]);
  });

  it('is stated for named targets below the start error', () => {
    const table = analyseBench(runs).expectedRunningTimes;
    expect(table.filter((row) => row.entry === 'a').map((row) => [row.label, row.target, row.value])).toEqual([
      ['0.5 x start', 0.5, 1.5], ['0.1 x start', 0.1, 5], ['2 x best', 0.2, 2.5], ['1.25 x best', 0.125, 5], ['1.05 x best', 0.10500000000000001, 5],
    ]);
    // Twice the best would be above the start's error here.
    const hopeless = analyseBench([runOf('a', 't', 1, [[3, 0.6]])]).expectedRunningTimes;
    expect(hopeless.map((row) => row.label)).toEqual(['0.5 x start', '0.1 x start', '1.25 x best', '1.05 x best']);
  });
});

describe('ECDF', () => {
  const { ecdf, overall } = analyseBench(runs, { targets: { errors: [0.2, 0.5] } });

  it('is the share of (task, target, seed) reached', () => {
    // a: 0.5 after 2 and 1, 0.2 after 4 and 1. b: 0.5 after 2 and 8, 0.2 never.
    expect(ecdf).toEqual([
      { entry: 'a', task: null, points: [[0, 0], [1, 0.5], [2, 0.75], [4, 1], [10, 1]] },
      { entry: 'b', task: null, points: [[0, 0], [2, 0.25], [8, 0.5], [10, 0.5]] },
      { entry: 'a', task: 't', points: [[0, 0], [1, 0.5], [2, 0.75], [4, 1], [10, 1]] },
      { entry: 'b', task: 't', points: [[0, 0], [2, 0.25], [8, 0.5], [10, 0.5]] },
    ]);
  });

  it('has its area over log budget from 1 to 10', () => {
    expect(overall[0]?.ecdfArea).toBeCloseTo((0.5 * Math.log(2) + 0.75 * Math.log(2) + Math.log(10 / 4)) / Math.log(10), 14);
    expect(overall[1]?.ecdfArea).toBeCloseTo((0.25 * Math.log(4) + 0.5 * Math.log(10 / 8)) / Math.log(10), 14);
  });

  it('takes what was reached within the first unit from 1 on', () => {
    const points = cumulativeShare([0.25, 0.5, 4, Number.POSITIVE_INFINITY], 4, 0, 16);
    expect(points).toEqual([[0, 0], [0.25, 0.25], [0.5, 0.5], [4, 0.75], [16, 0.75]]);
    // Half of log 16 at 0.5 and half at 0.75.
    expect(logArea(points, 16)).toBeCloseTo(0.625, 14);
    expect(logArea(points, 0.4)).toBe(0.25);
  });
});

describe('profiles of Moré and Wild', () => {
  const grid = new BenchGrid(runs);
  const facts = taskFacts(grid, { count: 3 }, 'relative');

  it('counts problems solved within budget in units of n + 1', () => {
    // Solved at 0.1 + 0.5·0.9 = 0.55: a after 2 and 1, b after 2 and 8 units, n + 1 = 2.
    const { dataProfiles, performanceProfiles } = profileCurves(grid, facts, [0.5]);
    expect(dataProfiles).toEqual([
      { entry: 'a', tau: 0.5, points: [[0, 0], [0.5, 0.5], [1, 1], [5, 1]] },
      { entry: 'b', tau: 0.5, points: [[0, 0], [1, 0.5], [4, 1], [5, 1]] },
    ]);
    // With seed 1 both are fastest; with seed 2 b takes eight times as long.
    expect(performanceProfiles).toEqual([
      { entry: 'a', tau: 0.5, points: [[1, 1], [8, 1]] },
      { entry: 'b', tau: 0.5, points: [[1, 0.5], [8, 1]] },
    ]);
  });

  it('counts a problem that no optimizer solved for none of them', () => {
    // Solved at 0.19: only a with seed 1, after 4.
    const { dataProfiles, performanceProfiles } = profileCurves(grid, facts, [0.1]);
    expect(dataProfiles.map((curve) => curve.points)).toEqual([[[0, 0], [2, 0.5], [5, 0.5]], [[0, 0], [5, 0]]]);
    expect(performanceProfiles.map((curve) => curve.points)).toEqual([[[1, 0.5], [2, 0.5]], [[1, 0], [2, 0]]]);
  });

  it('is made for three precisions', () => {
    const { dataProfiles, performanceProfiles } = analyseBench(runs);
    for (const curves of [dataProfiles, performanceProfiles]) expect(curves.map((curve) => curve.tau)).toEqual([0.1, 0.1, 1e-3, 1e-3, 1e-5, 1e-5]);
  });
});

describe('results and bands', () => {
  const analysis = analyseBench(runs);

  it('states medians over seeds at the end and on the way', () => {
    expect(analysis.results[0]).toMatchObject({ entry: 'a', task: 't', seeds: 2, best: 0.1, error: { lower: 0.125, upper: expect.closeTo(0.175, 15) }, anytimeArea: { median: expect.closeTo(0.32, 15) } });
    expect(analysis.results[0]?.error.median).toBeCloseTo(0.15, 15);
    expect(analysis.results[1]).toMatchObject({ entry: 'b', train: { median: 0.27 }, validate: { median: 0.54 } });
    const band = analysis.convergence.find((curve) => curve.entry === 'b')!;
    expect(band.points.at(-1)).toMatchObject({ budget: 10, median: 0.27 });
    expect(band.points.findLast((point) => point.budget < 2)).toMatchObject({ lower: 1, median: 1, upper: 1 });
    expect(analysis.fixedBudgets.filter((row) => row.entry === 'a').map((row) => [row.budget, row.error.median])).toEqual([[1, expect.closeTo(0.6, 15)], [2.5, expect.closeTo(0.35, 15)], [5, expect.closeTo(0.15, 15)], [10, expect.closeTo(0.15, 15)]]);
  });

  it('looks at round budgets where there are some', () => {
    const wide = analyseBench([runOf('a', 't', 1, [[40, 0.5]], { budget: 400 })]);
    expect(wide.fixedBudgets.map((row) => [row.budget, row.error.median])).toEqual([[10, 1], [25, 1], [50, 0.5], [100, 0.5], [200, 0.5], [400, 0.5]]);
    const budgets = wide.convergence[0]!.points.map((point) => point.budget);
    expect(budgets.length).toBeGreaterThan(40);
    expect(budgets.length).toBeLessThanOrEqual(61);
    expect([budgets[0], budgets.at(-1)]).toEqual([1, 400]);
    expect(budgets.every(Number.isInteger)).toBe(true);
  });

  it('summarizes entries by geometric means, ranks and wins', () => {
    // a: sqrt(0.1·0.2), b: sqrt(0.3·0.24).
    expect(analysis.overall[0]).toMatchObject({ entry: 'a', meanRank: 1, wins: 1 });
    expect(analysis.overall[0]?.ratioToStart).toBeCloseTo(Math.sqrt(0.02), 14);
    expect(analysis.overall[1]).toMatchObject({ entry: 'b', meanRank: 2, wins: 0 });
    expect(analysis.overall[1]?.ratioToStart).toBeCloseTo(Math.sqrt(0.072), 14);
    // One task: the interval is over its seeds.
    expect(analysis.overall[0]?.interval.map((end) => Number(end.toFixed(12)))).toEqual([0.1, 0.2]);
  });

  it('spaces targets evenly in the logarithm, the best last', () => {
    const targets = analyseBench(runs, { targets: { count: 4 } }).tasks[0]!.targets;
    for (const [index, target] of targets.entries()) expect(target).toBeCloseTo(10 ** (-(index + 1) / 4), 14);
    expect(targets.at(-1)).toBe(0.1);
    expect(analysis.tasks[0]).toMatchObject({ parameters: 1, metric: 'relative', startError: 1, best: 0.1 });
    expect(analysis.tasks[0]?.targets).toHaveLength(51);
    expect(analyseBench(runs, { targets: { ratiosToStart: [0.1, 2, 0.5] } }).tasks[0]?.targets).toEqual([0.5, 0.1]);
  });
});
