import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';

/** Pattern search: one batch of steps up and down every axis, then the sum of those that paid, then a smaller mesh. */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox } = state.context;
  const limit = state.spent() + budget;
  let base = await enterStage(state, stage);
  let mesh = 0.1 /* range 0.01..0.4 */;
  while (state.spent() < limit && mesh > 2e-4 /* range 1e-5..1e-2 */) {
    const from = base;
    const place = placeOf(from.unit, stage);
    const around = [mesh, -mesh].flatMap((step) => toolbox.differencePoints(place, place.map(() => step)));
    const trials = await state.evaluate(around.map((point) => withPlace(from.unit, stage, toolbox.clipToUnit(point))), stage);
    const paying = trials.filter(({ error }) => error < from.error);
    const step = paying.reduce((sum, { unit }) => toolbox.addScaled(sum, toolbox.subtract(placeOf(unit, stage), place)), place.map(() => 0));
    const jumped: readonly Trial[] = paying.length > 1 ? [await state.evaluateOne(withPlace(from.unit, stage, toolbox.clipToUnit(toolbox.addScaled(place, step))), stage)] : [];
    const best = [...paying, ...jumped].sort((a, b) => a.error - b.error)[0];
    if (best !== undefined) base = best;
    mesh *= best === undefined ? 0.4 /* range 0.1..0.8 */ : 1.2 /* range 1..2 */;
  }
  await leaveStage(state, base);
}
