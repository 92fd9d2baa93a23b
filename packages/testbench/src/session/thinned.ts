import type { Curve, Testbench } from '@evospice/contracts';

/** The testbench with the points 0, k, 2k, … of each curve, under the same ids. @param every k, a whole number from 1 */
export function thinned(testbench: Testbench, every: number): Testbench {
  return { ...testbench, id: `${testbench.id}-every-${every}`, curves: testbench.curves.map((curve) => cutCurve(curve, (point) => point % every === 0)) };
}

/** Some points of a curve, under the same id. */
export function cutCurve(curve: Curve, keeps: (point: number) => boolean): Curve {
  const kept = (values: Float64Array): Float64Array => values.filter((_, point) => keeps(point));
  return {
    ...curve,
    x: kept(curve.x),
    drives: curve.drives.map((drive) => ({ ...drive, values: kept(drive.values) })),
    measured: curve.measured.map((vector) => ({ ...vector, values: kept(vector.values) })),
  };
}
