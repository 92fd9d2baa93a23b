import { geometricMean } from '../statistics/statistics.ts';
import { requireSameLength } from '../require-same-length.ts';

/** The trust region of a search by a local model: a box about its best point. */
export interface TrustBox {
  /** Length of a side in the unit cube, before it is stretched by the length scales. */
  readonly length: number;
  /** Successes and failures in a row. */
  readonly successes: number;
  readonly failures: number;
}

/** Least and largest length, and successes in a row that double it (Eriksson et al. 2019, supplement). */
const [leastLength, largestLength, successTolerance] = [2 ** -7, 1.6, 3];

/** A trust box at its first length, above 0 (0.8 as in Eriksson et al. 2019). */
export function createTrustBox(length = 0.8): TrustBox {
  return { length, successes: 0, failures: 0 };
}

/**
 * The box after a batch: doubled after three successes in a row, halved after max(4, d) / batch failures in a row (Eriksson
 * et al. 2019, "Scalable global optimization via local Bayesian optimization", TuRBO-1).
 * @param success whether the batch improved the best value noticeably. @param dimension d. @param batch points of a batch.
 * @returns undefined when the box has collapsed: the search is over where it is.
 */
export function updateTrustBox(box: TrustBox, success: boolean, dimension: number, batch = 1): TrustBox | undefined {
  const successes = success ? box.successes + 1 : 0;
  const failures = success ? 0 : box.failures + 1;
  if (successes >= successTolerance) return { length: Math.min(largestLength, 2 * box.length), successes: 0, failures: 0 };
  if (failures < Math.ceil(Math.max(4, dimension) / batch)) return { length: box.length, successes, failures };
  const length = box.length / 2;
  return length < leastLength ? undefined : { length, successes: 0, failures: 0 };
}

/**
 * The box in the unit cube: sides in proportion to the length scales, their geometric mean being the length, cut at the
 * walls (Eriksson et al. 2019, section 2). Length scales above 2 count as 2: a parameter that does not matter must not
 * shrink the sides of those that do.
 * @param centre point of the cube, d coordinates; `lengthScales` d numbers above 0.
 * @throws EvospiceError `TOOLBOX_SHAPE`, `TOOLBOX_EMPTY`.
 */
export function trustBoxBounds(box: TrustBox, centre: readonly number[], lengthScales: readonly number[]): { readonly lower: number[]; readonly upper: number[] } {
  requireSameLength('length scales', lengthScales.length, centre.length);
  const scales = lengthScales.map((scale) => Math.min(2, scale));
  const typical = geometricMean(scales);
  const half = scales.map((scale) => (0.5 * box.length * scale) / typical);
  return {
    lower: centre.map((place, axis) => Math.max(0, place - half[axis]!)),
    upper: centre.map((place, axis) => Math.min(1, place + half[axis]!)),
  };
}
