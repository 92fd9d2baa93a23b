import type { Curve, DeviceInstance, MeasuredVector, Task } from '@evospice/contracts';

/** What a probe is for; a curve's `kind`. */
export type ProbeKind = 'probe-transfer' | 'probe-output' | 'probe-symmetry' | 'probe-zero' | 'probe-capacitance' | 'probe-junction';

/** One probe as for an n type, with the reference terminal at 0 V: a p type has all voltages with the other sign. */
export interface Probe {
  readonly kind: ProbeKind;
  /** Beside kind, instance and temperature, what tells it apart. */
  readonly name: string;
  /** Name of the swept voltage, for axes. */
  readonly sweep: string;
  readonly x: readonly number[];
  /** Voltage of each terminal at a swept value. */
  readonly drives: Readonly<Record<string, (x: number) => number>>;
  /** Pairs of groups of terminals whose capacitance is wanted; currents of every terminal when left out. */
  readonly capacitances?: readonly (readonly [hi: readonly string[], lo: readonly string[]])[];
}

/** Low enough for every charge to follow, Hz. */
const frequency = 1e4;

/** Evenly spaced values, both ends included. */
export function spread(from: number, to: number, points: number): readonly number[] {
  return Array.from({ length: points }, (_, k) => from + ((to - from) * k) / (points - 1));
}

/** Volts as ids and places state them. */
export function volts(value: number): string {
  return String(Number(value.toPrecision(3)));
}

/** A probe as a curve of a task's instance at a temperature. */
export function probeCurve({ device }: Task, instance: DeviceInstance, temperatureC: number, sign: 1 | -1, probe: Probe): Curve {
  const { kind, name, sweep, x, drives, capacitances } = probe;
  const zeros = new Float64Array(x.length);
  const measured: MeasuredVector[] = capacitances === undefined
    ? device.terminals.map((node) => ({ column: `i${node}`, kind: 'i', node, floor: 1e-15, values: zeros }))
    : capacitances.map(([hi, lo]) => ({ column: `c${hi.join('')}_${lo.join('')}`, kind: 'c', hi, lo, floor: 1e-20, values: zeros }));
  return {
    id: `${kind}/${instance.id}/${temperatureC}C${name === '' ? '' : `/${name}`}`, kind, instance: instance.id, temperatureC, split: 'extra', sweep,
    x: Float64Array.from(x, (value) => sign * value),
    drives: device.terminals.map((terminal) => ({ terminal, quantity: 'v', values: Float64Array.from(x, (value) => sign * (drives[terminal]?.(value) ?? 0)) })),
    measured, weight: 1, source: 'physics rules', ...(capacitances === undefined ? {} : { frequency }),
  };
}
