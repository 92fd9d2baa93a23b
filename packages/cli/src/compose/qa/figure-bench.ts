import type { Curve, MeasuredVector, ModelCard, Task } from '@evospice/contracts';
import { supplyOf } from '@evospice/rules-kit';

/** Degrees Celsius at which figures are read. */
const temperatures = [-40, 27, 125];
const points = 61;

interface Sweep {
  readonly name: string;
  readonly sweep: string;
  readonly from: number;
  readonly to: number;
  readonly biases: Readonly<Record<string, number>>;
  /** Terminals whose currents are computed. */
  readonly currents: readonly string[];
  /** Terminals against all others. */
  readonly capacitance?: readonly [string, string];
}

/** Sweeps that show a device's standard figures, in the voltages of an n type; for a MOSFET up to the supply. */
function sweepsOf(task: Task, card: ModelCard): readonly Sweep[] {
  const { kind } = task.device;
  if (kind === 'mosfet' || kind === 'soi') {
    const supply = supplyOf(task, card, undefined);
    const transfer = (vd: number, vb: number): Sweep => ({ name: `idvg vd=${vd} vb=${vb}`, sweep: 'g', from: -0.2 * supply, to: supply, biases: { d: vd, b: vb }, currents: ['d'] });
    return [transfer(0.05, 0), transfer(supply, 0), transfer(0.05, -supply / 2), { name: 'idvd', sweep: 'd', from: 0, to: supply, biases: { g: supply }, currents: ['d'] }];
  }
  if (kind === 'vdmos') {
    return [{ name: 'idvg vd=0.1', sweep: 'g', from: 0, to: 10, biases: { d: 0.1 }, currents: ['d'] }, { name: 'idvg vd=10', sweep: 'g', from: 0, to: 10, biases: { d: 10 }, currents: ['d'] }, { name: 'idvd', sweep: 'd', from: 0, to: 20, biases: { g: 6 }, currents: ['d'] }];
  }
  if (kind === 'jfet') {
    const pinch = -Math.abs(card.value('vto') ?? card.value('vt0') ?? 2);
    return [{ name: 'idvg', sweep: 'g', from: 1.5 * pinch, to: 0, biases: { d: 3 * Math.abs(pinch) + 1 }, currents: ['d'] }, { name: 'idvd', sweep: 'd', from: 0, to: 10, biases: { g: 0 }, currents: ['d'] }];
  }
  if (kind === 'bjt') {
    return [{ name: 'gummel', sweep: 'b', from: 0.3, to: 0.95, biases: { c: 1 }, currents: ['c', 'b'] }, { name: 'output', sweep: 'c', from: 0.3, to: 3, biases: { b: 0.75 }, currents: ['c'] }];
  }
  if (kind === 'diode') {
    return [{ name: 'iv', sweep: 'a', from: 0, to: 0.9, biases: {}, currents: ['a'] }, { name: 'cv', sweep: 'a', from: -3, to: 0.2, biases: {}, currents: [], capacitance: ['a', 'c'] }];
  }
  return [];
}

/** Curves over bias, temperature and the task's sizes off which figures of merit are read; nothing was measured on them. */
export function figureBench(task: Task, card: ModelCard): readonly Curve[] {
  const sign = task.device.polarity === 'p' && task.device.kind !== 'diode' ? -1 : 1;
  const sweeps = sweepsOf(task, card);
  return task.instances.flatMap(({ id }) => temperatures.flatMap((temperatureC) => sweeps.map((sweep) => curveOf(task, sweep, { instance: id, temperatureC, sign }))));
}

function curveOf({ device }: Task, { name, sweep, from, to, biases, currents, capacitance }: Sweep, { instance, temperatureC, sign }: { readonly instance: string; readonly temperatureC: number; readonly sign: 1 | -1 }): Curve {
  const x = Float64Array.from({ length: points }, (_, k) => sign * (from + ((to - from) * k) / (points - 1)));
  const values = new Float64Array(points);
  // Everything that is computed counts: nothing is below an instrument's floor.
  const floor = Number.MIN_VALUE;
  const measured: readonly MeasuredVector[] = capacitance === undefined
    ? currents.map((node) => ({ column: `i${node}`, kind: 'i' as const, node, floor, values }))
    : [{ column: 'c', kind: 'c', hi: [capacitance[0]], lo: [capacitance[1]], floor, values }];
  return {
    id: `figures ${instance} ${temperatureC} ${name}`, kind: 'figures', instance, temperatureC, split: 'extra', sweep: `v${sweep}`, x, weight: 1, source: 'standard figures', measured,
    drives: device.terminals.map((terminal) => ({ terminal, quantity: 'v', values: terminal === sweep ? x : new Float64Array(points).fill(sign * (biases[terminal] ?? 0)) })),
    ...(capacitance === undefined ? {} : { frequency: 1e5 }),
  };
}
