import type { GenericDevice } from './generic-device.ts';

/** The 1.2 V transistor again, in terms of its surface potential. */
const hisim2Card = `* Generic HiSIM2 n-channel card: oxide and doping of a 1.2 V process
.model generic_hisim_n nmos
+ level = 68  version = 280
+ tnom = 27
* oxide and doping
+ tox = 2.6e-9  nsubc = 3.5e17  nsubp = 6e17  lp = 1.5e-8  vfbc = -0.95
* mobility and velocity
+ muecb0 = 1000  muecb1 = 100  mueph0 = 0.3  mueph1 = 2e4  muesr0 = 2  muesr1 = 1e16  vmax = 1e7  bb = 2
* short channel
+ sc1 = 0.5  sc2 = 0.1  sc3 = 0  parl2 = 1e-8  xld = 1e-8
* output resistance
+ clm1 = 0.7  clm2 = 2  clm3 = 1
* series resistance
+ corsrd = 1  rs = 9e-5  rd = 9e-5
`;

/** Instance parameters that grow with the width. */
const size = ['w', 'ad', 'as', 'pd', 'ps'];

export const genericHisim2: GenericDevice = {
  family: 'hisim2',
  title: 'generic 1.2 V n-channel MOSFET, HiSIM2',
  device: { kind: 'mosfet', polarity: 'n', process: 'generic', vdd: 1.2, terminals: ['d', 'g', 's', 'b'], thermalNode: false },
  model: { family: 'HiSIM2 (version 2.8)', level: 68, name: 'generic_hisim_n', type: 'nmos' },
  card: hisim2Card,
  instances: [
    { id: 'short', params: { w: 1e-5, l: 1.5e-7, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, m: 1 }, size },
    { id: 'long', params: { w: 1e-5, l: 2e-6, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, m: 1 }, size },
  ],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: 0, to: 1.2, bias: { d: [0.05, 1.2], s: 0, b: [0, -0.6] }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.05, to: 1.2, bias: { g: [0.5, 0.8, 1.2], s: 0, b: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvg', sweep: 'g', from: 0, to: 1.2, bias: { d: 0.6, s: 0, b: -0.3 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
    { kind: 'idvd', sweep: 'd', from: 0.05, to: 1.2, bias: { g: [0.65, 1], s: 0, b: -0.6 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
  ],
  tunables: [
    { name: 'tox', lower: 1.8e-9, upper: 4e-9, scale: 'log' },
    { name: 'nsubc', lower: 8e16, upper: 1.5e18, scale: 'log' },
    { name: 'nsubp', lower: 1.5e17, upper: 2.5e18, scale: 'log' },
    { name: 'vfbc', lower: -1.2, upper: -0.7, scale: 'lin' },
    { name: 'muecb0', lower: 250, upper: 4000, scale: 'log' },
    { name: 'mueph1', lower: 8e3, upper: 6e4, scale: 'log' },
    { name: 'muesr1', lower: 1e15, upper: 1e17, scale: 'log' },
    { name: 'vmax', lower: 4e6, upper: 3e7, scale: 'log' },
    { name: 'sc1', lower: 0, upper: 3, scale: 'lin' },
    { name: 'sc2', lower: 0, upper: 1, scale: 'lin' },
    { name: 'clm1', lower: 0.4, upper: 0.95, scale: 'lin' },
    { name: 'clm2', lower: 0.5, upper: 6, scale: 'log' },
    { name: 'rs', lower: 2e-5, upper: 4e-4, scale: 'log' },
    { name: 'rd', lower: 2e-5, upper: 4e-4, scale: 'log' },
  ],
  noiseFloor: { i: 1e-11, v: 1e-5, c: 1e-17 },
  complement: {
    title: 'generic 1.2 V p-channel MOSFET, HiSIM2', name: 'generic_hisim_p', type: 'pmos',
    values: { muecb0: 300, mueph1: 7e3, vmax: 8e6 }, bounds: { muecb0: [80, 1200], mueph1: [2.5e3, 2e4] },
  },
};

/** A laterally diffused transistor for some tens of volts, with a drift region and without self-heating. */
const hisimHvCard = `* Generic HiSIM_HV 2.2 n-channel card: laterally diffused transistor for 40 V, without self-heating
.model generic_hv_n nmos
+ level = 73  version = 2.20
+ tnom = 27
+ coselfheat = 0  corsrd = 3  cosubnode = 0
* oxide and doping
+ tox = 2e-8  nsubc = 1e17  nsubp = 1e17  lp = 0  vfbc = -1  vbi = 1
* mobility and velocity
+ muecb0 = 300  muecb1 = 30  mueph0 = 0.3  mueph1 = 2.5e4  muesr0 = 2  muesr1 = 2e15  vmax = 1e7
* geometry
+ xld = 2e-8  xldld = 2e-8  loverld = 1e-6  ldrift1 = 1e-6  ldrift2 = 1e-6
* output resistance
+ clm1 = 0.7  clm2 = 2  clm3 = 1
* drift region
+ rdrmue = 1000  rdrvmax = 3e7  rs = 1e-4
`;

export const genericHisimHv: GenericDevice = {
  family: 'hisimhv',
  title: 'generic 40 V n-channel LDMOS, HiSIM_HV',
  device: { kind: 'mosfet', polarity: 'n', process: 'generic', vdd: 40, terminals: ['d', 'g', 's', 'b'], thermalNode: false },
  model: { family: 'HiSIM_HV (version 2.20)', level: 73, name: 'generic_hv_n', type: 'nmos' },
  card: hisimHvCard,
  instances: [{ id: 'unit', params: { w: 2e-5, l: 1e-6, m: 1 }, size: ['w'] }],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: 0, to: 6, bias: { d: [0.1, 20], s: 0, b: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.5, to: 40, bias: { g: [2, 3.5, 5], s: 0, b: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvg', sweep: 'g', from: 0, to: 6, bias: { d: 10, s: 0, b: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
    { kind: 'idvd', sweep: 'd', from: 0.5, to: 40, bias: { g: [2.7, 4.2], s: 0, b: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
  ],
  tunables: [
    { name: 'nsubc', lower: 3e16, upper: 3e17, scale: 'log' },
    { name: 'vfbc', lower: -1.3, upper: -0.7, scale: 'lin' },
    { name: 'muecb0', lower: 80, upper: 1200, scale: 'log' },
    { name: 'mueph1', lower: 1e4, upper: 6e4, scale: 'log' },
    { name: 'muesr1', lower: 2e14, upper: 2e16, scale: 'log' },
    { name: 'vmax', lower: 4e6, upper: 3e7, scale: 'log' },
    { name: 'clm1', lower: 0.4, upper: 0.95, scale: 'lin' },
    { name: 'clm2', lower: 0.5, upper: 6, scale: 'log' },
    { name: 'rdrmue', lower: 250, upper: 4000, scale: 'log' },
    { name: 'rdrvmax', lower: 5e6, upper: 1e8, scale: 'log' },
    { name: 'rs', lower: 2e-5, upper: 5e-4, scale: 'log' },
  ],
  noiseFloor: { i: 1e-10, v: 1e-4, c: 1e-16 },
  complement: {
    title: 'generic 40 V p-channel LDMOS, HiSIM_HV', name: 'generic_hv_p', type: 'pmos',
    values: { muecb0: 120, mueph1: 9e3, rdrmue: 350 }, bounds: { muecb0: [30, 500], mueph1: [3e3, 2.5e4], rdrmue: [90, 1400] },
  },
};
