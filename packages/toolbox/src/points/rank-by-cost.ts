/**
 * Indices of costs from the cheapest to the dearest; equal ones, failures (Infinity) among them, in their order. Sorting by a
 * difference does not do: Infinity - Infinity is not a number.
 * @returns a permutation of 0 … n - 1.
 */
export function rankByCost(costs: readonly number[]): number[] {
  return costs.map((_, index) => index).sort((a, b) => (costs[a]! < costs[b]! ? -1 : costs[a]! > costs[b]! ? 1 : a - b));
}
