import type { Objective } from '@evospice/optimizer-kit';
import { latinHypercube, sobol } from '@evospice/toolbox';
import type { Observations } from './observations.ts';

/** Axes that there are Sobol directions for. */
const sobolAxes = 80;

/**
 * Simulates, as one batch, the points that a model needs before it can choose: scrambled Sobol points, or a Latin hypercube
 * beyond 80 parameters. What the run has observed already counts.
 * @param wanted points of the design; 2 (d + 1) unless stated, at most a quarter of the budget.
 */
export async function startDesign(objective: Objective, observations: Observations, wanted?: number): Promise<void> {
  const { dimension, random, affordable } = objective;
  const size = wanted ?? Math.min(2 * (dimension + 1), Math.ceil(affordable / 4));
  const count = Math.min(size - observations.count, affordable);
  if (count <= 0) return;
  observations.add(await objective.evaluate(dimension <= sobolAxes ? sobol(count, dimension, random) : latinHypercube(count, dimension, random)));
}
