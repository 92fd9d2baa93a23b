import {
  addScaled, boundedLevenbergMarquardtStep, broydenUpdate, clipToUnit, columnScale, initialRadius, norm, subtract, updateTrustRegion,
  type BoundedLevenbergMarquardtStep, type TrustRegionVerdict,
} from '@evospice/toolbox';
import { measureJacobian } from './jacobian.ts';
import type { LevenbergMarquardtOptions } from './options.ts';
import { costOf, residualsOf, type Point, type Points, type ResidualKind } from './points.ts';

export interface DescentEnd {
  readonly point: Point;
  readonly reason: 'converged' | 'small enough';
}

interface Trial {
  readonly step: BoundedLevenbergMarquardtStep;
  readonly point: Point | undefined;
  readonly verdict: TrustRegionVerdict;
}

/**
 * One descent from a point until it converges or its cost falls below `enough`.
 *
 * Step control of MINPACK's `lmder` (Moré 1978) in the unit cube, with two additions, because a Jacobian costs as many
 * simulations as there are parameters and a step costs one: steps for several radii are tried in one batch, and the
 * Jacobian is kept for several steps, corrected by Broyden updates, as long as they bring a fair reduction.
 */
export class Descent {
  readonly #points: Points;
  readonly #options: LevenbergMarquardtOptions;
  readonly #kind: ResidualKind;
  #point: Point;
  #scale: number[] | undefined;
  #radius = 0;

  constructor(points: Points, start: Point, kind: ResidualKind, options: LevenbergMarquardtOptions) {
    this.#points = points;
    this.#point = start;
    this.#kind = kind;
    this.#options = options;
  }

  /** @throws Ended when the budget is gone. */
  async run(enough = 0): Promise<DescentEnd> {
    for (;;) {
      const before = costOf(this.#point, this.#kind);
      if (before <= enough) return { point: this.#point, reason: 'small enough' };
      const jacobian = await measureJacobian(this.#points, this.#point, this.#kind, Math.sqrt(this.#options.noise));
      this.#rescale(jacobian);
      await this.#follow(jacobian, enough);
      const after = costOf(this.#point, this.#kind);
      if (before - after <= this.#options.tolerance * before) return { point: this.#point, reason: 'converged' };
    }
  }

  #rescale(jacobian: readonly (readonly number[])[]): void {
    const first = this.#scale === undefined;
    this.#scale = this.#options.scaling === 'columns' ? columnScale(jacobian, this.#scale) : this.#point.unit.map(() => 1);
    if (first) this.#radius = initialRadius(this.#scale, this.#point.unit, this.#options.factor);
  }

  /** Takes steps with one measured Jacobian until it is used up. */
  async #follow(measured: readonly (readonly number[])[], enough: number): Promise<void> {
    let jacobian = measured;
    let failures = 0;
    for (let steps = 0; steps <= this.#options.broyden; ) {
      const before = costOf(this.#point, this.#kind);
      const trials = await this.#try(jacobian);
      const best = trials.reduce((least, trial) => (cost(trial, this.#kind) < cost(least, this.#kind) ? trial : least));
      if (!best.verdict.accepted || best.point === undefined) {
        this.#radius = Math.min(...trials.map(({ verdict }) => verdict.radius));
        failures++;
        if (steps > 0 || failures > 4 || this.#radius < 1e-6 * norm(this.#point.unit)) return;
        continue;
      }
      this.#radius = best.verdict.radius;
      // Long steps first: what the shortest says about the neighbourhood counts most.
      for (const trial of [...trials].sort((a, b) => b.step.scaledNorm - a.step.scaledNorm)) jacobian = this.#corrected(jacobian, trial);
      this.#point = best.point;
      steps++;
      const after = costOf(this.#point, this.#kind);
      if (after <= enough || before - after < this.#options.gain * before) return;
    }
  }

  async #try(jacobian: readonly (readonly number[])[]): Promise<Trial[]> {
    const residuals = residualsOf(this.#point, this.#kind);
    const { unit } = this.#point;
    const steps: BoundedLevenbergMarquardtStep[] = [];
    for (let index = 0; index < this.#options.trials; index++) {
      const step = boundedLevenbergMarquardtStep({
        jacobian,
        residuals,
        scale: this.#scale!,
        radius: this.#radius * (this.#options.trials === 1 ? 1 : 4 ** (1 - index)),
        lower: unit.map((place) => -place),
        upper: unit.map((place) => 1 - place),
      });
      if (steps.every((other) => Math.abs(other.scaledNorm - step.scaledNorm) > 0.1 * step.scaledNorm)) steps.push(step);
    }
    const found = await this.#points.evaluate(steps.slice(0, this.#points.affordable).map(({ step }) => clipToUnit(addScaled(unit, step))));
    const before = costOf(this.#point, this.#kind);
    return steps.slice(0, found.length).map((step, index) => {
      const point = found[index];
      const after = point === undefined ? Infinity : costOf(point, this.#kind);
      const { scaledNorm, lambda, predicted } = step;
      return { step, point, verdict: updateTrustRegion({ radius: scaledNorm, scaledNorm, lambda, predicted, before, after }) };
    });
  }

  #corrected(jacobian: readonly (readonly number[])[], { point }: Trial): readonly (readonly number[])[] {
    if (point === undefined) return jacobian;
    const change = subtract(residualsOf(point, this.#kind), residualsOf(this.#point, this.#kind));
    return broydenUpdate(jacobian, subtract(point.unit, this.#point.unit), change);
  }
}

function cost(trial: Trial, kind: ResidualKind): number {
  return trial.point === undefined ? Infinity : costOf(trial.point, kind);
}
