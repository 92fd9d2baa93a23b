import { placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';
import { residualsOf } from '../blocks.ts';

/** Forward differences; columns that failed are tried once more on the other side. */
export async function differences(state: SearchState, base: Trial, stage: Stage): Promise<number[][]> {
  const { toolbox } = state.context;
  const place = placeOf(base.unit, stage);
  const steps = toolbox.finiteDifferenceSteps(place, 0.004 /* range 0.0005..0.05 */);
  const points = (signed: readonly number[]): number[][] => toolbox.differencePoints(place, signed).map((point) => withPlace(base.unit, stage, point));
  const moved = [...(await state.evaluate(points(steps), stage))];
  const failed = moved.flatMap((trial, column) => (trial.evaluation === undefined ? [column] : []));
  if (failed.length > 0) {
    for (const column of failed) steps[column] = -(steps[column] ?? 0);
    const other = points(steps);
    const again = await state.evaluate(failed.map((column) => other[column] ?? base.unit), stage);
    for (const [index, column] of failed.entries()) moved[column] = again[index] ?? base;
  }
  return toolbox.assembleJacobian(residualsOf(base), steps, moved.map((trial) => (trial.evaluation === undefined ? undefined : residualsOf(trial))));
}
