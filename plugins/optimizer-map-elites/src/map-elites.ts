import type { ExtractionProblem, OptimizerContext } from '@evospice/contracts';
import { cheapest, refuseDiscrete, runSearch, type Objective, type Sample } from '@evospice/optimizer-kit';
import { isoLineVariation, latinHypercube } from '@evospice/toolbox';
import { Cells } from './cells.ts';
import { GradientEmitter } from './gradient-emitter.ts';
import { measuresOf, type Measure } from './measures.ts';
import type { MapElitesOptions } from './options.ts';

/**
 * MAP-Elites (Mouret & Clune 2015, arXiv:1504.04909) over parameter vectors: the best candidate of each cell of a grid.
 * Offspring come from directional variation (iso+line) and from steps along a shared gradient (`GradientEmitter`).
 */
export async function mapElitesSearch(problem: ExtractionProblem, context: OptimizerContext, options: MapElitesOptions): Promise<void> {
  if (options.gradientShare > 0) refuseDiscrete('map-elites', problem);
  const measures = measuresOf(problem, options.measures);
  await runSearch(problem, context, { ...options, restarts: false }, (objective, start) => fill(options, objective, start, measures));
}

async function fill(options: MapElitesOptions, objective: Objective, start: Sample, measures: readonly Measure[]): Promise<void> {
  const { batch, bins, iso, line, gradientShare, gradientUses, noise } = options;
  const { random, dimension } = objective;
  const cells = new Cells(measures, bins);
  const emitter = new GradientEmitter(objective, Math.sqrt(noise), Math.ceil(gradientUses * dimension));
  for (const sample of [start, ...objective.elites(100)]) cells.add(sample);
  if (cells.elites.length < 2) for (const sample of await objective.evaluate(latinHypercube(batch, dimension, random))) cells.add(sample);
  for (;;) {
    const best = cheapest(cells.elites);
    if (gradientShare > 0) for (const sample of await emitter.prepare(best)) cells.add(sample);
    const { elites } = cells;
    const pick = (): Sample => elites[random.integer(0, elites.length - 1)]!;
    const offspring = Array.from({ length: batch }, (_, index) => {
      const steered = index < gradientShare * batch;
      // The best elite leads: every second steered offspring is its own.
      const parent = steered && index % 2 === 0 ? best : pick();
      return (steered ? emitter.offspring(parent) : undefined) ?? isoLineVariation(parent.unit, pick().unit, iso, line, random);
    });
    for (const sample of await objective.evaluate(offspring)) cells.add(sample);
  }
}
