import type { Descriptor, OptimizerRun } from '@evospice/contracts';
import { mean } from '@evospice/toolbox';
import { meanOverRuns, positionsOf } from './over-runs.ts';

/**
 * How widely a program searches: twice the standard deviation of its candidates along an axis of the unit cube, averaged
 * over the axes. 0: it stayed in one place; 1/√3 ≈ 0.577: uniform sampling; 1: half in one corner, half in the opposite.
 */
export const exploration: Descriptor = {
  name: 'exploration',
  summary: 'how widely the candidates are spread over the bounds',
  range: [0, 1],
  measure: ({ runs }) => meanOverRuns(runs, dispersion),
};

function dispersion(run: OptimizerRun): number {
  const positions = positionsOf(run);
  const axes = positions[0]?.length ?? 0;
  if (axes === 0) return 0;
  const deviations = Array.from({ length: axes }, (_, axis) => {
    const values = positions.map((position) => position[axis] as number);
    const centre = mean(values);
    return Math.sqrt(mean(values.map((value) => (value - centre) ** 2)));
  });
  return 2 * mean(deviations);
}
