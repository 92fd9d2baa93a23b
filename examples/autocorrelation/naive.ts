import type { CallContext } from '@evospice/contracts';

/** Largest value of the autoconvolution over the square of the sum, times twice the number of steps. */
function ratio(heights: readonly number[]): number {
  const { length } = heights;
  const sum = heights.reduce((total, height) => total + height, 0);
  let peak = 0;
  for (let at = 0; at < 2 * length - 1; at += 1) {
    let value = 0;
    for (let index = Math.max(0, at - length + 1); index <= Math.min(at, length - 1); index += 1) value += (heights[index] as number) * (heights[at - index] as number);
    peak = Math.max(peak, value);
  }
  return (2 * length * peak) / (sum * sum);
}

// EVOLVE-BLOCK-START
/** A flat function whose heights are changed at random as long as that helps. */
function improve(context: CallContext): number[] {
  const steps = 20 /* range 10..200 */;
  const slope = 0.01 /* range 0.001..3 */;
  let width = 0.1 /* range 0.01..2 */;
  const shrink = 0.999 /* range 0.99..0.9999 */;
  const changes = 1 /* range 1..10 */;
  let best = Array.from({ length: steps }, (_, index) => (1 + index) ** -slope);
  let least = ratio(best);
  for (let round = 0; round < 500 /* range 100..20000 */; round += 1, width *= shrink) {
    const next = [...best];
    for (let change = 0; change < changes; change += 1) {
      const index = context.random.integer(0, steps - 1);
      next[index] = Math.max(0, (next[index] as number) + width * context.random.normal());
    }
    const value = ratio(next);
    if (value < least) [best, least] = [next, value];
  }
  return best;
}
// EVOLVE-BLOCK-END

export default function steps(_most: number, context: CallContext): number[] {
  return improve(context);
}
