import { createAnalyticContext, discreteProblem, linearProblem, type AnalyticProblem } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { byCost, cheapest } from './sample.ts';
import { lastCostKind } from './sample.ts';
import { knownMembers } from './known-members.ts';
import { KnownSamples } from './known-samples.ts';
import { Objective } from './objective.ts';
import { residualsOf } from './sample.ts';
import { StageEnded } from './objective.ts';

function objectiveOf(analytic: AnalyticProblem, budget: number, until = budget): Objective {
  const { context } = createAnalyticContext(analytic, { budget, seed: 1 });
  return new Objective({ problem: analytic.problem, context, known: new KnownSamples(), kind: 'error', until, enough: -Infinity });
}

describe('objective', () => {
  test('tells where a point will be simulated', async () => {
    for (const analytic of [linearProblem(), discreteProblem()]) {
      const objective = objectiveOf(analytic, 10);
      for (const unit of [[0.51, 0.49, 0.3, 1.7], [-1, 0.2, 0.999, 0]]) expect((await objective.evaluateOne(unit)).unit).toEqual(objective.placeOf(unit));
    }
  });

  test('asks for what it can pay, and for one where it can pay nothing, which ends the stage', async () => {
    const objective = objectiveOf(linearProblem(), 10, 3);
    expect([objective.payable(2), objective.payable(8)]).toEqual([2, 3]);
    await objective.evaluate([[0, 0, 0, 0], [1, 1, 1, 1], [0.5, 0.5, 0.5, 0.5]]);
    expect(objective.payable(8)).toBe(1);
    await expect(objective.evaluateOne([0, 0, 0, 0])).rejects.toBeInstanceOf(StageEnded);
  });

  test('the root mean square of the residuals is the cost of either kind', async () => {
    const sample = await objectiveOf(linearProblem(), 10).evaluateOne([0.1, 0.2, 0.3, 0.4]);
    for (const [kind, cost] of [['error', sample.evaluation!.error], ['log', sample.evaluation!.logRms]] as const) {
      const residuals = residualsOf(sample, kind)!;
      expect(Math.sqrt(residuals.reduce((sum, value) => sum + value * value, 0) / residuals.length)).toBeCloseTo(cost, 12);
    }
    expect(residualsOf({ unit: [0], cost: Infinity }, 'error')).toBeUndefined();
  });
});

describe('known members', () => {
  const options = { count: 4, gap: 0.1, most: 2 };

  test('are the start and the best of what the run knows, well apart, while the start is among the best', async () => {
    const objective = objectiveOf(linearProblem(), 10);
    const samples = await objective.evaluate([[0.25, 0.5, 0.18, 0.35], [0.26, 0.5, 0.18, 0.35], [0.5, 0.5, 0.5, 0.5], [1, 1, 1, 1], [0, 1, 1, 1]]);
    const [best, beside, fair, , poor] = samples;
    expect(byCost(samples)[0]).toBe(best);
    // The neighbour of the best counts as the best itself.
    expect(knownMembers(objective, best!, options)).toEqual([best, fair]);
    expect(knownMembers(objective, beside!, { ...options, most: 3 })).toEqual([beside, fair, poor]);
    expect(knownMembers(objective, { unit: [0.9, 0.9, 0, 0], cost: 1e9 }, options)).toEqual([{ unit: [0.9, 0.9, 0, 0], cost: 1e9 }]);
  });
});

test('by cost: failures last, the earlier one first among equals', () => {
  const entries = [Infinity, 2, 1, Infinity, 1].map((cost, index) => ({ cost, index }));
  expect(byCost(entries).map(({ index }) => index)).toEqual([2, 4, 1, 0, 3]);
  expect(cheapest(entries).index).toBe(2);
});

test.each([['error', 'relative', 'error'], ['log', 'relative', 'log'], ['log-then-error', 'relative', 'error'], ['log-then-error', 'log', 'log'], ['error', 'log', 'log']] as const)(
  'cost %s of a problem with metric %s ends with %s', (cost, metric, kind) => {
    expect(lastCostKind({ metric }, { cost })).toBe(kind);
  },
);
