import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { checkRelation, runSearch, type CostKind, type Objective, type Sample } from '@evospice/optimizer-kit';
import { latinHypercube } from '@evospice/toolbox';
import { constriction } from './constriction.ts';
import type { ParticleSwarmOptions } from './options.ts';
import { Swarm } from './swarm.ts';

/**
 * Particle swarm optimization (Kennedy & Eberhart 1995) with the constriction of Clerc & Kennedy (IEEE Trans. Evol. Comput.
 * 6:58-73, 2002) and a ring or global neighbourhood, in the unit cube. All particles move at once: a generation is one batch.
 * The start card is one of the first places, the others are a Latin hypercube. When the cost changes from decades to the problem's own
 * error the swarm flies on, its memories at their new cost.
 */
export async function particleSwarmSearch(problem: ExtractionProblem, context: OptimizerContext, options: ParticleSwarmOptions): Promise<void> {
  checkRelation('pso', constriction, options);
  let flying: { readonly swarm: Swarm; readonly kind: CostKind } | undefined;
  await runSearch(problem, context, options, async (objective, start) => {
    const { kind, random } = objective;
    const goesOn = flying?.kind === 'log' && kind === 'error';
    const swarm = goesOn ? flying!.swarm : new Swarm(await places(options, objective, start), options, random);
    if (goesOn) swarm.recost(kind);
    flying = { swarm, kind };
    while (swarm.extent > options.tolerance) swarm.remember(await objective.evaluate(swarm.move(random)));
    flying = undefined;
  });
}

async function places(options: ParticleSwarmOptions, objective: Objective, start: Sample): Promise<Sample[]> {
  const { around } = options;
  const size = options.size ?? 10 + Math.floor(2 * Math.sqrt(objective.dimension));
  const units = latinHypercube(size - 1, objective.dimension, objective.random).map((unit) => unit.map((place, axis) => {
    const low = Math.min(1 - around, Math.max(0, start.unit[axis]! - around / 2));
    return low + around * place;
  }));
  return [start, ...(await objective.evaluate(units))];
}
