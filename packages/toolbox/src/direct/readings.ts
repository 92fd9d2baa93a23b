import type { ExtractionProblem } from '@evospice/contracts';
import { deviceCurves, type DeviceCurve } from '../device-curves/device-curve.ts';
import { geometricMean, median } from '../statistics/statistics.ts';
import { deviationResistance, junctionCapacitance, kneeCurrent, semilogFit } from './junction.ts';
import { earlyVoltage, thresholdByConstantCurrent, thresholdByMaximumGm, thresholdByRatio, thresholdInSaturation, transmissionLine } from './transistor.ts';

/** What can be read off curves; see `readCurves` for the formula of each. */
export type Quantity = 'threshold' | 'gain' | 'swing' | 'body effect' | 'barrier lowering' | 'channel length modulation' | 'contact resistance' | 'oxide capacitance'
  | 'saturation current' | 'ideality' | 'edge saturation current' | 'edge ideality' | 'series resistance' | 'zero-bias capacitance' | 'built-in potential' | 'grading'
  | 'edge zero-bias capacitance' | 'edge built-in potential' | 'edge grading' | 'base saturation current' | 'base ideality' | 'current gain' | 'reverse current gain'
  | 'Early voltage' | 'knee current';

export interface Reading {
  readonly value: number;
  /** Curves that it was read off. */
  readonly curves: readonly string[];
}

export type Readings = ReadonlyMap<Quantity, Reading>;

/** Values of a curve's vector by point: measured or simulated; undefined where there are none. */
export type CurveValues = (curve: number, vector: number) => readonly number[] | undefined;

/** One vector over the swept voltage, ascending, where it is scored; p types turned around. */
interface Trace {
  readonly device: DeviceCurve;
  readonly x: readonly number[];
  readonly y: readonly number[];
  readonly id: string;
  readonly vd: number;
  readonly vb: number;
  readonly length: number;
}

/** Reads off curves whatever they show, with the same formulas for measured and for simulated ones. Quantities that no curve shows are absent. */
export function readCurves(problem: Pick<ExtractionProblem, 'curves' | 'device'>, values: CurveValues): Readings {
  const readings = new Map<Quantity, Reading>();
  const put = (quantity: Quantity, value: number | undefined, ...from: readonly Trace[]): void => {
    if (value !== undefined && Number.isFinite(value)) readings.set(quantity, { value, curves: [...new Set(from.map(({ id }) => id))] });
  };
  const all = deviceCurves(problem).flatMap((device, index) => (device === undefined ? [] : device.curve.vectors.flatMap((vector, of) => {
    const points = values(index, of);
    return points === undefined || vector.kind === 'v' ? [] : [{ ...traceOf(device, vector.scored, points), vector }];
  })));
  const currents = (swept: DeviceCurve['swept'], node: 'control' | 'through'): Trace[] =>
    all.filter(({ device, vector }) => vector.kind === 'i' && device.swept === swept && vector.node === device.terminals[node]);
  const capacitances = all.filter(({ vector, device }) => vector.kind === 'c' && device.swept === 'control');
  const { kind } = problem.device;
  if (kind === 'diode') readJunction(all.filter(({ vector }) => vector.kind === 'i'), capacitances, put);
  else if (kind === 'bjt') readBipolar(currents('control', 'through'), currents('control', 'control'), currents('through', 'through'), put);
  else {
    readGate(currents('control', 'through'), currents('through', 'through'), kind === 'jfet', put);
    const [first] = capacitances;
    if (first !== undefined && kind !== 'jfet') put('oxide capacitance', Math.max(...first.y), first);
  }
  return readings;
}

type Put = (quantity: Quantity, value: number | undefined, ...from: readonly Trace[]) => void;

function traceOf(device: DeviceCurve, scored: readonly number[], values: readonly number[]): Trace {
  const axis = device.swept === 'through' ? device.through : device.control;
  const ofDiode = device.terminals.control === device.terminals.through;
  const points = scored.filter((point) => Number.isFinite(values[point]!)).toSorted((a, b) => axis[a]! - axis[b]!);
  return {
    device, id: device.curve.id, x: points.map((point) => axis[point]!), y: points.map((point) => (ofDiode ? Math.abs(values[point]!) : device.sign * values[point]!)),
    vd: device.through[0]!, vb: device.body[0]!, length: device.curve.geometry['l'] ?? 0,
  };
}

const byVoltage = (a: Trace, b: Trace): number => a.vd - b.vd || Math.abs(a.vb) - Math.abs(b.vb);

function readGate(transfer: readonly Trace[], output: readonly Trace[], depletion: boolean, put: Put): void {
  const slopes = output.filter(({ length, x }) => length === Math.min(...output.map((one) => one.length)) && x.length >= 4)
    .flatMap((trace) => { const early = earlyVoltage(trace.x, trace.y); return early === undefined ? [] : [{ trace, early }]; });
  // Curves that are not saturated over the whole section rise more.
  const lambda = slopes.length === 0 ? undefined : 1 / median(slopes.map(({ early }) => early));
  put('channel length modulation', lambda, ...slopes.map(({ trace }) => trace));
  const usable = transfer.filter(({ x, vd }) => x.length >= 5 && vd > 0 && !Number.isNaN(vd));
  const atZero = usable.filter(({ vb }) => Math.abs(vb) < 0.05);
  const longest = Math.max(...atZero.map(({ length }) => length));
  const shortest = Math.min(...usable.map(({ length }) => length));
  const [low] = atZero.filter(({ length }) => length === longest).toSorted(byVoltage);
  if (low !== undefined) {
    const long = atZero.filter(({ length }) => length === longest).toSorted(byVoltage);
    const saturated = long.at(-1)!;
    if (depletion) {
      const found = thresholdInSaturation(saturated.x, saturated.y);
      put('threshold', found?.threshold, saturated);
      // Beta of Shichman and Hodges is half of the gain, without the channel length modulation at this drain voltage.
      put('gain', found === undefined ? undefined : found.gain / 2 / area(saturated) / (1 + (lambda ?? 0) * saturated.vd), saturated);
    } else {
      put('threshold', thresholdOf(low), low);
      put('gain', (isLinear(low) ? thresholdByRatio(low.x, low.y, low.vd) ?? thresholdByMaximumGm(low.x, low.y, low.vd) : thresholdInSaturation(low.x, low.y))?.gain, low);
      put('swing', semilogFit(low.x, low.y, low.device.thermal)?.ideality, low);
    }
  }
  const backed = usable.filter(({ vb, vd, length }) => Math.abs(vb) > 0.05 && low !== undefined && vd === low.vd && length === low.length).toSorted((a, b) => Math.abs(b.vb) - Math.abs(a.vb))[0];
  if (low !== undefined && backed !== undefined) put('body effect', difference(thresholdOf(backed), thresholdOf(low)), low, backed);
  const short = atZero.filter(({ length }) => length === shortest).toSorted(byVoltage);
  const [near, far] = [short[0], short.at(-1)];
  if (near !== undefined && far !== undefined && far.vd > near.vd && !depletion) {
    const level = 1e-7 * ((near.device.curve.geometry['w'] ?? 1) / (near.length || 1));
    const shift = difference(thresholdByConstantCurrent(near.x, near.y, level), thresholdByConstantCurrent(far.x, far.y, level));
    put('barrier lowering', shift === undefined ? undefined : shift / (far.vd - near.vd), near, far);
  }
  readContacts(atZero, put);
}

/** Total resistance at low drain voltage against the length, for devices of one temperature. */
function readContacts(atZero: readonly Trace[], put: Put): void {
  const least = Math.min(...atZero.map(({ vd }) => vd));
  const linear = atZero.filter((trace) => trace.vd < 1.5 * least && isLinear(trace));
  const lengths = [...new Set(linear.map(({ length }) => length))];
  if (lengths.length < 3) return;
  const used = lengths.map((length) => linear.find((one) => one.length === length)!);
  const span = Math.min(...used.map((trace) => trace.x.at(-1)! - (thresholdOf(trace) ?? Infinity)));
  if (!(span > 0)) return;
  const resistances = [0.5, 0.65, 0.8, 0.95].map((share) => used.map((trace) => {
    const current = interpolated(trace, thresholdOf(trace)! + share * span);
    return (trace.vd / current) * (trace.device.curve.geometry['w'] ?? 1) * 1e6;
  }));
  put('contact resistance', transmissionLine(lengths, resistances)?.resistance, ...used);
}

function isLinear({ x, vd }: Trace): boolean {
  return vd < 0.25 * (x.at(-1)! - x[0]!);
}

function thresholdOf(trace: Trace): number | undefined {
  return (isLinear(trace) ? thresholdByMaximumGm(trace.x, trace.y, trace.vd) : thresholdInSaturation(trace.x, trace.y))?.threshold;
}

function readJunction(currents: readonly Trace[], capacitances: readonly Trace[], put: Put): void {
  const room = (traces: readonly Trace[]): Trace[] => {
    const nearest = Math.min(...traces.map(({ device }) => Math.abs(device.curve.temperatureC - 27)));
    return traces.filter(({ device, x }) => Math.abs(device.curve.temperatureC - 27) === nearest && x.length >= 4);
  };
  const [bulk, edge] = separated(room(currents).map((trace) => ({ ...trace, ...forward(trace) })));
  if (bulk !== undefined) {
    const fit = semilogFit(bulk.x, bulk.y, bulk.trace.device.thermal);
    put('saturation current', fit?.saturation, ...bulk.from);
    put('ideality', fit?.ideality, ...bulk.from);
    if (fit !== undefined) put('series resistance', deviationResistance(bulk.x, bulk.y, fit, bulk.trace.device.thermal), ...bulk.from);
  }
  if (edge !== undefined) {
    const fit = semilogFit(edge.x, edge.y, edge.trace.device.thermal);
    put('edge saturation current', fit?.saturation, ...edge.from);
    put('edge ideality', fit?.ideality, ...edge.from);
  }
  const [bottom, wall] = separated(room(capacitances));
  for (const [part, prefix] of [[bottom, ''], [wall, 'edge ']] as const) {
    const fit = part === undefined ? undefined : junctionCapacitance(part.x, part.y);
    if (part === undefined || fit === undefined) continue;
    put(`${prefix}zero-bias capacitance`, fit.zeroBias, ...part.from);
    put(`${prefix}built-in potential`, fit.potential, ...part.from);
    put(`${prefix}grading`, fit.grading, ...part.from);
  }
}

function forward({ x, y }: Trace): { x: readonly number[]; y: readonly number[] } {
  const points = [...x.keys()].filter((k) => x[k]! > 0);
  return { x: points.map((k) => x[k]!), y: points.map((k) => y[k]!) };
}

interface Part {
  readonly trace: Trace;
  readonly from: readonly Trace[];
  readonly x: readonly number[];
  readonly y: readonly number[];
}

/** Density by area and by edge, from two devices whose edges are long and short against their areas; of one device all of it by area. */
function separated(traces: readonly Trace[]): readonly [Part | undefined, Part | undefined] {
  const ratio = ({ device: { curve: { geometry } } }: Trace): number => (geometry['pj'] ?? 0) / (geometry['area'] ?? 1);
  const sorted = traces.toSorted((a, b) => ratio(a) - ratio(b));
  const [flat, long] = [sorted[0], sorted.at(-1)];
  if (flat === undefined || long === undefined) return [undefined, undefined];
  const whole: Part = { trace: flat, from: [flat], x: flat.x, y: flat.y.map((value) => value / area(flat)) };
  if (ratio(long) < 1.5 * ratio(flat) + 1e-12) return [whole, undefined];
  const [bulk, edge]: { x: number[]; y: number[] }[] = [{ x: [], y: [] }, { x: [], y: [] }];
  for (const [k, voltage] of flat.x.entries()) {
    if (voltage < long.x[0]! || voltage > long.x.at(-1)!) continue;
    // y = multiple (area a + edge p) for both.
    const [first, second] = [flat.y[k]! / multiple(flat), interpolated(long, voltage) / multiple(long)];
    const [a1, p1, a2, p2] = [size(flat, 'area', 1), size(flat, 'pj', 0), size(long, 'area', 1), size(long, 'pj', 0)];
    const determinant = a1 * p2 - a2 * p1;
    for (const [part, value] of [[bulk, (first * p2 - second * p1) / determinant], [edge, (second * a1 - first * a2) / determinant]] as const) {
      // A small difference of large values is noise.
      if (!(value > 0) || value < 0.03 * (part === bulk ? first / a1 : second / p2)) continue;
      part!.x.push(voltage);
      part!.y.push(value);
    }
  }
  return [{ trace: flat, from: [flat, long], ...bulk! }, { trace: long, from: [flat, long], ...edge! }];
}

function size({ device: { curve: { geometry } } }: Trace, name: string, otherwise: number): number {
  return geometry[name] ?? otherwise;
}

function multiple(trace: Trace): number {
  return size(trace, 'm', 1);
}

function area(trace: Trace): number {
  return size(trace, 'area', 1) * multiple(trace);
}

function readBipolar(collector: readonly Trace[], base: readonly Trace[], output: readonly Trace[], put: Put): void {
  const room = ({ device, x }: Trace): boolean => Math.abs(device.curve.temperatureC - 27) < 8 && x.length >= 5;
  // The least collector voltage that keeps the collector junction off shows the Early effect and heat least.
  const active = collector.filter((trace) => room(trace) && trace.vd > 0.5).toSorted((a, b) => a.vd - b.vd)[0];
  if (active !== undefined) {
    const { thermal } = active.device;
    const fit = semilogFit(active.x, active.y, thermal);
    put('saturation current', fit === undefined ? undefined : fit.saturation / area(active), active);
    put('ideality', fit?.ideality, active);
    const own = base.find(({ id }) => id === active.id);
    if (own !== undefined) {
      const ofBase = semilogFit(own.x, own.y, thermal);
      // Avalanche and leakage bend the base current into what no junction does.
      const isJunction = ofBase !== undefined && ofBase.ideality > 0.9;
      put('base saturation current', isJunction ? ofBase.saturation / area(own) : undefined, own);
      put('base ideality', isJunction ? ofBase.ideality : undefined, own);
      const gain = largestRatio(active, own);
      put('current gain', gain, active, own);
      // The base current knows nothing of high injection, so that what it lacks is resistance, and what the collector lacks against it is injection.
      const collectorAt = own.x.map((voltage) => interpolated(active, voltage));
      const knee = gain === undefined ? undefined : kneeCurrent(own.y.map((value) => gain * value), collectorAt);
      put('knee current', knee === undefined ? undefined : knee / area(active), active, own);
      const resistance = !isJunction ? undefined : deviationResistance(own.x, own.y, ofBase, thermal, collectorAt);
      put('series resistance', resistance === undefined ? undefined : resistance * area(own), active, own);
    }
  }
  const turned = base.filter((trace) => room(trace) && trace.vd < -0.3)[0];
  if (turned !== undefined) {
    const out = collector.find(({ id }) => id === turned.id);
    if (out !== undefined) put('reverse current gain', largestRatio({ ...out, y: out.y.map(Math.abs) }, turned), out, turned);
  }
  const slopes = output.filter(room).flatMap((trace) => { const early = earlyVoltage(trace.x, trace.y); return early === undefined ? [] : [{ trace, early }]; });
  if (slopes.length > 0) put('Early voltage', geometricMean(slopes.map(({ early }) => early)), ...slopes.map(({ trace }) => trace));
}

function largestRatio(above: Trace, below: Trace): number | undefined {
  const ratios = above.x.flatMap((voltage, k) => (voltage >= below.x[0]! && voltage <= below.x.at(-1)! ? [above.y[k]! / interpolated(below, voltage)] : []));
  const found = Math.max(...ratios.filter((ratio) => ratio > 0));
  return Number.isFinite(found) ? found : undefined;
}

/** Value between points, by the logarithm where both are above 0. */
function interpolated({ x, y }: Pick<Trace, 'x' | 'y'>, at: number): number {
  const after = Math.max(1, x.findIndex((value) => value >= at));
  const [from, to] = [y[after - 1]!, y[after]!];
  const share = (at - x[after - 1]!) / (x[after]! - x[after - 1]!);
  return from > 0 && to > 0 ? from * (to / from) ** share : from + share * (to - from);
}

function difference(a: number | undefined, b: number | undefined): number | undefined {
  return a === undefined || b === undefined ? undefined : a - b;
}
