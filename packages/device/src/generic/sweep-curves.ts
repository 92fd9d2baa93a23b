import type { Curve, DeviceInstance, MeasuredVector, TerminalDrive } from '@evospice/contracts';
import { curveIds, type CurveName } from '../tasks/curve-ids.ts';
import type { SweepBias, SweepMeasure, SweepPlan, GenericDevice } from './generic-device.ts';

/** How much to measure: `tiny` for a quick probe (first instance, 9 points, few biases), `normal` for a bench as an engineer would run it. */
export type SweepSize = 'tiny' | 'normal';

const pointsOf: Readonly<Record<SweepSize, number>> = { tiny: 9, normal: 25 };
/** Points with |measured| below this many standard deviations of the additive noise are not scored. */
const floorInSigmas = 10;
const defaultTemperatureC = 27;

/** Constants of one curve: the bias of each terminal that is not swept. */
type Combination = Readonly<Record<string, number>>;

/**
 * The curves of a standard bench, with measured values of zero in place of what a simulation will fill in.
 * @param source where the curves come from, for their records
 */
export function sweepCurves(device: GenericDevice, instances: readonly DeviceInstance[], size: SweepSize, source: string): Curve[] {
  const unnamed: Omit<Curve, 'id'>[] = [];
  const names: CurveName[] = [];
  for (const instance of instances) {
    for (const sweep of device.sweeps) {
      for (const combination of combinations(sweep, size)) {
        const curve = sweepCurve(device, sweep, combination, instance.id, pointsOf[size], source);
        unnamed.push(curve);
        names.push({
          instance: curve.instance,
          kind: curve.kind,
          temperatureC: curve.temperatureC,
          constants: Object.fromEntries(device.device.terminals.flatMap((terminal) => (combination[terminal] === undefined ? [] : [[columnOf(sweep.bias[terminal]!, terminal), combination[terminal]]]))),
          swept: new Set(Object.entries(sweep.bias).filter(([, bias]) => valuesOf(bias, size).length > 1).map(([terminal, bias]) => columnOf(bias, terminal))),
          columns: curve.measured.map((vector) => vector.column),
        });
      }
    }
  }
  const ids = curveIds(names);
  return unnamed.map((curve, index) => ({ id: ids[index]!, ...curve }));
}

function valuesOf(bias: SweepBias, size: SweepSize): readonly number[] {
  if (typeof bias === 'number') return [bias];
  if ('follow' in bias) return [];
  const all = 'force' in bias ? bias.force : bias;
  return size === 'tiny' && all.length > 2 ? [all[0]!, all.at(-1)!] : all;
}

function columnOf(bias: SweepBias, terminal: string): string {
  return typeof bias === 'object' && 'force' in bias ? `i${terminal}` : `v${terminal}`;
}

function combinations(sweep: SweepPlan, size: SweepSize): Combination[] {
  return Object.entries(sweep.bias).reduce<Combination[]>((all, [terminal, bias]) => {
    const values = valuesOf(bias, size);
    return values.length === 0 ? all : all.flatMap((each) => values.map((value) => ({ ...each, [terminal]: value })));
  }, [{}]);
}

function sweepCurve(device: GenericDevice, sweep: SweepPlan, combination: Combination, instance: string, points: number, source: string): Omit<Curve, 'id'> {
  const x = Float64Array.from({ length: points }, (_, index) => rounded(sweep.from + ((sweep.to - sweep.from) * index) / (points - 1)));
  const drives = device.device.terminals.map((terminal): TerminalDrive => {
    const bias = sweep.bias[terminal];
    const follows = terminal === sweep.sweep || (typeof bias === 'object' && 'follow' in bias);
    return {
      terminal,
      quantity: typeof bias === 'object' && 'force' in bias ? 'i' : 'v',
      values: follows ? x.slice() : new Float64Array(points).fill(combination[terminal]!),
    };
  });
  return {
    kind: sweep.kind,
    instance,
    temperatureC: sweep.temperatureC ?? defaultTemperatureC,
    split: sweep.split,
    sweep: `v${sweep.sweep}`,
    x,
    drives,
    measured: sweep.measure.map((measure) => placeholder(measure, device, points)),
    ...(sweep.frequency === undefined ? {} : { frequency: sweep.frequency }),
    weight: 1,
    source,
  };
}

function placeholder(measure: SweepMeasure, device: GenericDevice, points: number): MeasuredVector {
  const column = measure.kind === 'c' ? `c${measure.hi.join('')}_${measure.lo.join('')}` : `${measure.kind}${measure.node}`;
  return { column, ...measure, floor: floorInSigmas * device.noiseFloor[measure.kind], values: new Float64Array(points) };
}

/** To a tenth of a millivolt, as a source steps, so that the values print short. */
function rounded(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
