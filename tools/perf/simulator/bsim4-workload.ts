/** The workload of the measurement of simulators: 17 sweeps of 61 points on one transistor, twelve parameters of a full card. */
import type { Curve, DeviceDescription, ModelCard, Testbench } from '@evospice/contracts';

/** A generic 1.2 V transistor with as many parameters as cards of design kits have; round numbers of the right size. */
const parameters: Readonly<Record<string, number | string>> = {
  level: 54, version: '4.5', binunit: 1, paramchk: 1, mobmod: 0, capmod: 2, igcmod: 1, igbmod: 1, geomod: 1, diomod: 1, rdsmod: 0, rbodymod: 0,
  rgatemod: 0, permod: 1, acnqsmod: 0, trnqsmod: 0, tnom: 27, toxe: 2.6e-9, toxp: 2.2e-9, toxm: 2.6e-9, dtox: 4e-10, epsrox: 3.9, wint: 5e-9,
  lint: 3e-9, ll: 0, wl: 0, lln: 1, wln: 1, lw: 0, ww: 0, lwn: 1, wwn: 1, lwl: 0, wwl: 0, xpart: 0, toxref: 2.6e-9, xl: -1e-8, vth0: 0.35, k1: 0.5,
  k2: 0.01, k3: 2, k3b: 0.1, w0: 2.5e-6, dvt0: 1.1, dvt1: 0.6, dvt2: -0.03, dvt0w: 0, dvt1w: 5.3e6, dvt2w: -0.032, dsub: 0.5, minv: 0.05,
  voffl: -1e-9, dvtp0: 1e-9, dvtp1: 0.1, lpe0: 5e-9, lpeb: 0, xj: 8e-8, ngate: 2e20, ndep: 3e17, nsd: 2e20, phin: 0, cdsc: 2e-4, cdscb: 0,
  cdscd: 1e-5, cit: 0, voff: -0.1, nfactor: 1.3, eta0: 0.05, etab: -0.05, vfb: -0.55, u0: 0.03, ua: 1e-9, ub: 1e-18, uc: -3e-11, vsat: 1.2e5, a0: 1.2,
  ags: 0.3, a1: 0, a2: 1, b0: 0, b1: 0, keta: -0.02, dwg: 0, dwb: 0, pclm: 0.6, pdiblc1: 0.05, pdiblc2: 0.005, pdiblcb: -0.02, drout: 0.5, pvag: 0.1,
  delta: 0.01, pscbe1: 4e8, pscbe2: 1e-8, fprout: 0.01, pdits: 0.01, pditsd: 0.1, pditsl: 1e5, rsh: 7, rdsw: 150, rdswmin: 0, rsw: 80, rdw: 80,
  rdwmin: 0, rswmin: 0, prwg: 0, prwb: 0.05, wr: 1, alpha0: 1e-8, alpha1: 0.1, beta0: 20, agidl: 1e-10, bgidl: 2e9, cgidl: 0.5, egidl: 0.8,
  aigbacc: 0.012, bigbacc: 0.0028, cigbacc: 0.002, nigbacc: 1, aigbinv: 0.014, bigbinv: 0.004, cigbinv: 0.004, eigbinv: 1.1, nigbinv: 3,
  aigc: 0.012, bigc: 0.0028, cigc: 0.002, aigsd: 0.012, bigsd: 0.0028, cigsd: 0.002, nigc: 1, poxedge: 1, pigcd: 1, ntox: 1, cgso: 2e-10,
  cgdo: 2e-10, cgbo: 2e-12, cgdl: 1e-10, cgsl: 1e-10, ckappas: 0.6, ckappad: 0.6, cf: 1e-12, clc: 1e-7, cle: 0.6, dlc: 3e-9, dwc: 5e-9, vfbcv: -1,
  noff: 1, voffcv: 0, acde: 1, moin: 15, kt1: -0.11, kt1l: 0, kt2: 0.022, ute: -1.5, ua1: 1e-9, ub1: -1e-18, uc1: -5e-11, prt: 0, at: 3e4, jss: 1e-6,
  jsws: 1e-12, njs: 1, xtis: 3, bvs: 10, xjbvs: 1, cjs: 1e-3, cjsws: 1e-10, cjswgs: 2e-10, pbs: 0.8, mjs: 0.4,
};

/** What candidates vary, with the bounds they are drawn from. */
export const varied: Readonly<Record<string, readonly [number, number]>> = {
  vth0: [0.28, 0.42], k1: [0.4, 0.6], k2: [-0.02, 0.04], u0: [0.02, 0.04], ua: [5e-10, 1.5e-9], vsat: [9e4, 1.5e5], voff: [-0.13, -0.07],
  nfactor: [1, 1.8], eta0: [0.02, 0.08], pclm: [0.3, 0.9], pdiblc2: [0.002, 0.01], rdsw: [100, 200],
};

function cardOf(values: Readonly<Record<string, number | string>>): ModelCard {
  return {
    name: 'generic', type: 'nmos', file: 'generic.mod',
    names: () => Object.keys(values),
    text: (name) => (values[name] === undefined ? undefined : String(values[name])),
    value: (name) => (values[name] === undefined ? undefined : Number(values[name])),
    with: (changes) => cardOf({ ...values, ...changes }),
    toString: () => statementOf(values),
  };
}

/** `.model` statement of the card with these values in place of its own. */
export function statementOf(changes: Readonly<Record<string, number | string>>, name = 'generic'): string {
  return [`.model ${name} nmos`, ...Object.entries({ ...parameters, ...changes }).map(([key, value]) => `+ ${key}=${value}`)].join('\n');
}

export const parameterCount = Object.keys(parameters).length;
export const points = 61;
const range = (from: number, to: number): Float64Array => Float64Array.from({ length: points }, (_, k) => from + ((to - from) * k) / (points - 1));
const constant = (value: number): Float64Array => new Float64Array(points).fill(value);

export const device: DeviceDescription = { kind: 'mosfet', polarity: 'n', terminals: ['d', 'g', 's', 'b'], thermalNode: false };
export const geometry = { w: 1e-5, l: 1.3e-7, ad: 3.4e-12, as: 3.4e-12, pd: 2.1e-5, ps: 2.1e-5 } as const;
/** Drain and bulk voltages of the transfer curves, gate voltages of the output curves. */
export const transfer = { drain: [0.05, 0.6, 1.2], bulk: [0, -0.3, -0.6, -0.9] } as const;
export const output = { gate: [0.4, 0.6, 0.8, 1, 1.2] } as const;

function curveOf(id: string, sweep: 'd' | 'g', drives: Readonly<Record<'d' | 'g' | 'b', Float64Array>>): Curve {
  return {
    id, kind: sweep === 'g' ? 'idvg' : 'idvd', instance: 'one', temperatureC: 27, split: 'train', sweep, x: drives[sweep],
    drives: Object.entries({ ...drives, s: constant(0) }).map(([terminal, values]) => ({ terminal, quantity: 'v', values })),
    measured: [{ column: 'id', kind: 'i', node: 'd', floor: 1e-12, values: constant(0) }], weight: 1, source: 'workload',
  };
}

const curves: readonly Curve[] = [
  ...transfer.drain.flatMap((vd) => transfer.bulk.map((vb) => curveOf(`idvg ${vd} ${vb}`, 'g', { d: constant(vd), g: range(0, 1.2), b: constant(vb) }))),
  ...output.gate.map((vg) => curveOf(`idvd ${vg}`, 'd', { d: range(0.02, 1.22), g: constant(vg), b: constant(0) })),
];

export const testbench: Testbench = {
  id: 'bsim4-17-sweeps', device, instances: [{ id: 'one', params: geometry, info: {} }], curves, card: cardOf(parameters), parameters: Object.keys(varied),
};

/** Points of one simulation: 1037. */
export const pointsASimulation = curves.length * points;

/** Candidates drawn evenly from the bounds, the same in every run. */
export function candidatesOf(count: number): readonly (readonly number[])[] {
  let state = 1;
  const next = (): number => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
  return Array.from({ length: count }, () => Object.values(varied).map(([low, high]) => low + (high - low) * next()));
}
