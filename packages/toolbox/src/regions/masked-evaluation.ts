import type { EvaluatedCurve, Evaluation, ExtractionProblem, ProblemCurve, ResidualDerivatives } from '@evospice/contracts';
import { scoredPoints } from '../budget/budget.ts';
import { rms } from '../statistics/statistics.ts';

/** A curve of a problem, and the same with some of its scored points only. */
export interface MaskedCurve {
  readonly whole: ProblemCurve;
  readonly masked: ProblemCurve;
}

/**
 * Curves of which some scored points count, in the problem's order; those without any are left out.
 * @param points by curve and vector: indices into `measured`; all that are scored when left out
 */
export function maskedCurves(curves: readonly ProblemCurve[], points?: readonly (readonly (readonly number[])[])[]): readonly MaskedCurve[] {
  return curves.flatMap((whole, index) => {
    const vectors = whole.vectors.map((vector, of) => {
      const counted = points === undefined ? undefined : new Set(points[index]?.[of]);
      return counted === undefined ? vector : { ...vector, scored: vector.scored.filter((point) => counted.has(point)) };
    });
    const residuals = vectors.reduce((sum, { scored }) => sum + scored.length, 0);
    return residuals === 0 ? [] : [{ whole, masked: { ...whole, vectors, residuals } }];
  });
}

/** Positions of the counted points among the residuals of a curve that was simulated at every k-th point. */
function countedRows({ whole, masked }: MaskedCurve, every: number): readonly number[] {
  let first = 0;
  return whole.vectors.flatMap((vector, of) => {
    const all = scoredPoints(vector, every);
    const counted = new Set(masked.vectors[of]!.scored);
    const rows = all.flatMap((point, k) => (counted.has(point) ? [first + k] : []));
    first += all.length;
    return rows;
  });
}

/** What an evaluation says at the counted points: errors and residuals of these alone. Failures and simulated values stay as they are. */
export function maskedEvaluation(evaluation: Evaluation, curves: readonly MaskedCurve[], metric: ExtractionProblem['metric']): Evaluation {
  if (!evaluation.ok) return evaluation;
  let first = 0;
  const parts = evaluation.curves.flatMap((found) => {
    const from = first;
    first += found.residuals.relative.length;
    const curve = curves.find(({ whole }) => whole.id === found.id);
    if (curve === undefined) return [];
    const rows = countedRows(curve, found.every ?? 1);
    // Those of the whole evaluation have the weights of curves and points.
    return [{ curve: maskedCurve(found, rows), rows: rows.map((row) => from + row) }];
  });
  const weighted = (all: readonly number[]): number[] => parts.flatMap(({ rows }) => rows.map((row) => all[row]!));
  const unweighted = (kind: 'relative' | 'log'): number[] => parts.flatMap(({ curve }) => curve.residuals[kind]);
  const [relativeResiduals, logResiduals] = [weighted(evaluation.relativeResiduals), weighted(evaluation.logResiduals)];
  const residuals = metric === 'relative' ? relativeResiduals : logResiduals;
  return {
    ok: true,
    full: parts.length === curves.length && parts.every(({ curve }) => curve.every === undefined),
    error: errorOf(residuals), relativeRms: errorOf(unweighted('relative')), logRms: errorOf(unweighted('log')),
    residuals, relativeResiduals, logResiduals, curves: parts.map(({ curve }) => curve), findings: evaluation.findings,
  };
}

function maskedCurve(found: EvaluatedCurve, rows: readonly number[]): EvaluatedCurve {
  const [relative, log] = [rows.map((row) => found.residuals.relative[row]!), rows.map((row) => found.residuals.log[row]!)];
  return { ...found, relativeRms: errorOf(relative), logRms: errorOf(log), residuals: { relative, log } };
}

function errorOf(residuals: readonly number[]): number {
  return residuals.length === 0 ? 0 : rms(residuals);
}

/** Rows of the counted points and columns of some parameters. */
export function maskedDerivatives({ relative, log }: ResidualDerivatives, problem: Pick<ExtractionProblem, 'curves'>, curves: readonly MaskedCurve[], parameters: readonly number[]): ResidualDerivatives {
  let first = 0;
  const rows = problem.curves.filter(({ residuals }) => residuals > 0).flatMap((whole) => {
    const curve = curves.find((one) => one.whole.id === whole.id);
    const own = curve === undefined ? [] : countedRows(curve, 1).map((row) => first + row);
    first += whole.residuals;
    return own;
  });
  const part = (all: readonly Float64Array[]): Float64Array[] => rows.map((row) => Float64Array.from(parameters, (column) => all[row]![column]!));
  return { relative: part(relative), log: part(log) };
}
