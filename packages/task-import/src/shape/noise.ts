import { plainNumber } from '../plain-number.ts';

/** Readings that far below the largest are not fitted: a card with every leakage of a device right is another matter. */
const decadesBelow = 7;
/** A floor is that many times the noise. */
const aboveNoise = 5;
/** Steps of the instrument below which a reading is coarse by more than a twentieth. */
const aboveStep = 10;
/** Of a capacitance, part of the largest. */
const ofCapacitance = 1e-3;
/** Part of the largest reading below which a reading may be noise. */
const smallPart = 1e-3;
/** Turns of a curve from which they are noise, and their least part among the small readings: two thirds of white noise turn. */
const fewestTurns = 5;
/** Readings among which the step of an instrument shows, and the part of the largest up to which they count. */
const fewestReadings = 8;
const smallReading = 0.1;
const partOfTurns = 0.3;

export interface Floor {
  readonly value: number;
  /** How it came about, for people. */
  readonly why: string;
}

/**
 * Size below which readings say nothing of the device: five times the noise of the smallest ones, ten steps of the instrument,
 * or seven decades below the largest.
 * @param curves readings of one column, curve by curve, in the order measured
 * @param decades how far below the largest reading a floor is at most
 */
export function floorOf(curves: readonly Float64Array[], kind: 'i' | 'c', unit: string, decades = decadesBelow): Floor {
  const largest = curves.reduce((most, values) => values.reduce((size, value) => (Number.isFinite(value) ? Math.max(size, Math.abs(value)) : size), most), 0);
  if (largest === 0) return { value: kind === 'i' ? 1e-15 : 1e-18, why: 'all readings are zero' };
  if (kind === 'c') return { value: roundUp(largest * ofCapacitance), why: `a thousandth of the largest reading, ${short(largest)} ${unit}` };
  const noise = noiseOf(curves, largest);
  const deep = largest * 10 ** -decades;
  const step = resolutionOf(curves, largest);
  if (aboveStep * step > Math.max(aboveNoise * noise, deep)) return { value: roundUp(Math.min(aboveStep * step, largest / 10)), why: `ten steps of the instrument, ${short(step)} ${unit}` };
  if (aboveNoise * noise > deep) return { value: roundUp(Math.min(aboveNoise * noise, largest / 10)), why: `five times the noise of the smallest readings, ${short(noise)} ${unit}` };
  return { value: roundUp(deep), why: `${decades} decades below the largest reading, ${short(largest)} ${unit}` };
}

/** Smallest difference between readings: the step of an instrument with fixed decimals, and next to nothing of one with an exponent. */
function resolutionOf(curves: readonly Float64Array[], largest: number): number {
  const sizes = [...new Set(curves.flatMap((values) => [...values].filter((value) => Number.isFinite(value) && Math.abs(value) <= smallReading * largest).map(Math.abs)))].toSorted((a, b) => a - b);
  // A few readings differ by anything.
  return sizes.length < fewestReadings ? 0 : sizes.slice(1).reduce((least, size, index) => Math.min(least, size - sizes[index]!), Number.POSITIVE_INFINITY);
}

/**
 * How far the smallest readings turn back and forth: what a reading at a turn differs from the middle of its neighbours. A curve without
 * noise hardly turns, however steep it is.
 */
function noiseOf(curves: readonly Float64Array[], largest: number): number {
  const turns: number[] = [];
  let small = 0;
  for (const values of curves) {
    for (let at = 1; at + 1 < values.length; at += 1) {
      const [before, here, after] = [values[at - 1]!, values[at]!, values[at + 1]!];
      if (![before, here, after].every((value) => Math.abs(value) <= smallPart * largest)) continue;
      small += 1;
      if ((here - before) * (after - here) < 0) turns.push(Math.abs(here - (before + after) / 2));
    }
  }
  return turns.length < fewestTurns || turns.length < partOfTurns * small ? 0 : median(turns);
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}

/** The next of 1, 2, 5 times a power of ten. */
export function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  const step = [1, 2, 5, 10].find((each) => each * power >= value * (1 - 1e-9))!;
  return Number((step * power).toPrecision(1));
}

function short(value: number): string {
  return plainNumber(Number(value.toPrecision(2)));
}
