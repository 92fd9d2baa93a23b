import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { modelLogRatios, type ModelLogRatios } from '@evospice/toolbox';
import type { QuickModel } from './model-minima.ts';
import { ScoredPoints } from './scored-points.ts';
import { thinned } from './thinned.ts';

/** Scored points that searches on the model alone look at: at least so many, and so many for each parameter, lest they fit those points only. */
const quickPoints = { least: 100, perParameter: 6 };
/** Share of the scored points below which a model is of no use. */
const leastCoverage = 0.2;

export interface DeviceModel {
  /** At all scored points of the problem. */
  readonly response: ModelLogRatios;
  readonly quick: QuickModel;
}

/** The compact model of a problem's device; undefined where there is none, or none of most of what is scored. Says so in the log. */
export function deviceModel(problem: ExtractionProblem, context: OptimizerContext): DeviceModel | undefined {
  const whole = thinned(problem, 1);
  const curves = context.models.ofProblem(whole.problem);
  if (curves === undefined) {
    context.log('no compact model of this device');
    return undefined;
  }
  const lacks = curves.unsupported.map(({ parameter, value }) => `${parameter} = ${value}`).join(', ');
  context.log(`compact model ${curves.family}${lacks === '' ? '' : `, without ${lacks}`}`);
  const response = modelLogRatios(whole.problem, curves);
  if (response.coverage < leastCoverage) {
    context.log(`which has ${(100 * response.coverage).toFixed(0)} % of the scored points only: not used`);
    return undefined;
  }
  const few = thinned(problem, Math.max(1, Math.floor(whole.rows.length / Math.max(quickPoints.least, quickPoints.perParameter * problem.parameters.length))));
  const quick = context.models.ofProblem(few.problem);
  return quick === undefined ? undefined : { response, quick: { response: modelLogRatios(few.problem, quick), scored: new ScoredPoints(few.problem), rows: few.rows, family: quick.family } };
}
