import type { Curve, SimulatedCurve } from '@evospice/contracts';
import type { CurveFit } from '../result.ts';

/** One fit a measured vector, in order of curves. @param before, after simulated curves by id */
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

/** Drives that stay where they are along the sweep: what tells one curve of a family from the next. */
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
