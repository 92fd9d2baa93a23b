import { EvospiceError } from '@evospice/contracts';

function notEmpty(values: readonly number[]): void {
  if (values.length === 0) throw new EvospiceError('TOOLBOX_EMPTY', 'there are no values', { received: values, expected: 'at least one value' });
}

/** Arithmetic mean. @throws EvospiceError `TOOLBOX_EMPTY`. */
export function mean(values: readonly number[]): number {
  notEmpty(values);
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Sample standard deviation (n - 1); 0 for one value. @throws EvospiceError `TOOLBOX_EMPTY`. */
export function standardDeviation(values: readonly number[]): number {
  const centre = mean(values);
  if (values.length === 1) return 0;
  return Math.sqrt(values.reduce((sum, value) => sum + (value - centre) ** 2, 0) / (values.length - 1));
}

/**
 * Quantile by linear interpolation between order statistics (type 7 of Hyndman & Fan 1996).
 * @param fraction in [0, 1].
 * @throws EvospiceError `TOOLBOX_EMPTY`, `TOOLBOX_RANGE`.
 */
export function quantile(values: readonly number[], fraction: number): number {
  notEmpty(values);
  if (!(fraction >= 0 && fraction <= 1)) throw new EvospiceError('TOOLBOX_RANGE', `quantile ${fraction}`, { received: fraction, expected: 'a fraction in [0, 1]' });
  const sorted = [...values].sort((a, b) => a - b);
  const place = fraction * (sorted.length - 1);
  const below = Math.floor(place);
  const low = sorted[below]!;
  const high = sorted[Math.min(below + 1, sorted.length - 1)]!;
  return low === high ? low : low + (place - below) * (high - low);
}

/** Middle value; the mean of the two middle ones for an even count. @throws EvospiceError `TOOLBOX_EMPTY`. */
export function median(values: readonly number[]): number {
  return quantile(values, 0.5);
}

/** Root mean square. @throws EvospiceError `TOOLBOX_EMPTY`. */
export function rms(values: readonly number[]): number {
  notEmpty(values);
  return Math.sqrt(values.reduce((sum, value) => sum + value * value, 0) / values.length);
}

/** Geometric mean of numbers not below 0. @throws EvospiceError `TOOLBOX_EMPTY`, `TOOLBOX_RANGE` for a negative one. */
export function geometricMean(values: readonly number[]): number {
  notEmpty(values);
  const bad = values.find((value) => !(value >= 0));
  if (bad !== undefined) throw new EvospiceError('TOOLBOX_RANGE', `geometric mean of ${bad}`, { received: bad, expected: 'numbers not below 0' });
  return Math.exp(mean(values.map((value) => Math.log(value))));
}
