import type { CallContext } from '@evospice/contracts';

function product(a: readonly number[], b: readonly number[]): number {
  let sum = 0;
  for (let index = 0; index < a.length; index += 1) sum += (a[index] as number) * (b[index] as number);
  return sum;
}

// EVOLVE-BLOCK-START
/** Vectors with a few entries 1 or -1 are drawn, and kept if they are far enough from all kept before. */
function gather(dimension: number, { random }: CallContext): number[][] {
  const entries = 2 /* range 1..9 */;
  const tries = 2000 /* range 1000..60000 */;
  const old = 0.1 /* range 0.001..0.999 */;
  const kept: number[][] = [];
  for (let attempt = 0; attempt < tries; attempt += 1) {
    // Either the places of a vector that is there already with other signs, or places drawn anew.
    const model = kept.length > 0 && random.next() < old ? kept[random.integer(0, kept.length - 1)] : undefined;
    const places = new Set(model === undefined ? [] : [...model.keys()].filter((index) => model[index] !== 0));
    while (places.size < entries) places.add(random.integer(0, dimension - 1));
    const vector = Array.from({ length: dimension }, (_, index) => (places.has(index) ? (random.next() < 0.5 ? 1 : -1) : 0));
    if (kept.every((other) => product(vector, other) <= entries / 2)) kept.push(vector);
  }
  return kept;
}
// EVOLVE-BLOCK-END

export default function vectors(dimension: number, context: CallContext): number[][] {
  return gather(dimension, context);
}
