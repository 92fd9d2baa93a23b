import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { refuseDiscrete, StageEnded } from '@evospice/optimizer-kit';
import { latinHypercube, reflectIntoUnit } from '@evospice/toolbox';
import { Bench } from './bench.ts';
import { Descent } from './descent.ts';
import type { Simulated } from './evidence.ts';
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
    await toEnd(problem, context, options);
  } catch (error) {
    if (!(error instanceof StageEnded)) throw error;
  }
}

async function toEnd(problem: ExtractionProblem, context: OptimizerContext, options: SpaceMappingOptions): Promise<void> {
  const rows = new ScoredPoints(problem).points.length;
  const bench = new Bench({ problem, context, options, response: silentResponse(rows, problem.parameters.length), modelled: false });
  let from = bench.start() ?? (await firstWorking(bench));
  for (let round = 0; ; round++) {
    const descent = new Descent(bench, from);
    await descent.toEnd();
    context.log(`search ${round} ended at ${descent.at.error.toPrecision(4)}, ${context.budget.remaining.toFixed(1)} left`);
    if (!options.restarts) return;
    from = await elsewhere(bench, round);
    bench.evidence = bench.freshEvidence();
    bench.evidence.add(from);
  }
}

/** A point of a Latin hypercube that can be simulated. */
async function firstWorking(bench: Bench): Promise<Simulated> {
  for (;;) {
    for (const unit of latinHypercube(8, bench.dimension, bench.context.random)) {
      const found = await bench.simulate(unit);
      if (found !== undefined) return found;
    }
  }
}

/** The best of some points around the best one, near, then farther. */
async function elsewhere(bench: Bench, round: number): Promise<Simulated> {
  const { context, scored } = bench;
  for (;;) {
    const found: Simulated[] = [];
    for (let k = 0; k < 3; k++) {
      const unit = reflectIntoUnit(bench.best!.unit.map((place) => place + 0.1 * (1 + (round % 3)) * context.random.normal()));
      const one = await bench.simulate(unit);
      if (one !== undefined) found.push(one);
    }
    const log = (one: Simulated): number => errorOf(scored.points, one.logs, 'decades');
    if (found.length > 0) return found.reduce((best, one) => (log(one) < log(best) ? one : best));
  }
}
