import type { GenericDevice } from './generic-device.ts';

/** A partially depleted 1.2 V transistor with a floating body: the generic BSIM4 device on 100 nm of silicon over 300 nm of oxide. */
const card = `* Generic BSIM-SOI 4.4 n-channel card: partially depleted, floating body, 1.2 V process
.model generic_soi_n nmos
+ level = 58  version = 4.4
+ tnom = 27
+ shmod = 0  mobmod = 1  capmod = 2  vgstcvmod = 1  paramchk = 1
* oxides, film and doping
+ tox = 2.6e-9  tsi = 1e-7  tbox = 3e-7  nch = 3.5e17  nsub = 1e15  xj = 1e-7
* threshold
+ vth0 = 0.36  k1 = 0.48  k2 = -0.01  k3 = 0
+ dvt0 = 2.2  dvt1 = 0.53  dvt2 = -0.032
* subthreshold
+ voff = -0.1  nfactor = 1.1  cdsc = 2.4e-4  eta0 = 0.06  etab = -0.05  dsub = 0.56
* mobility and velocity saturation
+ u0 = 320  ua = 1e-9  ub = 8e-19  uc = -4.6e-11  vsat = 1e5
* bulk charge
+ a0 = 1  ags = 0.2  keta = -0.03
* output resistance
+ pclm = 1.0  pdiblc1 = 0.2  pdiblc2 = 2e-3  drout = 0.56  delta = 0.01
* series resistance and geometry
+ rdsw = 180  lint = 1e-8  wint = 5e-9
* body: junctions and impact ionisation
+ isbjt = 1e-6  isdif = 1e-7  isrec = 1e-5  istun = 1e-5  alpha0 = 1e-8  beta0 = 0  beta1 = 0  beta2 = 0.1
* capacitances and temperature
+ cgso = 2.5e-10  cgdo = 2.5e-10  kt1 = -0.11  ute = -1.5
`;

/** Instance parameters that grow with the width. */
const size = ['w', 'pd', 'ps'];

export const genericBsimsoi: GenericDevice = {
  family: 'bsimsoi4',
  title: 'generic 1.2 V n-channel SOI MOSFET with a floating body, BSIM-SOI',
  device: { kind: 'soi', polarity: 'n', process: 'generic', vdd: 1.2, terminals: ['d', 'g', 's', 'e'], thermalNode: false },
  model: { family: 'BSIM-SOI (version 4.4)', level: 58, name: 'generic_soi_n', type: 'nmos' },
  card,
  instances: [
    { id: 'short', params: { w: 1e-5, l: 1.5e-7, pd: 2.1e-5, ps: 2.1e-5, m: 1 }, size },
    { id: 'long', params: { w: 1e-5, l: 2e-6, pd: 2.1e-5, ps: 2.1e-5, m: 1 }, size },
  ],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: 0, to: 1.2, bias: { d: [0.05, 1.2], s: 0, e: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.05, to: 1.2, bias: { g: [0.5, 0.8, 1.2], s: 0, e: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvg', sweep: 'g', from: 0, to: 1.2, bias: { d: 0.6, s: 0, e: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
    { kind: 'idvd', sweep: 'd', from: 0.05, to: 1.2, bias: { g: [0.65, 1], s: 0, e: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
  ],
  tunables: [
    { name: 'vth0', lower: 0.15, upper: 0.7, scale: 'lin' },
    { name: 'k1', lower: 0.2, upper: 0.9, scale: 'lin' },
    { name: 'u0', lower: 120, upper: 700, scale: 'log' },
    { name: 'ua', lower: -1e-9, upper: 3e-9, scale: 'lin' },
    { name: 'ub', lower: -5e-19, upper: 4e-18, scale: 'lin' },
    { name: 'vsat', lower: 5e4, upper: 2.5e5, scale: 'log' },
    { name: 'voff', lower: -0.2, upper: 0, scale: 'lin' },
    { name: 'nfactor', lower: 0.6, upper: 2.5, scale: 'lin' },
    { name: 'eta0', lower: 0, upper: 0.25, scale: 'lin' },
    { name: 'pclm', lower: 0.1, upper: 4, scale: 'log' },
    { name: 'a0', lower: 0.3, upper: 2.5, scale: 'lin' },
    { name: 'ags', lower: 0, upper: 1, scale: 'lin' },
    { name: 'rdsw', lower: 40, upper: 800, scale: 'log' },
    { name: 'alpha0', lower: 1e-9, upper: 1e-7, scale: 'log' },
  ],
  noiseFloor: { i: 1e-11, v: 1e-5, c: 1e-17 },
  complement: {
    title: 'generic 1.2 V p-channel SOI MOSFET with a floating body, BSIM-SOI', name: 'generic_soi_p', type: 'pmos',
    values: { vth0: -0.36, u0: 90, vsat: 8e4 }, bounds: { vth0: [-0.7, -0.15], u0: [30, 250] },
  },
};
