import { semilogFit, type SemilogFit } from '../direct/junction.ts';
import { highShare, isSameDevice, localExponents, type MeasuredTrace, type Region, type TraceRegions } from './region.ts';

/** ln of measured over ideal current beyond which a point is off the exponential. */
const off = 0.1;
/** Exponent of an output curve above which the collector junction conducts. */
const resistive = 0.5;

/** Regions of currents of diodes: forward ones by the measured exponential, and reverse ones. */
export function diodeRegions(traces: readonly MeasuredTrace[]): readonly TraceRegions[] {
  return traces.map(({ device, x, y }) => {
    const forward = [...x.keys()].filter((k) => x[k]! > 0);
    const levels = currentLevels(forward.map((k) => x[k]!), forward.map((k) => Math.abs(y[k]!)), device.thermal);
    return x.map((voltage, k): Region[] => (voltage > 0 ? ['forward', ...levels.of(forward.indexOf(k))] : ['reverse']));
  });
}

/** Regions of currents of bipolar transistors: of Gummel plots by the measured exponentials, of outputs by their shape and by where the Gummel plot leaves its exponential. */
export function bipolarRegions(traces: readonly MeasuredTrace[]): readonly TraceRegions[] {
  const gummel = traces.flatMap((trace) => {
    const { device, vector, x, y } = trace;
    if (device.swept !== 'control' || vector.node !== device.terminals.through || isReverse(trace, 0)) return [];
    const { highest } = currentLevels(x, y.map(Math.abs), device.thermal);
    return highest === undefined ? [] : [{ trace, highest }];
  });
  const highestVoltage = Math.max(0, ...traces.flatMap(({ device, points }) => points.map((point) => device.through[point]!)));
  return traces.map((trace): TraceRegions => {
    const { device, points, x, y } = trace;
    const direction = (k: number): Region => (isReverse(trace, k) ? 'reverse' : 'forward');
    if (device.swept !== 'through') {
      const levels = currentLevels(x, y.map(Math.abs), device.thermal);
      return points.map((_, k) => [direction(k), ...levels.of(k)]);
    }
    const exponents = localExponents(trace);
    const isResistive = (k: number): boolean => !(exponents[k]! < resistive);
    const knee = (gummel.find((one) => isSameDevice(one.trace, trace)) ?? gummel[0])?.highest;
    const middle = [...exponents.keys()].filter((k) => !isResistive(k)).map((k) => Math.abs(y[k]!)).toSorted((a, b) => a - b);
    const level = middle[middle.length >> 1];
    return points.map((_, k): Region[] => [
      direction(k),
      ...(knee === undefined || level === undefined ? [] : [level > knee ? 'high-current' as const : 'mid-current' as const]),
      ...(isReverse(trace, k) ? [] : [isResistive(k) ? 'saturation' as const : 'active' as const]),
      ...(!isResistive(k) && x[k]! > highShare * highestVoltage ? ['high-field' as const] : []),
    ]);
  });
}

function isReverse({ device, points }: MeasuredTrace, k: number): boolean {
  return (device.through[points[k] ?? 0] ?? 0) < -0.02;
}

interface CurrentLevels {
  /** Region of the k-th point: above the exponential at its low end, on it, or below it at its high end. */
  of(k: number): readonly Region[];
  /** Largest current on the exponential, in A. */
  readonly highest?: number;
}

function currentLevels(voltage: readonly number[], current: readonly number[], thermal: number): CurrentLevels {
  const fit = semilogFit(voltage, current, thermal);
  if (fit === undefined) return { of: () => [] };
  const excess = current.map((value, k) => Math.log(value) - idealLog(fit, voltage[k]!, thermal));
  const [from, to] = fit.section;
  const regions = current.map((_, k): Region => {
    if (k < from && !(Math.abs(excess[k]!) < off)) return 'low-current';
    return k > to && !(Math.abs(excess[k]!) < off) ? 'high-current' : 'mid-current';
  });
  const highest = Math.max(...current.filter((_, k) => regions[k] === 'mid-current'));
  return { of: (k) => (regions[k] === undefined ? [] : [regions[k]]), ...(Number.isFinite(highest) ? { highest } : {}) };
}

function idealLog({ saturation, ideality }: SemilogFit, voltage: number, thermal: number): number {
  return Math.log(saturation) + voltage / (ideality * thermal);
}
