import type { Curve, Task } from '@evospice/contracts';
import { measuredRegions } from '@evospice/toolbox';
import { splitErrors } from '../extract/simulate-split.ts';
import { curveResiduals, poolErrors, residualCurve, type CurveResiduals } from '../metric/curve-residuals.ts';
import { deviceProblem } from '../problem/create-problem.ts';
import type { DiagnosedSplits } from './diagnosed-splits.ts';
import type { RegionDiagnosis } from './diagnosis.ts';

/** Errors by region of operation, as the measured curves divide it; a point may be in several. None of devices of unknown kinds. */
export function regionErrors(task: Task, start: DiagnosedSplits, final: DiagnosedSplits): readonly RegionDiagnosis[] {
  const curves = task.curves.filter(({ split }) => split !== 'extra');
  const regions = measuredRegions(deviceProblem({ ...task, curves }));
  // In the order of residuals: vector after vector, scored points only.
  const places = new Map(curves.map((curve, index) => [curve.id, regions[index]!.flat()]));
  const order = [...new Set(regions.flat(3))];
  return (['train', 'validate'] as const).flatMap((split) => {
    const own = curves.filter((curve) => curve.split === split);
    const present = new Set(own.flatMap(({ id }) => places.get(id)!.flat()));
    const names = order.filter((region) => present.has(region));
    return names.map((region): RegionDiagnosis => {
      const of = (splits: DiagnosedSplits) => {
        const parts = own.map((curve) => partOf(curve, splits, places.get(curve.id)!.map((all) => all.includes(region))));
        return splitErrors(parts.includes(null) ? { relativeRms: null, logRms: null, scored: 0 } : poolErrors(parts as CurveResiduals[]));
      };
      return { region, split, points: own.reduce((sum, { id }) => sum + places.get(id)!.filter((all) => all.includes(region)).length, 0), start: of(start), final: of(final) };
    });
  });
}

/** Residuals of the points that are kept; null where the curve could not be simulated. */
function partOf(curve: Curve, splits: DiagnosedSplits, kept: readonly boolean[]): CurveResiduals | null {
  const simulated = splits[curve.split === 'train' ? 'train' : 'validate']?.curves.get(curve.id);
  const residuals = simulated === undefined ? null : curveResiduals(residualCurve(curve), simulated);
  if (residuals === null) return null;
  const only = (values: readonly number[]): readonly number[] => values.filter((_, index) => kept[index]);
  return { ...residuals, relative: only(residuals.relative), log: only(residuals.log) };
}
