import type { CallContext } from '@evospice/contracts';

type Point = [x: number, y: number];

/** Square of the largest distance over that of the smallest. */
function ratio(points: readonly Point[]): number {
  let [least, most] = [Infinity, 0];
  for (let first = 0; first < points.length; first += 1) {
    const [x, y] = points[first] as Point;
    for (let second = first + 1; second < points.length; second += 1) {
      const [otherX, otherY] = points[second] as Point;
      const distance = (x - otherX) ** 2 + (y - otherY) ** 2;
      least = Math.min(least, distance);
      most = Math.max(most, distance);
    }
  }
  return most / least;
}

// EVOLVE-BLOCK-START
/** Points drawn at random and moved one by one; a worse place is kept the more seldom, the longer it goes on. */
function search(count: number, { random }: CallContext): Point[] {
  let best: Point[] = [];
  let least = Infinity;
  for (let round = 0; round < 1 /* range 1..40 */; round += 1) {
    let points = Array.from({ length: count }, (): Point => [random.next(), random.next()]);
    let value = ratio(points);
    let width = 0.1 /* range 0.01..0.5 */;
    let heat = 0.01 /* range 0.0001..3 */;
    for (let step = 0; step < 1000 /* range 500..60000 */; step += 1) {
      const index = random.integer(0, count - 1);
      const next = points.map(([x, y]): Point => [x, y]);
      const [x, y] = next[index] as Point;
      next[index] = [x + width * random.normal(), y + width * random.normal()];
      const found = ratio(next);
      if (found < value || random.next() < Math.exp((value - found) / heat)) [points, value] = [next, found];
      if (value < least) [best, least] = [points, value];
      width *= 0.999 /* range 0.99..0.99999 */;
      heat *= 0.999 /* range 0.99..0.99999 */;
    }
  }
  return best;
}
// EVOLVE-BLOCK-END

export default function place(count: number, context: CallContext): [number, number][] {
  return search(count, context);
}
