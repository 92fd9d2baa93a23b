import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { descendLeastSquares, type TrustRegionStep } from '@evospice/toolbox';
import { lastCostKind } from './cost-kind.ts';
import type { LeastSquaresOptions } from './least-squares-options.ts';
import { ObjectiveModel } from './objective-model.ts';
import { refuseDiscrete } from './refuse-discrete.ts';
import { runSearch } from './run-search.ts';
import type { SearchOptions } from './search-options.ts';

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
