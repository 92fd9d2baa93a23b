import type { Curve, ExtractionProblem, SimulatedCurve, Task } from '@evospice/contracts';
import { mainPath } from '@evospice/testbench';
import type { DiagnosedSplits } from './diagnosed-splits.ts';
import { splitErrors, type SplitSimulation } from '../extract/simulate-split.ts';
import { curveResiduals, poolErrors, residualCurve, weightedResiduals, weightedSquares, type CurveResiduals } from '../metric/curve-residuals.ts';
import type { SplitErrors } from '../metric/split-errors.ts';
import { boundAt, placeInRange } from './at-bound.ts';
import { regionErrors } from './region-errors.ts';
import type { CurveDiagnosis, Diagnosis, OppositeSigns, ParameterAtBound, PointDiagnosis, WorseError, ZeroBias } from './diagnosis.ts';

export interface DiagnosedResult {
  readonly task: Task;
  readonly problem: Pick<ExtractionProblem, 'parameters' | 'metric'>;
  readonly start: DiagnosedSplits;
  readonly final: DiagnosedSplits;
  /** Final values in the order of the parameters. */
  readonly values: ArrayLike<number>;
}

const pointsKept = 10;

/** What the curves of one card say. */
export function diagnoseCard(task: Task, { train, validate }: DiagnosedSplits, metric: 'relative' | 'log'): Pick<Diagnosis, 'points' | 'oppositeSigns' | 'zeroBias'> {
  const points = sizedPoints(task.curves.filter(({ split }) => split === 'train'), train, metric);
  return {
    points: points.slice(0, pointsKept).map(({ source: _source, index: _index, ...point }) => point),
    zeroBias: zeroBias(task.device, points),
    oppositeSigns: task.curves.filter(({ split }) => split !== 'extra').flatMap((curve) => oppositeSigns(curve, train.curves.get(curve.id) ?? validate?.curves.get(curve.id))),
  };
}

/** What the start and the result say, apart from what needs further simulations. */
export function diagnose({ task, problem, start, final, values }: DiagnosedResult): Omit<Diagnosis, 'withoutEffect'> {
  const { metric } = problem;
  const train = task.curves.filter(({ split }) => split === 'train');
  const validate = task.curves.filter(({ split }) => split === 'validate');
  return {
    ...diagnoseCard(task, final, metric),
    atBounds: problem.parameters.flatMap((parameter, index): ParameterAtBound[] => {
      const value = values[index] as number;
      const bound = boundAt(placeInRange(value, parameter));
      return bound === null ? [] : [{ name: parameter.name, bound, value }];
    }),
    curves: [...curvesOf(train, start.train, final.train, metric), ...curvesOf(validate, start.validate, final.validate, metric)],
    regions: regionErrors(task, start, final),
    worse: (['train', 'validate'] as const).flatMap((split) => worseErrors(split, start[split]?.errors, final[split]?.errors)),
  };
}

const unknown: SplitErrors = { relativeRms: null, logRms: null };

function curvesOf(curves: readonly Curve[], start: SplitSimulation | null, final: SplitSimulation | null, metric: 'relative' | 'log'): readonly CurveDiagnosis[] {
  const rows = curves.map((curve) => ({ curve, before: residualsOf(curve, start), after: residualsOf(curve, final) }));
  const total = rows.reduce((sum, { after }) => sum + (after === null ? 0 : weightedSquares(after, metric)), 0);
  const complete = rows.every(({ after }) => after !== null);
  return rows.map(({ curve: { id, split, measured }, before, after }) => ({
    id, split,
    points: after?.relative.length ?? before?.relative.length ?? measured.length,
    start: before === null ? unknown : splitErrors(poolErrors([before])),
    final: after === null ? unknown : splitErrors(poolErrors([after])),
    share: after === null || !complete ? null : total === 0 ? 0 : weightedSquares(after, metric) / total,
  }));
}

function residualsOf(curve: Curve, part: SplitSimulation | null): CurveResiduals | null {
  const simulated = part?.curves.get(curve.id);
  return simulated === undefined ? null : curveResiduals(residualCurve(curve), simulated);
}

interface SizedPoint extends PointDiagnosis {
  readonly source: Curve;
  readonly index: number;
}

/** Every scored point, the largest share first. */
function sizedPoints(curves: readonly Curve[], part: SplitSimulation, metric: 'relative' | 'log'): readonly SizedPoint[] {
  const points: SizedPoint[] = [];
  for (const source of curves) {
    const simulated = part.curves.get(source.id);
    const residuals = residualsOf(source, part);
    if (simulated === undefined || residuals === null) continue;
    const chosen = weightedResiduals(residuals, metric);
    let next = 0;
    for (const [vector, { scored }] of residualCurve(source).vectors.entries()) {
      const { column, kind, values } = source.measured[vector] as Curve['measured'][number];
      for (const index of scored) {
        points.push({
          source, index, curve: source.id, column, quantity: kind, sweep: source.sweep, x: source.x[index] as number,
          measured: values[index] as number, simulated: simulated.vectors[vector]?.[index] as number, share: (chosen[next++] as number) ** 2,
        });
      }
    }
  }
  const total = points.reduce((sum, { share }) => sum + share, 0);
  return points.filter(({ share }) => share > 0).map((point) => ({ ...point, share: point.share / total })).toSorted((a, b) => b.share - a.share);
}

function zeroBias(device: Task['device'], points: readonly SizedPoint[]): ZeroBias | null {
  const ends = mainPath(device);
  if (ends === undefined) return null;
  const found = points.filter(({ quantity, source, index }) => {
    const [first, second] = ends.map((terminal) => source.drives.find((drive) => drive.terminal === terminal && drive.quantity === 'v')?.values[index]);
    return quantity === 'i' && first !== undefined && first === second;
  });
  const share = found.reduce((sum, point) => sum + point.share, 0);
  return share <= 0.5 ? null : { ends, points: found.length, curve: (found[0] as SizedPoint).curve, share };
}

/** Below the floor a sign says nothing: there noise is measured, and simulated currents may be rounding errors. */
function oppositeSigns(curve: Curve, simulated: SimulatedCurve | undefined): readonly OppositeSigns[] {
  if (simulated === undefined) return [];
  return residualCurve(curve).vectors.flatMap(({ measured, scored, floor }, vector) => {
    const values = simulated.vectors[vector];
    const other = scored.filter((point) => {
      const value = values?.[point] ?? 0;
      return Math.abs(value) >= floor && Math.sign(value) !== Math.sign(measured[point] as number);
    });
    return other.length === 0 ? [] : [{ curve: curve.id, column: (curve.measured[vector] as Curve['measured'][number]).column, points: other.length, of: scored.length }];
  });
}

function worseErrors(split: 'train' | 'validate', start: SplitErrors | undefined, final: SplitErrors | undefined): readonly WorseError[] {
  return ([['relative', 'relativeRms'], ['log', 'logRms']] as const).flatMap(([metric, key]) => {
    const [before, after] = [start?.[key] ?? null, final?.[key] ?? null];
    return before !== null && after !== null && after > before ? [{ split, metric, start: before, final: after }] : [];
  });
}
