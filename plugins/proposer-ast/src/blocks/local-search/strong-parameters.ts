import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { differences, residualsOf, trustScale } from '../blocks.ts';

/**
 * Levenberg-Marquardt over the parameters that matter: one whole Jacobian ranks them, the weak ones rest, and the
 * Jacobians that follow cost only the strong ones. Broyden's update bridges between them.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  const share = 0.5 /* range 0.1..1 */;
  const patience = 2 /* range 1..6 */;
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  const first = await differences(state, base, stage);
  const strength = toolbox.columnNorms(first);
  const strong = strength.map((_, column) => column).sort((a, b) => (strength[b] ?? 0) - (strength[a] ?? 0)).slice(0, Math.max(2, Math.ceil(share * strength.length)));
  const part: Stage = { ...stage, parameters: strong.map((column) => stage.parameters[column] ?? 0) };
  let jacobian = first.map((row) => strong.map((column) => row[column] ?? 0));
  let scale = trustScale(state, jacobian);
  let radius = toolbox.initialRadius(scale, placeOf(base.unit, part), 0.5 /* range 0.02..20 */);
  let weak = 0;
  let renewals = 0;
  while (state.spent() < limit && renewals < 20 /* range 2..40 */) {
    const place = placeOf(base.unit, part);
    const residuals = residualsOf(base);
    const before = toolbox.norm(residuals);
    const move = toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) });
    if (move.predicted < 1e-6 /* range 1e-10..1e-3 */) break;
    const trial = await state.evaluateOne(withPlace(base.unit, part, toolbox.addScaled(place, move.step)), stage);
    const after = trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial));
    const verdict = toolbox.updateTrustRegion({ ...move, radius, before, after });
    radius = Math.max(1e-9, verdict.radius);
    if (trial.evaluation !== undefined) jacobian = toolbox.broydenUpdate(jacobian, toolbox.subtract(placeOf(trial.unit, part), place), toolbox.subtract(residualsOf(trial), residuals));
    if (verdict.accepted) base = trial;
    weak = after < 0.97 /* range 0.5..0.999 */ * before ? 0 : weak + 1;
    if (weak < patience) continue;
    jacobian = await differences(state, base, part);
    scale = trustScale(state, jacobian, scale);
    weak = 0;
    renewals += 1;
  }
  await leaveStage(state, base);
}
