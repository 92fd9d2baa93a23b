import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { runSearch } from '@evospice/optimizer-kit';
import { latinHypercube, uniformSample } from '@evospice/toolbox';
import type { RandomSearchOptions } from './options.ts';

/**
 * Random search (Brooks 1958): the start card, then batches spread over the unit cube (log parameters on a log axis, discrete
 * ones on their grid) until the budget is gone. It learns nothing; it is the floor that every other optimizer has to beat.
 */
export async function randomSearch(problem: ExtractionProblem, context: OptimizerContext, options: RandomSearchOptions): Promise<void> {
  const { batch, sampling } = options;
  const sample = sampling === 'uniform' ? uniformSample : latinHypercube;
  // What is minimised makes no difference to a search that never looks back, and it never converges.
  await runSearch(problem, context, { cost: 'error', errorFrom: 0, restarts: false }, async (objective) => {
    for (;;) await objective.evaluate(sample(objective.payable(batch), objective.dimension, objective.random));
  });
}
