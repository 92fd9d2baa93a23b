import type { ExtractionProblem, Optimizer, OptimizerContext } from '@evospice/kernel';
import { affordable, fromUnit, latinHypercube, startCandidate, uniformSample } from '@evospice/toolbox';
import type { RandomSearchOptions } from './options.ts';

/**
 * Random search (Brooks 1958): the start card, then batches spread over the unit cube (log parameters on a log axis)
 * until the budget is gone. It learns nothing; it is the floor that every other optimizer has to beat.
 */
export class RandomSearch implements Optimizer {
  readonly name = 'random';
  readonly #options: RandomSearchOptions;

  constructor(options: RandomSearchOptions) {
    this.#options = options;
  }

  async optimize(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
    const { parameters } = problem;
    const { batch, sampling } = this.#options;
    const sample = sampling === 'uniform' ? uniformSample : latinHypercube;
    let candidates: number[][] = [startCandidate(parameters)];
    while (!context.signal.aborted && candidates.length > 0) {
      await context.simulate(candidates);
      const count = Math.min(batch, affordable(context.budget));
      candidates = sample(count, parameters.length, context.random).map((unit) => fromUnit(parameters, unit));
    }
  }
}
