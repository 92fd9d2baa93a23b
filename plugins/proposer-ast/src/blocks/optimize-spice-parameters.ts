import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { createSearchState } from './search-state.ts';
import { schedule } from './blocks.ts';

export default async function optimizeSpiceParameters(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  await schedule(createSearchState(problem, context));
}
