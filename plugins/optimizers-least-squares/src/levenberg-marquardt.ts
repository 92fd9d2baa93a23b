import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { searchLeastSquares } from '@evospice/optimizer-kit';
import type { LevenbergMarquardtOptions } from './options.ts';

/**
 * Levenberg-Marquardt (Levenberg 1944, Marquardt 1963, after Moré 1978) for extraction: bounded, in the unit cube with
 * log parameters on a log axis, finite differences as one batch. Decades come before fractions, as a start card may be
 * off by decades. When a descent has converged and budget is left, others start: from the best of some points around the
 * best one, near, then farther, and every third time from the best of a Latin hypercube.
 */
export async function levenbergMarquardtSearch(problem: ExtractionProblem, context: OptimizerContext, options: LevenbergMarquardtOptions): Promise<void> {
  await searchLeastSquares('lm', problem, context, options);
}
