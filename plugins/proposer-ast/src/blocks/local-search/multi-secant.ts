import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { differences, residualsOf, trustScale } from '../blocks.ts';

/**
 * Levenberg-Marquardt whose Jacobian comes from every pair of points so far at once, short and near ones counting most; differences are
 * simulated only where steps stop paying.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  const patience = 3 /* range 1..8 */;
  const short = 1e-3;
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  const secants: { from: number[]; to: number[]; change: number[] }[] = [];
  const measure = async (): Promise<void> => {
    const from = placeOf(base.unit, stage);
    const slopes = await differences(state, base, stage);
    for (const axis of from.keys()) secants.push({ from, to: from.map((place, j) => (j === axis ? place + short : place)), change: slopes.map((row) => short * (row[axis] ?? 0)) });
  };
  await measure();
  let radius = 0;
  let scale: number[] | undefined;
  let weak = 0;
  let fresh = true;
  while (state.spent() < limit) {
    const place = placeOf(base.unit, stage);
    const residuals = residualsOf(base);
    const jacobian = toolbox.regressSecants({ at: place, secants, rows: residuals.length, prior: 10 /* range 0.1..1000 */, curvature: 1.4 /* range 0.1..30 */ });
    scale = trustScale(state, jacobian, scale);
    if (radius === 0) radius = toolbox.initialRadius(scale, place, 0.5 /* range 0.02..20 */);
    const move = toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) });
    if (fresh && move.predicted < 1e-7 /* range 1e-10..1e-3 */) break;
    const trial = await state.evaluateOne(withPlace(base.unit, stage, toolbox.addScaled(place, move.step)), stage);
    const before = toolbox.norm(residuals);
    const after = trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial));
    const verdict = toolbox.updateTrustRegion({ ...move, radius, before, after });
    radius = Math.max(1e-9, verdict.radius);
    if (trial.evaluation !== undefined) secants.push({ from: place, to: placeOf(trial.unit, stage), change: toolbox.subtract(residualsOf(trial), residuals) });
    weak = verdict.accepted && after < (1 - 0.03 /* range 0.001..0.5 */) * before ? 0 : weak + 1;
    if (verdict.accepted) {
      base = trial;
      fresh = false;
    }
    if (weak < patience) continue;
    if (fresh && weak > 3 * patience) break;
    if (fresh) continue;
    await measure();
    weak = 0;
    fresh = true;
  }
  await leaveStage(state, base);
}
