import { createAnalyticContext, linearProblem } from '@evospice/testkit';
import { fromUnbounded, type BoxTransformation } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { KnownSamples } from './known-samples.ts';
import { Objective } from './objective.ts';
import { SearchSpace } from './search-space.ts';

const { problem, ...rest } = linearProblem();

function objectiveOf(budget = 100): { readonly objective: Objective; readonly spent: () => number } {
  const { context, record } = createAnalyticContext({ problem, ...rest }, { budget, seed: 1 });
  return { objective: new Objective({ problem, context, known: new KnownSamples(), kind: 'error', until: budget, enough: -Infinity }), spent: () => record.spent };
}

describe.each(['no', 'sin', 'arcctg'] as const)('search space, transformation %s', (transformation: BoxTransformation) => {
  test('a place knows where it lies in the cube', async () => {
    const space = new SearchSpace(objectiveOf().objective, { transformation });
    const [place] = await space.evaluate([[0.3, 0.1, 0.5, -0.2]]);
    expect(place!.unit).toEqual(fromUnbounded(transformation, [0.3, 0.1, 0.5, -0.2]));
  });

  test('entering costs nothing inside the cube, and on a wall only where the transformation leaves it', async () => {
    const { objective, spent } = objectiveOf();
    const space = new SearchSpace(objective, { transformation });
    const inside = await objective.evaluateOne([0.2, 0.4, 0.6, 0.8]);
    expect((await space.enter(inside)).cost).toBe(inside.cost);
    expect(spent()).toBe(1);
    const wall = await objective.evaluateOne([0, 1, 0.5, 0.5]);
    const entered = await space.enter(wall);
    expect(spent()).toBe(transformation === 'no' ? 2 : 3);
    expect(entered.at.every(Number.isFinite)).toBe(true);
  });

  test('the chain rule agrees with differences, for costs and their squares', async () => {
    for (const square of [false, true]) {
      const { objective } = objectiveOf();
      const space = new SearchSpace(objective, { transformation, square });
      const at = [0.4, 0.5, 0.6, 0.7];
      const h = 1e-5;
      const [here, up, down] = await space.evaluate([at, [0.4 + h, 0.5, 0.6, 0.7], [0.4 - h, 0.5, 0.6, 0.7]]);
      const { unit } = here!;
      const [unitUp, unitDown] = await objective.evaluate([[unit[0]! + h, ...unit.slice(1)], [unit[0]! - h, ...unit.slice(1)]]);
      const byUnit = (unitUp!.cost - unitDown!.cost) / (2 * h);
      // Central differences of step 1e-5: about 1e-10 of truncation and 1e-11 of rounding.
      expect((up!.cost - down!.cost) / (2 * h)).toBeCloseTo(byUnit * space.chain(here!)[0]!, 7);
    }
  });
});

test('a line knows its cheapest place, which is where it starts until one is cheaper', async () => {
  const { objective } = objectiveOf();
  const space = new SearchSpace(objective, { transformation: 'no' });
  const from = await space.enter(await objective.evaluateOne([0.5, 0.5, 0.5, 0.5]));
  const line = space.line(from, [-0.1, 0, 0, 0]);
  expect(line.best).toBe(from);
  const costs = await line.costs([-1, 1, 100]);
  // Of places beyond the wall the wall is searched.
  expect(costs[2]).toBe((await objective.evaluateOne([0, 0.5, 0.5, 0.5])).cost);
  expect(line.best.cost).toBe(Math.min(from.cost, ...costs));
});
