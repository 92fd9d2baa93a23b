import type { Curve, DeviceDescription, SimulatedCurve, Task } from '@evospice/contracts';
import { describe, expect, test } from 'vitest';
import { compareFigures, readFigures } from './read-figures.ts';

const kT = 8.617333262e-5 * 300.15;
const steps = (from: number, to: number, count: number): Float64Array => Float64Array.from({ length: count }, (_, k) => from + ((to - from) * k) / (count - 1));

interface Sweep {
  readonly id: string;
  readonly sweep: string;
  readonly x: Float64Array;
  readonly biases: Readonly<Record<string, number>>;
  readonly measured: readonly { readonly node?: string; readonly hi?: readonly string[]; readonly values: Float64Array }[];
}

function curveOf({ id, sweep, x, biases, measured }: Sweep, terminals: readonly string[]): Curve {
  return {
    id, kind: 'test', instance: 'one', temperatureC: 27, split: 'train', sweep, x, weight: 1, source: id,
    drives: terminals.map((terminal) => ({ terminal, quantity: 'v', values: terminal === sweep.slice(1) ? x : x.map(() => biases[terminal] ?? 0) })),
    measured: measured.map(({ node, hi, values }) => ({ column: `y${node ?? ''}`, floor: 1e-30, values, ...(hi === undefined ? { kind: 'i' as const, node: node! } : { kind: 'c' as const, hi, lo: ['c'] }) })),
  };
}

function subjectOf(device: Pick<DeviceDescription, 'kind' | 'polarity'>, terminals: readonly string[], params: Readonly<Record<string, number>>, sweeps: readonly Sweep[]): Pick<Task, 'device' | 'instances' | 'curves'> {
  return { device: { ...device, terminals, thermalNode: false }, instances: [{ id: 'one', params, info: {} }], curves: sweeps.map((sweep) => curveOf(sweep, terminals)) };
}

const named = (task: Pick<Task, 'device' | 'instances' | 'curves'>) => new Map(readFigures(task, (curve, vector) => curve.measured[vector]!.values).map((figure) => [`${figure.name} | ${figure.at}`, figure.value]));

/** A transistor whose current below and above threshold is known: gain 1 mA/V^2, threshold 0.5 V less 0.05 V per V of the drain, slope factor 1.4, Early voltage 20 V. */
function drain(vg: number, vd: number, vb: number): number {
  const overdrive = vg - (0.5 - 0.05 * vd - 0.2 * vb);
  const charge = 1.4 * kT * Math.log1p(Math.exp(overdrive / (1.4 * kT)));
  const reach = Math.min(vd, charge);
  return 1e-3 * (charge * reach - reach ** 2 / 2) * (1 + vd / 20);
}

describe('figures of merit', () => {
  const gate = steps(0, 1.5, 151);
  const transfer = (vd: number, vb: number, sign: 1 | -1): Sweep => ({ id: `vd=${vd},vb=${vb}`, sweep: 'vg', x: gate.map((value) => sign * value), biases: { d: sign * vd, b: sign * vb }, measured: [{ node: 'd', values: gate.map((vg) => sign * drain(vg, vd, vb)) }] });
  const volts = steps(0, 2, 81);
  const output = (sign: 1 | -1): Sweep => ({ id: 'out', sweep: 'vd', x: volts.map((value) => sign * value), biases: { g: sign * 1 }, measured: [{ node: 'd', values: volts.map((vd) => sign * 1e-3 * Math.min(1, vd / 0.1) * (1 + vd / 20)) }] });
  const mos = (polarity: 'n' | 'p') => {
    const sign = polarity === 'n' ? 1 : -1;
    return subjectOf({ kind: 'mosfet', polarity }, ['d', 'g', 's', 'b'], { w: 1e-5, l: 1e-6 }, [transfer(0.05, 0, sign), transfer(1.5, 0, sign), transfer(0.05, -0.5, sign), output(sign)]);
  };

  test.each(['n', 'p'] as const)('of a %s-type MOSFET are those that its equations were made with', (polarity) => {
    const minus = polarity === 'p' ? '−' : '';
    const found = named(mos(polarity));
    const at = (name: string, vd: number, vb = '0'): number => found.get(`${name} | Vd = ${minus}${vd} V, Vb = ${vb} V`)!;
    // The tangent of a square law without mobility degradation, within 5 mV of the threshold at 50 mV.
    expect(at('Vth, maximum gm', 0.05)).toBeCloseTo(0.4975, 2);
    // The current follows the square of the charge: 1.4 / 2 ln(10) kT/q = 41.7 mV.
    expect(at('subthreshold swing', 0.05) / (0.7 * Math.LN10 * kT)).toBeCloseTo(1, 1);
    // gain Vd (1 + Vd / 20) = 50.1 µS.
    expect(at('gm, largest', 0.05) / 5.0125e-5).toBeCloseTo(1, 1);
    expect(at('Ion, Vg = 1.5 V', 1.5)).toBeCloseTo(drain(1.5, 1.5, 0), 9);
    expect(at('Ioff, Vg = 0 V', 1.5) / drain(0, 1.5, 0)).toBeCloseTo(1, 9);
    // At 1 µA, in weak inversion at both drain voltages: 50 mV/V, and what the drain adds below 3 kT/q.
    const dibl = [...found].find(([name]) => name.startsWith('DIBL'))![1];
    expect(dibl).toBeGreaterThan(0.045);
    expect(dibl).toBeLessThan(0.075);
    expect([...found].find(([name]) => name.startsWith('body effect'))![1]).toBeCloseTo(0.1, 3);
    const outAt = (name: string): number => found.get(`${name} | Vg = ${minus}1 V, Vb = 0 V`)!;
    expect(outAt('Early voltage')).toBeCloseTo(20, 6);
    expect(outAt('gds, 80 % of Vd')).toBeCloseTo(5e-5, 9);
    expect(outAt('Ron') / 100).toBeCloseTo(1, 1);
  });

  test('of a diode are its saturation current, ideality and junction', () => {
    const forward = steps(0.2, 0.6, 41);
    const reverse = steps(-3, 0.2, 33);
    const found = named(subjectOf({ kind: 'diode' }, ['a', 'c'], { area: 1 }, [
      { id: 'iv', sweep: 'va', x: forward, biases: {}, measured: [{ node: 'a', values: forward.map((voltage) => 1e-15 * Math.exp(voltage / (1.1 * kT))) }] },
      { id: 'cv', sweep: 'va', x: reverse, biases: {}, measured: [{ hi: ['a'], values: reverse.map((voltage) => 2e-12 * (1 - voltage / 0.7) ** -0.4) }] },
    ]));
    const at = (name: string): number => [...found].find(([key]) => key.startsWith(`${name} |`))![1];
    expect([at('Is') / 1e-15, at('ideality'), at('C, zero bias') / 2e-12, at('built-in potential'), at('grading')]).toEqual([
      expect.closeTo(1, 3), expect.closeTo(1.1, 5), expect.closeTo(1, 4), expect.closeTo(0.7, 3), expect.closeTo(0.4, 3),
    ]);
  });

  test('of a bipolar transistor are both idealities and the largest gain', () => {
    const x = steps(0.4, 0.8, 41);
    const collector = x.map((voltage) => 1e-16 * Math.exp(voltage / kT));
    const base = x.map((voltage, k) => collector[k]! / 100 + 1e-14 * Math.exp(voltage / (2 * kT)));
    const found = named(subjectOf({ kind: 'bjt', polarity: 'n' }, ['c', 'b', 'e', 's'], {}, [{ id: 'gummel', sweep: 'vb', x, biases: { c: 1 }, measured: [{ node: 'c', values: collector }, { node: 'b', values: base }] }]));
    const at = (name: string): number => [...found].find(([key]) => key.startsWith(`${name} |`))![1];
    expect(at('ideality, collector')).toBeCloseTo(1, 6);
    expect(at('beta, peak')).toBeCloseTo(collector.at(-1)! / base.at(-1)!, 9);
  });

  test('are compared by what was measured; a curve that was not simulated has none', () => {
    const task = mos('n');
    const simulated = new Map(task.curves.slice(0, 2).map((curve): [string, SimulatedCurve] => [curve.id, { curve: curve.id, vectors: curve.measured.map(({ values }) => values.map((value) => 1.1 * value)) }]));
    const compared = compareFigures(task, new Map(), simulated);
    const ion = compared.find(({ name }) => name.startsWith('Ion'))!;
    expect(ion.before).toBeNull();
    expect(ion.after! / ion.measured!).toBeCloseTo(1.1, 9);
    expect(compared.find(({ name }) => name === 'Early voltage')).toMatchObject({ before: null, after: null });
  });

  test('unknown devices have none', () => {
    expect(named({ ...mos('n'), device: { kind: 'memristor', terminals: ['d', 'g', 's', 'b'], thermalNode: false } }).size).toBe(0);
  });
});
