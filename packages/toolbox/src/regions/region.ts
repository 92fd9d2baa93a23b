import type { ProblemVector } from '@evospice/contracts';
import type { DeviceCurve } from '../device-curves/device-curve.ts';
import { localSlopes } from '../direct/straight-line.ts';

/**
 * Where the device works at a measured point. Transistors with a gate: `subthreshold`, `leakage`, `linear`, `saturation`, `high-field`; their gate capacitances:
 * `accumulation`, `depletion`, `inversion`. Junctions and bipolar transistors: `low-current`, `mid-current`, `high-current`, `forward`, `reverse`; outputs of
 * bipolar transistors: `saturation` (the collector junction conducts), `active`, `high-field`; their capacitances: `depletion`, `forward`.
 */
export type Region = 'subthreshold' | 'leakage' | 'linear' | 'saturation' | 'high-field' | 'accumulation' | 'depletion' | 'inversion'
  | 'low-current' | 'mid-current' | 'high-current' | 'forward' | 'reverse' | 'active';

/** Share of the largest voltage above which a field counts as high. */
export const highShare = 2 / 3;

/** One vector of a curve: its scored points over the swept voltage, ascending, and what was measured there, p types turned around. */
export interface MeasuredTrace {
  readonly device: DeviceCurve;
  readonly vector: ProblemVector;
  /** Index into the problem's curves, and into the curve's vectors. */
  readonly place: readonly [curve: number, vector: number];
  /** Indices into `measured`. */
  readonly points: readonly number[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Regions of each point of a trace, in its order. */
export type TraceRegions = readonly (readonly Region[])[];

/** Whether two traces are of one device at one temperature. */
export function isSameDevice({ device: { curve: a } }: MeasuredTrace, { device: { curve: b } }: MeasuredTrace): boolean {
  return a.instance === b.instance && a.temperatureC === b.temperatureC;
}

/** d ln |y| / d ln |x| by point: 1 of a resistor, 0 of a current source; NaN where x is not above 0 or y is 0. */
export function localExponents({ x, y }: Pick<MeasuredTrace, 'x' | 'y'>): readonly number[] {
  const usable = [...x.keys()].filter((k) => x[k]! > 0 && y[k] !== 0);
  const slopes = localSlopes(usable.map((k) => Math.log(x[k]!)), usable.map((k) => Math.log(Math.abs(y[k]!))));
  return x.map((_, k) => slopes[usable.indexOf(k)] ?? Number.NaN);
}
