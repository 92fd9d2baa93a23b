/** Steps of a cumulative share: [x, share at or below x]. */
export type StepPoints = readonly (readonly [number, number])[];

/**
 * Cumulative share of `times` at or below x: a point at `from`, one where it rises, and one at `to`. Infinite times never
 * count; later than `to` does not either.
 * @param total what shares are of, at least the number of times; 0 gives shares of 0
 */
export function cumulativeShare(times: readonly number[], total: number, from: number, to: number): StepPoints {
  const rising = times.filter((time) => time <= to).sort((a, b) => a - b);
  const points: [number, number][] = [[from, 0]];
  for (const [index, time] of rising.entries()) {
    const x = Math.max(time, from);
    const last = points.at(-1)!;
    if (last[0] === x) last[1] = (index + 1) / total;
    else points.push([x, (index + 1) / total]);
  }
  const last = points.at(-1)!;
  if (last[0] < to) points.push([to, last[1]]);
  return points;
}

/** Mean height of the steps over log x from 1 to `to`; their height at `to` where that is 1 or less. */
export function logArea(points: StepPoints, to: number): number {
  if (to <= 1) return points.findLast(([x]) => x <= to)?.[1] ?? 0;
  return points.reduce((area, [x, share], index) => {
    const next = points[index + 1]?.[0] ?? to;
    return area + share * (Math.log(Math.max(1, next)) - Math.log(Math.max(1, x)));
  }, 0) / Math.log(to);
}
