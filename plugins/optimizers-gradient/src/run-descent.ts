import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { lastCostKind, refuseDiscrete, runSearch, SearchSpace, type SearchOptions, type SearchSpaceOptions } from '@evospice/optimizer-kit';
import { descend, type DescentMethod } from './descend.ts';
import { GradientExpressions } from './gradient-expressions.ts';

export interface DescentRunOptions extends SearchOptions, SearchSpaceOptions {
  /** Derivatives given as expressions, by parameter name. */
  readonly gradient: Readonly<Record<string, string>>;
  /** Relative decrease of the cost in one iteration that counts as nothing. */
  readonly tolerance: number;
}

/**
 * Runs a descent method as an optimizer, a new one for each search.
 * @param optimizer its name, for refusals.
 * @param method makes the method; the expressions are left out in a first stage that minimises another cost than theirs.
 * @throws EvospiceError `OPTIMIZER_UNSUPPORTED` for a problem with a discrete parameter; `OPTIMIZER_OPTIONS` for expressions that do not fit the problem.
 */
export async function runDescent(
  optimizer: string, problem: ExtractionProblem, context: OptimizerContext, options: DescentRunOptions,
  method: (space: SearchSpace, expressions: GradientExpressions | undefined) => DescentMethod,
): Promise<void> {
  refuseDiscrete(optimizer, problem);
  const expressions = new GradientExpressions(optimizer, problem.parameters, options.gradient);
  const last = lastCostKind(problem, options);
  await runSearch(problem, context, options, async (objective, start) => {
    const space = new SearchSpace(objective, options);
    await descend(space, await space.enter(start), method(space, objective.kind === last ? expressions : undefined), options.tolerance);
  });
}
