/** Ways to search a box as if it had no walls (Box 1966). */
export type BoxTransformation = 'no' | 'sin' | 'arcctg';

/** Nearest that a start may lie to a wall: on it the derivative of `sin` is 0, and `arcctg` is infinitely far out. */
const nearest: Readonly<Record<BoxTransformation, number>> = { no: 0, sin: 1e-4, arcctg: 1e-3 };

/**
 * Coordinates without walls of a point of the unit cube (M. J. Box 1966, "A comparison of several current optimization
 * methods", Comput. J. 9:67-77): u with unit = sin^2 u, or unit = arccot(-u)/pi; `no` leaves the cube as it is. Points on
 * a wall are moved inside by 1e-4 (`sin`) or 1e-3 (`arcctg`), from where a search can leave it again.
 * @param unit coordinates in [0, 1].
 */
export function toUnbounded(transformation: BoxTransformation, unit: readonly number[]): number[] {
  const margin = nearest[transformation];
  return unit.map((place) => {
    const inside = Math.min(1 - margin, Math.max(margin, place));
    if (transformation === 'sin') return Math.asin(Math.sqrt(inside));
    return transformation === 'arcctg' ? Math.tan(Math.PI * (inside - 0.5)) : inside;
  });
}

/** The point of the unit cube at coordinates without walls, the inverse of `toUnbounded`; `no` clips to the cube. */
export function fromUnbounded(transformation: BoxTransformation, places: readonly number[]): number[] {
  return places.map((u) => {
    if (transformation === 'sin') return Math.sin(u) ** 2;
    // arccot(-u) = pi/2 + arctan u
    return transformation === 'arcctg' ? 0.5 + Math.atan(u) / Math.PI : Math.min(1, Math.max(0, u));
  });
}

/** Derivative of each coordinate of the cube by its coordinate without walls; 1 for `no`. */
export function unboundedDerivative(transformation: BoxTransformation, places: readonly number[]): number[] {
  return places.map((u) => {
    if (transformation === 'sin') return Math.sin(2 * u);
    return transformation === 'arcctg' ? 1 / (Math.PI * (1 + u * u)) : 1;
  });
}
