import { enterStage, leaveStage, placeOf, withPlace, type SearchState, type Stage } from '../search-state.ts';

/** Random directions one after another: two points on each, then the minimum of the parabola through three. */
export async function localSearch(state: SearchState, stage: Stage, budget: number): Promise<void> {
  const { toolbox, random } = state.context;
  const limit = state.spent() + budget;
  let base = await enterStage(state, stage);
  let width = 0.1 /* range 0.01..0.4 */;
  while (state.spent() < limit && width > 1e-4 /* range 1e-6..1e-2 */) {
    const from = base;
    const place = placeOf(from.unit, stage);
    const direction = place.map(() => (random.next() < 0.4 /* range 0.05..1 */ ? random.normal() : 0));
    const at = (length: number): readonly number[] => withPlace(from.unit, stage, toolbox.clipToUnit(toolbox.addScaled(place, direction, length)));
    const [ahead, behind] = await state.evaluate([at(width), at(-width)], stage);
    const tries = [ahead ?? from, behind ?? from];
    const minimum = toolbox.parabolaMinimum([[-width, behind?.error ?? Infinity], [0, from.error], [width, ahead?.error ?? Infinity]]);
    if (minimum !== undefined && Math.abs(minimum) < 3 * width) tries.push(await state.evaluateOne(at(minimum), stage));
    const best = tries.sort((a, b) => a.error - b.error)[0] ?? from;
    width *= best.error < from.error ? 1.1 /* range 1..2 */ : 0.85 /* range 0.4..0.98 */;
    if (best.error < from.error) base = best;
  }
  await leaveStage(state, base);
}
