import { broydenUpdate } from '../linear-algebra/broyden.ts';
import { addScaled, norm, subtract } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';
import { boundedLevenbergMarquardtStep, type BoundedLevenbergMarquardtStep } from './bounded-step.ts';
import { minpackOptions, type DescentEnd, type DescentOptions, type DescentReason } from './descent-options.ts';
import { measureJacobian } from './measure-jacobian.ts';
import { CountedModel, type LeastSquaresModel, type LeastSquaresPoint } from './model.ts';
import { gradientCosine, stoppingReason } from './stopping.ts';
import { columnScale, initialRadius, updateTrustRegion, type TrustRegionVerdict } from './trust-region.ts';

type Matrix = readonly (readonly number[])[];

interface Trial<P> {
  readonly step: BoundedLevenbergMarquardtStep;
  readonly point: P | undefined;
  /** Norm of its residuals; Infinity for a failure. */
  readonly norm: number;
  readonly verdict: TrustRegionVerdict;
}

/**
 * Minimises a sum of squares from a point until a tolerance is met: the trust region method of MINPACK's `lmder` and
 * `lmdif` (Moré 1978, "The Levenberg-Marquardt algorithm: implementation and theory"), inside bounds, with any kind of
 * step. Where a Jacobian costs n evaluations and a step costs one, two additions save some: steps of several lengths in
 * one batch, and Broyden updates of a Jacobian for as long as they bring a fair reduction. The defaults have neither and
 * are MINPACK's own. A failed evaluation is a step that reduced nothing.
 * @param start evaluated, inside the bounds.
 * @throws EvospiceError `TOOLBOX_SHAPE`, `TOOLBOX_RANGE`; what the model throws passes.
 */
export async function descendLeastSquares<P extends LeastSquaresPoint>(model: LeastSquaresModel<P>, start: P, options: DescentOptions = {}): Promise<DescentEnd<P>> {
  requireSameLength('lower bounds', model.lower.length, start.x.length);
  requireSameLength('upper bounds', model.upper.length, start.x.length);
  const descent = new Descent(model, start, options);
  const reason = await descent.run();
  return { point: descent.point, reason, evaluations: descent.counted.evaluations, jacobians: descent.counted.jacobians };
}

class Descent<P extends LeastSquaresPoint> {
  readonly counted: CountedModel<P>;
  point: P;
  readonly #options: Required<DescentOptions>;
  #norm: number;
  #scale: readonly number[] | undefined;
  #radius = 0;
  #lambda: number | undefined;
  #moved = false;
  /** Whether a step of the present Jacobian was cut short by the region and brought what it promised. */
  #cut = false;

  constructor(model: LeastSquaresModel<P>, start: P, options: DescentOptions) {
    this.counted = new CountedModel(model);
    this.point = start;
    this.#norm = norm(start.residuals);
    this.#options = { ...minpackOptions, step: boundedLevenbergMarquardtStep, ...options };
  }

  async run(): Promise<DescentReason> {
    for (;;) {
      if (this.#enough) return 'small enough';
      if (this.#exhausted) return 'evaluations';
      const before = this.#norm;
      const jacobian = await measureJacobian(this.counted, this.point, this.#options.differences);
      this.#rescale(jacobian);
      const cosine = gradientCosine(jacobian, this.point.residuals, this.#room);
      if (cosine <= this.#options.gtol) return 'gradient';
      const reason = await this.#follow(jacobian, cosine);
      if (reason !== undefined) return reason;
      // On a plateau steps bring little because the region is small there, not because little is left.
      if (!this.#cut && before - this.#norm <= this.#options.tolerance * before) return 'converged';
    }
  }

  get #enough(): boolean {
    return this.#norm <= this.#options.enough * Math.sqrt(this.point.residuals.length);
  }

  get #exhausted(): boolean {
    return this.counted.evaluations >= this.#options.evaluations || this.counted.affordable === 0;
  }

  /** How far bounds let each parameter go. */
  get #room(): { readonly lower: readonly number[]; readonly upper: readonly number[] } {
    const { lower, upper } = this.counted.model;
    return { lower: subtract(lower, this.point.x), upper: subtract(upper, this.point.x) };
  }

  #rescale(jacobian: Matrix): void {
    const first = this.#scale === undefined;
    this.#scale = this.#options.scaling === 'columns' ? columnScale(jacobian, this.#scale) : this.point.x.map(() => 1);
    if (first) this.#radius = initialRadius(this.#scale, this.point.x, this.#options.factor);
  }

  /** Takes steps with one measured Jacobian until it is used up; a reason where that is the end. */
  async #follow(measured: Matrix, cosine: number): Promise<DescentReason | undefined> {
    let jacobian = measured;
    let refused = 0;
    this.#cut = false;
    for (let steps = 0; steps <= this.#options.broyden; ) {
      const before = this.#norm;
      const trials = await this.#try(jacobian);
      const best = trials.reduce<Trial<P> | undefined>((least, trial) => (least === undefined || trial.norm < least.norm ? trial : least), undefined);
      if (best === undefined) return 'evaluations';
      const accepted = best.verdict.accepted && best.point !== undefined;
      const { verdict } = accepted ? best : trials.reduce((least, trial) => (trial.verdict.radius < least.verdict.radius ? trial : least));
      // A step of no length with an updated Jacobian says nothing about the region, which must keep some extent.
      if (steps === 0 || verdict.radius > 0) this.#radius = verdict.radius;
      this.#lambda = this.#options.trials === 1 ? verdict.lambda : undefined;
      if (accepted) {
        // Long steps first: what the shortest says about the neighbourhood counts most.
        if (steps < this.#options.broyden) for (const trial of trials.toSorted((a, b) => b.step.scaledNorm - a.step.scaledNorm)) jacobian = this.#corrected(jacobian, trial);
        this.#moveTo(best);
      }
      // An updated Jacobian proves nothing: only a measured one can end the descent.
      const reason = steps === 0 ? this.#stopped(best, before, cosine) : undefined;
      if (reason !== undefined) return reason;
      if (!accepted) {
        // Of an updated Jacobian one refusal says that the region is too wide; two in a row, that the Jacobian is old (Powell 1970).
        if (++refused > (steps > 0 ? 1 : this.#options.refusals)) return undefined;
        if (this.#exhausted) return 'evaluations';
        if (steps > 0) for (const trial of trials) jacobian = this.#corrected(jacobian, trial);
        continue;
      }
      refused = 0;
      steps++;
      // Where the region cut a step short that brought what was promised, the region is too small, not the Jacobian old.
      const cut = best.step.lambda > 0 && best.verdict.ratio >= 0.75;
      this.#cut ||= cut;
      if (this.#enough || (!cut && before - this.#norm < this.#options.gain * before)) return undefined;
    }
    return undefined;
  }

  #moveTo(trial: Trial<P>): void {
    this.point = trial.point!;
    this.#norm = trial.norm;
    this.#moved = true;
  }

  #stopped({ norm: after, step, verdict }: Trial<P>, before: number, cosine: number): DescentReason | undefined {
    const actual = after < 10 * before ? 1 - (after / before) ** 2 : -1;
    const length = norm(this.point.x.map((value, index) => value * this.#scale![index]!));
    return stoppingReason({ actual, predicted: step.predicted, ratio: verdict.ratio, radius: this.#radius, length, cosine }, this.#options);
  }

  async #try(jacobian: Matrix): Promise<Trial<P>[]> {
    const { model } = this.counted;
    const { x, residuals } = this.point;
    const steps: { readonly step: BoundedLevenbergMarquardtStep; readonly radius: number }[] = [];
    for (let index = 0; index < this.#options.trials; index++) {
      const radius = this.#radius * (this.#options.trials === 1 ? 1 : 4 ** (1 - index));
      const step = this.#options.step({ jacobian, residuals, scale: this.#scale!, radius, ...this.#room, ...(this.#lambda === undefined ? {} : { lambda: this.#lambda }) });
      if (steps.every(({ step: other }) => Math.abs(other.scaledNorm - step.scaledNorm) > 0.1 * step.scaledNorm)) steps.push({ step, radius });
    }
    const tried = steps.slice(0, this.counted.affordable);
    const inside = (value: number, index: number): number => Math.min(model.upper[index]!, Math.max(model.lower[index]!, value));
    const found = await this.counted.evaluate(tried.map(({ step }) => addScaled(x, step.step).map(inside)));
    return tried.map(({ step, radius }, index) => {
      const point = found[index];
      const after = point === undefined ? Number.POSITIVE_INFINITY : norm(point.residuals);
      const { scaledNorm, lambda, predicted, slope } = step;
      // With several lengths at once, and before the first step is taken, the region is as wide as the step itself.
      const region = this.#options.trials > 1 ? scaledNorm : this.#moved ? radius : Math.min(radius, scaledNorm);
      return { step, point, norm: after, verdict: updateTrustRegion({ radius: region, scaledNorm, lambda, predicted, slope, before: this.#norm, after }) };
    });
  }

  #corrected(jacobian: Matrix, { point }: Trial<P>): Matrix {
    return point === undefined ? jacobian : broydenUpdate(jacobian, subtract(point.x, this.point.x), subtract(point.residuals, this.point.residuals));
  }
}
