// EVOLVE-BLOCK-START
/** How well a bin suits an item: the bin with the highest value is taken, of equal ones the first. An empty bin has all its capacity left. */
function priority(item: number, left: number, capacity: number): number {
  const after = left - item;
  const tight = 1 /* range 0.01..100 */;
  const empty = 0.001 /* range 0.001..100 */;
  const awkward = 20 /* range 1..60 */;
  const dislike = 0.001 /* range 0.001..100 */;
  // First fit, as long as the weights are too small to tell one bin from another.
  let value = 0;
  if (after < 2 /* range 1..60 */) value += tight;
  if (left === capacity) value -= empty;
  if (after > 0 && after < awkward) value -= dislike;
  return value - 0.00001 /* range 0.00001..1 */ * (after / capacity);
}
// EVOLVE-BLOCK-END

export default function pack(items: readonly number[], capacity: number): number[] {
  const free: number[] = [];
  return items.map((item) => {
    let [chosen, most] = [free.length, priority(item, capacity, capacity)];
    for (const [bin, left] of free.entries()) {
      if (left < item) continue;
      const value = priority(item, left, capacity);
      if (value > most || (value === most && bin < chosen)) [chosen, most] = [bin, value];
    }
    free[chosen] = (free[chosen] ?? capacity) - item;
    return chosen;
  });
}
