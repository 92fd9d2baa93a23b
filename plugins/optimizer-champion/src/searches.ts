import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { refuseDiscrete } from '@evospice/optimizer-kit';
import evolved from './champion.ts';

async function champion(problem: ExtractionProblem, context: OptimizerContext): Promise<void> {
  refuseDiscrete('champion', problem);
  await evolved(problem, context);
}

/** The optimizer of this plugin by name. Nothing here depends on Node: programs call it in the sandbox. */
export const searches = { champion };

/** Where a sandbox finds it. */
export const searchesModule = import.meta.url;
