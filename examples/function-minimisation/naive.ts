import type { CallContext } from '@evospice/contracts';

function height(x: number, y: number): number {
  return Math.sin(x) * Math.cos(y) + Math.sin(x * y) + (x * x + y * y) / 20;
}

// EVOLVE-BLOCK-START
/** Steps at random from where it is, as long as they lead down. */
function search({ random }: CallContext): [number, number] {
  const width = 0.3 /* range 0.01..5 */;
  const shrink = 0.99 /* range 0.9..0.9999 */;
  let best: [number, number] = [5 * (2 * random.next() - 1), 5 * (2 * random.next() - 1)];
  for (let step = 0, size = width; step < 50 /* range 10..5000 */; step += 1, size *= shrink) {
    const x = Math.max(-5, Math.min(5, best[0] + size * random.normal()));
    const y = Math.max(-5, Math.min(5, best[1] + size * random.normal()));
    if (height(x, y) < height(...best)) best = [x, y];
  }
  return best;
}
// EVOLVE-BLOCK-END

export default function minimise(context: CallContext): [number, number] {
  return search(context);
}
