import type { OptimizerContext } from '@evospice/contracts';
import { leaveStage, type SearchState, type Stage } from '../search-state.ts';

/** The optimizer `space-mapping` of the product from the current point: steps on the compact model of the device where one covers it. All parameters and curves. */
export async function localSearch(state: SearchState, _stage: Stage, budget: number): Promise<void> {
  const { problem, context } = state;
  const { toolbox } = context;
  const { current } = state;
  const start = toolbox.fromUnit(problem.parameters, current.unit);
  const own = toolbox.withBudget(problem, context, budget);
  const watched: OptimizerContext = {
    ...own,
    get budget() {
      return own.budget;
    },
    async simulate(candidates, options) {
      const evaluations = await own.simulate(candidates, options);
      for (const [index, evaluation] of evaluations.entries()) {
        if (!evaluation.ok || !evaluation.full || !(evaluation.error < state.best.error)) continue;
        state.best = { unit: toolbox.toUnit(problem.parameters, candidates[index] ?? start), error: evaluation.error, evaluation };
      }
      return evaluations;
    },
  };
  const from = current.evaluation?.full === true ? { start: current.evaluation } : {};
  await context.optimizers['space-mapping']?.({ ...problem, ...from, parameters: problem.parameters.map((one, index) => ({ ...one, start: start[index] ?? one.start })) }, watched);
  await leaveStage(state, state.best);
}
