import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { differences, residualsOf, trustScale } from '../blocks.ts';

/**
 * Levenberg-Marquardt with geodesic acceleration: a point on the way of each step says how residuals bend there, and the step bends with them
 * along a curved valley. Both points correct the Jacobian.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  const share = 0.1 /* range 0.02..0.5 */;
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  let jacobian = await differences(state, base, stage);
  let scale = trustScale(state, jacobian);
  let radius = toolbox.initialRadius(scale, placeOf(base.unit, stage), 0.5 /* range 0.02..20 */);
  let weak = 0;
  let fresh = true;
  while (state.spent() < limit) {
    const from = base;
    const place = placeOf(from.unit, stage);
    const residuals = residualsOf(from);
    const move = toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) });
    if (fresh && move.predicted < 1e-7 /* range 1e-10..1e-3 */) break;
    const probe = await state.evaluateOne(withPlace(from.unit, stage, toolbox.addScaled(place, move.step, share)), stage);
    let step = move.step;
    if (probe.evaluation !== undefined) {
      const curvature = toolbox.directionalCurvature(residuals, jacobian, move.step, residualsOf(probe), share);
      const bend = toolbox.geodesicAcceleration({ jacobian, scale, lambda: Math.max(move.lambda, 1e-9 * toolbox.norm(toolbox.columnNorms(jacobian)) ** 2 + 1e-30), step: move.step, curvature });
      if (bend.ratio < 0.75 /* range 0.1..2 */) step = toolbox.addScaled(move.step, bend.acceleration, 0.5);
    }
    const trial = await state.evaluateOne(withPlace(from.unit, stage, toolbox.clipToUnit(toolbox.addScaled(place, step))), stage);
    const before = toolbox.norm(residuals);
    const after = trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial));
    const verdict = toolbox.updateTrustRegion({ ...move, radius, before, after });
    radius = Math.max(1e-9, verdict.radius);
    for (const one of [trial, probe]) {
      const moved = toolbox.subtract(placeOf(one.unit, stage), place);
      if (one.evaluation !== undefined && toolbox.norm(moved) > 0) jacobian = toolbox.broydenUpdate(jacobian, moved, toolbox.subtract(residualsOf(one), residuals));
    }
    weak = verdict.accepted && after < (1 - 0.03 /* range 0.001..0.5 */) * before ? 0 : weak + 1;
    if (verdict.accepted) {
      base = trial;
      fresh = false;
    }
    if (weak < 2 /* range 1..8 */) continue;
    if (fresh && weak > 6) break;
    if (fresh) continue;
    jacobian = await differences(state, base, stage);
    scale = trustScale(state, jacobian, scale);
    weak = 0;
    fresh = true;
  }
  await leaveStage(state, base);
}
