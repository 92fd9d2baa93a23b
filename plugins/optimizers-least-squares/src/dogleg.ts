import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { searchLeastSquares } from '@evospice/optimizer-kit';
import { doglegStep } from '@evospice/toolbox';
import type { DoglegOptions } from './options.ts';

/**
 * Powell's dogleg for least squares (Powell 1970, "A hybrid method for nonlinear equations"; rectangular trust region and
 * bounds after Voglis & Lagaris 2004), in the unit cube with log parameters on a log axis. Finite differences are one
 * batch; between two Jacobians come Broyden updates, as in Powell's method.
 */
export async function doglegSearch(problem: ExtractionProblem, context: OptimizerContext, options: DoglegOptions): Promise<void> {
  await searchLeastSquares('dogleg', problem, context, options, doglegStep);
}
