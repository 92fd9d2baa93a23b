import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { refuseDiscrete, StageEnded } from '@evospice/optimizer-kit';
import { latinHypercube, reflectIntoUnit, startCandidate, toUnit } from '@evospice/toolbox';
import { Bench } from './bench.ts';
import { Descent, exact, negligible } from './descent.ts';
import { deviceModel } from './device-model.ts';
import type { Simulated } from './evidence.ts';
import { modelMinima, type ModelStarts, type QuickModel } from './model-minimum.ts';
import type { SpaceMappingOptions } from './options.ts';
import { errorOf } from './residuals.ts';
import { silentResponse } from './response.ts';
import { ScoredPoints } from './scored-points.ts';

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

/** Searches on the model that found nothing better, after which it has said all that it can. */
const fruitlessSearches = 2;

class SpaceMapping {
  readonly #bench: Bench;
  readonly #quick: QuickModel | undefined;

  constructor(problem: ExtractionProblem, context: OptimizerContext, options: SpaceMappingOptions) {
    const model = options.model ? deviceModel(problem, context) : undefined;
    const silent = (): ReturnType<typeof silentResponse> => silentResponse(new ScoredPoints(problem).points.length, problem.parameters.length);
    this.#quick = model?.quick;
    this.#bench = new Bench({ problem, context, options, response: model?.response ?? silent(), modelled: model !== undefined });
  }

  async toEnd(): Promise<void> {
    const { context, options } = this.#bench;
    let from = this.#bench.start() ?? (await this.#firstWorking());
    from = (await this.#bestOfModel(from, Infinity, { starts: options.starts, here: true })) ?? from;
    for (let round = 0, fruitless = 0, searched: Simulated | undefined; ; round++) {
      if (from !== searched) {
        const descent = new Descent(this.#bench, from);
        await descent.toEnd();
        context.log(`search ${round} ended at ${descent.at.error.toPrecision(4)}, ${context.budget.remaining.toFixed(1)} left`);
      }
      if (!options.restarts) return;
      searched = from;
      const better = fruitless < fruitlessSearches ? await this.#bestOfModel(this.#bench.best!, 0.998, { starts: Math.ceil(options.starts / 2), here: false }) : undefined;
      fruitless = better === undefined ? fruitless + 1 : 0;
      if (better === undefined && this.#modelIsExact) {
        if (fruitless >= fruitlessSearches) return;
        continue;
      }
      from = better ?? (await this.#elsewhere(round));
      this.#bench.forget(from);
    }
  }

  get #modelIsExact(): boolean {
    const { best, modelled } = this.#bench;
    return modelled && best !== undefined && this.#bench.modelError(best) < exact;
  }

  /** The simulation of the model's best minimum that works, if it promises less than a share of the best error so far. */
  async #bestOfModel(at: Simulated, share: number, starts: ModelStarts): Promise<Simulated | undefined> {
    if (this.#quick === undefined) return undefined;
    const { context } = this.#bench;
    for (const { unit, error } of modelMinima(this.#bench, this.#quick, at, starts).slice(0, 2)) {
      context.log(`model promises ${error.toPrecision(4)}`);
      if (!(error < share * this.#bench.best!.error) || this.#bench.best!.error < negligible) return undefined;
      const found = await this.#bench.simulate(unit);
      if (found !== undefined) return found;
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
