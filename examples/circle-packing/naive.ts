import type { CallContext } from '@evospice/contracts';

/** A circle that may still overlap others. */
interface Circle {
  x: number;
  y: number;
  radius: number;
}

function sum(circles: readonly Circle[]): number {
  return circles.reduce((total, { radius }) => total + radius, 0);
}

/** Shrinks circles until none overlaps another or leaves the square. */
function fitted(circles: readonly Circle[]): Circle[] {
  const fit = circles.map(({ x, y, radius }): Circle => ({ x, y, radius: Math.max(0, Math.min(radius, x, y, 1 - x, 1 - y)) }));
  for (const [index, a] of fit.entries()) {
    for (const b of fit.slice(index + 1)) {
      const distance = Math.hypot(a.x - b.x, a.y - b.y);
      const reach = a.radius + b.radius;
      if (reach <= distance) continue;
      a.radius *= distance / reach;
      b.radius *= distance / reach;
    }
  }
  return fit;
}

// EVOLVE-BLOCK-START
/** Centres on two rings around the middle. */
function begin(count: number, context: CallContext): Circle[] {
  const inner = 0.25 /* range 0.1..0.45 */;
  const outer = 0.42 /* range 0.3..0.5 */;
  const onInner = 8 /* range 4..12 */;
  const jitter = 0.01 /* range 0.001..0.5 */;
  return Array.from({ length: count }, (_, index): Circle => {
    const isInner = index <= onInner;
    const angle = (2 * Math.PI * index) / (isInner ? onInner : count - 1 - onInner);
    const distance = index === 0 ? 0 : isInner ? inner : outer;
    return {
      x: 0.5 + distance * Math.cos(angle) + jitter * context.random.normal(),
      y: 0.5 + distance * Math.sin(angle) + jitter * context.random.normal(),
      radius: 0.02 /* range 0.001..0.2 */,
    };
  });
}

/** All circles grow; those that overlap push each other away and shrink. */
function grow(circles: Circle[]): void {
  let growth = 0.002 /* range 0.0001..0.02 */;
  const push = 0.2 /* range 0.01..0.5 */;
  const shrink = 0.2 /* range 0.01..0.5 */;
  for (let step = 0; step < 200 /* range 100..4000 */; step += 1) {
    for (let index = 0; index < circles.length; index += 1) {
      const a = circles[index] as Circle;
      a.radius += growth;
      for (let other = index + 1; other < circles.length; other += 1) {
        const b = circles[other] as Circle;
        const [dx, dy, reach] = [a.x - b.x, a.y - b.y, a.radius + b.radius];
        if (dx * dx + dy * dy >= reach * reach) continue;
        const distance = Math.sqrt(dx * dx + dy * dy) + 1e-12;
        const overlap = reach - distance;
        a.x += (push * overlap * dx) / distance;
        a.y += (push * overlap * dy) / distance;
        b.x -= (push * overlap * dx) / distance;
        b.y -= (push * overlap * dy) / distance;
        a.radius -= shrink * overlap;
        b.radius -= shrink * overlap;
      }
      for (const [axis, wall, inwards] of [['x', 0, 1], ['y', 0, 1], ['x', 1, -1], ['y', 1, -1]] as const) {
        const overlap = a.radius - Math.abs(a[axis] - wall);
        if (overlap <= 0) continue;
        a[axis] += inwards * push * overlap;
        a.radius -= shrink * overlap;
      }
      a.radius = Math.max(a.radius, 0);
    }
    growth *= 0.99 /* range 0.95..0.9999 */;
  }
}

/** Some of the circles moved, all a little smaller. */
function shaken(circles: readonly Circle[], context: CallContext): Circle[] {
  const width = 0.02 /* range 0.001..0.5 */;
  const share = 0.5 /* range 0.02..1 */;
  const smaller = 0.9 /* range 0.3..1 */;
  return circles.map(({ x, y, radius }): Circle => {
    const shift = context.random.next() < share ? width : 0;
    return {
      x: Math.min(1, Math.max(0, x + shift * context.random.normal())),
      y: Math.min(1, Math.max(0, y + shift * context.random.normal())),
      radius: smaller * radius,
    };
  });
}

/** Grows circles, shakes the best that came out, and grows them again. */
function place(count: number, context: CallContext): Circle[] {
  let best: Circle[] = [];
  for (let round = 0; round < 2 /* range 1..250 */; round += 1) {
    const afresh = best.length === 0 || context.random.next() < 0.5 /* range 0.02..1 */;
    const circles = afresh ? begin(count, context) : shaken(best, context);
    grow(circles);
    const found = fitted(circles);
    if (sum(found) > sum(best)) best = found;
  }
  return best;
}
// EVOLVE-BLOCK-END

export default function pack(count: number, context: CallContext): [number, number, number][] {
  // The check is exact: a little less than touching, and no circle without a radius.
  return fitted(place(count, context)).map(({ x, y, radius }) => [x, y, radius * (1 - 1e-12)]);
}
