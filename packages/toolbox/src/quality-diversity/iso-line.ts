import type { RandomSource } from '@evospice/contracts';
import { reflectIntoUnit } from '../space/unit-cube.ts';
import { requireSameLength } from '../require-same-length.ts';

/**
 * Offspring by directional variation: `parent + iso N(0, I) + line N(0, 1) (other - parent)`, mirrored into the unit cube
 * (Vassiliades & Mouret 2018, "Discovering the elite hypervolume by leveraging interspecies correlation", eq. 2).
 * @param iso standard deviation of the noise of each coordinate; `line` of the step along the difference.
 * @returns a point of the unit cube.
 * @throws EvospiceError `TOOLBOX_SHAPE` for parents of different length.
 */
export function isoLineVariation(parent: readonly number[], other: readonly number[], iso: number, line: number, random: RandomSource): number[] {
  requireSameLength('other parent', other.length, parent.length);
  const step = line * random.normal();
  return reflectIntoUnit(parent.map((place, axis) => place + iso * random.normal() + step * (other[axis]! - place)));
}
