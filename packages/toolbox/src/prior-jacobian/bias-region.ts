import type { EvaluatedCurve, ExtractionProblem } from '@evospice/contracts';
import { scoredPoints } from '../budget/budget.ts';
import { deviceCurves, type DeviceCurve } from '../device-curves/device-curve.ts';

/** Where a point of a curve lies, as far as curves of many devices are alike there. */
export interface BiasRegion {
  /** What is swept and what is measured, such as `control>through` for a transfer curve; a capacitance is `control>c g/bds`. */
  readonly kind: string;
  /** From what matters most to what matters least; a region with fewer words holds all that begin with them. */
  readonly region: readonly string[];
}

/** Steps of |d ln y / dV| kT/q: below the first a curve is flat, above the last it is an ideal exponential. */
const steepness = [0.02, 0.045, 0.1, 0.22, 0.45, 0.75];
/** Steps of d ln y / d ln V of an output curve: from saturation to a resistor. */
const exponents = [0.03, 0.1, 0.3, 0.7];
/** Steps of a value against the largest of its like. */
const levels = [0.003, 0.03, 0.2, 0.5, 0.85];
/** Reverse bias of a junction in V. */
const reverse = [-3, -1, -0.3, 0];

/**
 * Bias region of each scored point: how steep the curve is there, its drain or collector voltage, length, body bias and temperature. All
 * of it is read off the curves that are passed, so that it follows a threshold wherever it is.
 * @param evaluation simulated curves, in the order of an `Evaluation`.
 * @returns one entry per scored point in the order of `Evaluation.residuals`; undefined for a kind of device that is not known here.
 */
export function biasRegions(
  problem: Pick<ExtractionProblem, 'curves' | 'device'>, evaluation: { readonly curves: readonly Pick<EvaluatedCurve, 'id' | 'every' | 'simulated'>[] },
): (BiasRegion | undefined)[] {
  const known = deviceCurves(problem);
  const highest = Math.max(...known.flatMap((one) => (one?.swept === 'control' ? one.through.map(Math.abs) : [])), Math.abs(problem.device.vdd ?? 0));
  const peaks = new Map<string, number>();
  const simulatedOf = evaluation.curves.map(({ id, every = 1, simulated }) => {
    const index = problem.curves.findIndex((curve) => curve.id === id);
    const device = known[index];
    return { curve: problem.curves[index], device, every, simulated };
  });
  for (const { device, simulated } of simulatedOf) {
    if (device === undefined) continue;
    for (const [of] of device.curve.vectors.entries()) {
      const key = peakKey(device, of);
      peaks.set(key, Math.max(peaks.get(key) ?? 0, ...(simulated[of] ?? []).map(Math.abs)));
    }
  }
  return simulatedOf.flatMap(({ curve, device, every, simulated }) => (curve?.vectors ?? []).flatMap((vector, of) => {
    const points = scoredPoints(vector, every);
    if (device === undefined) return points.map(() => undefined);
    const values = simulated[of] ?? [];
    const main = mainWords(device, of, values, every, peaks.get(peakKey(device, of)) ?? 0);
    const kind = kindOf(device, of);
    const conditions = conditionWords(device);
    return points.map((point): BiasRegion => {
      const high = device.swept === 'control' && device.terminals.through !== device.terminals.control ? [Math.abs(device.through[point]!) > 0.25 * highest ? 'high' : 'low'] : [];
      return { kind, region: [...(main[point / every] ?? []), ...high, ...conditions(point)] };
    });
  }));
}

function peakKey({ curve, swept }: DeviceCurve, of: number): string {
  const { kind, node } = curve.vectors[of]!;
  return `${curve.instance} ${swept} ${kind} ${node ?? ''}`;
}

function kindOf({ curve, swept, through, terminals: { control, through: out, reference } }: DeviceCurve, of: number): string {
  const { kind, node, hi = [], lo = [] } = curve.vectors[of]!;
  // What flows into the source or emitter is what flows out of the drain or collector, as far as sensitivities go.
  const role = node === control || control === out ? 'control' : node === out || node === reference ? 'through' : node ?? '';
  const turned = control !== out && (through[0] ?? 0) < -0.02 ? 'reverse ' : '';
  return `${turned}${swept}>${kind === 'c' ? `c ${[hi, lo].map((list) => list.toSorted().join('')).toSorted().join('/')}` : role}`;
}

/** Words on the curve's own shape, by simulated point. */
function mainWords(device: DeviceCurve, of: number, values: readonly number[], every: number, peak: number): string[][] {
  const { curve, swept, control, through, thermal, terminals } = device;
  const at = (list: readonly number[], index: number): number => list[index * every] ?? 0;
  const slope = (index: number, axis: readonly number[]): number => {
    const [before, after] = [Math.max(0, index - 1), Math.min(values.length - 1, index + 1)];
    return Math.log(Math.abs(values[after]!) / Math.abs(values[before]!)) / (at(axis, after) - at(axis, before));
  };
  if (curve.vectors[of]!.kind === 'c') {
    if (terminals.control === terminals.through) return values.map((_, index) => [`v${classOf(at(control, index), reverse)}`]);
    const least = values.indexOf(Math.min(...values));
    return values.map((value, index) => [`${at(control, index) < at(control, least) ? 'l' : 'u'}${classOf(value / peak, levels)}`]);
  }
  if (swept === 'control') {
    const steep = values.map((_, index) => Math.abs(slope(index, control)) * thermal);
    const most = steep.reduce((best, value, index) => (value > (steep[best] ?? 0) ? index : best), 0);
    const turn = Math.abs(values[most] ?? 0);
    return steep.map((value, index) => [`${Math.abs(values[index]!) < turn && value < 0.45 ? 'l' : 'u'}${Number.isFinite(value) ? classOf(value, steepness) : 'x'}`]);
  }
  if (swept === 'through') {
    const level = classOf(Math.max(...values.map(Math.abs)) / peak, [0.03, 0.3]);
    return values.map((_, index) => {
      const exponent = slope(index, through) * at(through, index);
      return [`o${Number.isFinite(exponent) ? classOf(exponent, exponents) : 'x'}`, `i${level}`];
    });
  }
  return values.map((value) => [`i${classOf(Math.abs(value) / peak, levels)}`]);
}

/** Words on length, body bias and temperature. */
function conditionWords({ curve: { geometry, temperatureC }, body }: DeviceCurve): (point: number) => string[] {
  const { l } = geometry;
  const length = l === undefined ? [] : [l < 1e-6 ? 'short' : 'long'];
  const heat = temperatureC > 42 ? ['hot'] : temperatureC < 12 ? ['cold'] : [];
  return (point) => [...length, ...(Math.abs(body[point]!) > 0.1 ? ['body'] : ['-']), ...heat];
}

function classOf(value: number, steps: readonly number[]): number {
  return steps.filter((step) => value >= step).length;
}
