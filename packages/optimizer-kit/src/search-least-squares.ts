import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { descendLeastSquares, type LeastSquaresModel, type LeastSquaresPoint, type TrustRegionStep } from '@evospice/toolbox';
import { refuseDiscrete, type Objective } from './objective.ts';
import type { LeastSquaresOptions, SearchOptions } from './options.ts';
import { runSearch } from './run-search.ts';
import { lastCostKind, residualsOf, type Sample } from './sample.ts';
import { StretchedAxes } from './stretched-axes.ts';

/** A first descent in decades only prepares the next: it need not bring in the last per cent. */
const coarse = 0.02;

/** Batches in a row that may be refused with one Jacobian. */
const refusals = 4;

/**
 * An optimizer that descends in the residuals, from step to step of a trust region method: `descendLeastSquares` in the unit cube,
 * driven as any search. Finite differences are one batch.
 * @param optimizer its name, for the run's record and refusals.
 * @param step what makes steps; that of Levenberg-Marquardt unless stated.
 * @throws EvospiceError `OPTIMIZER_UNSUPPORTED` for a problem with a discrete parameter.
 */
export async function searchLeastSquares(
  optimizer: string, problem: ExtractionProblem, context: OptimizerContext, options: LeastSquaresOptions & SearchOptions, step?: TrustRegionStep,
): Promise<void> {
  refuseDiscrete(optimizer, problem);
  const { factor, trials, broyden, gain, ftol, xtol, gtol, scaling, noise, tolerance } = options;
  const last = lastCostKind(problem, options);
  await runSearch(problem, context, options, async (objective, start) => {
    const model = new ObjectiveModel(objective);
    const from = model.at(start);
    if (from === undefined) return;
    const { reason } = await descendLeastSquares(model, from, {
      factor, trials, broyden, gain, ftol, xtol, gtol, refusals,
      tolerance: objective.kind === last ? tolerance : Math.max(coarse, tolerance),
      scaling: scaling === 'columns' ? 'columns' : 'identity',
      differences: { noise, size: 'absolute' },
      ...(step === undefined ? {} : { step }),
    });
    objective.log(`${optimizer} ended: ${reason}`);
  });
}

/** The residuals whose root mean square an objective minimises, over the unit cube with its axes stretched where they need it. */
class ObjectiveModel implements LeastSquaresModel {
  readonly lower: readonly number[];
  readonly upper: readonly number[];
  readonly jacobian?: (point: LeastSquaresPoint) => readonly (readonly number[])[];
  readonly #objective: Objective;
  readonly #axes: StretchedAxes;

  constructor(objective: Objective) {
    this.#objective = objective;
    this.#axes = new StretchedAxes(objective.parameters);
    this.lower = Array.from({ length: objective.dimension }, () => 0);
    this.upper = this.lower.map(() => 1);
    if (objective.differentiable) this.jacobian = (point) => this.#exact(point);
  }

  get affordable(): number {
    return this.#objective.affordable;
  }

  /** @param x its place, where that is known to the last digit. */
  at(sample: Sample, x: readonly number[] = this.#axes.fromUnit(sample.unit)): LeastSquaresPoint | undefined {
    const residuals = residualsOf(sample, this.#objective.kind);
    return residuals === undefined ? undefined : { x, residuals };
  }

  /** Zeros where there is no answer, which leave the parameters where they are. */
  #exact({ x, residuals }: LeastSquaresPoint): readonly (readonly number[])[] {
    const slopes = this.#axes.slopes(x);
    const rows = this.#objective.differentiate(this.#axes.toUnit(x)) ?? residuals.map(() => x.map(() => 0));
    return rows.map((row) => row.map((value, axis) => value * slopes[axis]!));
  }

  /** @throws StageEnded as `Objective.evaluate`. */
  async evaluate(points: readonly (readonly number[])[]): Promise<(LeastSquaresPoint | undefined)[]> {
    const samples = await this.#objective.evaluate(points.map((point) => this.#axes.toUnit(point)));
    return samples.map((sample, index) => this.at(sample, points[index]));
  }
}
