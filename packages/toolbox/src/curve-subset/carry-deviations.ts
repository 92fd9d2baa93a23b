import { EvospiceError } from '@evospice/contracts';
import { factorInPlace, solveLower, solveUpper, triangleSize } from '../gaussian-process/packed-cholesky.ts';
import { filled } from '../linear-algebra/vectors.ts';
import { requireSameLength } from '../require-same-length.ts';
import { deviationCorrelation, type CurvePoint } from './deviation-kernel.ts';

/**
 * Deviations at points that were not simulated, from those at points that were: the mean of a Gaussian process (kriging), which goes to 0
 * far from all that is known. Carry differences from a model or slopes, not currents.
 * @param known where they are known, k points: its cost grows with the cube of their number, so some hundred at most.
 * @param deviations several sets at once, k entries each. @param targets where they are wanted, t points.
 * @returns a set of t entries for each set.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function carryDeviations(known: readonly CurvePoint[], deviations: readonly (readonly number[])[], targets: readonly CurvePoint[]): number[][] {
  const count = known.length;
  for (const set of deviations) requireSameLength('deviations', set.length, count);
  const triangle = new Float64Array(triangleSize(count));
  for (const [i, a] of known.entries()) for (let j = 0; j <= i; j++) triangle[triangleSize(i) + j] = deviationCorrelation(a, known[j]!) + (i === j ? 1e-3 : 0);
  // A kernel matrix with this nugget has a condition below 1e3 k.
  if (!factorInPlace(triangle, count)) {
    throw new EvospiceError('TOOLBOX_NOT_DEFINITE', 'the places of the points do not make a covariance', { received: count, expected: 'finite places' });
  }
  const weights = deviations.map((set) => {
    const solved = Float64Array.from(set);
    solveLower(triangle, count, solved);
    solveUpper(triangle, count, solved);
    return solved;
  });
  const results = deviations.map(() => filled(targets.length, 0));
  for (const [t, target] of targets.entries()) {
    for (const [k, point] of known.entries()) {
      const correlation = deviationCorrelation(point, target);
      if (correlation !== 0) for (const [set, weight] of weights.entries()) results[set]![t]! += correlation * weight[k]!;
    }
  }
  return results;
}
