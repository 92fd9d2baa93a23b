import type { GenericDevice } from './generic-device.ts';

/** A fast silicon-germanium npn transistor in HICUM terms: charges for one emitter finger, self-heating off. */
const card = `* Generic HICUM/L2 npn card: one emitter finger of a fast silicon-germanium transistor, without self-heating
.model generic_hicum npn
+ level = 8  version = 2.34
+ tnom = 27
* transfer current and weights of the charges
+ c10 = 5e-31  qp0 = 5e-14  ich = 0  hf0 = 1  hfe = 1  hfc = 1  hjei = 1  hjci = 1
* base current
+ ibeis = 8e-20  mbei = 1.01  ireis = 2e-16  mrei = 2
+ ibeps = 2e-20  mbep = 1.02  ireps = 0  mrep = 2
+ ibcis = 5e-19  mbci = 1.01  ibcxs = 5e-20  mbcx = 1.01
* avalanche
+ favl = 1.2  qavl = 4e-14
* resistances
+ rbi0 = 60  rbx = 30  fgeo = 0.73  fdqr0 = 0.2  re = 8  rcx = 25
* capacitances
+ cjei0 = 2e-14  vdei = 0.9  zei = 0.5  ajei = 2.4  cjep0 = 5e-15  vdep = 0.9  zep = 0.5  ajep = 2.4
+ cjci0 = 2e-15  vdci = 0.7  zci = 0.35  vptci = 5  cjcx0 = 6e-15  vdcx = 0.7  zcx = 0.35  vptcx = 5
* transit time and the collector at high currents
+ t0 = 2e-12  dt0h = 2e-13  tbvl = 1e-13  tef0 = 3e-13  gtfe = 1  thcs = 5e-12  ahc = 0.1  fthc = 0.5
+ rci0 = 60  vlim = 0.6  vpt = 4  vces = 0.1
* temperature
+ vgb = 1.17  vge = 1.17  vgc = 1.17  vgs = 1.17  zetaci = 1.6  zetarbi = 0.5  zetarbx = 0.2  zetarcx = 0.2
`;

export const genericHicum: GenericDevice = {
  family: 'hicum',
  title: 'generic fast vertical npn transistor, HICUM/L2',
  device: { kind: 'bjt', polarity: 'n', process: 'generic', terminals: ['c', 'b', 'e', 's'], thermalNode: false },
  model: { family: 'HICUM/L2 (version 2.34)', level: 8, name: 'generic_hicum', type: 'npn' },
  card,
  instances: [
    { id: 'unit', params: { area: 1 }, size: ['area'] },
    { id: 'large', params: { area: 4 }, size: ['area'] },
  ],
  sweeps: [
    { kind: 'gummel', sweep: 'b', from: 0.5, to: 0.95, bias: { c: [1, 2], e: 0, s: 0 }, measure: [{ kind: 'i', node: 'c' }, { kind: 'i', node: 'b' }], split: 'train' },
    { kind: 'output', sweep: 'c', from: 0.2, to: 3, bias: { b: [0.72, 0.78, 0.84], e: 0, s: 0 }, measure: [{ kind: 'i', node: 'c' }], split: 'train' },
    { kind: 'gummel_reverse', sweep: 'b', from: 0.5, to: 0.85, bias: { c: 0, e: 0.8, s: 0 }, measure: [{ kind: 'i', node: 'e' }, { kind: 'i', node: 'b' }], split: 'train' },
    { kind: 'gummel', sweep: 'b', from: 0.5, to: 0.95, bias: { c: 1.5, e: 0, s: 0 }, measure: [{ kind: 'i', node: 'c' }, { kind: 'i', node: 'b' }], split: 'validate' },
    { kind: 'output', sweep: 'c', from: 0.2, to: 3, bias: { b: [0.75, 0.81], e: 0, s: 0 }, measure: [{ kind: 'i', node: 'c' }], split: 'validate' },
  ],
  tunables: [
    { name: 'c10', lower: 5e-32, upper: 5e-30, scale: 'log' },
    { name: 'qp0', lower: 1e-14, upper: 2.5e-13, scale: 'log' },
    { name: 'ibeis', lower: 5e-21, upper: 2e-18, scale: 'log' },
    { name: 'mbei', lower: 1, upper: 1.08, scale: 'lin' },
    { name: 'ireis', lower: 1e-17, upper: 4e-15, scale: 'log' },
    { name: 'mrei', lower: 1.6, upper: 2.4, scale: 'lin' },
    { name: 'ibcis', lower: 5e-20, upper: 5e-18, scale: 'log' },
    { name: 'hjei', lower: 0.2, upper: 4, scale: 'log' },
    { name: 'hjci', lower: 0.2, upper: 4, scale: 'log' },
    { name: 'hfe', lower: 0.2, upper: 5, scale: 'log' },
    { name: 't0', lower: 5e-13, upper: 1e-11, scale: 'log' },
    { name: 'thcs', lower: 1e-12, upper: 3e-11, scale: 'log' },
    { name: 'rci0', lower: 15, upper: 200, scale: 'log' },
    { name: 'rbi0', lower: 15, upper: 250, scale: 'log' },
    { name: 'rbx', lower: 5, upper: 120, scale: 'log' },
    { name: 're', lower: 2, upper: 25, scale: 'log' },
    { name: 'rcx', lower: 5, upper: 100, scale: 'log' },
  ],
  noiseFloor: { i: 1e-12, v: 1e-5, c: 1e-17 },
};
