import { boundedProblem, createAnalyticContext, curvedValleyProblem, discreteProblem, exponentialProblem, failingProblem, hopelessProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { refuseDiscrete } from './objective.ts';
import { runSearch, type Search } from './run-search.ts';
import { searchOptions, type SearchOptions } from './options.ts';

const options = (given: unknown = {}): SearchOptions => z.strictObject(searchOptions).parse(given);

/** One step a coordinate each way, halved while nothing is gained: the plainest search there is. */
const coordinates: Search = async (objective, start) => {
  let at = start;
  for (let step = 0.25; step > 1e-3;) {
    const found = await objective.evaluate(start.unit.flatMap((_, axis) => [step, -step].map((move) => at.unit.map((place, other) => (other === axis ? place + move : place)))));
    const best = found.reduce((least, sample) => (sample.cost < least.cost ? sample : least));
    if (best.cost < at.cost) at = best;
    else step /= 2;
  }
};

testOptimizer('driven search', () => ({ name: 'coordinates', optimize: (problem, context) => runSearch(problem, context, options(), coordinates) }));

describe('runSearch', () => {
  test('minimises decades first where it is asked to, and turns to the error when they are few enough', async () => {
    const analytic = exponentialProblem();
    const { context } = createAnalyticContext(analytic, { budget: 400, seed: 1 });
    const stages: { kind: string; start: number; allowed: number }[] = [];
    await runSearch(analytic.problem, context, options({ restarts: false }), async (objective, start) => {
      stages.push({ kind: objective.kind, start: start.cost, allowed: objective.budget.allowed });
      await coordinates(objective, start);
    });
    expect(stages.map(({ kind }) => kind)).toEqual(['log', 'error']);
    // Half of what the start card left, and then all that is left.
    expect(stages[0]!.allowed).toBeCloseTo(399 / 2, 9);
    expect(stages[0]!.start).toBeGreaterThan(1);
  });

  test('starts with the elites of the run, and hands on its own', async () => {
    const analytic = linearProblem();
    const { context } = createAnalyticContext(analytic, { budget: 100, seed: 2 });
    const elites: number[] = [];
    await runSearch(analytic.problem, context, options({ cost: 'error' }), async (objective, start) => {
      elites.push(objective.elites(1000).length);
      expect(objective.elites(1)[0]!.cost).toBeLessThanOrEqual(start.cost);
      await objective.evaluate(Array.from({ length: 20 }, () => start.unit.map(() => objective.random.next())));
    });
    expect(elites[0]).toBe(1);
    expect(elites[1]).toBe(25);
  });

  test('starts again far from the bound that a parameter ended on, with nothing else changed in one of the points', async () => {
    const analytic = boundedProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 20, seed: 2 });
    const starts: (readonly number[])[] = [];
    await runSearch(analytic.problem, context, options({ cost: 'error' }), async (objective, start) => {
      starts.push(start.unit);
      // Next to the least error, where the rate is on its upper bound.
      if (starts.length === 1) await objective.evaluate([[0.33, 1]]);
    });
    expect(starts.length).toBeGreaterThan(2);
    // The rate runs from 0.2 to 1: the last quarter of its axis, then the one before.
    expect(starts[1]![1]).toBeLessThanOrEqual(0.25);
    expect(starts[2]![1]).toBeGreaterThanOrEqual(0.25);
    expect(starts[2]![1]).toBeLessThanOrEqual(0.5);
    const [first, second] = record.candidates.slice(2, 4);
    expect(first![0]).toBeCloseTo(0.1 + 0.33 * 4.9, 12);
    expect(second![1]).toBe(first![1]);
    expect(second![0]).not.toBe(first![0]);
  });

  test('searches from a working point when the start card fails', async () => {
    const base = failingProblem();
    const parameters = base.problem.parameters.map((parameter) => (parameter.name === 'a' ? { ...parameter, start: 0.1 } : parameter));
    const { context } = createAnalyticContext({ ...base, problem: { ...base.problem, parameters } }, { budget: 60, seed: 3 });
    let start = Infinity;
    await runSearch({ ...base.problem, parameters }, context, options({ restarts: false }), async (_, sample) => { start = sample.cost; });
    expect(start).toBeLessThan(Infinity);
  });

  test('ends on a problem that never works, its budget spent', async () => {
    const { context, record } = createAnalyticContext(hopelessProblem(), { budget: 30, seed: 4 });
    await runSearch(hopelessProblem().problem, context, options(), coordinates);
    expect(record.spent).toBe(30);
  });

  test('lets the faults of a search pass', async () => {
    const analytic = curvedValleyProblem();
    const { context } = createAnalyticContext(analytic, { budget: 30, seed: 5 });
    await expect(runSearch(analytic.problem, context, options(), () => Promise.reject(new TypeError('a defect')))).rejects.toThrow('a defect');
  });

  test('gives samples of discrete problems their place on the grid', async () => {
    const analytic = discreteProblem();
    const { context } = createAnalyticContext(analytic, { budget: 30, seed: 6 });
    await runSearch(analytic.problem, context, options({ restarts: false }), async (objective) => {
      const sample = await objective.evaluateOne([0.51, 0.49, 0.3, 1.7]);
      // Grids of 17 and 9 values: 0.51 * 4 = 2.04 goes to 2, 0.49 * 4 = 1.96 to 2.
      expect(sample.unit).toEqual([0.5, 0.5, 0.3, 1]);
    });
  });
});

describe('refuseDiscrete', () => {
  test('names what it met and what can be done', () => {
    expect(() => refuseDiscrete('newton', linearProblem().problem)).not.toThrow();
    expect(() => refuseDiscrete('newton', discreteProblem().problem)).toThrow(expect.objectContaining({ code: 'OPTIMIZER_UNSUPPORTED', received: ['a', 'b'] }));
  });
});
