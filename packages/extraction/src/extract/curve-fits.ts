import type { Curve, SimulatedCurve } from '@evospice/contracts';
import type { CurveFit } from '../result.ts';

/**
 * What is drawn of curves: one fit per measured vector, curve after curve as given, and within a curve in order of its vectors.
 * @param before simulated curves of the start card by id; a curve that is missing gives null instead of values
 * @param after the same of the card that was found
 */
export function curveFits(
  curves: readonly Curve[], before: ReadonlyMap<string, SimulatedCurve>, after: ReadonlyMap<string, SimulatedCurve>,
): readonly CurveFit[] {
  return curves.flatMap((curve) => curve.measured.map((vector, index): CurveFit => ({
    curve: curve.id,
    kind: curve.kind,
    split: curve.split,
    instance: curve.instance,
    temperatureC: curve.temperatureC,
    sweep: curve.sweep,
    column: vector.column,
    quantity: vector.kind,
    bias: constantBias(curve),
    floor: vector.floor,
    x: Array.from(curve.x),
    measured: Array.from(vector.values),
    before: valuesOf(before.get(curve.id), index),
    after: valuesOf(after.get(curve.id), index),
  })));
}

/**
 * Drives that stay where they are along the sweep: what tells one curve of a family from the next.
 * A drive stays when no value is further than 1e-6 of the first one's size from it (a first value of 0: all are 0).
 * @returns the first value by terminal, in the drive's own unit: volts or amperes
 */
export function constantBias(curve: Curve): Readonly<Record<string, number>> {
  const bias: Record<string, number> = {};
  for (const { terminal, values } of curve.drives) {
    const first = values[0];
    if (first !== undefined && values.every((value) => Math.abs(value - first) <= 1e-6 * Math.abs(first))) bias[terminal] = first;
  }
  return bias;
}

function valuesOf(curve: SimulatedCurve | undefined, index: number): readonly number[] | null {
  const values = curve?.vectors[index];
  return values === undefined ? null : Array.from(values);
}
