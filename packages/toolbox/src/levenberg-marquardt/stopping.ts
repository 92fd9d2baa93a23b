import { multiplyTransposed, norm } from '../linear-algebra/vectors.ts';
import { columnNorms } from '../linear-algebra/vectors.ts';

export interface StoppingTolerances {
  /** Relative reduction of the sum of squares, promised and actual, at or below which the descent ends. */
  readonly ftol: number;
  /** Radius relative to |D x| at or below which it ends. */
  readonly xtol: number;
  /** Largest cosine of the angle between the residuals and a column of the Jacobian at or below which it ends. */
  readonly gtol: number;
}

/** What is known after a step was tried. */
export interface StepReport {
  /** Actual and promised reduction of the squared norm, as fractions of it. */
  readonly actual: number;
  readonly predicted: number;
  readonly ratio: number;
  readonly radius: number;
  /** |D x| at the point that the descent now is on. */
  readonly length: number;
  /** `gradientCosine` where the step began. */
  readonly cosine: number;
}

export type StoppingReason = 'reduction' | 'step' | 'gradient' | 'machine precision';

/** MINPACK's tests after a step (`lmder`, Moré 1978, section 5): those of the tolerances, then the same at machine precision. */
export function stoppingReason(report: StepReport, { ftol, xtol }: StoppingTolerances): StoppingReason | undefined {
  const { actual, predicted, ratio, radius, length, cosine } = report;
  const flat = (tolerance: number): boolean => Math.abs(actual) <= tolerance && predicted <= tolerance && ratio <= 2;
  if (flat(ftol)) return 'reduction';
  if (!(radius > xtol * length)) return 'step';
  const { EPSILON } = Number;
  return flat(EPSILON) || radius <= EPSILON * length || cosine <= EPSILON ? 'machine precision' : undefined;
}

/**
 * Largest |cos| of the angle between the residuals and a column of the Jacobian (MINPACK's `gnorm`). Parameters that
 * are on a bound and are pushed outwards do not count.
 * @param room lowest and highest step that bounds allow, n entries each.
 */
export function gradientCosine(jacobian: readonly (readonly number[])[], residuals: readonly number[], room: { readonly lower: readonly number[]; readonly upper: readonly number[] }): number {
  const length = norm(residuals);
  if (length === 0) return 0;
  const norms = columnNorms(jacobian);
  const gradient = multiplyTransposed(jacobian, residuals.map((value) => value / length));
  return gradient.reduce((most, value, index) => {
    const blocked = value > 0 ? room.lower[index]! >= 0 : room.upper[index]! <= 0;
    return blocked || norms[index] === 0 ? most : Math.max(most, Math.abs(value) / norms[index]!);
  }, 0);
}
