/**
 * How a drive runs along a sweep of points 0, 1, 2, …: constant, `start + step * point`, or a value a point.
 * Currents and voltages alike, in A and V.
 */
export type Profile =
  | { readonly kind: 'constant'; readonly value: number }
  | { readonly kind: 'uniform'; readonly start: number; readonly step: number }
  | { readonly kind: 'table'; readonly values: readonly number[] };

/** Largest departure from a straight line, relative to the largest value, that counts as rounding of decimals. */
const ROUNDING = 1e-12;

/** @param values one drive value a point; at least one. */
export function profileOf(values: ArrayLike<number>): Profile {
  // Adding 0 turns -0 into 0, which some programs print or parse oddly.
  const list = Array.from(values, (value) => value + 0);
  const first = list[0] as number;
  const last = list.at(-1) as number;
  const tolerance = ROUNDING * list.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  if (list.every((value) => value === first)) return { kind: 'constant', value: first };
  const step = (last - first) / (list.length - 1);
  const uniform = list.every((value, point) => Math.abs(value - (first + step * point)) <= tolerance);
  return uniform ? { kind: 'uniform', start: first, step } : { kind: 'table', values: list };
}

/** Text that is the same for equal profiles. */
export function keyOfProfile(profile: Profile): string {
  switch (profile.kind) {
    case 'constant': return `c ${profile.value}`;
    case 'uniform': return `u ${profile.start} ${profile.step}`;
    case 'table': return `t ${profile.values.join(' ')}`;
  }
}
