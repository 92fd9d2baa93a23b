import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { differences, residualsOf, trustScale } from '../blocks.ts';

/** Levenberg-Marquardt in a trust region: a new Jacobian after every accepted step. */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  let jacobian = await differences(state, base, stage);
  let scale = trustScale(state, jacobian);
  let radius = toolbox.initialRadius(scale, placeOf(base.unit, stage), 0.5 /* range 0.02..20 */);
  let refusals = 0;
  while (state.spent() < limit && refusals < 6 /* range 2..15 */) {
    const place = placeOf(base.unit, stage);
    const residuals = residualsOf(base);
    const move = toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) });
    if (move.predicted < 1e-7 /* range 1e-10..1e-3 */) break;
    const trial = await state.evaluateOne(withPlace(base.unit, stage, toolbox.addScaled(place, move.step)), stage);
    const after = trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial));
    const verdict = toolbox.updateTrustRegion({ ...move, radius, before: toolbox.norm(residuals), after });
    radius = Math.max(1e-9, verdict.radius);
    refusals = verdict.accepted ? 0 : refusals + 1;
    if (!verdict.accepted) continue;
    base = trial;
    jacobian = await differences(state, base, stage);
    scale = trustScale(state, jacobian, scale);
  }
  await leaveStage(state, base);
}
