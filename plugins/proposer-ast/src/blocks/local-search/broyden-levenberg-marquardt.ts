import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { differences, residualsOf, trustScale } from '../blocks.ts';

/**
 * Levenberg-Marquardt whose Jacobian is corrected by Broyden's update after every step, which costs nothing, and
 * simulated anew only when steps stop paying.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  const patience = 2 /* range 1..8 */;
  const enough = 0.03 /* range 0.001..0.5 */;
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  let jacobian = await differences(state, base, stage);
  let scale = trustScale(state, jacobian);
  let radius = toolbox.initialRadius(scale, placeOf(base.unit, stage), 0.5 /* range 0.02..20 */);
  let weak = 0;
  let fresh = true;
  while (state.spent() < limit) {
    const place = placeOf(base.unit, stage);
    const residuals = residualsOf(base);
    const before = toolbox.norm(residuals);
    const move = toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) });
    if (fresh && move.predicted < 1e-7 /* range 1e-10..1e-3 */) break;
    const trial = await state.evaluateOne(withPlace(base.unit, stage, toolbox.addScaled(place, move.step)), stage);
    const after = trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial));
    const verdict = toolbox.updateTrustRegion({ ...move, radius, before, after });
    radius = Math.max(1e-9, verdict.radius);
    if (trial.evaluation !== undefined) jacobian = toolbox.broydenUpdate(jacobian, toolbox.subtract(placeOf(trial.unit, stage), place), toolbox.subtract(residualsOf(trial), residuals));
    weak = verdict.accepted && after < (1 - enough) * before ? 0 : weak + 1;
    if (verdict.accepted) base = trial;
    if (weak < patience) {
      if (verdict.accepted) fresh = false;
      continue;
    }
    if (fresh && weak > 3 * patience) break;
    if (fresh) continue;
    jacobian = await differences(state, base, stage);
    scale = trustScale(state, jacobian, scale);
    weak = 0;
    fresh = true;
  }
  await leaveStage(state, base);
}
