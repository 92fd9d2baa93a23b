import type { CallContext } from '@evospice/contracts';

type Point = [x: number, y: number];

/** Area of the smallest triangle. */
function smallest(points: readonly Point[]): number {
  let least = Infinity;
  for (let first = 0; first < points.length; first += 1) {
    const a = points[first] as Point;
    for (let second = first + 1; second < points.length; second += 1) {
      const b = points[second] as Point;
      for (let third = second + 1; third < points.length; third += 1) {
        const c = points[third] as Point;
        least = Math.min(least, Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2);
      }
    }
  }
  return least;
}

// EVOLVE-BLOCK-START
/** Points drawn at random and moved one by one; a worse place is kept the more seldom, the longer it goes on. */
function search(count: number, { random }: CallContext): Point[] {
  let best: Point[] = [];
  let most = -1;
  for (let round = 0; round < 1 /* range 1..40 */; round += 1) {
    let points = Array.from({ length: count }, (): Point => [random.next(), random.next()]);
    let area = smallest(points);
    let width = 0.1 /* range 0.01..0.5 */;
    let heat = 0.0001 /* range 0.00001..0.02 */;
    for (let step = 0; step < 1000 /* range 500..40000 */; step += 1) {
      const index = random.integer(0, count - 1);
      const next = points.map(([x, y]): Point => [x, y]);
      const [x, y] = next[index] as Point;
      next[index] = [Math.min(1, Math.max(0, x + width * random.normal())), Math.min(1, Math.max(0, y + width * random.normal()))];
      const value = smallest(next);
      if (value > area || random.next() < Math.exp((value - area) / heat)) [points, area] = [next, value];
      if (area > most) [best, most] = [points, area];
      width *= 0.9995 /* range 0.99..0.99999 */;
      heat *= 0.999 /* range 0.99..0.99999 */;
    }
  }
  return best;
}
// EVOLVE-BLOCK-END

export default function place(count: number, context: CallContext): [number, number][] {
  return search(count, context);
}
