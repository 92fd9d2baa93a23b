import { describe, expect, test } from 'vitest';
import { conditionGaussianProcess } from '../gaussian-process/gaussian-process.ts';
import { predictGaussianProcess } from '../gaussian-process/predict.ts';
import { createRandom } from '../random/create-random.ts';
import { latinHypercube } from '../sampling/latin-hypercube.ts';
import { logExpectedImprovement } from './expected-improvement.ts';
import { maximizeExpectedImprovement } from './maximize-expected-improvement.ts';

const points = latinHypercube(15, 2, createRandom(1));
const values = points.map(([x, y]) => (x! - 0.3) ** 2 + (y! - 0.6) ** 2);
const process = conditionGaussianProcess(points, values, { lengthScales: [0.5, 0.5], signalVariance: 0.1, noiseVariance: 1e-8, mean: 0.2 });
const best = Math.min(...values);
const at = (point: readonly number[]): number => {
  const { mean, variance } = predictGaussianProcess(process, point);
  return logExpectedImprovement(mean, Math.sqrt(variance), best).value;
};

describe('maximizeExpectedImprovement', () => {
  test('finds what a fine grid finds, and rates it right', () => {
    const grid = Array.from({ length: 101 * 101 }, (_, index) => at([(index % 101) / 100, Math.floor(index / 101) / 100]));
    const [first] = maximizeExpectedImprovement(process, { best, lower: [0, 0], upper: [1, 1], random: createRandom(2), around: [points[values.indexOf(best)]!] });
    expect(first!.value).toBeGreaterThanOrEqual(Math.max(...grid));
    expect(first!.value).toBeCloseTo(at(first!.point), 10);
  });

  test('keeps to its box, the most promising first', () => {
    const [lower, upper] = [[0.7, 0.1], [0.9, 0.2]];
    const found = maximizeExpectedImprovement(process, { best, lower, upper, random: createRandom(3), around: [[0.8, 0.15]], candidates: 30, climbs: 2 });
    expect(found).toHaveLength(32);
    for (const [index, { point, value }] of found.entries()) {
      for (const axis of [0, 1]) expect(point[axis]! >= lower[axis]! && point[axis]! <= upper[axis]!).toBe(true);
      if (index > 0) expect(value).toBeLessThanOrEqual(found[index - 1]!.value);
    }
  });
});
