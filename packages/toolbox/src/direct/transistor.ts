import { localSlopes, straightLine } from './straight-line.ts';

/** Threshold and gain of a transistor with a gate. */
export interface Threshold {
  /** V. */
  readonly threshold: number;
  /** A/V^2: mobility times oxide capacitance times W/L. */
  readonly gain: number;
}

/**
 * Threshold in the linear region by the tangent at the largest transconductance: Vth = Vg - Id/gm - Vd/2, gain = gm/Vd (Ortiz-Conde et al. 2002,
 * Microelectron. Reliab. 42:583, section 3.2).
 * @param gate V, ascending. @param drain A. @param vd V, small against Vg - Vth.
 */
export function thresholdByMaximumGm(gate: readonly number[], drain: readonly number[], vd: number): Threshold | undefined {
  const gm = localSlopes(gate, drain);
  const most = indexOfLargest(gm);
  if (gate.length < 5 || !(gm[most]! > 0) || !(vd > 0)) return undefined;
  return { threshold: gate[most]! - drain[most]! / gm[most]! - vd / 2, gain: gm[most]! / vd };
}

/**
 * Threshold in saturation, where sqrt(Id) is straight: the intercept of its steepest tangent; gain = 2 slope^2, Id = gain/2 (Vg - Vth)^2
 * (Ortiz-Conde et al. 2002, section 4.1; pinch-off voltage and transconductance of a JFET, Shichman & Hodges 1968, IEEE J. Solid-State Circuits 3:285).
 */
export function thresholdInSaturation(gate: readonly number[], drain: readonly number[]): Threshold | undefined {
  const root = drain.map((value) => Math.sqrt(Math.max(0, value)));
  const slopes = localSlopes(gate, root);
  const most = indexOfLargest(slopes);
  if (gate.length < 5 || !(slopes[most]! > 0)) return undefined;
  return { threshold: gate[most]! - root[most]! / slopes[most]!, gain: 2 * slopes[most]! ** 2 };
}

/**
 * Threshold and gain without mobility degradation and series resistance: Id / sqrt(gm) = sqrt(gain Vd) (Vg - Vth) in strong inversion (Ghibaudo 1988,
 * Electron. Lett. 24:543). The section is where it is within 5 % of its steepest slope.
 */
export function thresholdByRatio(gate: readonly number[], drain: readonly number[], vd: number): Threshold | undefined {
  const gm = localSlopes(gate, drain);
  const points = [...gate.keys()].filter((k) => gm[k]! > 0 && drain[k]! > 0);
  const [x, y] = [points.map((k) => gate[k]!), points.map((k) => drain[k]! / Math.sqrt(gm[k]!))];
  // What lies below the largest transconductance is not strong inversion yet; the last slopes are one-sided.
  const first = points.indexOf(indexOfLargest(gm));
  const [from, to] = [Math.max(0, first), x.length - 2];
  const line = to - from < 3 ? undefined : straightLine(x.slice(from, to), y.slice(from, to));
  return line === undefined || !(line.slope > 0) || !(vd > 0) ? undefined : { threshold: -line.intercept / line.slope, gain: line.slope ** 2 / vd };
}

/**
 * Gate voltage at which a current flows, between points by the logarithm (constant-current threshold; Ortiz-Conde et al. 2002, section 3.1).
 * @param level A, such as 1e-7 W/L. @returns V; undefined where the curve does not pass the level upwards.
 */
export function thresholdByConstantCurrent(gate: readonly number[], drain: readonly number[], level: number): number | undefined {
  for (let k = drain.length - 1; k > 0; k -= 1) {
    const [below, above] = [drain[k - 1]!, drain[k]!];
    if (!(below < level && above >= level)) continue;
    const share = below > 0 ? Math.log(level / below) / Math.log(above / below) : (level - below) / (above - below);
    return gate[k - 1]! + share * (gate[k]! - gate[k - 1]!);
  }
  return undefined;
}

/**
 * Early voltage from an output curve in saturation: I = I0 (1 + V / VA), a line through the upper half of the voltages (Early 1952, Proc. IRE 40:1401);
 * its inverse is the channel length modulation lambda.
 * @returns V; undefined where the current does not rise.
 */
export function earlyVoltage(voltage: readonly number[], current: readonly number[]): number | undefined {
  const highest = Math.max(...voltage);
  const points = [...voltage.keys()].filter((k) => voltage[k]! > 0.4 * highest);
  const line = points.length < 3 ? undefined : straightLine(points.map((k) => voltage[k]!), points.map((k) => current[k]!));
  return line === undefined || !(line.slope > 0) || !(line.intercept > 0) ? undefined : line.intercept / line.slope;
}

/**
 * Series resistance and length offset from the resistance of several lengths at several overdrives: each overdrive gives a line R = Rs + a (L - dL),
 * and all meet at (dL, Rs): the regression of their intercepts on their slopes (transmission line method: Terada & Muta 1979, Jpn. J. Appl. Phys. 18:953;
 * Chern et al. 1980, IEEE Electron Device Lett. 1:170).
 * @param lengths m. @param resistances by overdrive, then by length: Ohm.
 * @returns undefined with fewer than two lengths or two overdrives, or where all lines have one slope.
 */
export function transmissionLine(lengths: readonly number[], resistances: readonly (readonly number[])[]): { readonly resistance: number; readonly lengthOffset: number } | undefined {
  const lines = resistances.flatMap((row) => straightLine(lengths, row) ?? []);
  if (lines.length < 2) return undefined;
  const meeting = straightLine(lines.map(({ slope }) => slope), lines.map(({ intercept }) => intercept));
  return meeting === undefined ? undefined : { resistance: meeting.intercept, lengthOffset: -meeting.slope };
}

function indexOfLargest(values: readonly number[]): number {
  return values.reduce((best, value, k) => (value > (values[best] ?? -Infinity) || Number.isNaN(values[best]) ? k : best), 0);
}
