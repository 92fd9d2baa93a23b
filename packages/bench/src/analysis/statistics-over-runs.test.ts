import { describe, expect, it } from 'vitest';
import type { BenchRun } from '../bench-run.ts';
import { runOf } from '../testing/run-of.ts';
import { analyseBench } from './analyse-bench.ts';
import { closeGroups } from './friedman-over-tasks.ts';

const tasks = Array.from({ length: 6 }, (_, index) => `t${index + 1}`);

/** Runs that end with the given error after one unit: tasks by seeds. */
function ending(entry: string, errors: (task: number, seed: number) => number, seeds = 3): readonly BenchRun[] {
  return tasks.flatMap((task, index) => Array.from({ length: seeds }, (_, seed) => runOf(entry, task, seed + 1, [[1, errors(index, seed)]])));
}

const good = ending('good', (task, seed) => 0.1 + 0.01 * task + 0.001 * seed);
const fair = ending('fair', (task, seed) => 0.2 + 0.03 * task + 0.001 * seed);
const poor = ending('poor', (task, seed) => 0.5 + 0.05 * task + 0.001 * seed);

describe('statistics of a benchmark', () => {
  const { statistics, overall } = analyseBench([...poor, ...good, ...fair]);

  it('ranks entries over tasks', () => {
    // All six tasks agree: chi-squared is 6·2, F infinite, the chance of it 1 / 6^5.
    expect(statistics.friedman).toMatchObject({ statistic: null, degrees: [2, 10], tasks: 6 });
    expect(statistics.friedman?.chiSquared).toBeCloseTo(12, 12);
    expect(statistics.friedman?.pValue).toBeCloseTo(1 / 6 ** 5, 15);
    expect(statistics.friedman?.meanRanks).toEqual([{ entry: 'good', rank: 1 }, { entry: 'fair', rank: 2 }, { entry: 'poor', rank: 3 }]);
    // 2.343 · sqrt(3·4 / 36).
    expect(statistics.friedman?.criticalDifference).toBeCloseTo(1.353, 3);
    expect(statistics.friedman?.groups).toEqual([['good', 'fair'], ['fair', 'poor']]);
    expect(overall.map(({ entry, meanRank, wins }) => [entry, meanRank, wins])).toEqual([['poor', 3, 0], ['good', 1, 6], ['fair', 2, 0]]);
  });

  it('tests the best against the others over tasks', () => {
    expect(statistics.control).toBe('good');
    const [against, fairly] = statistics.againstControl;
    // All six differences have one sign: p = 2 / 2^6, twice that for the smaller of two after Holm.
    expect(against).toMatchObject({ entry: 'poor', pairs: 6, statistic: 21, pValue: 0.03125, adjustedPValue: 0.0625, a12: 1 });
    expect(fairly).toMatchObject({ entry: 'fair', statistic: 21, adjustedPValue: 0.0625 });
    const ratios = tasks.map((_, task) => Math.log((0.201 + 0.03 * task) / (0.101 + 0.01 * task)));
    expect(fairly?.ratio).toBeCloseTo(Math.exp(ratios.reduce((sum, ratio) => sum + ratio, 0) / 6), 12);
    expect(fairly?.interval?.[0]).toBeLessThan(fairly?.ratio ?? 0);
    expect(fairly?.interval?.[1]).toBeGreaterThan(fairly?.ratio ?? 0);
    expect(statistics.notes).toEqual([]);
  });

  it('tests within each task over seeds', () => {
    expect(statistics.withinTasks).toHaveLength(12);
    expect(statistics.withinTasks[0]).toMatchObject({ task: 't1', entry: 'poor', pairs: 3, statistic: 6, pValue: 0.25, adjustedPValue: 0.5, a12: 1 });
  });

  it('takes the control it is told', () => {
    const named = analyseBench([...good, ...fair], { control: 'fair' }).statistics;
    expect(named.control).toBe('fair');
    expect(named.againstControl[0]).toMatchObject({ entry: 'good', statistic: 0, a12: 0 });
    expect(named.againstControl[0]?.ratio).toBeLessThan(1);
    expect(() => analyseBench(good, { control: 'nobody' })).toThrow(expect.objectContaining({ code: 'BENCH_CONTROL' }));
  });

  it('does not take repetitions of a deterministic optimizer for evidence', () => {
    const fixed = ending('fixed', () => 0.3, 10);
    const other = ending('other', () => 0.2, 10);
    expect(analyseBench([...fixed, ...other]).statistics.withinTasks[0]).toMatchObject({ pairs: 1, pValue: 1, interval: null });
    // Against one that varies there is something to be learnt.
    expect(analyseBench([...fixed, ...ending('other', (_, seed) => 0.2 + 0.001 * seed, 10)]).statistics.withinTasks[0]).toMatchObject({ pairs: 10, pValue: 2 / 1024 });
  });

  it('says nothing of an order where there is one entry or one task', () => {
    expect(analyseBench(good).statistics).toMatchObject({ friedman: null, control: 'good', againstControl: [], withinTasks: [] });
    const single = analyseBench([...good, ...fair].filter((run) => run.task === 't1')).statistics;
    expect(single).toMatchObject({ friedman: null, control: 'good' });
    expect(single.againstControl[0]).toMatchObject({ pairs: 1, pValue: 1, interval: null });
  });

  it('finds nothing where all are equal', () => {
    const same = analyseBench([...good, ...good.map((run) => ({ ...run, entry: 'twin' }))]).statistics;
    expect(same.friedman).toMatchObject({ chiSquared: 0, statistic: 0, pValue: 1, groups: [['good', 'twin']] });
    expect(same.againstControl[0]).toMatchObject({ statistic: null, pValue: 1, a12: expect.closeTo(0.5, 12), ratio: 1, interval: [1, 1] });
  });
});

describe('holes', () => {
  it('leaves an entry out of tests on a task it has no run on, and says so', () => {
    const holed = poor.filter((run) => run.task !== 't2');
    const { statistics, gaps, results, overall } = analyseBench([...good, ...fair, ...holed], { notApplicable: [{ entry: 'poor', task: 't2', reason: 'needs a gradient' }] });
    expect(gaps).toEqual([{ entry: 'poor', task: 't2', seeds: [1, 2, 3], reason: 'needs a gradient' }]);
    expect(results).toHaveLength(17);
    expect(statistics.friedman).toMatchObject({ tasks: 5, degrees: [2, 8] });
    expect(statistics.againstControl.map(({ entry, pairs }) => [entry, pairs])).toEqual([['fair', 6], ['poor', 5]]);
    expect(statistics.withinTasks.filter(({ task }) => task === 't2').map(({ entry }) => entry)).toEqual(['fair']);
    expect(statistics.notes).toEqual([
      'poor has no run on t2 with seed 1, 2, 3 (needs a gradient): it takes no part in tests on this task.',
      'Friedman\'s test needs every entry on every task and was made without t2.',
    ]);
    // On t2 there were two to be ranked.
    expect(overall.map(({ meanRank }) => meanRank)).toEqual([1, 2, 3]);
  });

  it('leaves it out where one seed is missing, for pairs would not match', () => {
    const holed = fair.filter((run) => run.task !== 't3' || run.seed !== 2);
    const { statistics, gaps, results } = analyseBench([...good, ...holed]);
    expect(gaps).toEqual([{ entry: 'fair', task: 't3', seeds: [2], reason: null }]);
    expect(results.find(({ entry, task }) => entry === 'fair' && task === 't3')?.seeds).toBe(2);
    expect(statistics.friedman?.tasks).toBe(5);
    expect(statistics.againstControl[0]?.pairs).toBe(5);
    expect(statistics.withinTasks.map(({ task }) => task)).toEqual(['t1', 't2', 't4', 't5', 't6']);
  });

  it('drops an entry that runs on few tasks rather than the tasks', () => {
    const rare = poor.filter((run) => run.task === 't1');
    const { statistics } = analyseBench([...good, ...fair, ...rare]);
    expect(statistics.friedman?.meanRanks.map(({ entry }) => entry)).toEqual(['good', 'fair']);
    expect(statistics.friedman?.tasks).toBe(6);
    expect(statistics.notes.at(-1)).toBe('Friedman\'s test needs every entry on every task and was made without poor.');
  });

  it('keeps tasks that only dropped entries miss', () => {
    const first = poor.filter((run) => run.task > 't3').map((run) => ({ ...run, entry: 'first' }));
    const second = poor.filter((run) => !['t1', 't4', 't5'].includes(run.task)).map((run) => ({ ...run, entry: 'second' }));
    const { statistics } = analyseBench([...good, ...fair, ...first, ...second]);
    expect(statistics.friedman).toMatchObject({ tasks: 6, degrees: [1, 5] });
    expect(statistics.notes.at(-1)).toBe('Friedman\'s test needs every entry on every task and was made without first, second.');
  });

  it('compares nothing where nothing is shared', () => {
    const { statistics } = analyseBench([...good.filter((run) => run.task < 't4'), ...fair.filter((run) => run.task >= 't4')]);
    expect(statistics).toMatchObject({ friedman: null, control: 'good', againstControl: [], withinTasks: [] });
    expect(statistics.notes.at(-1)).toBe('fair has no task in common with good and is not compared with it.');
  });
});

describe('groups below the critical difference', () => {
  const ranking = [1.2, 1.9, 2.5, 4.1].map((rank, index) => ({ entry: 'abcd'[index]!, rank }));

  it('are the longest stretches, of two or more', () => {
    expect(closeGroups(ranking, 1)).toEqual([['a', 'b'], ['b', 'c']]);
    expect(closeGroups(ranking, 2)).toEqual([['a', 'b', 'c'], ['c', 'd']]);
    expect(closeGroups(ranking, 0.5)).toEqual([]);
    expect(closeGroups(ranking, 9)).toEqual([['a', 'b', 'c', 'd']]);
  });
});
