import { placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';
import { residualsOf } from '../blocks.ts';

/** Jacobian by forward differences in one batch; a failed column is zero, so that its parameter rests. */
export async function differences(state: SearchState, base: Trial, stage: Stage): Promise<number[][]> {
  const { toolbox } = state.context;
  const place = placeOf(base.unit, stage);
  const steps = toolbox.finiteDifferenceSteps(place, 0.002 /* range 0.0002..0.05 */);
  const moved = await state.evaluate(toolbox.differencePoints(place, steps).map((point) => withPlace(base.unit, stage, point)), stage);
  return toolbox.assembleJacobian(residualsOf(base), steps, moved.map((trial) => (trial.evaluation === undefined ? undefined : residualsOf(trial))));
}
