import type { RandomSource } from '@evospice/contracts';
import { columnNorms } from '../linear-algebra/vectors.ts';

/**
 * Parameters without any effect at this place, such as those of a leakage whose factor is 0: no derivative will ever move them.
 * @param jacobian m x n, of residuals by unit coordinates. @param least share of the largest column below which one counts as none.
 * @returns indices of columns, ascending; none for a matrix of zeros.
 */
export function withoutEffect(jacobian: readonly (readonly number[])[], least = 1e-4): number[] {
  const sizes = columnNorms(jacobian);
  const largest = Math.max(0, ...sizes);
  return sizes.flatMap((size, axis) => (size < least * largest ? [axis] : []));
}

export interface GatedSearch {
  /** n unit coordinates. */
  readonly at: readonly number[];
  /** Coordinates that may move. */
  readonly axes: readonly number[];
  /** Cost of a point, of a model and so free of charge; not finite where it has no answer. */
  readonly cost: (point: readonly number[]) => number;
  /** Whether an axis begins at a switch: 0 is "off", and what matters lies over decades above it. None unless given. */
  readonly opens?: (axis: number) => boolean;
  /** Calls of `cost`; 300 unless given. */
  readonly trials?: number;
}

/**
 * Random search for a place of parameters that act only together, on a model: a third of the trials anywhere on their axes, the others
 * about the best in narrowing steps, gates by factors. All other coordinates stay.
 * @returns the best point and its cost; `at` itself where nothing is better.
 */
export function searchGated({ at, axes, cost, opens = () => false, trials = 300 }: GatedSearch, random: RandomSource): { point: number[]; cost: number } {
  let best = { point: [...at], cost: cost(at) };
  const wide = Math.ceil(trials / 3);
  for (let trial = 0; trial < trials && axes.length > 0; trial++) {
    const spread = trial < wide ? undefined : 0.5 ** (1 + (4 * (trial - wide)) / Math.max(1, trials - wide));
    const point = drawGated({ at: best.point, axes, opens, ...(spread === undefined ? {} : { spread }) }, random);
    const value = cost(point);
    if (value < best.cost) best = { point, cost: value };
  }
  return best;
}

/**
 * One trial of such a search.
 * @param draw.spread size of the step from `at`, in the unit cube, of most of the axes; anywhere on all of them when left out
 */
export function drawGated({ at, axes, opens = () => false, spread }: Pick<GatedSearch, 'at' | 'axes' | 'opens'> & { readonly spread?: number }, random: RandomSource): number[] {
  const point = [...at];
  for (const axis of axes) {
    if (spread === undefined) point[axis] = opens(axis) ? random.next() ** 4 : random.next();
    else if (random.next() < 0.6) point[axis] = near(point[axis]!, spread, opens(axis), random);
  }
  return point;
}

function near(place: number, spread: number, opens: boolean, random: RandomSource): number {
  const moved = opens && place > 0 ? place * Math.exp(4 * spread * random.normal()) : place + spread * random.normal();
  return Math.min(1, Math.max(0, moved));
}
