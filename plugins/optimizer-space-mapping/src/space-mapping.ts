import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { refuseDiscrete, StageEnded } from '@evospice/optimizer-kit';
import { latinHypercube, reflectIntoUnit, startCandidate, toUnit } from '@evospice/toolbox';
import { Bench } from './bench.ts';
import { Descent, exact, negligible } from './descent.ts';
import { deviceModel } from './device-model.ts';
import type { Simulated } from './evidence.ts';
import { ModelMinima } from './model-minima.ts';
import type { ModelMinimum } from './model-search.ts';
import type { SpaceMappingOptions } from './options.ts';
import { errorOf } from './residuals.ts';
import { silentResponse } from './response.ts';
import { ScoredPoints } from './scored-points.ts';

/** Minima beside one that cannot be simulated that are tried. */
const detours = 4;
/** Share of the least error that they must promise. */
const worthwhile = 0.98;

/**
 * Space mapping (Bandler et al. 1994, IEEE Trans. MTT 42:2536) for extraction: steps on a compact model of the device, corrected by
 * every simulation. Without a model of the device, slopes are measured on a part of the points instead.
 */
export async function spaceMappingSearch(problem: ExtractionProblem, context: OptimizerContext, options: SpaceMappingOptions): Promise<void> {
  refuseDiscrete('space-mapping', problem);
  try {
    await new SpaceMapping(problem, context, options).toEnd();
  } catch (error) {
    if (!(error instanceof StageEnded)) throw error;
  }
}

class SpaceMapping {
  readonly #bench: Bench;
  readonly #minima: ModelMinima | undefined;

  constructor(problem: ExtractionProblem, context: OptimizerContext, options: SpaceMappingOptions) {
    const model = options.model ? deviceModel(problem, context) : undefined;
    const silent = (): ReturnType<typeof silentResponse> => silentResponse(new ScoredPoints(problem).points.length, problem.parameters.length);
    this.#bench = new Bench({ problem, context, options, response: model?.response ?? silent(), modelled: model !== undefined });
    this.#minima = model === undefined ? undefined : new ModelMinima(this.#bench, model.quick);
  }

  async toEnd(): Promise<void> {
    const { context, options } = this.#bench;
    let from = this.#bench.start() ?? (await this.#firstWorking());
    from = (await this.#promised((await this.#minima?.first(from)) ?? [])) ?? from;
    for (let round = 0; ; round++) {
      const descent = new Descent(this.#bench, from);
      await descent.toEnd();
      context.log(`search ${round} ended at ${descent.at.error.toPrecision(4)}, ${context.budget.remaining.toFixed(1)} left`);
      if (!options.restarts) return;
      const better = await this.#better();
      if (better === undefined && this.#modelIsExact) return;
      from = better ?? (await this.#elsewhere(round));
      this.#bench.forget(from);
    }
  }

  /** The simulation of another minimum of the model that is lower than the best error so far; undefined when it knows none. */
  async #better(): Promise<Simulated | undefined> {
    for (;;) {
      const minimum = this.#bench.best!.error < negligible ? undefined : await this.#minima?.further(this.#bench.best!);
      if (minimum === undefined) return undefined;
      const found = await this.#promised([minimum]);
      if (found !== undefined) return found;
    }
  }

  get #modelIsExact(): boolean {
    const { best, modelled } = this.#bench;
    return modelled && best !== undefined && this.#bench.modelError(best) < exact;
  }

  /** The simulation of the first of these minima of the model that can be simulated, or of a place near one that can. */
  async #promised(minima: readonly ModelMinimum[]): Promise<Simulated | undefined> {
    for (const { unit, error } of minima.slice(0, 2)) {
      this.#bench.context.log(`model promises ${error.toPrecision(4)}`);
      const found = (await this.#bench.simulate(unit)) ?? (await this.#besides(unit));
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** What can be simulated where a minimum cannot: minima beside it, then places on the way there. */
  async #besides(failed: readonly number[]): Promise<Simulated | undefined> {
    const { best } = this.#bench;
    if (best === undefined || this.#minima === undefined) return undefined;
    let last = failed;
    for (let k = 0; k < detours; k++) {
      const { unit, error } = this.#minima.beside(best, last);
      if (!(error < worthwhile * best.error)) break;
      last = unit;
      this.#bench.context.log(`model promises ${error.toPrecision(4)} beside it`);
      const found = await this.#bench.simulate(unit);
      if (found !== undefined) return found;
    }
    for (const share of [0.5, 0.25]) {
      const found = await this.#bench.simulate(best.unit.map((place, axis) => place + share * (last[axis]! - place)));
      if (found !== undefined) return found.error < best.error ? found : undefined;
    }
    return undefined;
  }

  /** A point of a Latin hypercube that can be simulated. */
  async #firstWorking(): Promise<Simulated> {
    const { start, parameters } = this.#bench.problem;
    // A problem that begins elsewhere than at the card.
    const begun = !start.ok && start.failure.code === 'NOT_SIMULATED' ? await this.#bench.simulate(toUnit(parameters, startCandidate(parameters))) : undefined;
    if (begun !== undefined) return begun;
    for (;;) {
      for (const unit of latinHypercube(8, this.#bench.dimension, this.#bench.context.random)) {
        const found = await this.#bench.simulate(unit);
        if (found !== undefined) return found;
      }
    }
  }

  /** The best of some points around the best one, near, then farther. */
  async #elsewhere(round: number): Promise<Simulated> {
    const { context, scored } = this.#bench;
    for (;;) {
      const found: Simulated[] = [];
      for (let k = 0; k < 3; k++) {
        const unit = reflectIntoUnit(this.#bench.best!.unit.map((place) => place + 0.1 * (1 + (round % 3)) * context.random.normal()));
        const one = await this.#bench.simulate(unit);
        if (one !== undefined) found.push(one);
      }
      const log = (one: Simulated): number => errorOf(scored.points, one.logs, 'decades');
      if (found.length > 0) return found.reduce((best, one) => (log(one) < log(best) ? one : best));
    }
  }
}
