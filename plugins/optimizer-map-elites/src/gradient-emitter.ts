import { residualsOf, type Objective, type Sample } from '@evospice/optimizer-kit';
import {
  addScaled, assembleJacobian, boundedLevenbergMarquardtStep, clipToUnit, differencePoints, finiteDifferenceSteps,
} from '@evospice/toolbox';

/** Shortest and longest trust radius of a step, as a share of the cube's diagonal. */
const radii = [0.003, 0.3] as const;

/**
 * Offspring that step down the gradient of the squared residuals. The Jacobian is measured once, at one elite, and then
 * steers many offspring of all elites, each with its own residuals and a step of a random length, as the critic of PGA-MAP-Elites
 * (Nilsson & Cully 2021) is one for all policies: a Jacobian costs as many simulations as there are parameters.
 */
export class GradientEmitter {
  readonly #objective: Objective;
  readonly #step: number;
  readonly #uses: number;
  #jacobian: readonly (readonly number[])[] | undefined;
  #left = 0;

  /** @param step difference in the cube. @param uses offspring a Jacobian. */
  constructor(objective: Objective, step: number, uses: number) {
    this.#objective = objective;
    this.#step = step;
    this.#uses = uses;
  }

  /** Measures the Jacobian at `best` if the last one is used up; gives the samples that took. */
  async prepare(best: Sample): Promise<readonly Sample[]> {
    if (this.#left > 0 || this.#objective.affordable <= best.unit.length) return [];
    const { kind } = this.#objective;
    const steps = finiteDifferenceSteps(best.unit, this.#step);
    const moved = await this.#objective.evaluate(differencePoints(best.unit, steps));
    this.#jacobian = assembleJacobian(residualsOf(best, kind)!, steps, moved.map((sample) => residualsOf(sample, kind)));
    this.#left = this.#uses;
    return moved;
  }

  /** Undefined before a Jacobian was measured. */
  offspring(parent: Sample): number[] | undefined {
    const residuals = residualsOf(parent, this.#objective.kind);
    if (this.#jacobian === undefined || residuals === undefined) return undefined;
    this.#left--;
    const { random } = this.#objective;
    const radius = Math.sqrt(parent.unit.length) * radii[0] * (radii[1] / radii[0]) ** random.next();
    const { step } = boundedLevenbergMarquardtStep({
      jacobian: this.#jacobian, residuals, scale: parent.unit.map(() => 1), radius,
      lower: parent.unit.map((place) => -place), upper: parent.unit.map((place) => 1 - place),
    });
    return clipToUnit(addScaled(parent.unit, step));
  }
}
