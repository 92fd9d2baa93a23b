import type { Curve, ExtractionProblem, SimulatedCurve, Task } from '@evospice/contracts';
import { splitErrors, type SplitSimulation } from '../extract/simulate-split.ts';
import { curveResiduals, poolErrors, residualCurve, type CurveResiduals } from '../metric/curve-residuals.ts';
import type { SplitErrors } from '../metric/split-errors.ts';
import { boundAt, placeInRange } from './at-bound.ts';
import type { CurveDiagnosis, Diagnosis, OppositeSigns, ParameterAtBound, PointDiagnosis, WorseError } from './diagnosis.ts';

export interface DiagnosedSplits {
  readonly train: SplitSimulation;
  readonly validate: SplitSimulation | null;
}

export interface DiagnosedResult {
  readonly task: Task;
  readonly problem: Pick<ExtractionProblem, 'parameters' | 'metric'>;
  readonly start: DiagnosedSplits;
  readonly final: DiagnosedSplits;
  /** Final values in the order of the parameters. */
  readonly values: ArrayLike<number>;
}

const pointsKept = 10;

/** What the start and the result say, apart from what needs further simulations. */
export function diagnose({ task, problem, start, final, values }: DiagnosedResult): Omit<Diagnosis, 'withoutEffect'> {
  const { metric } = problem;
  const train = task.curves.filter(({ split }) => split === 'train');
  const validate = task.curves.filter(({ split }) => split === 'validate');
  return {
    atBounds: problem.parameters.flatMap((parameter, index): ParameterAtBound[] => {
      const value = values[index] as number;
      const bound = boundAt(placeInRange(value, parameter));
      return bound === null ? [] : [{ name: parameter.name, bound, value }];
    }),
    curves: [...curvesOf(train, start.train, final.train, metric), ...curvesOf(validate, start.validate, final.validate, metric)],
    points: worstPoints(train, final.train, metric),
    oppositeSigns: [...train, ...validate].flatMap((curve) => oppositeSigns(curve, final.train.curves.get(curve.id) ?? final.validate?.curves.get(curve.id))),
    worse: (['train', 'validate'] as const).flatMap((split) => worseErrors(split, start[split]?.errors, final[split]?.errors)),
  };
}

const unknown: SplitErrors = { relativeRms: null, logRms: null };

function curvesOf(curves: readonly Curve[], start: SplitSimulation | null, final: SplitSimulation | null, metric: 'relative' | 'log'): readonly CurveDiagnosis[] {
  const rows = curves.map((curve) => ({ curve, before: residualsOf(curve, start), after: residualsOf(curve, final) }));
  const total = rows.reduce((sum, { after }) => sum + (after === null ? 0 : squares(after, metric)), 0);
  const complete = rows.every(({ after }) => after !== null);
  return rows.map(({ curve: { id, split, measured }, before, after }) => ({
    id, split,
    points: after?.relative.length ?? before?.relative.length ?? measured.length,
    start: before === null ? unknown : splitErrors(poolErrors([before])),
    final: after === null ? unknown : splitErrors(poolErrors([after])),
    share: after === null || !complete ? null : total === 0 ? 0 : squares(after, metric) / total,
  }));
}

function residualsOf(curve: Curve, part: SplitSimulation | null): CurveResiduals | null {
  const simulated = part?.curves.get(curve.id);
  return simulated === undefined ? null : curveResiduals(residualCurve(curve), simulated);
}

function squares({ weight, relative, log }: CurveResiduals, metric: 'relative' | 'log'): number {
  return weight * (metric === 'relative' ? relative : log).reduce((sum, residual) => sum + residual * residual, 0);
}

function worstPoints(curves: readonly Curve[], part: SplitSimulation, metric: 'relative' | 'log'): readonly PointDiagnosis[] {
  const points: Omit<PointDiagnosis, 'share'>[] = [];
  const sizes: number[] = [];
  for (const curve of curves) {
    const simulated = part.curves.get(curve.id);
    const residuals = residualsOf(curve, part);
    if (simulated === undefined || residuals === null) continue;
    const chosen = metric === 'relative' ? residuals.relative : residuals.log;
    let next = 0;
    for (const [vector, { scored }] of residualCurve(curve).vectors.entries()) {
      const { column, kind, values } = curve.measured[vector] as Curve['measured'][number];
      for (const point of scored) {
        points.push({ curve: curve.id, column, quantity: kind, sweep: curve.sweep, x: curve.x[point] as number, measured: values[point] as number, simulated: simulated.vectors[vector]?.[point] as number });
        sizes.push(curve.weight * (chosen[next++] as number) ** 2);
      }
    }
  }
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const order = sizes.map((_, index) => index).filter((index) => (sizes[index] as number) > 0).toSorted((a, b) => (sizes[b] as number) - (sizes[a] as number));
  return order.slice(0, pointsKept).map((index) => ({ ...(points[index] as Omit<PointDiagnosis, 'share'>), share: (sizes[index] as number) / total }));
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
