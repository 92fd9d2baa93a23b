import type { CurveFit } from '@evospice/extraction';
import { createRandom } from '@evospice/toolbox';

/** Parameters of the transistor below: threshold (V), transconductance (A/V²), slope factor, output conductance (1/V), body effect. */
export interface TransistorParameters {
  readonly vt: number;
  readonly beta: number;
  readonly n: number;
  readonly lambda: number;
  readonly gamma: number;
}

/** Drain current of the EKV model (Enz, Krummenacher & Vittoz 1995), long channel, in A. */
export function drainCurrent({ vt, beta, n, lambda, gamma }: TransistorParameters, vg: number, vd: number, vb: number): number {
  const ut = 0.02585;
  const pinch = (vg - vt - gamma * (Math.sqrt(0.8 - vb) - Math.sqrt(0.8))) / n;
  const branch = (v: number): number => Math.log1p(Math.exp(v / (2 * ut))) ** 2;
  return 2 * n * beta * ut * ut * (branch(pinch) - branch(pinch - vd)) * (1 + lambda * vd);
}

const startTransistor: TransistorParameters = { vt: 0.62, beta: 3e-4, n: 1.5, lambda: 0.02, gamma: 0.35 };
const trueTransistor: TransistorParameters = { vt: 0.48, beta: 4.6e-4, n: 1.32, lambda: 0.09, gamma: 0.5 };
const fittedTransistor: TransistorParameters = { vt: 0.482, beta: 4.55e-4, n: 1.33, lambda: 0.088, gamma: 0.49 };

export interface TransistorData {
  readonly instances: readonly string[];
  readonly points: number;
  /** Sign of voltages and currents. */
  readonly sign?: 1 | -1;
  /** Rms of the instrument's noise in A. */
  readonly noise?: number;
}

/** Measured-like transfer and output curves with fits, three body biases; the middle body bias is held out. */
export function transistorFits({ instances, points, sign = 1, noise = 1e-10 }: TransistorData): readonly CurveFit[] {
  const random = createRandom(7);
  const fits: CurveFit[] = [];
  for (const [place, instance] of instances.entries()) {
    const scale = 1 / (1 + place * 0.6);
    const curve = (kind: 'idvg' | 'idvd', fixed: number, vb: number): CurveFit => {
      const x = Array.from({ length: points }, (_, index) => sign * ((1.8 * index) / (points - 1)));
      const current = (parameters: TransistorParameters) => (value: number): number => {
        const [vg, vd] = kind === 'idvg' ? [value * sign, fixed] : [fixed, value * sign];
        return sign * drainCurrent({ ...parameters, beta: parameters.beta * scale }, vg, vd, vb);
      };
      const exact = x.map(current(trueTransistor));
      const bias = kind === 'idvg' ? { d: sign * fixed, s: 0, b: sign * vb } : { g: sign * fixed, s: 0, b: sign * vb };
      return {
        curve: `${instance}/${kind}/${kind === 'idvg' ? 'vd' : 'vg'}=${sign * fixed},vb=${sign * vb}`, kind, split: vb === -0.9 ? 'validate' : 'train', instance, temperatureC: 27,
        sweep: kind === 'idvg' ? 'VG' : 'VD', column: 'ID', quantity: 'i', bias, floor: 1e-9, x,
        measured: exact.map((value) => value * (1 + 0.01 * random.normal()) + noise * random.normal()),
        before: x.map(current(startTransistor)),
        after: x.map(current(fittedTransistor)),
      };
    };
    for (const vb of [0, -0.9, -1.8]) {
      for (const vd of [0.05, 0.9, 1.8]) fits.push(curve('idvg', vd, vb));
      for (const vg of [0.6, 0.9, 1.2, 1.8]) fits.push(curve('idvd', vg, vb));
    }
  }
  return fits;
}

/** Gummel curves of a bipolar transistor, output curves at forced base currents, and a C-V curve. */
export function bipolarFits(): readonly CurveFit[] {
  const random = createRandom(11);
  const vb = Array.from({ length: 47 }, (_, index) => 0.5 + index * 0.01);
  const junction = (is: number, n: number, rs: number) => (v: number): number => (is * Math.exp(v / (n * 0.02585))) / (1 + rs * is * Math.exp(v / (n * 0.02585)));
  const noisy = (value: number): number => value * (1 + 0.02 * random.normal());
  const gummel = ['ic', 'ib'].map((column, index): CurveFit => {
    const share = index === 0 ? 1 : 0.004;
    return {
      curve: 'Nx8/gummel/vc=1', kind: 'gummel', split: 'train', instance: 'Nx8', temperatureC: 27, sweep: 'vb', column, quantity: 'i', bias: { c: 1, e: 0, s: 0 }, floor: 2e-8,
      x: vb, measured: vb.map((v) => noisy(share * junction(2e-16, 1.01, 30)(v))), before: vb.map((v) => share * junction(8e-17, 1.04, 20)(v)), after: index === 0 ? vb.map((v) => share * junction(2e-16, 1.01, 31)(v)) : null,
    };
  });
  const vc = Array.from({ length: 39 }, (_, index) => 0.3 + index * 0.05);
  const output = [1e-6, 5e-6, 1e-5, 2e-5, 6e-5].map((ib): CurveFit => {
    const ic = (beta: number, early: number) => (v: number): number => ib * beta * (1 - Math.exp(-v / 0.06)) * (1 + v / early);
    return {
      curve: `Nx8/output_ib/ib=${ib}`, kind: 'output_ib', split: 'validate', instance: 'Nx8', temperatureC: 27, sweep: 'vc', column: 'ic', quantity: 'i', bias: { b: ib, e: 0, s: 0 }, floor: 1e-9,
      x: vc, measured: vc.map((v) => noisy(ic(600, 90)(v))), before: vc.map((v) => ic(900, 40)(v)), after: vc.map((v) => ic(605, 88)(v)),
    };
  });
  const vg = Array.from({ length: 55 }, (_, index) => -1.35 + index * 0.05);
  const capacitance = (shift: number) => (v: number): number => 4e-13 + 9e-13 / (1 + Math.exp(-(v - shift) / 0.15));
  return [...gummel, ...output, {
    curve: 'Nx8/cv', kind: 'cv', split: 'train', instance: 'Nx8', temperatureC: -40, sweep: 'vg', column: 'cg_sdb', quantity: 'c', bias: { d: 0, s: 0, b: 0 }, floor: 1e-15,
    x: vg, measured: vg.map((v) => noisy(capacitance(0.2)(v))), before: vg.map(capacitance(0.5)), after: vg.map(capacitance(0.21)),
  }];
}
