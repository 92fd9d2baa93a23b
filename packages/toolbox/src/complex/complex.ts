import type { RandomSource } from '@evospice/contracts';
import { requireSameLength } from '../require-same-length.ts';
import { clipToUnit } from '../space/unit-cube.ts';

/**
 * Reflection of the complex method (M. J. Box 1965, "A new method of constrained optimization and a comparison with other
 * methods"): the point on the other side of the centre, `alpha` times as far from it, clipped to the unit cube.
 * @param point and `centre` of one length; `alpha` above 0: Box found 1.3 good, since more than 1 makes up for what the moves towards the centre shrink.
 * @throws EvospiceError `TOOLBOX_SHAPE` for points of different lengths.
 */
export function complexReflection(point: readonly number[], centre: readonly number[], alpha: number): number[] {
  requireSameLength('point', point.length, centre.length);
  return clipToUnit(centre.map((value, axis) => value + alpha * (value - point[axis]!)));
}

export interface ComplexRetreat {
  /** Centroid of the points that are kept. */
  readonly centre: readonly number[];
  /** The best point of the complex. */
  readonly best: readonly number[];
  /** 1 for Box's own move, halfway to the centre; 0 for halfway to the best point; a mixture between. */
  readonly towardsCentre: number;
}

/**
 * Where a trial point goes that failed, violated a constraint or is the worst again: halfway to the centre (Box 1965), or
 * towards the best point where the centre itself is no good, as happens in regions that are not convex.
 * @param random when given, a random share of the way between best point and centre is added, growing as `towardsCentre`
 *   falls (Krus & Andersson 2003, "Optimizing optimization for design optimization"), so that retreats do not repeat.
 * @returns a point of the unit cube.
 */
export function complexRetreat(trial: readonly number[], { centre, best, towardsCentre }: ComplexRetreat, random?: RandomSource): number[] {
  const stray = random === undefined ? 0 : (1 - towardsCentre) * (2 * random.next() - 1);
  return clipToUnit(trial.map((value, axis) => {
    const [c, b] = [centre[axis]!, best[axis]!];
    return (value + towardsCentre * c + (1 - towardsCentre) * b) / 2 + (c - b) * stray;
  }));
}

/**
 * Share of the centre in the `attempt`-th retreat of one point, falling from 1 (Krus & Andersson 2003, n_r = 4):
 * (n_r / (n_r + attempt - 1)) ^ ((n_r + attempt - 1) / n_r).
 * @param attempt whole number from 1.
 */
export function retreatShare(attempt: number): number {
  const length = 4 + attempt - 1;
  return (4 / length) ** (length / 4);
}
