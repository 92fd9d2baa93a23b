import { columnNorms, norm } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Scale D of the trust region after Moré 1978: the norms of the Jacobian's columns, never smaller than before.
 * A column of zeros gets 1 the first time.
 * @param jacobian m x n; `previous` n entries.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function columnScale(jacobian: readonly (readonly number[])[], previous?: readonly number[]): number[] {
  const norms = columnNorms(jacobian);
  if (previous !== undefined) requireSameLength('previous scale', previous.length, norms.length);
  return norms.map((value, index) => (previous === undefined ? (value === 0 ? 1 : value) : Math.max(value, previous[index]!)));
}

/**
 * First radius: `factor` times |D x|, or `factor` itself at the origin (MINPACK; 0.1 to 100 are usual).
 * @param scale diagonal of D, n entries; `x` n entries.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function initialRadius(scale: readonly number[], x: readonly number[], factor: number): number {
  requireSameLength('point', x.length, scale.length);
  const length = norm(x.map((value, index) => value * scale[index]!));
  return factor * (length === 0 ? 1 : length);
}

export interface StepOutcome {
  readonly radius: number;
  /** |D p| of the step tried. */
  readonly scaledNorm: number;
  readonly lambda: number;
  /** Reduction promised by the linear model, as a fraction of the squared norm. */
  readonly predicted: number;
  /** Slope of half the squared norm along the step, as a fraction of the squared norm; left out, `-predicted`, which is true of a Gauss-Newton step. */
  readonly slope?: number;
  /** Residual norm before; `after` is not finite for a failed evaluation. */
  readonly before: number;
  readonly after: number;
}

export interface TrustRegionVerdict {
  /** Actual over predicted reduction; 0 when nothing was promised, -Infinity for a failed evaluation. */
  readonly ratio: number;
  readonly accepted: boolean;
  readonly radius: number;
  /** Damping to start the next step's search from, changed against the radius. */
  readonly lambda: number;
}

/**
 * Accepts or refuses a step and sets the next radius, by the rules of MINPACK's `lmder`: ratio of actual to predicted
 * reduction not above 1/4 shrinks the radius by 0.1 to 0.5, not below 3/4 (or with lambda 0) sets it to twice the step.
 * Accepted from a ratio of 1e-4. A failed evaluation is a step without any reduction.
 */
export function updateTrustRegion(outcome: StepOutcome): TrustRegionVerdict {
  const { radius, scaledNorm, lambda, predicted, before, after } = outcome;
  if (!Number.isFinite(after)) return { ratio: Number.NEGATIVE_INFINITY, accepted: false, radius: 0.25 * Math.min(radius, scaledNorm), lambda: 4 * lambda };
  const quotient = before === 0 ? 1 : after / before;
  const actual = quotient < 10 ? 1 - quotient * quotient : -1;
  const ratio = predicted > 0 ? actual / predicted : 0;
  const accepted = ratio >= 1e-4;
  if (ratio <= 0.25) {
    const { slope = -predicted } = outcome;
    const interpolated = actual >= 0 ? 0.5 : (0.5 * slope) / (slope + 0.5 * actual);
    const factor = quotient >= 10 || !(interpolated >= 0.1) ? 0.1 : Math.min(0.5, interpolated);
    return { ratio, accepted, radius: factor * Math.min(radius, 10 * scaledNorm), lambda: lambda / factor };
  }
  if (lambda === 0 || ratio >= 0.75) return { ratio, accepted, radius: 2 * scaledNorm, lambda: lambda / 2 };
  return { ratio, accepted, radius, lambda };
}
