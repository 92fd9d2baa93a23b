import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { residualsOf, trustScale } from '../blocks.ts';

/**
 * Begins with a few random directions in place of a whole Jacobian, and learns one more with each step (the growing start of DFO-LS).
 * Steps correct it by Broyden's update.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox, random } = state.context;
  const limit = state.spent() + budget;
  const length = 0.01 /* range 0.001..0.1 */;
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  const n = stage.parameters.length;
  let jacobian = residualsOf(base).map(() => toolbox.filled(n, 0));
  let known: number[][] = [];
  const learn = async (count: number): Promise<void> => {
    const place = placeOf(base.unit, stage);
    const directions: number[][] = [];
    for (let k = 0; k < count; k += 1) {
      const direction = toolbox.orthogonalDirection([...known, ...directions], n, random);
      if (direction !== undefined) directions.push(direction);
    }
    const trials = await state.evaluate(directions.map((direction) => withPlace(base.unit, stage, toolbox.reflectIntoUnit(toolbox.addScaled(place, direction, length)))), stage);
    for (const trial of trials) {
      const step = toolbox.subtract(placeOf(trial.unit, stage), place);
      if (trial.evaluation === undefined || toolbox.norm(step) === 0) continue;
      jacobian = toolbox.broydenUpdate(jacobian, step, toolbox.subtract(residualsOf(trial), residualsOf(base)));
    }
    known = [...known, ...directions];
  };
  await learn(Math.ceil(0.4 /* range 0.1..1 */ * n));
  let scale = trustScale(state, jacobian);
  let radius = toolbox.initialRadius(scale, placeOf(base.unit, stage), 0.5 /* range 0.02..20 */);
  let refusals = 0;
  while (state.spent() < limit) {
    const place = placeOf(base.unit, stage);
    const residuals = residualsOf(base);
    const move = toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) });
    const trial = await state.evaluateOne(withPlace(base.unit, stage, toolbox.addScaled(place, move.step)), stage);
    const after = trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial));
    const verdict = toolbox.updateTrustRegion({ ...move, radius, before: toolbox.norm(residuals), after });
    radius = Math.max(1e-9, verdict.radius);
    const step = toolbox.subtract(placeOf(trial.unit, stage), place);
    if (trial.evaluation !== undefined && toolbox.norm(step) > 0) jacobian = toolbox.broydenUpdate(jacobian, step, toolbox.subtract(residualsOf(trial), residuals));
    refusals = verdict.accepted ? 0 : refusals + 1;
    if (verdict.accepted) base = trial;
    if (known.length < n) await learn(verdict.accepted ? 1 : 2);
    else if (refusals > 8 /* range 4..15 */) break;
    else if (refusals === 3) {
      // All directions afresh: what was learnt far from here misleads.
      known = [];
      await learn(n);
    }
    scale = trustScale(state, jacobian, scale);
  }
  await leaveStage(state, base);
}
