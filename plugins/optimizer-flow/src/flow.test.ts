import { EvospiceError, type Optimizer, type OptimizerContext } from '@evospice/contracts';
import { runSearch, searchOptions } from '@evospice/optimizer-kit';
import { createAnalyticContext, describeAnalyticProblem, linearProblem, testOptimizer, type AnalyticProblem, type AnalyticRecord } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { runFlow, type FlowStage } from './flow.ts';

const search = z.strictObject(searchOptions).parse({ cost: 'error', restarts: false });

/** Throws darts around the best point, nearer and nearer: enough to make progress, and never twice at one place. */
const darts: Optimizer = {
  name: 'darts',
  optimize: (problem, context) => runSearch(problem, context, search, async (objective, start) => {
    let at = start;
    for (let spread = 0.3; spread > 1e-4;) {
      const found = await objective.evaluate(Array.from({ length: 4 }, () => at.unit.map((place) => place + spread * objective.random.normal())));
      const best = found.reduce((least, sample) => (sample.cost < least.cost ? sample : least));
      if (best.cost < at.cost) at = best;
      else spread *= 0.8;
    }
  }),
};

const stage = (options: Partial<FlowStage['options']> = {}, optimizer = darts): FlowStage => ({ options: { optimizer: optimizer.name, options: {}, ...options } as FlowStage['options'], optimizer });
const flow = (stages: readonly FlowStage[], prior = 0) => ({ name: 'test', direct: false, prior, guard: true, stages });

async function run(analytic: AnalyticProblem, stages: readonly FlowStage[], { budget = 100, prior = 0, direct = false } = {}): Promise<AnalyticRecord & { readonly lines: string[] }> {
  const { context, record } = createAnalyticContext(analytic, { budget, seed: 1 });
  const lines: string[] = [];
  const view: OptimizerContext = Object.create(context, { log: { value: (line: string) => lines.push(line) } });
  await runFlow({ ...flow(stages, prior), direct }, analytic.problem, view).catch((error: unknown) => { if (!EvospiceError.is(error, 'BUDGET_EXHAUSTED')) throw error; });
  return Object.assign(record, { lines: lines.filter((line) => /^stage|direct/u.test(line)) });
}

testOptimizer('flow', () => ({ name: 'flow', optimize: (problem, context) => runFlow(flow([stage({ curves: ['*-0'], share: 0.3 }), stage()]), problem, context) }), { start: 'given' });

describe('a flow', () => {
  test('moves what a stage names alone, on its curves, and ends with everything', async () => {
    const { candidates, batches, lines, spent } = await run(linearProblem(), [stage({ name: 'first', parameters: ['a', 'b'], curves: ['linear-0'], share: 0.3 })], { budget: 60 });
    const end = candidates.findIndex((candidate) => candidate[2] !== 3);
    expect(candidates.slice(0, end).every(([, , c, d]) => c === 3 && d === 0.5)).toBe(true);
    expect(batches.length).toBeGreaterThan(5);
    expect(lines).toEqual([
      expect.stringMatching(/^stage first \(darts; a, b; 12 points\): .* kept, whole at/u),
      expect.stringMatching(/^stage everything \(darts; all parameters; 20 points\): .* kept/u),
    ]);
    expect(spent).toBeLessThanOrEqual(60);
  });

  test('rolls a stage back that made the whole worse, and says so', async () => {
    // On the second curve alone a makes up for b, which spoils the first.
    const torn = describeAnalyticProblem({
      name: 'torn', parameters: [{ name: 'a', lower: 0, upper: 10, start: 1.1, scale: 'lin' }, { name: 'b', lower: 0, upper: 10, start: 0.2, scale: 'lin' }],
      sweeps: [[1, 2, 3], [1]], formula: (x, [a, b], curve) => (curve === 0 ? a! * x : a! + b!), truth: [1, 1],
    });
    const starts: number[][] = [];
    const looking: Optimizer = { name: 'looking', optimize: async ({ parameters }) => { starts.push(parameters.map(({ start }) => start)); } };
    const { lines } = await run(torn, [stage({ name: 'second alone', parameters: ['a'], curves: ['torn-1'], share: 0.3 }), stage({}, looking)]);
    expect(lines[0]).toContain('rolled back');
    expect(starts).toEqual([[1.1, 0.2]]);
  });

  test('begins at the card where a stage says so, and keeps the better of both', async () => {
    const starts: number[][] = [];
    const better: Optimizer = { name: 'better', optimize: async ({ parameters }, context) => { starts.push(parameters.map(({ start }) => start)); await context.simulate([[1.1, 1.9, 0.8, 1.3]]); } };
    const worse: Optimizer = { name: 'worse', optimize: async ({ parameters }, context) => { starts.push(parameters.map(({ start }) => start)); await context.simulate([[2, 1, 2, 1]]); } };
    const { lines } = await run(linearProblem(), [stage({}, better), stage({ name: 'card', from: 'card' }, worse), stage({}, better)]);
    expect(starts).toEqual([[3, 0.5, 3, 0.5], [3, 0.5, 3, 0.5], [1.1, 1.9, 0.8, 1.3]]);
    expect(lines[1]).toContain('rolled back');
  });

  test('skips stages without a tunable or a point, by name', async () => {
    const { lines } = await run(linearProblem(), [stage({ name: 'heat', parameters: ['rth', 'a'], temperature: 'other' }), stage({ name: 'other names', parameters: ['rth'] }), stage()]);
    expect(lines.slice(0, 2)).toEqual(['stage heat is skipped: the problem has no point of what it names', 'stage other names is skipped: the problem has no tunable that it names']);
    expect(lines).toHaveLength(3);
  });

  test('is refused where it names no tunable at all, before anything is simulated', async () => {
    const analytic = linearProblem();
    const { context, record } = createAnalyticContext(analytic, { budget: 10, seed: 1 });
    const refusal = runFlow(flow([stage({ parameters: ['vth0', 'group:mobility'] }), stage()]), analytic.problem, context);
    await expect(refusal).rejects.toMatchObject({ code: 'OPTIMIZER_UNSUPPORTED', received: ['a', 'b', 'c', 'd'] });
    expect(record.spent).toBe(0);
  });

  test('chooses parameters by name, pattern, group and role', async () => {
    const { problem } = linearProblem();
    const facts = [{ group: 'mobility' }, { group: 'threshold', role: 'threshold voltage' }, { role: 'series resistance' }, {}];
    const moved: string[][] = [];
    const noting: Optimizer = { name: 'noting', optimize: async ({ parameters }) => { moved.push(parameters.map(({ name }) => name)); } };
    const named = { ...linearProblem(), problem: { ...problem, parameters: problem.parameters.map((one, index) => ({ ...one, ...facts[index]! })) } };
    const lists = [['group:mobility', 'd'], ['role:*Voltage', 'c'], ['!group:*', '!d'], ['[abd]'], ['?', '!A']];
    await run(named, lists.map((parameters) => stage({ parameters }, noting)));
    expect(moved.slice(0, 4)).toEqual([['a', 'd'], ['b', 'c'], [], ['b', 'c', 'd']].filter((list) => list.length > 0).concat([['a', 'b', 'c', 'd']]));
  });

  test('takes values read off the curves where they are better than the card', async () => {
    const diode = describeAnalyticProblem({
      name: 'diode', parameters: [{ name: 'is', lower: 1e-18, upper: 1e-10, start: 1e-16, scale: 'log' }, { name: 'n', lower: 1, upper: 2, start: 1.6, scale: 'lin' }],
      sweeps: [Array.from({ length: 21 }, (_, k) => 0.3 + 0.02 * k)], formula: (x, [is, n]) => is! * Math.expm1(x / (n! * 0.025865)), truth: [3e-14, 1.1],
    });
    const { lines, candidates } = await run(diode, [stage()], { direct: true });
    expect(lines[0]).toMatch(/^direct extraction, better than the card: is .* by saturation current, n 1.10 by ideality/u);
    expect(Math.abs(candidates[0]![1]! - 1.1)).toBeLessThan(0.01);
  });
});
