import type { SearchState } from '../search-state.ts';

/**
 * Wakes parameters that have no effect at the best point, such as those of a leakage whose factor is 0: a search on the compact model finds where
 * they would help, and one simulation tells. A jump from the best point where no model covers the device or nothing sleeps.
 */
export async function restart(state: SearchState): Promise<void> {
  const { problem, context, best } = state;
  const { toolbox, random } = context;
  const curves = context.models.ofProblem(problem);
  const model = curves === undefined || best.evaluation === undefined ? undefined : toolbox.modelLogRatios(problem, curves);
  const here = model?.logs(best.unit);
  if (model !== undefined && here !== undefined && best.evaluation !== undefined) {
    const seen = toolbox.logRatios(problem, best.evaluation).values;
    // As the simulator has it, with the model's changes from there.
    const cost = (point: readonly number[]): number => {
      const logs = model.logs(point);
      return logs === undefined ? Infinity : toolbox.rms(logs.map((value, row) => (seen[row] ?? 0) + value - (here[row] ?? 0)));
    };
    const asleep = toolbox.withoutEffect(model.slopes(best.unit).map((row) => [...row]), 1e-4 /* range 0.000001..0.01 */);
    // What opens the others may have an effect of its own: parameters at their lower bound are woken together with what sleeps.
    const axes = [...new Set([...asleep, ...best.unit.flatMap((place, axis) => (place < 1e-9 ? [axis] : []))])];
    const opens = (axis: number): boolean => (problem.parameters[axis]?.lower ?? 1) === 0;
    const found = toolbox.searchGated({ at: best.unit, axes, cost, opens, trials: 300 /* range 50..1000 */ }, random);
    if (axes.length > 0 && found.cost < 0.99 /* range 0.5..1 */ * cost(best.unit)) {
      state.current = await state.evaluateOne(found.point);
      return;
    }
  }
  const width = 0.1 /* range 0.01..0.6 */;
  state.current = await state.evaluateOne(toolbox.reflectIntoUnit(best.unit.map((place) => place + width * random.normal())));
}
