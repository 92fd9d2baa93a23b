/**
 * How a drive runs along a sweep. A circuit is swept by a point counter k = 0, 1, 2, …, so a uniform sweep is
 * `start + step * k`: exact, and linear, which costs the simulator no further iteration.
 */
export type Profile =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly start: number; readonly step: number }
  | { readonly kind: 'table'; readonly values: readonly number[] };

/** Largest departure from a straight line, relative to the largest value, that counts as rounding of decimals. */
const ROUNDING = 1e-12;

/** @param values one drive value a point, V or A; at least one. */
export function profileOf(values: ArrayLike<number>): Profile {
  const list = Array.from(values);
  const first = list[0] as number;
  const last = list.at(-1) as number;
  const tolerance = ROUNDING * list.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (list.every((value) => value === first)) return { kind: 'constant', value: first + 0 };
  const step = (last - first) / (list.length - 1);
  const uniform = list.every((value, k) => Math.abs(value - (first + step * k)) <= tolerance);
  return uniform ? { kind: 'uniform', start: first + 0, step } : { kind: 'table', values: list };
}
