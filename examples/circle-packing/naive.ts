import type { CallContext } from '@evospice/contracts';

type Point = [x: number, y: number];

/** Radii for fixed centres: as far as the walls allow, then shrunk pair by pair until no two overlap. */
function radiiOf(points: readonly Point[]): number[] {
  const radii = points.map(([x, y]) => Math.max(0, Math.min(x, y, 1 - x, 1 - y)));
  for (let first = 0; first < points.length; first += 1) {
    for (let second = first + 1; second < points.length; second += 1) {
      const [a, b] = [points[first] as Point, points[second] as Point];
      const distance = Math.hypot(a[0] - b[0], a[1] - b[1]);
      const reach = (radii[first] as number) + (radii[second] as number);
      if (reach <= distance) continue;
      radii[first] = ((radii[first] as number) * distance) / reach;
      radii[second] = ((radii[second] as number) * distance) / reach;
    }
  }
  return radii;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

// EVOLVE-BLOCK-START
/** Centres on rings around the middle, moved at random as long as that helps. */
function place(count: number, context: CallContext): Point[] {
  const inner = 0.25 /* range 0.1..0.45 */;
  const outer = 0.42 /* range 0.3..0.5 */;
  const onInner = 8 /* range 4..12 */;
  let best = Array.from({ length: count }, (_, index): Point => {
    if (index === 0) return [0.5, 0.5];
    const isInner = index <= onInner;
    const angle = (2 * Math.PI * index) / (isInner ? onInner : count - 1 - onInner);
    const radius = isInner ? inner : outer;
    return [0.5 + radius * Math.cos(angle), 0.5 + radius * Math.sin(angle)];
  });
  let most = sum(radiiOf(best));
  let width = 0.05 /* range 0.005..0.3 */;
  for (let step = 0; step < 3000; step += 1) {
    const moved = best.map(([x, y]): Point => [x, y]);
    const index = context.random.integer(0, count - 1);
    const [x, y] = moved[index] as Point;
    moved[index] = [x + width * context.random.normal(), y + width * context.random.normal()];
    const total = sum(radiiOf(moved));
    if (total > most) {
      best = moved;
      most = total;
    }
    width *= 0.999 /* range 0.99..0.9999 */;
  }
  return best;
}
// EVOLVE-BLOCK-END

export default function pack(count: number, context: CallContext): [number, number, number][] {
  const points = place(count, context);
  // The check is exact: a little less than touching.
  return radiiOf(points).map((radius, index) => [...(points[index] as Point), radius * (1 - 1e-12)]);
}
