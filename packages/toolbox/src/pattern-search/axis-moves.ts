import { requireSameLength } from '../require-same-length.ts';
import { clipToUnit, fromUnit, toUnit, type Bounded } from '../space/unit-cube.ts';

/**
 * A coordinate of the unit cube moved by `step`, stopped at the walls. A discrete parameter moves at least to its next
 * value, however small the step, and stops at the last value on that side.
 * @param step signed, not 0.
 * @returns the new place, equal to the old one where there is nothing further on that side.
 * @throws EvospiceError `TOOLBOX_RANGE` for places and steps that are not finite.
 */
export function moveAlongAxis(parameter: Bounded, place: number, step: number): number {
  if (parameter.lower === parameter.upper) return place;
  const aim = Math.min(1, Math.max(0, place + step));
  if (parameter.increment === undefined) return aim;
  const value = fromUnit([parameter], [place])[0]!;
  const moved = fromUnit([parameter], [aim])[0]!;
  if (moved !== value && Math.sign(moved - value) === Math.sign(step)) return toUnit([parameter], [moved])[0]!;
  const next = value + Math.sign(step) * parameter.increment;
  const slack = 1e-9 * parameter.increment;
  if (next < parameter.lower - slack || next > parameter.upper + slack) return toUnit([parameter], [value])[0]!;
  return toUnit([parameter], [next])[0]!;
}

/**
 * The points of one exploratory move of Hooke & Jeeves 1961 ("Direct search" solution of numerical and statistical
 * problems): one coordinate moved by `step` and by `-step`, walls and discrete grids as in `moveAlongAxis`.
 * @param step signed, not 0; its sign is the side that comes first.
 * @returns up to 2 points; a side without room is left out.
 * @throws EvospiceError `TOOLBOX_RANGE` as `moveAlongAxis`.
 */
export function exploratoryPoints(parameters: readonly Bounded[], unit: readonly number[], axis: number, step: number): number[][] {
  const here = unit[axis]!;
  return [step, -step]
    .map((move) => moveAlongAxis(parameters[axis]!, here, move))
    .filter((place) => place !== here)
    .map((place) => unit.map((value, other) => (other === axis ? place : value)));
}

/**
 * Pattern point of Hooke & Jeeves 1961: base + alpha (base - previous base), the last progress once more, clipped to the unit cube.
 * @param base and `previous` points of one length; `alpha` above 0, 1 as in the paper, more to magnify.
 * @throws EvospiceError `TOOLBOX_SHAPE` for points of different lengths.
 */
export function patternPoint(base: readonly number[], previous: readonly number[], alpha = 1): number[] {
  requireSameLength('previous', previous.length, base.length);
  return clipToUnit(base.map((place, axis) => place + alpha * (place - previous[axis]!)));
}
