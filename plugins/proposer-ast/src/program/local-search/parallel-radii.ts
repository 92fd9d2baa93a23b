import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { differences, residualsOf } from '../blocks.ts';

/** Levenberg-Marquardt that tries several radii in one batch for each Jacobian and keeps the best step. */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  const spread = 4 /* range 1.5..20 */;
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  let jacobian = await differences(state, base, stage);
  let scale = toolbox.columnScale(jacobian);
  let radius = toolbox.initialRadius(scale, placeOf(base.unit, stage), 0.5 /* range 0.02..20 */);
  let refusals = 0;
  while (state.spent() < limit && refusals < 4 /* range 2..10 */) {
    const from = base;
    const place = placeOf(from.unit, stage);
    const residuals = residualsOf(from);
    const moves = [radius / spread, radius, radius * spread].map((tried) =>
      toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius: tried, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) }),
    );
    if (moves.every(({ predicted }) => predicted < 1e-7 /* range 1e-10..1e-3 */)) break;
    const trials = await state.evaluate(moves.map(({ step }) => withPlace(from.unit, stage, toolbox.addScaled(place, step))), stage);
    const costs = trials.map((trial) => (trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial))));
    const winner = costs.indexOf(Math.min(...costs));
    const [trial, move] = [trials[winner], moves[winner]];
    if (trial?.evaluation === undefined || move === undefined || !((costs[winner] ?? Infinity) < toolbox.norm(residuals))) {
      radius /= spread * spread;
      refusals += 1;
      continue;
    }
    radius = Math.max(radius / spread, move.scaledNorm);
    refusals = 0;
    const gain = 1 - (costs[winner] ?? 0) / toolbox.norm(residuals);
    jacobian =
      gain > 0.3 /* range 0.01..0.9 */
        ? toolbox.broydenUpdate(jacobian, toolbox.subtract(placeOf(trial.unit, stage), place), toolbox.subtract(residualsOf(trial), residuals))
        : await differences(state, trial, stage);
    scale = toolbox.columnScale(jacobian, scale);
    base = trial;
  }
  await leaveStage(state, base);
}
