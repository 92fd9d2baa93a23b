import { placeOf, withPlace, type SearchState, type Stage, type Trial } from '../search-state.ts';
import { residualsOf } from '../blocks.ts';

/**
 * Forward differences on the curves that say most about the others for their cost, carried to those by a Gaussian process over bias, geometry and
 * temperature. On all curves where the stage has a choice of its own.
 */
export async function differences(state: SearchState, base: Trial, stage: Stage): Promise<number[][]> {
  const { toolbox } = state.context;
  const { curves } = state.problem;
  const place = placeOf(base.unit, stage);
  const steps = toolbox.finiteDifferenceSteps(place, 0.004 /* range 0.0005..0.05 */);
  const points = toolbox.differencePoints(place, steps).map((point) => withPlace(base.unit, stage, point));
  const residuals = residualsOf(base);
  const places = toolbox.curvePoints(state.problem);
  const few = (list: readonly number[], count: number): number[] => list.filter((_, index) => index % Math.max(1, Math.ceil(list.length / count)) === 0);
  const free = stage.curves === undefined && stage.every === undefined && places.flat().length === residuals.length;
  const chosen = free
    ? toolbox.chooseCurves({ curves: places.map((own) => few([...own.keys()], 6).flatMap((index) => own[index] ?? [])), costs: curves.map(({ budgetShare }) => Math.max(budgetShare, 1e-9)), share: 0.4 /* range 0.1..0.9 */ })
    : [];
  const ids = curves.flatMap(({ id }, index) => (chosen.includes(index) ? [id] : []));
  const part: Stage = ids.length > 0 && ids.length < curves.length ? { ...stage, curves: ids } : stage;
  const moved = await state.evaluate(points, part);
  if (part === stage) return toolbox.assembleJacobian(residuals, steps, moved.map((trial) => (trial.evaluation === undefined ? undefined : residualsOf(trial))));
  const owner = places.flatMap((own, curve) => own.map(() => curve));
  const seen = [...owner.keys()].filter((row) => chosen.includes(owner[row] ?? -1));
  const known = seen.map((row) => residuals[row] ?? 0);
  const slopes = toolbox.assembleJacobian(known, steps, moved.map((trial) => (trial.evaluation === undefined ? undefined : residualsOf(trial))));
  const anchors = few([...seen.keys()], 150);
  const all = places.flat();
  const at = (row: number): { place: readonly number[]; group: string }[] => all.slice(row, row + 1);
  const carried = toolbox.carryDeviations(anchors.flatMap((index) => at(seen[index] ?? 0)), place.map((_, column) => anchors.map((index) => slopes[index]?.[column] ?? 0)), all);
  const rows = new Map(seen.map((row, index) => [row, index]));
  return residuals.map((_, row) => slopes[rows.get(row) ?? -1] ?? place.map((__, column) => carried[column]?.[row] ?? 0));
}
