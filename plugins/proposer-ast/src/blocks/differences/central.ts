import { placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';
import { residualsOf } from '../blocks.ts';

/** Jacobian by central differences: twice the cost, and curvature does not disturb it. */
export async function differences(state: SearchState, base: Trial, stage: Stage): Promise<number[][]> {
  const { toolbox } = state.context;
  const size = 0.01 /* range 0.001..0.1 */;
  const place = placeOf(base.unit, stage).map((value) => Math.min(1 - size, Math.max(size, value)));
  const steps = place.map(() => size);
  const points = [steps, steps.map((step) => -step)].flatMap((signed) => toolbox.differencePoints(place, signed));
  const moved = await state.evaluate(points.map((point) => withPlace(base.unit, stage, point)), stage);
  const behind = moved.slice(place.length);
  const rows = residualsOf(base).map((_, row) =>
    steps.map((step, column) => {
      const [after, before] = [moved[column], behind[column]];
      if (after?.evaluation === undefined || before?.evaluation === undefined) return 0;
      return ((residualsOf(after)[row] ?? 0) - (residualsOf(before)[row] ?? 0)) / (2 * step);
    }),
  );
  return rows;
}
