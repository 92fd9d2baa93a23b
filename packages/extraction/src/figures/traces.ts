import type { Curve, DeviceDescription, DeviceInstance } from '@evospice/contracts';
import { deviceCurves, type DeviceCurve } from '@evospice/toolbox';
import { deviceProblem } from '../problem/create-problem.ts';

/** What figures are read off: curves of a device, whoever made their values. */
export interface FigureCurves {
  readonly device: DeviceDescription;
  readonly instances: readonly DeviceInstance[];
  readonly curves: readonly Curve[];
}

/** One vector of a curve over the swept voltage, ascending; p types turned around. */
export interface Trace {
  readonly id: string;
  readonly device: DeviceCurve;
  readonly kind: 'i' | 'c';
  /** Terminal of a current. */
  readonly node: string | undefined;
  readonly x: readonly number[];
  readonly y: readonly number[];
  /** First voltages of drain or collector, of body and of gate or base. */
  readonly through: number;
  readonly body: number;
  readonly control: number;
  readonly geometry: Readonly<Record<string, number>>;
}

/** Points of a vector; undefined for a curve without values. */
export type VectorValues = (curve: Curve, vector: number) => ArrayLike<number> | undefined;

/** Traces of the curves of a known kind of device, at the points that are scored. */
export function tracesOf({ device, instances, curves }: FigureCurves, values: VectorValues): readonly Trace[] {
  const known = deviceCurves(deviceProblem({ device, instances, curves, tunables: [], model: {} }));
  return known.flatMap((one, index) => (one === undefined ? [] : one.curve.vectors.flatMap((vector, of): Trace[] => {
    const points = values(curves[index]!, of);
    if (points === undefined || vector.kind === 'v') return [];
    const axis = one.swept === 'through' ? one.through : one.control;
    const isDiode = one.terminals.control === one.terminals.through;
    const used = vector.scored.filter((point) => Number.isFinite(points[point]!)).toSorted((a, b) => axis[a]! - axis[b]!);
    return [{
      id: one.curve.id, device: one, kind: vector.kind, node: vector.node, geometry: one.curve.geometry,
      x: used.map((point) => axis[point]!), y: used.map((point) => (vector.kind === 'c' || isDiode ? Math.abs(points[point]!) : one.sign * points[point]!)),
      through: one.through[0]!, body: one.body[0]!, control: one.control[0]!,
    }];
  })));
}
