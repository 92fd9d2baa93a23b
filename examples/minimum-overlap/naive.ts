import type { CallContext } from '@evospice/contracts';

/** Heights from 0 to 1, scaled to a mean of 1/2 where that can be done; undefined where one would be above 1. */
function scaled(heights: readonly number[]): number[] | undefined {
  const factor = heights.length / (2 * heights.reduce((total, height) => total + height, 0));
  const next = heights.map((height) => height * factor);
  return next.every((height) => height <= 1 - 1e-9) ? next : undefined;
}

function overlap(heights: readonly number[]): number {
  const { length } = heights;
  let most = 0;
  for (let shift = 1 - length; shift < length; shift += 1) {
    let sum = 0;
    for (let index = Math.max(0, -shift); index < Math.min(length, length - shift); index += 1) sum += (heights[index] as number) * (1 - (heights[index + shift] as number));
    most = Math.max(most, sum);
  }
  return (2 * most) / length;
}

// EVOLVE-BLOCK-START
/** A flat function whose heights are changed at random as long as that helps. */
function improve(context: CallContext): number[] {
  const steps = 20 /* range 6..120 */;
  const bump = 0.05 /* range 0.01..0.5 */;
  let width = 0.05 /* range 0.005..1 */;
  const shrink = 0.999 /* range 0.99..0.9999 */;
  const changes = 1 /* range 1..10 */;
  let best = Array.from({ length: steps }, (_, index) => 0.5 + bump * Math.cos((2 * Math.PI * (index + 0.5 - steps / 2)) / steps));
  let least = overlap(best);
  for (let round = 0; round < 500 /* range 100..20000 */; round += 1, width *= shrink) {
    const next = [...best];
    for (let change = 0; change < changes; change += 1) {
      const index = context.random.integer(0, steps - 1);
      next[index] = Math.max(0, (next[index] as number) + width * context.random.normal());
    }
    const whole = scaled(next);
    if (whole === undefined) continue;
    const value = overlap(whole);
    if (value < least) [best, least] = [whole, value];
  }
  return best;
}
// EVOLVE-BLOCK-END

export default function steps(_most: number, context: CallContext): number[] {
  return improve(context);
}
