import { counted, type ExtractionProblem, type OptimizerContext } from '@evospice/contracts';
import { runSearch, type Objective } from '@evospice/optimizer-kit';
import { affordable, cmaEsLambda, uniformSample, widestGridStep } from '@evospice/toolbox';
import { CmaEsSearch } from './cma-es-search.ts';
import type { CmaEsOptions } from './options.ts';
import { RestartPlan } from './restart-plan.ts';

/**
 * CMA-ES (Hansen, "The CMA evolution strategy: a tutorial", arXiv:1604.00772) in the unit cube: all default constants, negative
 * weights, the covariance decomposed only when it has changed; restarts by IPOP or BIPOP from uniform points. A generation is one
 * batch. Points outside the cube are evaluated at its wall and pay an adaptive penalty (Hansen et al. 2009). Failed points rank
 * last. When the cost changes from decades to the problem's own error the distribution stays.
 */
export async function cmaEsSearch(problem: ExtractionProblem, context: OptimizerContext, options: CmaEsOptions): Promise<void> {
  const { sigma0, restartSigma, restartStrategy, maxRestarts } = options;
  const lambda = options.lambda ?? Math.max(4, cmaEsLambda(problem.parameters.length));
  const least = problem.parameters.map((parameter) => widestGridStep(parameter) / 5);
  const plan = restartStrategy === 'none' ? undefined : new RestartPlan({ strategy: restartStrategy, lambda, sigma0: restartSigma });
  let search: CmaEsSearch | undefined;
  let restarts = 0;

  await runSearch(problem, context, { ...options, restarts: false }, async (objective, start) => {
    // A search that has begun somewhere else since knows nothing about the place that was found.
    if (restarts > 0) search = undefined;
    search?.forgetCosts();
    search ??= new CmaEsSearch(start.unit, { lambda, sigma0, evaluations: Infinity }, options, least);
    for (;;) {
      // What is left of a stage that is not the last is of more use to the next one.
      if (objective.affordable < search.lambda && objective.affordable < affordable(context.budget)) return;
      await search.generation(objective);
      const reason = search.ended;
      if (reason === undefined) continue;
      objective.log(`cma-es ended with lambda ${search.lambda} after ${counted(search.spent, 'evaluation')}: ${reason}`);
      search = plan === undefined || restarts >= maxRestarts ? undefined : restarted(objective, search, plan, options, least);
      if (search === undefined) return;
      restarts++;
    }
  });
}

function restarted(objective: Objective, before: CmaEsSearch, plan: RestartPlan, options: CmaEsOptions, least: readonly number[]): CmaEsSearch {
  const next = plan.next(before.spent, objective.random);
  return new CmaEsSearch(uniformSample(1, objective.dimension, objective.random)[0]!, next, options, least);
}
