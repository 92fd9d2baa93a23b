import { noCompactModels, type Candidate, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';
import { createRandom } from '../random/create-random.ts';
import { toolbox } from '../toolbox.ts';
import { scoredPoints, simulationCost, withBudget } from './budget.ts';

const curve = (id: string, points: number, share: number, residuals = points) => ({ id, x: Array.from({ length: points }, (_, point) => point), budgetShare: share, residuals });
const problem = { curves: [curve('a', 4, 0.4), curve('b', 6, 0.6), curve('dark', 5, 0.5, 0)] } as unknown as ExtractionProblem;

function contextOf(allowed: number) {
  const simulated: Candidate[] = [];
  const context: OptimizerContext = {
    simulate: (candidates) => {
      simulated.push(...candidates);
      return Promise.resolve(candidates.map(() => ({ ok: false, failure: { code: 'NOT_CONVERGED', message: 'no' } })));
    },
    get budget() {
      return { allowed, spent: simulated.length, remaining: allowed - simulated.length };
    },
    random: createRandom(1), toolbox, models: noCompactModels, optimizers: {}, signal: new AbortController().signal, log: () => undefined,
  };
  return { context, simulated };
}

describe('simulationCost', () => {
  test('is one for a full suite, and the share of its points for a part', () => {
    expect(simulationCost(problem)).toBe(1);
    expect(simulationCost(problem, { curves: ['a'] })).toBe(0.4);
    expect(simulationCost(problem, { curves: ['dark'] })).toBe(0.5);
    expect(simulationCost(problem, { every: 5 })).toBeCloseTo(0.3, 12);
    expect(simulationCost(problem, { curves: ['b', 'dark'], every: 4 })).toBeCloseTo(0.4, 12);
  });
});

describe('withBudget', () => {
  test('pays from the whole budget, and no more than its part', async () => {
    const { context, simulated } = contextOf(10);
    await context.simulate([[0]]);
    const part = withBudget(problem, context, 3);
    expect(part.budget).toEqual({ allowed: 3, spent: 0, remaining: 3 });
    const evaluations = await part.simulate([[1], [2], [3], [4]]);
    expect(evaluations.map((one) => !one.ok && one.failure.code)).toEqual(['NOT_CONVERGED', 'NOT_CONVERGED', 'NOT_CONVERGED', 'OUT_OF_BUDGET']);
    expect(part.budget).toEqual({ allowed: 3, spent: 3, remaining: 0 });
    expect(context.budget.spent).toBe(4);
    await expect(part.simulate([[5]])).rejects.toMatchObject({ code: 'BUDGET_EXHAUSTED' });
    expect(simulated).toHaveLength(4);
  });

  test('has as much as remains when asked for more', () => {
    const { context } = contextOf(2);
    expect(withBudget(problem, context, 50).budget.allowed).toBe(2);
  });
});

test('scoredPoints are those among every k-th point', () => {
  expect(scoredPoints({ scored: [0, 3, 4, 6] })).toEqual([0, 3, 4, 6]);
  expect(scoredPoints({ scored: [0, 3, 4, 6] }, 2)).toEqual([0, 4, 6]);
});
