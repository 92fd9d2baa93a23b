import type { GenericDevice } from './generic-device.ts';

/** A 1.2 V n-channel transistor of a generic 130 nm process: manual defaults of BSIM4.5, oxide and doping of that generation. */
const card = `* Generic BSIM4 n-channel card: manual defaults with the oxide and doping of a 1.2 V process
.model generic_nmos nmos
+ level = 54  version = 4.5
+ mobmod = 0  capmod = 2  rdsmod = 0  igcmod = 0  igbmod = 0  diomod = 1  tempmod = 0
+ tnom = 27
* oxide and process
+ toxe = 2.6e-9  toxm = 2.6e-9  xj = 1e-7  ndep = 3.5e17  nsd = 1e20
* threshold
+ vth0 = 0.36  k1 = 0.48  k2 = -0.01  k3 = 0
+ dvt0 = 2.2  dvt1 = 0.53  dvt2 = -0.032  lpe0 = 8e-8
* subthreshold
+ voff = -0.1  nfactor = 1.3  cdsc = 2.4e-4  eta0 = 0.08  etab = -0.07  dsub = 0.56
* mobility and velocity saturation
+ u0 = 0.032  ua = 1e-9  ub = 8e-19  uc = -4.6e-11  vsat = 1e5
* bulk charge
+ a0 = 1  ags = 0.2  keta = -0.03
* output resistance
+ pclm = 1.0  pdiblc1 = 0.2  pdiblc2 = 2e-3  drout = 0.56  delta = 0.01
* series resistance and geometry
+ rdsw = 180  lint = 1e-8  wint = 5e-9
* capacitances
+ cgso = 2.5e-10  cgdo = 2.5e-10  cf = 8e-11
* temperature
+ kt1 = -0.11  ute = -1.5
`;

/** Instance parameters that grow with the width. */
const size = ['w', 'ad', 'as', 'pd', 'ps'];

export const genericBsim4: GenericDevice = {
  family: 'bsim4',
  title: 'generic 1.2 V n-channel MOSFET, BSIM4',
  device: { kind: 'mosfet', polarity: 'n', process: 'generic', vdd: 1.2, terminals: ['d', 'g', 's', 'b'], thermalNode: false },
  model: { family: 'BSIM4 (version 4.5)', level: 54, name: 'generic_nmos', type: 'nmos' },
  card,
  instances: [
    { id: 'short', params: { w: 1e-5, l: 1.5e-7, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, nf: 1, m: 1 }, size },
    { id: 'long', params: { w: 1e-5, l: 2e-6, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, nf: 1, m: 1 }, size },
  ],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: 0, to: 1.2, bias: { d: [0.05, 1.2], s: 0, b: [0, -0.6] }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.05, to: 1.2, bias: { g: [0.5, 0.8, 1.2], s: 0, b: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvg', sweep: 'g', from: 0, to: 1.2, bias: { d: 0.6, s: 0, b: -0.3 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
    { kind: 'idvd', sweep: 'd', from: 0.05, to: 1.2, bias: { g: [0.65, 1], s: 0, b: -0.6 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
  ],
  tunables: [
    { name: 'toxe', lower: 1.8e-9, upper: 4e-9, scale: 'log' },
    { name: 'vth0', lower: 0.15, upper: 0.7, scale: 'lin' },
    { name: 'k1', lower: 0.2, upper: 0.9, scale: 'lin' },
    { name: 'k2', lower: -0.12, upper: 0.1, scale: 'lin' },
    { name: 'u0', lower: 0.01, upper: 0.08, scale: 'log' },
    { name: 'ua', lower: -1e-9, upper: 3e-9, scale: 'lin' },
    { name: 'ub', lower: -5e-19, upper: 4e-18, scale: 'lin' },
    { name: 'vsat', lower: 5e4, upper: 2.5e5, scale: 'log' },
    { name: 'voff', lower: -0.2, upper: 0, scale: 'lin' },
    { name: 'nfactor', lower: 0.6, upper: 2.5, scale: 'lin' },
    { name: 'eta0', lower: 0, upper: 0.3, scale: 'lin' },
    { name: 'pclm', lower: 0.1, upper: 4, scale: 'log' },
    { name: 'pdiblc2', lower: 1e-4, upper: 0.02, scale: 'log' },
    { name: 'a0', lower: 0.3, upper: 2.5, scale: 'lin' },
    { name: 'ags', lower: 0, upper: 1, scale: 'lin' },
    { name: 'keta', lower: -0.1, upper: 0.05, scale: 'lin' },
    { name: 'rdsw', lower: 40, upper: 800, scale: 'log' },
  ],
  complement: {
    title: 'generic 1.2 V p-channel MOSFET, BSIM4', name: 'generic_pmos', type: 'pmos',
    values: { vth0: -0.36, u0: 0.009, vsat: 8e4, k2: 0.01 }, bounds: { vth0: [-0.7, -0.15], u0: [0.003, 0.025], k2: [-0.1, 0.12] },
  },
  noiseFloor: { i: 1e-11, v: 1e-5, c: 1e-17 },
};
