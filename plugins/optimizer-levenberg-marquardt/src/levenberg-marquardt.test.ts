import { createAnalyticContext, curvedValleyProblem, exponentialProblem, linearProblem, testOptimizer } from '@evospice/testkit';
import { describe, expect, test } from 'vitest';
import { LevenbergMarquardt } from './levenberg-marquardt.ts';
import { levenbergMarquardtOptions } from './options.ts';

const make = (options: unknown = {}): LevenbergMarquardt => new LevenbergMarquardt(levenbergMarquardtOptions.parse(options));

testOptimizer('lm', make, { improvement: 1e-3 });
testOptimizer('lm, plain', () => make({ residuals: 'relative', trials: 1, broyden: 0, scaling: 'cube', restarts: false }), { improvement: 1e-3 });

describe('levenberg-marquardt', () => {
  test('x', async () => {
    for (const p of [linearProblem(), curvedValleyProblem(), exponentialProblem(), exponentialProblem('log')]) {
      for (const budget of [30, 60, 100, 200]) {
        const { context, record } = createAnalyticContext(p, { budget, seed: 1 });
        await make({}).optimize(p.problem, { ...context, budget: context.budget, log: () => undefined });
        console.log(p.problem.task, p.problem.metric, budget, record.errors[0], record.best());
      }
    }
  });
});
