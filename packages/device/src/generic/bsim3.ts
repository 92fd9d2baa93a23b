import type { GenericDevice } from './generic-device.ts';

/** A 3.3 V n-channel transistor: manual defaults of BSIM3v3.3 with the oxide of a 0.35 um process. */
const card = `* Generic BSIM3v3 n-channel card: manual defaults with the oxide of a 3.3 V process
.model generic_nmos33 nmos
+ level = 8  version = 3.3
+ mobmod = 1  capmod = 2
+ tnom = 27
* oxide and process
+ tox = 7.5e-9  xj = 1.5e-7  nch = 1.7e17
* threshold
+ vth0 = 0.55  k1 = 0.58  k2 = -0.015  k3 = 0
+ dvt0 = 2.2  dvt1 = 0.53  dvt2 = -0.032  nlx = 1.7e-7
* subthreshold
+ voff = -0.08  nfactor = 1.1  cdsc = 2.4e-4  eta0 = 0.06  etab = -0.05  dsub = 0.56
* mobility and velocity saturation
+ u0 = 430  ua = 1.5e-9  ub = 9e-19  uc = -4.6e-11  vsat = 9e4
* bulk charge
+ a0 = 1  ags = 0.15  keta = -0.02
* output resistance
+ pclm = 1.2  pdiblc1 = 0.3  pdiblc2 = 5e-3  drout = 0.56  delta = 0.01
* series resistance and geometry
+ rdsw = 600  lint = 2e-8  wint = 2e-8
* capacitances
+ cgso = 2.5e-10  cgdo = 2.5e-10
* temperature
+ kt1 = -0.11  ute = -1.5
`;

/** Instance parameters that grow with the width. */
const size = ['w', 'ad', 'as', 'pd', 'ps'];

export const genericBsim3: GenericDevice = {
  family: 'bsim3',
  title: 'generic 3.3 V n-channel MOSFET, BSIM3v3',
  device: { kind: 'mosfet', polarity: 'n', process: 'generic', vdd: 3.3, terminals: ['d', 'g', 's', 'b'], thermalNode: false },
  model: { family: 'BSIM3v3.3', level: 8, name: 'generic_nmos33', type: 'nmos' },
  card,
  instances: [
    { id: 'short', params: { w: 1e-5, l: 4e-7, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, m: 1 }, size },
    { id: 'long', params: { w: 1e-5, l: 5e-6, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, m: 1 }, size },
  ],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: 0, to: 3.3, bias: { d: [0.1, 3.3], s: 0, b: [0, -1.5] }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.1, to: 3.3, bias: { g: [1, 2, 3.3], s: 0, b: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvg', sweep: 'g', from: 0, to: 3.3, bias: { d: 1.5, s: 0, b: -0.75 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
    { kind: 'idvd', sweep: 'd', from: 0.1, to: 3.3, bias: { g: [1.5, 2.6], s: 0, b: -1.5 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
  ],
  tunables: [
    { name: 'vth0', lower: 0.3, upper: 0.95, scale: 'lin' },
    { name: 'k1', lower: 0.3, upper: 1, scale: 'lin' },
    { name: 'k2', lower: -0.12, upper: 0.1, scale: 'lin' },
    { name: 'u0', lower: 200, upper: 800, scale: 'log' },
    { name: 'ua', lower: -5e-10, upper: 4e-9, scale: 'lin' },
    { name: 'ub', lower: -5e-19, upper: 4e-18, scale: 'lin' },
    { name: 'vsat', lower: 5e4, upper: 2e5, scale: 'log' },
    { name: 'voff', lower: -0.2, upper: 0, scale: 'lin' },
    { name: 'nfactor', lower: 0.5, upper: 2.5, scale: 'lin' },
    { name: 'eta0', lower: 0, upper: 0.25, scale: 'lin' },
    { name: 'pclm', lower: 0.2, upper: 5, scale: 'log' },
    { name: 'a0', lower: 0.3, upper: 2, scale: 'lin' },
    { name: 'ags', lower: 0, upper: 0.8, scale: 'lin' },
    { name: 'keta', lower: -0.08, upper: 0.03, scale: 'lin' },
    { name: 'rdsw', lower: 100, upper: 2500, scale: 'log' },
    { name: 'nlx', lower: 0, upper: 4e-7, scale: 'lin' },
  ],
  complement: {
    title: 'generic 3.3 V p-channel MOSFET, BSIM3v3', name: 'generic_pmos33', type: 'pmos',
    values: { vth0: -0.65, u0: 140, vsat: 8e4 }, bounds: { vth0: [-0.95, -0.3], u0: [60, 300] },
  },
  noiseFloor: { i: 1e-11, v: 1e-5, c: 1e-17 },
};
