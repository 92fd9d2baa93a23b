import type { GenericDevice } from './generic-device.ts';

/** A small integrated vertical npn transistor with textbook values (currents for an emitter of area 1). */
const card = `* Generic Gummel-Poon npn card: small integrated vertical transistor
.model generic_npn npn
+ level = 1
+ tnom = 27
+ is = 5e-17  nf = 1  nr = 1
+ bf = 120  ise = 2e-15  ne = 1.8
+ br = 3  isc = 1e-15  nc = 1.6
+ vaf = 60  var = 8  ikf = 5e-3  ikr = 1e-3
+ rb = 300  rbm = 80  irb = 1e-4  re = 10  rc = 60
+ cje = 3e-14  vje = 0.8  mje = 0.35
+ cjc = 2e-14  vjc = 0.65  mjc = 0.35
+ tf = 2e-11
+ eg = 1.12  xti = 3  xtb = 1.5
`;

export const genericGummelPoon: GenericDevice = {
  family: 'gummel-poon',
  title: 'generic vertical npn transistor, Gummel-Poon',
  device: { kind: 'bjt', polarity: 'n', process: 'generic', terminals: ['c', 'b', 'e'], thermalNode: false },
  model: { family: 'Gummel-Poon', level: 1, name: 'generic_npn', type: 'npn' },
  card,
  instances: [
    { id: 'unit', params: { area: 1 }, size: ['area'] },
    { id: 'large', params: { area: 4 }, size: ['area'] },
  ],
  sweeps: [
    { kind: 'gummel', sweep: 'b', from: 0.45, to: 0.95, bias: { c: [1, 3], e: 0 }, measure: [{ kind: 'i', node: 'c' }, { kind: 'i', node: 'b' }], split: 'train' },
    { kind: 'output', sweep: 'c', from: 0.2, to: 4, bias: { b: [0.65, 0.72, 0.8], e: 0 }, measure: [{ kind: 'i', node: 'c' }], split: 'train' },
    { kind: 'gummel_reverse', sweep: 'b', from: 0.45, to: 0.8, bias: { c: 0, e: 1 }, measure: [{ kind: 'i', node: 'e' }, { kind: 'i', node: 'b' }], split: 'train' },
    { kind: 'gummel', sweep: 'b', from: 0.45, to: 0.95, bias: { c: 2, e: 0 }, measure: [{ kind: 'i', node: 'c' }, { kind: 'i', node: 'b' }], split: 'validate' },
    { kind: 'output', sweep: 'c', from: 0.2, to: 4, bias: { b: [0.68, 0.76], e: 0 }, measure: [{ kind: 'i', node: 'c' }], split: 'validate' },
  ],
  tunables: [
    { name: 'is', lower: 5e-18, upper: 1e-15, scale: 'log' },
    { name: 'nf', lower: 0.98, upper: 1.06, scale: 'lin' },
    { name: 'bf', lower: 30, upper: 400, scale: 'log' },
    { name: 'ise', lower: 1e-17, upper: 1e-13, scale: 'log' },
    { name: 'ne', lower: 1.4, upper: 2.2, scale: 'lin' },
    { name: 'br', lower: 0.5, upper: 20, scale: 'log' },
    { name: 'isc', lower: 1e-17, upper: 1e-13, scale: 'log' },
    { name: 'nc', lower: 1.3, upper: 2, scale: 'lin' },
    { name: 'vaf', lower: 20, upper: 200, scale: 'log' },
    { name: 'var', lower: 3, upper: 30, scale: 'log' },
    { name: 'ikf', lower: 5e-4, upper: 5e-2, scale: 'log' },
    { name: 'ikr', lower: 1e-4, upper: 1e-2, scale: 'log' },
    { name: 'rb', lower: 100, upper: 1000, scale: 'log' },
    { name: 're', lower: 2, upper: 40, scale: 'log' },
    { name: 'rc', lower: 10, upper: 300, scale: 'log' },
  ],
  complement: {
    title: 'generic vertical pnp transistor, Gummel-Poon', name: 'generic_pnp', type: 'pnp', values: { is: 3e-17, bf: 60, vaf: 30 },
  },
  noiseFloor: { i: 1e-12, v: 1e-5, c: 1e-17 },
};
