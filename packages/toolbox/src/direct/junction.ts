import { dot } from '../linear-algebra/vectors.ts';
import { geometricMean } from '../statistics/statistics.ts';
import { localSlopes, straightLine } from './straight-line.ts';

export interface SemilogFit {
  /** A: the line at 0 V. */
  readonly saturation: number;
  /** Slope in thermal voltages: 1 for an ideal junction. */
  readonly ideality: number;
  /** First and last point of the section. */
  readonly section: readonly [number, number];
}

/**
 * Saturation current and ideality of a junction, or the swing of a transistor below its threshold, from the steepest straight section of ln I over
 * V: I = Is exp(V / (n kT/q)) (Schroder, Semiconductor Material and Device Characterization, 3rd ed. 2006, section 4.2).
 * @param voltage V, ascending. @param current A, above 0; others are passed over. @param thermal kT/q in V.
 * @returns undefined where fewer than four points rise.
 */
export function semilogFit(voltage: readonly number[], current: readonly number[], thermal: number): SemilogFit | undefined {
  const points = [...voltage.keys()].filter((k) => current[k]! > 0 && Number.isFinite(voltage[k]!));
  const [x, y] = [points.map((k) => voltage[k]!), points.map((k) => Math.log(current[k]!))];
  const slopes = localSlopes(x, y);
  const steepest = Math.max(...slopes.filter(Number.isFinite));
  if (points.length < 4 || !(steepest > 0)) return undefined;
  const peak = slopes.indexOf(steepest);
  const straight = (k: number): boolean => slopes[k]! > 0.97 * steepest;
  let [from, to] = [peak, peak];
  while (from > 0 && straight(from - 1)) from -= 1;
  while (to < x.length - 1 && straight(to + 1)) to += 1;
  // A section of fewer points than one slope was made from is none.
  from = Math.max(0, Math.min(from, peak - 1));
  to = Math.min(x.length - 1, Math.max(to, from + 2));
  const line = straightLine(x.slice(from, to + 1), y.slice(from, to + 1));
  if (line === undefined || !(line.slope > 0)) return undefined;
  return { saturation: Math.exp(line.intercept), ideality: 1 / (line.slope * thermal), section: [points[from]!, points[to]!] };
}

/**
 * Series resistance of a junction from how far its highest currents fall behind the exponential: R = (V - n kT/q ln(I/Is)) / I, weighted by the
 * current (Schroder 2006, section 4.2.2).
 * @param through the current that flows through the resistance, where it is another: a base current shows the emitter's resistance.
 * @returns Ohm; undefined where the currents do not fall behind by more than a tenth of the thermal voltage.
 */
export function deviationResistance(
  voltage: readonly number[], current: readonly number[], { saturation, ideality }: Pick<SemilogFit, 'saturation' | 'ideality'>, thermal: number, through: readonly number[] = current,
): number | undefined {
  const lost = current.map((value, k) => (value > 0 ? voltage[k]! - ideality * thermal * Math.log(value / saturation) : 0));
  const points = [...current.keys()].filter((k) => lost[k]! > 0.1 * thermal);
  if (points.length < 2) return undefined;
  const [x, y] = [points.map((k) => through[k]!), points.map((k) => lost[k]!)];
  const share = dot(x, y) / dot(x, x);
  return share > 0 ? share : undefined;
}

/**
 * Knee current of high injection from a collector current that falls behind its ideal one: x = q (q - 1) with q = ideal / measured, knee = ideal / x
 * (Gummel & Poon 1970, Bell Syst. Tech. J. 49:827, with q2 alone).
 * @returns A; undefined where no point has fallen behind by a tenth.
 */
export function kneeCurrent(ideal: readonly number[], current: readonly number[]): number | undefined {
  const knees = ideal.flatMap((value, k) => {
    const ratio = value / current[k]!;
    return ratio > 1.1 && ratio < 20 ? [value / (ratio * (ratio - 1))] : [];
  });
  return knees.length === 0 ? undefined : geometricMean(knees);
}

/**
 * Zero-bias capacitance, built-in potential and grading of a junction: C = C0 (1 - V / Vj)^-m, a line in ln C for each Vj, which is searched for
 * (Schroder 2006, section 2.2).
 * @param voltage V across the junction, forward above 0. @param capacitance F; points beyond a quarter volt forward are passed over.
 * @returns undefined with fewer than four points, or where the capacitance does not fall with reverse bias.
 */
export function junctionCapacitance(voltage: readonly number[], capacitance: readonly number[]): { readonly zeroBias: number; readonly potential: number; readonly grading: number } | undefined {
  const points = [...voltage.keys()].filter((k) => voltage[k]! <= 0.25 && capacitance[k]! > 0);
  if (points.length < 4) return undefined;
  const y = points.map((k) => Math.log(capacitance[k]!));
  const fit = (potential: number) => {
    const x = points.map((k) => Math.log1p(-voltage[k]! / potential));
    const line = straightLine(x, y);
    const squares = line === undefined ? Infinity : x.reduce((sum, value, k) => sum + (y[k]! - line.intercept - line.slope * value) ** 2, 0);
    return { potential, line, squares };
  };
  let [low, high] = [0.26, 2.5];
  let best = fit(0.7);
  for (let round = 0; round < 12; round += 1) {
    const grid = Array.from({ length: 21 }, (_, k) => fit(low + ((high - low) * k) / 20));
    for (const one of grid) if (one.squares < best.squares) best = one;
    const width = (high - low) / 10;
    [low, high] = [Math.max(0.26, best.potential - width), best.potential + width];
  }
  const { line, potential } = best;
  return line === undefined || !(line.slope < 0) ? undefined : { zeroBias: Math.exp(line.intercept), potential, grading: -line.slope };
}
