import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';
import { differences, residualsOf, trustScale } from '../blocks.ts';

/**
 * Levenberg-Marquardt that tries several radii in one batch and keeps the best step. All of them correct the Jacobian by
 * Broyden's update; it is simulated anew when a step gains little.
 */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  const spread = 4 /* range 1.5..20 */;
  let base = await enterStage(state, stage);
  if (base.evaluation === undefined) return;
  let jacobian = await differences(state, base, stage);
  let scale = trustScale(state, jacobian);
  let radius = toolbox.initialRadius(scale, placeOf(base.unit, stage), 0.5 /* range 0.02..20 */);
  let refusals = 0;
  let fresh = true;
  while (state.spent() < limit && refusals < 4 /* range 2..10 */) {
    const from = base;
    const place = placeOf(from.unit, stage);
    const residuals = residualsOf(from);
    const moves = [radius / spread, radius, radius * spread].map((tried) =>
      toolbox.boundedLevenbergMarquardtStep({ jacobian, residuals, scale, radius: tried, lower: place.map((value) => -value), upper: place.map((value) => 1 - value) }),
    );
    if (fresh && moves.every(({ predicted }) => predicted < 1e-7 /* range 1e-10..1e-3 */)) break;
    const trials = await state.evaluate(moves.map(({ step }) => withPlace(from.unit, stage, toolbox.addScaled(place, step))), stage);
    const costs = trials.map((trial) => (trial.evaluation === undefined ? Infinity : toolbox.norm(residualsOf(trial))));
    const order = trials.map((_, index) => index).filter((index) => trials[index]?.evaluation !== undefined);
    // Long steps first: what the shortest says about the neighbourhood counts most.
    for (const index of order.reverse()) {
      const tried = trials[index] ?? from;
      jacobian = toolbox.broydenUpdate(jacobian, toolbox.subtract(placeOf(tried.unit, stage), place), toolbox.subtract(residualsOf(tried), residuals));
    }
    const winner = costs.indexOf(Math.min(...costs));
    const [trial, move] = [trials[winner], moves[winner]];
    const gain = 1 - (costs[winner] ?? Infinity) / toolbox.norm(residuals);
    if (trial?.evaluation === undefined || move === undefined || !(gain > 0)) {
      radius /= spread * spread;
      refusals += 1;
      if (fresh) continue;
    } else {
      radius = Math.max(radius / spread, move.scaledNorm);
      refusals = 0;
      base = trial;
    }
    fresh = !(gain > 0.05 /* range 0.005..0.9 */);
    if (!fresh) continue;
    jacobian = await differences(state, base, stage);
    scale = trustScale(state, jacobian, scale);
  }
  await leaveStage(state, base);
}
