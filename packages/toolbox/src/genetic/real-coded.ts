import type { RandomSource } from '@evospice/contracts';
import { requireSameLength } from '../require-same-length.ts';

/** Coordinates closer than this are alike to the crossover, which would divide by their distance. */
const alike = 1e-14;

/**
 * Simulated binary crossover (Deb & Agrawal 1995, "Simulated binary crossover for continuous search space") in the unit
 * cube: each coordinate is crossed with probability `share`; the spread of the children has density (eta + 1) / 2 * beta^eta
 * up to 1, cut off at the walls and normalised again (Deb 2000).
 * @param eta at least 0; the larger, the closer children stay to their parents (2 to 5 wide, 15 to 20 near).
 * @param share in [0, 1]; 1/2 as in Deb's own program unless given.
 * @returns two points of the unit cube.
 * @throws EvospiceError `TOOLBOX_SHAPE` for parents of different lengths.
 */
export function simulatedBinaryCrossover(a: readonly number[], b: readonly number[], eta: number, random: RandomSource, share = 0.5): [number[], number[]] {
  requireSameLength('second parent', b.length, a.length);
  const first = [...a];
  const second = [...b];
  for (const [axis, place] of a.entries()) {
    const low = Math.min(place, b[axis]!);
    const high = Math.max(place, b[axis]!);
    if (random.next() >= share || high - low < alike) continue;
    const u = random.next();
    const middle = (low + high) / 2;
    const half = (high - low) / 2;
    const children = [middle - spreadFactor(u, 1 + low / half, eta) * half, middle + spreadFactor(u, 1 + (1 - high) / half, eta) * half].map(clip);
    const swap = random.next() < 0.5 ? 1 : 0;
    first[axis] = children[swap]!;
    second[axis] = children[1 - swap]!;
  }
  return [first, second];
}

/**
 * Polynomial mutation (Deb & Goyal 1996; the form with bounds as in Deb & Agrawal 1999) in the unit cube: each coordinate
 * is moved with probability `rate`, by a step whose density falls as (1 - |step|)^eta.
 * @param eta at least 0; steps are of the order of 1 / eta of the cube. `rate` in [0, 1].
 * @returns a point of the unit cube.
 */
export function polynomialMutation(unit: readonly number[], eta: number, rate: number, random: RandomSource): number[] {
  return unit.map((place) => {
    if (random.next() >= rate) return place;
    const u = random.next();
    const power = eta + 1;
    const step = u < 0.5
      ? (2 * u + (1 - 2 * u) * (1 - place) ** power) ** (1 / power) - 1
      : 1 - (2 * (1 - u) + (2 * u - 1) * place ** power) ** (1 / power);
    return clip(place + step);
  });
}

/** Spread factor for a uniform u, at most `limit` (which takes the child to the wall). */
function spreadFactor(u: number, limit: number, eta: number): number {
  const power = eta + 1;
  const inside = 2 - limit ** -power;
  return u <= 1 / inside ? (u * inside) ** (1 / power) : (1 / (2 - u * inside)) ** (1 / power);
}

function clip(place: number): number {
  return Math.min(1, Math.max(0, place));
}
