import { capacitance, currents, type FamilyPlan, type Point } from './plan.ts';

function diodeRegion({ v, vector, card }: Point): string {
  if (vector.kind === 'c') return 'capacitance';
  const voltage = (v['a'] ?? 0) - (v['c'] ?? 0);
  if (voltage >= 0) return 'forward';
  return voltage < -(card('bv') ?? Infinity) ? 'breakdown' : 'reverse';
}

// Currents are compared at a terminal at 0 V where there is one: at others ngspice takes them from differences of large products.
export const diode: FamilyPlan = {
  temperaturesC: [-40, 27, 125],
  instances: [{ area: 2500, pj: 200 }, { area: 100, pj: 2000 }, { area: 2500, pj: 12_000 }],
  sweeps: [
    { kind: 'iv', sweep: 'a', from: -1.2, to: 1.2, bias: { c: 0 }, measure: currents('c') },
    { kind: 'reverse', sweep: 'a', from: -16, to: 0.4, bias: { c: 0 }, measure: currents('c') },
    { kind: 'cv', sweep: 'a', from: -4, to: 0.7, bias: { c: 0 }, frequency: 1e5, measure: [capacitance('a', 'c')] },
  ],
  floor: { i: 1e-13, v: 1e-6, c: 1e-18 },
  region: diodeRegion,
  variants: [
    { name: 'generic' },
    {
      name: 'breakdown', drawn: [
        { name: 'bv', lower: 5, upper: 12, scale: 'lin' }, { name: 'ibv', lower: 1e-9, upper: 1e-6, scale: 'log' }, { name: 'nbv', lower: 1, upper: 3, scale: 'lin' },
      ],
    },
    {
      name: 'temperature', values: { tlev: 0, tlevc: 0 }, drawn: [
        { name: 'trs', lower: -2e-3, upper: 3e-3, scale: 'lin' }, { name: 'eg', lower: 0.7, upper: 1.3, scale: 'lin' }, { name: 'tnom', lower: 20, upper: 40, scale: 'lin' },
        { name: 'fc', lower: 0.3, upper: 0.7, scale: 'lin' }, { name: 'tt', lower: 1e-10, upper: 1e-8, scale: 'log' },
      ],
    },
    {
      name: 'recombination', drawn: [
        { name: 'isr', lower: 1e-18, upper: 1e-14, scale: 'log' }, { name: 'nr', lower: 1.5, upper: 2.5, scale: 'lin' }, { name: 'ikr', lower: 1e-7, upper: 1e-4, scale: 'log' },
      ],
    },
    {
      name: 'tunnelling', drawn: [
        { name: 'jtun', lower: 1e-18, upper: 1e-15, scale: 'log' }, { name: 'jtunsw', lower: 1e-18, upper: 1e-15, scale: 'log' }, { name: 'ntun', lower: 20, upper: 40, scale: 'lin' },
      ],
    },
  ],
};

const conducting = 'capacitance of a transistor that conducts';

function bipolarRegion({ v, vector }: Point): string {
  if (vector.kind === 'c') return (v['b'] ?? 0) - Math.min(v['e'] ?? 0, v['c'] ?? 0) > 0.3 ? conducting : 'capacitance';
  if (v['b'] === undefined || v['c'] === undefined || v['e'] === undefined) return 'driven with a base current';
  const [be, bc] = [v['b'] - v['e'] > 0.3, v['b'] - v['c'] > 0.3];
  if (be) return bc ? 'saturation' : 'forward active';
  return bc ? 'reverse active' : 'cut-off';
}

const bipolar = {
  temperaturesC: [-40, 27, 125],
  instances: [{ area: 1 }, { area: 4 }, { area: 1, m: 2 }],
  region: bipolarRegion,
  floor: { i: 1e-13, v: 1e-6, c: 1e-18 },
} as const;

export const gummelPoon: FamilyPlan = {
  ...bipolar,
  sweeps: [
    { kind: 'gummel', sweep: 'b', from: -0.4, to: 1, bias: { c: [1, 3], e: 0 }, measure: currents('c', 'b') },
    { kind: 'output', sweep: 'c', from: -0.2, to: 4, bias: { b: [0.6, 0.7, 0.8], e: 0 }, measure: currents('c', 'b') },
    { kind: 'reverse', sweep: 'b', from: 0.3, to: 0.85, bias: { c: 0, e: 1 }, measure: currents('e', 'b') },
    { kind: 'output_ib', sweep: 'c', from: 0.1, to: 4, bias: { b: { force: [2e-6, 2e-5] }, e: 0 }, measure: [...currents('c'), { kind: 'v', node: 'b' }] },
    { kind: 'cv', sweep: 'b', from: -2, to: 0.6, bias: { c: 0, e: 0 }, frequency: 1e5, measure: [capacitance('b', 'e'), capacitance('b', 'c'), capacitance('b', 'c', 'e')] },
    { kind: 'cv_on', sweep: 'b', from: 0.4, to: 0.85, bias: { c: 2, e: 0 }, frequency: 1e6, measure: [capacitance('b', 'e'), capacitance('b', 'c'), capacitance('b', 'c', 'e')] },
  ],
  variants: [
    { name: 'generic' },
    { name: 'generic p', polarity: 'p' },
    {
      name: 'temperature and charges', drawn: [
        { name: 'xti', lower: 1, upper: 6, scale: 'lin' }, { name: 'xtb', lower: 0, upper: 3, scale: 'lin' }, { name: 'eg', lower: 1, upper: 1.25, scale: 'lin' }, { name: 'tnom', lower: 20, upper: 40, scale: 'lin' },
        { name: 'cje', lower: 1e-14, upper: 1e-13, scale: 'log' }, { name: 'cjc', lower: 1e-14, upper: 1e-13, scale: 'log' }, { name: 'xcjc', lower: 0.3, upper: 1, scale: 'lin' },
        { name: 'fc', lower: 0.3, upper: 0.7, scale: 'lin' }, { name: 'tf', lower: 1e-12, upper: 1e-10, scale: 'log' }, { name: 'tr', lower: 1e-11, upper: 1e-8, scale: 'log' },
      ],
    },
    { name: 'base resistance', drawn: [{ name: 'rbm', lower: 10, upper: 90, scale: 'log' }, { name: 'irb', lower: 1e-6, upper: 1e-3, scale: 'log' }, { name: 'nr', lower: 0.98, upper: 1.06, scale: 'lin' }, { name: 'nkf', lower: 0.4, upper: 0.6, scale: 'lin' }] },
  ],
};

const fourTerminals = [
  { kind: 'gummel', sweep: 'b', from: -0.4, to: 1, bias: { c: [1, 2], e: 0, s: 0 }, measure: currents('c', 'b') },
  { kind: 'output', sweep: 'c', from: 0, to: 2.6, bias: { b: [0.65, 0.75, 0.85], e: 0, s: 0 }, measure: currents('c', 'b') },
  { kind: 'reverse', sweep: 'b', from: 0.3, to: 0.85, bias: { c: 0, e: 0.8, s: 0 }, measure: currents('e', 'b') },
  { kind: 'output_ib', sweep: 'c', from: 0.3, to: 2.2, bias: { b: { force: [2e-6, 1e-5] }, e: 0, s: 0 }, measure: [...currents('c'), { kind: 'v', node: 'b' }] },
  { kind: 'cv', sweep: 'b', from: -2, to: 0.5, bias: { c: 0, e: 0, s: 0 }, frequency: 1e5, measure: [capacitance('b', 'e'), capacitance('b', 'c'), capacitance('b', 'c', 'e', 's')] },
  { kind: 'cv_on', sweep: 'b', from: 0.4, to: 0.85, bias: { c: 1, e: 0, s: 0 }, frequency: 1e6, measure: [capacitance('b', 'e'), capacitance('b', 'c')] },
] as const;

/** Biases at which a device that heats itself is far from thermal runaway: there ngspice does not find a solution. */
const warm = [
  { kind: 'gummel', sweep: 'b', from: 0, to: 0.85, bias: { c: [1, 2], e: 0, s: 0 }, measure: currents('c', 'b') },
  { kind: 'output', sweep: 'c', from: 0, to: 2, bias: { b: [0.65, 0.75, 0.8], e: 0, s: 0 }, measure: currents('c', 'b') },
  { kind: 'output_ib', sweep: 'c', from: 0.3, to: 2, bias: { b: { force: [2e-6, 1e-5] }, e: 0, s: 0 }, measure: [...currents('c'), { kind: 'v', node: 'b' }] },
] as const;

export const vbic: FamilyPlan = {
  ...bipolar,
  sweeps: fourTerminals,
  variants: [
    { name: 'generic' },
    { name: 'generic p', polarity: 'p' },
    {
      name: 'self-heating', thermalNode: true, values: { rth: 200 }, sweeps: warm, temperaturesC: [-40, 27, 50], drawn: [
        { name: 'rth', lower: 20, upper: 500, scale: 'log' }, { name: 'xis', lower: 2, upper: 4, scale: 'lin' }, { name: 'tnf', lower: 0, upper: 1e-4, scale: 'lin' },
        { name: 'xre', lower: -0.5, upper: 1, scale: 'lin' }, { name: 'xrci', lower: 0, upper: 1.5, scale: 'lin' }, { name: 'tavc', lower: 0, upper: 1e-3, scale: 'lin' },
      ],
    },
    {
      name: 'temperature', drawn: [
        { name: 'xis', lower: 2, upper: 4, scale: 'lin' }, { name: 'xii', lower: 2, upper: 4, scale: 'lin' }, { name: 'xin', lower: 2, upper: 4, scale: 'lin' }, { name: 'ea', lower: 1, upper: 1.2, scale: 'lin' },
        { name: 'eaie', lower: 1, upper: 1.2, scale: 'lin' }, { name: 'tnom', lower: 20, upper: 40, scale: 'lin' }, { name: 'xvo', lower: -0.5, upper: 0.5, scale: 'lin' },
      ],
    },
    {
      name: 'substrate transistor', values: { isp: 1e-18, rs: 100, rbp: 200, wsp: 1 }, drawn: [
        { name: 'isp', lower: 1e-19, upper: 1e-16, scale: 'log' }, { name: 'ikp', lower: 1e-4, upper: 1e-2, scale: 'log' }, { name: 'rs', lower: 10, upper: 300, scale: 'log' },
        { name: 'rbp', lower: 20, upper: 500, scale: 'log' }, { name: 'ibeip', lower: 1e-20, upper: 1e-17, scale: 'log' }, { name: 'nfp', lower: 1, upper: 1.1, scale: 'lin' },
      ],
    },
  ],
};

export const hicum: FamilyPlan = {
  ...bipolar,
  // Less reverse bias than the others: ngspice's diodes of this model jump at -14 thermal voltages, and where it meets that it finds no solution.
  sweeps: [
    { kind: 'gummel', sweep: 'b', from: 0.3, to: 1, bias: { c: [1, 2], e: 0, s: 0 }, measure: currents('c', 'b') },
    { kind: 'output', sweep: 'c', from: 0, to: 2.6, bias: { b: [0.65, 0.75, 0.85], e: 0, s: 0 }, measure: currents('c', 'b') },
    { kind: 'reverse', sweep: 'b', from: 0.5, to: 0.85, bias: { c: 0, e: 0.3, s: 0 }, measure: currents('e', 'b') },
    { kind: 'cv', sweep: 'b', from: -1, to: 0.5, bias: { c: 0, e: 0, s: 0 }, frequency: 1e5, measure: [capacitance('b', 'e'), capacitance('b', 'c'), capacitance('b', 'c', 'e', 's')] },
  ],
  variants: [
    { name: 'generic' },
    {
      name: 'temperature', drawn: [
        { name: 'alt0', lower: 0, upper: 3e-3, scale: 'lin' }, { name: 'zetact', lower: 2, upper: 4, scale: 'lin' }, { name: 'zetabet', lower: 2, upper: 5, scale: 'lin' },
        { name: 'zetaci', lower: 0, upper: 2, scale: 'lin' }, { name: 'vgb', lower: 0.95, upper: 1.2, scale: 'lin' },
      ],
    },
    { name: 'tunnelling and recombination', drawn: [{ name: 'ibets', lower: 1e-6, upper: 1e-3, scale: 'log' }, { name: 'abet', lower: 20, upper: 50, scale: 'lin' }, { name: 'favl', lower: 0.3, upper: 3, scale: 'lin' }] },
    {
      name: 'version 2.4, self-heating', values: { flcomp: 2.4, flsh: 1, rth: 500 }, drawn: [
        { name: 'rth', lower: 50, upper: 1500, scale: 'log' }, { name: 'zetarth', lower: 0, upper: 1, scale: 'lin' }, { name: 'vge', lower: 1, upper: 1.2, scale: 'lin' },
        { name: 'vgc', lower: 1, upper: 1.2, scale: 'lin' }, { name: 'hfc', lower: 0.5, upper: 3, scale: 'lin' }, { name: 'hf0', lower: 0.5, upper: 3, scale: 'lin' },
      ],
    },
    {
      name: 'barrier and spreading', values: { vcbar: 0.04, icbar: 5e-3 }, drawn: [
        { name: 'latb', lower: 0.5, upper: 4, scale: 'lin' }, { name: 'latl', lower: 0, upper: 0.4, scale: 'lin' }, { name: 'ich', lower: 5e-3, upper: 0.1, scale: 'log' },
        { name: 'ahjei', lower: 0.5, upper: 3, scale: 'lin' }, { name: 'acbar', lower: 0.01, upper: 0.5, scale: 'log' }, { name: 'tbhrec', lower: 1e-10, upper: 1e-8, scale: 'log' },
      ],
    },
  ],
};

function jfetRegion({ v, vector, card }: Point): string {
  const [d = 0, g = 0, s = 0] = [v['d'], v['g'], v['s']];
  if (vector.kind === 'c') return d === s ? 'capacitance' : conducting;
  const low = Math.min(d, s);
  if (g - low > 0.3) return 'gate forward';
  if (vector.node === 'g') return 'gate reverse';
  const drive = g - low - (card('vto') ?? -2);
  if (drive <= 0) return 'cut-off';
  return Math.abs(d - s) < drive ? 'linear' : 'saturation';
}

export const jfet: FamilyPlan = {
  temperaturesC: [-40, 27, 125],
  instances: [{ area: 1 }, { area: 3 }, { area: 1, m: 2 }],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: -4.5, to: 0.7, bias: { d: [0.2, 10], s: 0 }, measure: currents('s', 'g') },
    { kind: 'idvd', sweep: 'd', from: -3, to: 12, bias: { g: [-1.5, -0.6, 0], s: 0 }, measure: currents('s', 'g') },
    { kind: 'igvg', sweep: 'g', from: -2, to: 0.9, bias: { d: 0, s: 0 }, measure: currents('g') },
    { kind: 'cv', sweep: 'g', from: -4, to: 0.5, bias: { d: 0, s: 0 }, frequency: 1e5, measure: [capacitance('g', 's'), capacitance('g', 'd', 's')] },
    { kind: 'cv_on', sweep: 'd', from: -1, to: 10, bias: { g: [-0.5, 0.4], s: 0 }, frequency: 1e6, measure: [capacitance('g', 's'), capacitance('g', 'd', 's')] },
  ],
  floor: { i: 1e-12, v: 1e-6, c: 1e-17 },
  region: jfetRegion,
  variants: [
    { name: 'generic' },
    { name: 'generic p', polarity: 'p' },
    { name: 'doping tail', drawn: [{ name: 'b', lower: 0.5, upper: 1.5, scale: 'lin' }] },
    {
      name: 'temperature and charges', drawn: [
        { name: 'tcv', lower: 0, upper: 3e-3, scale: 'lin' }, { name: 'bex', lower: -2, upper: 0, scale: 'lin' }, { name: 'tnom', lower: 20, upper: 40, scale: 'lin' },
        { name: 'cgs', lower: 1e-12, upper: 1e-11, scale: 'log' }, { name: 'cgd', lower: 1e-12, upper: 1e-11, scale: 'log' }, { name: 'pb', lower: 0.6, upper: 1, scale: 'lin' }, { name: 'fc', lower: 0.3, upper: 0.7, scale: 'lin' },
      ],
    },
  ],
};

function vdmosRegion({ v, vector, card }: Point): string {
  const [d = 0, g = 0, s = 0] = [v['d'], v['g'], v['s']];
  if (vector.kind === 'c') return g > s ? conducting : 'capacitance';
  if (d < s) return 'body diode';
  if (d - s > (card('bv') ?? Infinity)) return 'breakdown';
  const drive = g - s - (card('vto') ?? 0);
  if (drive <= 0) return 'subthreshold';
  return d - s < drive ? 'linear' : 'saturation';
}

export const vdmos: FamilyPlan = {
  temperaturesC: [-40, 27, 125],
  instances: [{ m: 1 }, { m: 3 }],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: 0, to: 6, bias: { d: [0.2, 10], s: 0 }, measure: currents('s') },
    { kind: 'idvd', sweep: 'd', from: -0.9, to: 12, bias: { g: [0, 3.8, 5.2], s: 0 }, measure: currents('s') },
    { kind: 'reverse', sweep: 'd', from: 0, to: 125, bias: { g: 0, s: 0 }, measure: currents('s') },
    { kind: 'cv', sweep: 'd', from: 0, to: 40, bias: { g: 0, s: 0 }, frequency: 1e5, measure: [capacitance('d', 'g', 's'), capacitance('g', 'd', 's'), capacitance('g', 'd')] },
    { kind: 'cv_on', sweep: 'd', from: 0, to: 10, bias: { g: [3.8, 5.2], s: 0 }, frequency: 1e5, measure: [capacitance('d', 'g', 's'), capacitance('g', 'd', 's'), capacitance('g', 'd')] },
  ],
  floor: { i: 1e-9, v: 1e-6, c: 1e-15 },
  region: vdmosRegion,
  variants: [
    { name: 'generic' },
    { name: 'generic p', polarity: 'p' },
    {
      name: 'temperature', drawn: [
        { name: 'tcvth', lower: 0, upper: 8e-3, scale: 'lin' }, { name: 'mu', lower: -2, upper: -1, scale: 'lin' }, { name: 'texp0', lower: 1, upper: 2, scale: 'lin' }, { name: 'tnom', lower: 20, upper: 40, scale: 'lin' },
        { name: 'trs1', lower: 0, upper: 5e-3, scale: 'lin' }, { name: 'trd1', lower: 0, upper: 5e-3, scale: 'lin' },
      ],
    },
    {
      name: 'body diode and charges', drawn: [
        { name: 'is', lower: 1e-13, upper: 1e-9, scale: 'log' }, { name: 'n', lower: 1, upper: 1.4, scale: 'lin' }, { name: 'rb', lower: 1e-3, upper: 0.1, scale: 'log' }, { name: 'bv', lower: 60, upper: 130, scale: 'lin' },
        { name: 'cjo', lower: 3e-10, upper: 3e-9, scale: 'log' }, { name: 'cgdmax', lower: 5e-10, upper: 3e-9, scale: 'log' }, { name: 'cgdmin', lower: 2e-11, upper: 2e-10, scale: 'log' },
        { name: 'cgs', lower: 5e-10, upper: 3e-9, scale: 'log' }, { name: 'a', lower: 0.2, upper: 1, scale: 'lin' }, { name: 'm', lower: 0.3, upper: 0.6, scale: 'lin' },
      ],
    },
    { name: 'mobility degradation', drawn: [{ name: 'theta', lower: 0, upper: 0.1, scale: 'lin' }, { name: 'rq', lower: 0, upper: 0.05, scale: 'lin' }, { name: 'vq', lower: 1, upper: 10, scale: 'lin' }] },
  ],
};
