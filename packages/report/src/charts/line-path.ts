/** A place in the picture, in pixels. */
export type Pixel = readonly [number, number];

/** Differences below it cannot be seen, in pixels. */
const visible = 0.6;

/** SVG path through points, with the points that do not show left out. */
export function linePath(points: readonly Pixel[]): string {
  const [first] = points;
  if (first === undefined) return '';
  const kept: Pixel[] = [first];
  for (const [index, point] of points.entries()) {
    const last = kept.at(-1)!;
    if (index === points.length - 1 || Math.abs(point[0] - last[0]) >= visible || Math.abs(point[1] - last[1]) >= visible) kept.push(point);
  }
  return pathThrough(kept);
}

/** SVG path through all points, to a tenth of a pixel. */
export function pathThrough(points: readonly Pixel[]): string {
  return `M${points.map(([x, y]) => `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`).join('L')}`;
}

/** The corners of a step line: level until the next point. */
export function stepCorners(points: readonly Pixel[]): Pixel[] {
  return points.flatMap(([x, y], index) => {
    const before = points[index - 1];
    return before === undefined ? [[x, y] as const] : [[x, before[1]] as const, [x, y] as const];
  });
}
