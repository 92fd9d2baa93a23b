import type { GenericDevice } from './generic-device.ts';

/** A small silicon npn transistor in VBIC terms; the substrate transistor and self-heating are off. */
const card = `* Generic VBIC npn card: small vertical transistor without self-heating and substrate transistor
.model generic_vbic npn
+ level = 4
+ tnom = 27
+ is = 8e-17  nf = 1.005  nr = 1.01
+ ibei = 6e-19  nei = 1.01  iben = 2e-15  nen = 2  wbe = 1
+ ibci = 2e-17  nci = 1.02  ibcn = 1e-15  ncn = 2
+ vef = 80  ver = 6  ikf = 8e-3  ikr = 2e-3
+ rcx = 15  rci = 40  vo = 1  gamm = 1e-12  hrcf = 1
+ rbx = 20  rbi = 80  re = 5
+ isp = 0  rs = 0  rbp = 0
+ cje = 2e-14  pe = 0.85  me = 0.33  cjc = 1e-14  pc = 0.65  mc = 0.33
+ avc1 = 1  avc2 = 15
+ rth = 0
`;

export const genericVbic: GenericDevice = {
  family: 'vbic',
  title: 'generic vertical npn transistor, VBIC',
  device: { kind: 'bjt', polarity: 'n', process: 'generic', terminals: ['c', 'b', 'e', 's'], thermalNode: false },
  model: { family: 'VBIC', level: 4, name: 'generic_vbic', type: 'npn' },
  card,
  instances: [
    { id: 'unit', params: { area: 1 }, size: ['area'] },
    { id: 'large', params: { area: 4 }, size: ['area'] },
  ],
  sweeps: [
    { kind: 'gummel', sweep: 'b', from: 0.5, to: 0.95, bias: { c: [1, 2], e: 0, s: 0 }, measure: [{ kind: 'i', node: 'c' }, { kind: 'i', node: 'b' }], split: 'train' },
    { kind: 'output_vb', sweep: 'c', from: 0.2, to: 2.5, bias: { b: [0.7, 0.78, 0.86], e: 0, s: 0 }, measure: [{ kind: 'i', node: 'c' }], split: 'train' },
    { kind: 'gummel_vcb0', sweep: 'b', from: 0.5, to: 0.95, bias: { c: { follow: 'b' }, e: 0, s: 0 }, measure: [{ kind: 'i', node: 'c' }, { kind: 'i', node: 'b' }], split: 'validate' },
    { kind: 'output_ib', sweep: 'c', from: 0.3, to: 2.2, bias: { b: { force: [2e-6, 1e-5] }, e: 0, s: 0 }, measure: [{ kind: 'i', node: 'c' }], split: 'validate' },
  ],
  tunables: [
    { name: 'is', lower: 8e-18, upper: 8e-16, scale: 'log' },
    { name: 'nf', lower: 0.99, upper: 1.05, scale: 'lin' },
    { name: 'ibei', lower: 5e-20, upper: 8e-18, scale: 'log' },
    { name: 'nei', lower: 0.98, upper: 1.06, scale: 'lin' },
    { name: 'iben', lower: 5e-17, upper: 5e-14, scale: 'log' },
    { name: 'nen', lower: 1.6, upper: 2.4, scale: 'lin' },
    { name: 'vef', lower: 20, upper: 300, scale: 'log' },
    { name: 'ver', lower: 2, upper: 20, scale: 'log' },
    { name: 'ikf', lower: 1e-3, upper: 5e-2, scale: 'log' },
    { name: 'rcx', lower: 3, upper: 80, scale: 'log' },
    { name: 'rci', lower: 5, upper: 150, scale: 'log' },
    { name: 'rbx', lower: 5, upper: 100, scale: 'log' },
    { name: 'rbi', lower: 20, upper: 300, scale: 'log' },
    { name: 're', lower: 1, upper: 25, scale: 'log' },
    { name: 'avc1', lower: 0, upper: 3, scale: 'lin' },
  ],
  complement: { title: 'generic vertical pnp transistor, VBIC', name: 'generic_vbic_p', type: 'pnp', values: { is: 4e-17, vef: 40 } },
  noiseFloor: { i: 1e-12, v: 1e-5, c: 1e-17 },
};
