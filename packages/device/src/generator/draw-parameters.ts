import type { RandomSource, ProblemParameter } from '@evospice/contracts';
import type { GenericTunable } from '../generic/generic-device.ts';
import { parameterFacts } from '../knowledge/parameter-facts.ts';
import type { ModelFamily } from '../knowledge/model-family.ts';

/** Bounds move inwards by up to this share of their width on either side, so that positions inside them mean nothing. */
const boundsShift = 0.12;
/** Spread of the truth and of the start around the generic value, as a share of the bounds' width. */
const spread = 0.2;
/** Truth and start keep this distance from the bounds. */
const margin = 0.06;
/** Digits of bounds and start values, as on a card somebody wrote. */
const digits = 6;

interface Interval {
  readonly lower: number;
  readonly upper: number;
  readonly scale: 'lin' | 'log';
}

/** Physical value at a position in [0, 1] of the bounds. */
export function valueAt({ lower, upper, scale }: Interval, position: number): number {
  return scale === 'log' ? lower * (upper / lower) ** position : lower + (upper - lower) * position;
}

/** Position in the bounds; the inverse of `valueAt`. */
function positionOf({ lower, upper, scale }: Interval, value: number): number {
  return scale === 'log' ? Math.log(value / lower) / Math.log(upper / lower) : (value - lower) / (upper - lower);
}

/** Rounds to a few significant digits. */
export function rounded(value: number, to = digits): number {
  return Number(value.toPrecision(to));
}

/** Bounds of one task, drawn inside the physical ones and around the generic value. */
export function drawBounds(tunable: GenericTunable, generic: number, random: RandomSource): Interval {
  const centre = positionOf(tunable, generic);
  const low = Math.min(boundsShift * random.next(), centre / 2);
  const high = Math.max(1 - boundsShift * random.next(), (1 + centre) / 2);
  return { lower: rounded(valueAt(tunable, low)), upper: rounded(valueAt(tunable, high)), scale: tunable.scale };
}

/** One parameter set around the generic values, inside the bounds. */
export function drawValues(bounds: readonly Interval[], generic: readonly number[], random: RandomSource): number[] {
  return bounds.map((interval, index) => {
    const position = positionOf(interval, generic[index]!) + spread * random.normal();
    const value = rounded(valueAt(interval, Math.min(1 - margin, Math.max(margin, position))));
    return Math.min(interval.upper, Math.max(interval.lower, value));
  });
}

/** The order in which a task lists its parameters (Fisher & Yates 1938, in place from the end). */
export function drawOrder(count: number, random: RandomSource): number[] {
  const order = Array.from({ length: count }, (_, index) => index);
  for (let last = count - 1; last > 0; last--) {
    const other = random.integer(0, last);
    [order[last], order[other]] = [order[other]!, order[last]!];
  }
  return order;
}

export function tunableOf(family: ModelFamily, name: string, bounds: Interval, start: number): ProblemParameter {
  return { name, lower: bounds.lower, upper: bounds.upper, start, scale: bounds.scale, ...parameterFacts(family, name) };
}
