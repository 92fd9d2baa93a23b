/**
 * Place of the minimum of the parabola through three points, for line searches (Powell 1964).
 * @param points three [place, value] pairs with different places.
 * @returns undefined unless the parabola opens upwards and everything is finite.
 */
export function parabolaMinimum(points: readonly [readonly [number, number], readonly [number, number], readonly [number, number]]): number | undefined {
  const [[a, fa], [b, fb], [c, fc]] = points;
  const left = (fb - fa) / (b - a);
  const right = (fc - fb) / (c - b);
  const curvature = (right - left) / (c - a);
  if (!(curvature > 0)) return undefined;
  const place = (a + b) / 2 - left / (2 * curvature);
  return Number.isFinite(place) ? place : undefined;
}
