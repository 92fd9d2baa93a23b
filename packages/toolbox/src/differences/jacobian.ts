import { EvospiceError } from '@evospice/contracts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Step of each coordinate for finite differences in the unit cube: `size` away from the nearer wall, so that the moved
 * point stays inside. The best size is about the square root of the noise of the residuals (Moré & Wild 2011): simulators
 * that print 6 or 7 digits need 3e-4 to 1e-3, not the square root of machine precision.
 * @param unit n coordinates in [0, 1]; `size` in (0, 0.5].
 * @throws EvospiceError `TOOLBOX_RANGE`.
 */
export function finiteDifferenceSteps(unit: readonly number[], size: number): number[] {
  if (!(size > 0 && size <= 0.5)) throw new EvospiceError('TOOLBOX_RANGE', `difference step ${size}`, { received: size, expected: 'a fraction of the unit cube in (0, 0.5]' });
  return unit.map((place) => (place + size <= 1 ? size : -size));
}

/**
 * The points that a forward-difference Jacobian needs, one a step: mapped back with `fromUnit` they are ONE
 * `simulate` batch. Row j has coordinate j moved by steps[j].
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function differencePoints(unit: readonly number[], steps: readonly number[]): number[][] {
  requireSameLength('steps', steps.length, unit.length);
  return steps.map((step, index) => unit.map((place, other) => (other === index ? place + step : place)));
}

/**
 * Jacobian from the residuals at those points.
 * @param residuals m entries at the base point.
 * @param moved residuals at each difference point; undefined where the simulation failed, which gives a column of zeros.
 * @returns m x n.
 * @throws EvospiceError `TOOLBOX_SHAPE`.
 */
export function assembleJacobian(residuals: readonly number[], steps: readonly number[], moved: readonly (readonly number[] | undefined)[]): number[][] {
  requireSameLength('moved residuals', moved.length, steps.length);
  for (const column of moved) if (column !== undefined) requireSameLength('moved residuals', column.length, residuals.length);
  return residuals.map((value, row) =>
    moved.map((column, index) => {
      const slope = column === undefined ? 0 : (column[row]! - value) / steps[index]!;
      return Number.isFinite(slope) ? slope : 0;
    }),
  );
}
