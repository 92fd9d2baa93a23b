import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BenchRun } from './bench-run.ts';
import { budgetToReach, quartiles, summarize } from './summarize.ts';

/** A run from [spent, best] pairs; the final training relative RMS is the last best. */
function runOf(entry: string, task: string, seed: number, steps: readonly (readonly [number, number])[], more: Partial<BenchRun> = {}): BenchRun {
  const startError = 1;
  const final = Math.min(startError, steps.at(-1)?.[1] ?? startError);
  return {
    entry, task, seed, simulator: 'none',
    run: { task, seed, allowed: 10, startError, trajectory: steps.map(([spent, best]) => ({ spent, error: best, best })) },
    start: { train: { relativeRms: 1, logRms: 1 }, validate: { relativeRms: 2, logRms: 1 } },
    final: { train: { relativeRms: final, logRms: 0 }, validate: { relativeRms: 2 * final, logRms: 0 } },
    parameters: {}, end: 'budget', ...more,
  };
}

describe('quartiles', () => {
  it('interpolates between order statistics', () => {
    // R: quantile(c(1, 2, 3, 4, 10), c(.25, .5, .75)) gives 2, 3, 4; c(1, 2, 3, 4) gives 1.75, 2.5, 3.25.
    expect(quartiles([10, 1, 4, 2, 3])).toEqual({ lower: 2, median: 3, upper: 4 });
    expect(quartiles([4, 3, 2, 1])).toEqual({ lower: 1.75, median: 2.5, upper: 3.25 });
  });

  it('takes null as worse than any number', () => {
    expect(quartiles([1, null, 2, null, 3])).toEqual({ lower: 2, median: 3, upper: null });
    expect(quartiles([null])).toEqual({ lower: null, median: null, upper: null });
  });
});

describe('summarize', () => {
  // Final errors of a: 0.1, 0.2, 0.4 (median 0.2); of b: 0.3, 0.24, 1 (median 0.3). Target 1.25 · 0.2 = 0.25.
  const runs = [
    runOf('a', 't', 1, [[2, 0.5], [4, 0.1]]), runOf('a', 't', 2, [[1, 0.2]]), runOf('a', 't', 3, [[1, 0.4]]),
    runOf('b', 't', 1, [[2, 0.3]]), runOf('b', 't', 2, [[8, 0.24]]), runOf('b', 't', 3, [], { end: 'failed' }),
  ];

  it('states medians, the target, the budget to reach it and how often it was', () => {
    const { table, entries, target } = summarize(runs);
    expect(target).toBe('1.25 times the best median final error of the task');
    expect(table).toMatchObject([
      { entry: 'a', task: 't', seeds: 3, train: { median: 0.2 }, validate: { median: 0.4 }, target: 0.25, reached: 2, success: '2/3', budgetToTarget: { median: 4, upper: null }, failed: 0 },
      { entry: 'b', train: { median: 0.3 }, reached: 1, success: '1/3', budgetToTarget: { lower: null, median: null }, failed: 1 },
    ]);
    expect(entries.map((entry) => [entry.entry, entry.runs, entry.success, entry.failed])).toEqual([['a', 3, '2/3', 0], ['b', 3, '1/3', 1]]);
    expect(entries[0]?.ratioToStart).toBeCloseTo(Math.cbrt(0.1 * 0.2 * 0.4), 12);
    expect(entries[1]?.ratioToStart).toBeCloseTo(Math.cbrt(0.3 * 0.24 * 1), 12);
  });

  it('takes other targets', () => {
    expect(summarize(runs, { target: { error: 0.4 } }).table.map((row) => row.success)).toEqual(['3/3', '2/3']);
    expect(summarize(runs, { target: { ratioToStart: 0.1 } }).table.map((row) => row.success)).toEqual(['1/3', '0/3']);
    expect(() => summarize(runs, { target: { multipleOfBest: 0.5 } })).toThrow(expect.objectContaining({ code: 'BENCH_TARGET' }));
    expect(() => summarize(runs, { target: { error: 0 } })).toThrow(expect.objectContaining({ code: 'BENCH_TARGET' }));
  });

  it('has no validation figures where a task has no validation curves', () => {
    const [first] = runs;
    expect(first !== undefined && summarize([{ ...first, final: { ...first.final, validate: null } }]).table[0]?.validate).toBeNull();
  });

  it('counts a start at the target as reached for nothing', () => {
    const run = runOf('a', 't', 1, []);
    expect(budgetToReach(run, 1)).toBe(0);
    expect(budgetToReach(run, 0.9)).toBeNull();
  });

  it('does not depend on the order of the runs of an entry', () => {
    fc.assert(fc.property(fc.shuffledSubarray(runs, { minLength: runs.length }), (shuffled) => {
      const byEntry = shuffled.toSorted((one, other) => one.entry.localeCompare(other.entry));
      const [expected, received] = [summarize(runs), summarize(byEntry)];
      expect(received.table).toEqual(expected.table);
    }));
  });

  it('refuses to summarize nothing', () => {
    expect(() => summarize([])).toThrow(expect.objectContaining({ code: 'BENCH_EMPTY' }));
  });
});
