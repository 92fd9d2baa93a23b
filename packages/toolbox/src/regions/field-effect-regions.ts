import { localSlopes } from '../direct/straight-line.ts';
import { thresholdByMaximumGm, thresholdInSaturation } from '../direct/transistor.ts';
import { highShare, isSameDevice, localExponents, type MeasuredTrace, type Region, type TraceRegions } from './region.ts';

/** Share of the steepest subthreshold slope below which a current no longer follows the gate. */
const flat = 0.25;
/** Exponent of an output curve above which the channel is a resistor. */
const resistive = 0.5;

/** Threshold of one transfer curve. */
interface MeasuredThreshold {
  readonly trace: MeasuredTrace;
  readonly threshold: number;
}

/**
 * Regions of currents of transistors with a gate. The threshold is that of the measured transfer curve of the same device whose body and drain voltage are
 * nearest: by the largest transconductance where the drain voltage is low, in saturation else.
 */
export function fieldEffectRegions(traces: readonly MeasuredTrace[]): readonly TraceRegions[] {
  const thresholds = traces.flatMap((trace): MeasuredThreshold[] => {
    const threshold = isTransfer(trace) ? measuredThreshold(trace) : undefined;
    return threshold === undefined ? [] : [{ trace, threshold }];
  });
  const overdrives = traces.map((trace) => {
    const threshold = nearestThreshold(trace, thresholds);
    return threshold === undefined ? undefined : trace.points.map((point) => trace.device.control[point]! - threshold);
  });
  const highestGate = Math.max(0, ...overdrives.flatMap((values) => values ?? []));
  const highestDrain = Math.max(0, ...traces.flatMap(({ device, points }) => points.map((point) => Math.abs(device.through[point]!))));
  return traces.map((trace, index) => regionsOf(trace, overdrives[index], { highestGate, highestDrain }));
}

function isTransfer({ device, vector }: MeasuredTrace): boolean {
  return device.swept === 'control' && vector.node === device.terminals.through;
}

function measuredThreshold({ device, points, x, y }: MeasuredTrace): number | undefined {
  const vd = device.through[points[0] ?? 0]!;
  if (points.length < 5 || !(vd > 0)) return undefined;
  const linear = vd < 0.25 * (x.at(-1)! - x[0]!);
  return (linear ? thresholdByMaximumGm(x, y, vd) : thresholdInSaturation(x, y))?.threshold;
}

function nearestThreshold(trace: MeasuredTrace, thresholds: readonly MeasuredThreshold[]): number | undefined {
  const own = thresholds.filter((one) => isSameDevice(one.trace, trace));
  const known = own.length > 0 ? own : thresholds;
  const middle = trace.points[trace.points.length >> 1] ?? 0;
  const distance = ({ trace: other }: MeasuredThreshold): number => {
    const at = other.points[0] ?? 0;
    // The body moves a threshold more than the drain does.
    return 10 * Math.abs(other.device.body[at]! - trace.device.body[middle]!) + Math.abs(other.device.through[at]! - trace.device.through[middle]!);
  };
  return known.reduce<{ threshold: number; away: number } | undefined>((best, one) => {
    const away = distance(one);
    return best === undefined || away < best.away ? { threshold: one.threshold, away } : best;
  }, undefined)?.threshold;
}

function regionsOf(trace: MeasuredTrace, overdrive: readonly number[] | undefined, highest: { readonly highestGate: number; readonly highestDrain: number }): TraceRegions {
  const { device, vector, points, x } = trace;
  const drain = vector.node === device.terminals.through || vector.node === device.terminals.reference;
  // What flows into the gate or the body leaks.
  if (!drain) return points.map(() => ['leakage']);
  const exponents = device.swept === 'through' ? localExponents(trace) : undefined;
  const leaking = device.swept === 'control' && overdrive !== undefined ? leakingPoints(trace, overdrive) : new Set<number>();
  return points.map((point, k): Region[] => {
    const above = overdrive?.[k];
    if (leaking.has(k)) return ['leakage'];
    if (above !== undefined && above < 0) return ['subthreshold'];
    const vd = Math.abs(device.through[point]!);
    const isLinear = exponents === undefined ? (above === undefined ? undefined : vd < above) : !(exponents[k]! < resistive) || x[k]! <= 0;
    if (isLinear === undefined) return [];
    const high = (above !== undefined && above > highShare * highest.highestGate) || (!isLinear && vd > highShare * highest.highestDrain);
    return [isLinear ? 'linear' : 'saturation', ...(high ? ['high-field' as const] : [])];
  });
}

/** Points on the off side of the steepest subthreshold slope at which the current does not follow the gate. */
function leakingPoints({ x, y }: MeasuredTrace, overdrive: readonly number[]): ReadonlySet<number> {
  const logs = y.map((value) => Math.log(Math.abs(value)));
  const slopes = localSlopes(x, logs);
  const below = [...slopes.keys()].filter((k) => overdrive[k]! < 0 && Number.isFinite(slopes[k]!));
  const steepest = below.reduce<number | undefined>((best, k) => (best === undefined || slopes[k]! > slopes[best]! ? k : best), undefined);
  if (steepest === undefined || !(slopes[steepest]! > 0)) return new Set();
  return new Set([...x.keys()].filter((k) => k < steepest && !(slopes[k]! > flat * slopes[steepest]!)));
}
