import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { differences, residualsOf, trustScale } from '../blocks.ts';

/**
 * Levenberg-Marquardt that after each step renews only the columns of the parameters that moved the residuals most;
 * Broyden's update corrects the rest. A whole Jacobian comes when steps are refused or gain little.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  const share = 0.3 /* range 0.05..0.9 */;
  const columns = (list: readonly number[]): Stage => ({ ...stage, parameters: list.map((column) => stage.parameters[column] ?? 0) });
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  let jacobian = await differences(state, base, stage);
  let scale = trustScale(state, jacobian);
  let radius = toolbox.initialRadius(scale, placeOf(base.unit, stage), 0.5 /* range 0.02..20 */);
  let refusals = 0;
  let fresh = true;
  while (state.spent() < limit && refusals < 7 /* range 3..15 */) {
    const place = placeOf(base.unit, stage);
    const residuals = residualsOf(base);
    const move = toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) });
    if (fresh && move.predicted < 1e-7 /* range 1e-10..1e-3 */) break;
    const before = toolbox.norm(residuals);
    const trial = await state.evaluateOne(withPlace(base.unit, stage, toolbox.addScaled(place, move.step)), stage);
    const after = trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial));
    const verdict = toolbox.updateTrustRegion({ ...move, radius, before, after });
    radius = Math.max(1e-9, verdict.radius);
    refusals = verdict.accepted ? 0 : refusals + 1;
    if (trial.evaluation !== undefined) jacobian = toolbox.broydenUpdate(jacobian, toolbox.subtract(placeOf(trial.unit, stage), place), toolbox.subtract(residualsOf(trial), residuals));
    if (verdict.accepted) base = trial;
    if (!verdict.accepted && refusals % 3 !== 0) continue;
    fresh = !(after < 0.95 /* range 0.5..0.999 */ * before);
    if (fresh) {
      jacobian = await differences(state, base, stage);
    } else {
      const effect = toolbox.columnNorms(jacobian).map((norm, column) => norm * Math.abs(move.step[column] ?? 0));
      const chosen = effect.map((_, column) => column).sort((a, b) => (effect[b] ?? 0) - (effect[a] ?? 0)).slice(0, Math.ceil(share * effect.length));
      const renewed = await differences(state, base, columns(chosen));
      for (const [row, values] of jacobian.entries()) for (const [position, column] of chosen.entries()) values[column] = renewed[row]?.[position] ?? 0;
    }
    scale = trustScale(state, jacobian, scale);
  }
  await leaveStage(state, base);
}
