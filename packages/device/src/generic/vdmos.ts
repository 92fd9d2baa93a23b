import type { GenericDevice } from './generic-device.ts';

/**
 * A 100 V power transistor of the kind found in switching supplies. ngspice finds no model whose name contains the type's.
 * `theta` is left out: ngspice 39 and 45 compute it differently (by 16 % at theta = 0.05), all else alike.
 */
const card = `* Generic n-channel power MOSFET card: 100 V, some tens of amperes
.model generic_power vdmos nchan
+ vto = 3.2  kp = 20
+ lambda = 3e-3  mtriode = 1
+ ksubthres = 0.1
+ rd = 0.03  rs = 0.01  rg = 2
+ is = 1e-11  n = 1.1  rb = 0.01  bv = 110
+ cgdmax = 1.5e-9  cgdmin = 6e-11  a = 0.5  cgs = 1.6e-9  cjo = 1.2e-9
`;

export const genericVdmos: GenericDevice = {
  family: 'vdmos',
  title: 'generic 100 V n-channel power MOSFET, VDMOS',
  device: { kind: 'vdmos', polarity: 'n', process: 'generic', terminals: ['d', 'g', 's'], thermalNode: false },
  model: { family: 'VDMOS', name: 'generic_power', type: 'vdmos nchan' },
  card,
  instances: [{ id: 'unit', params: { m: 1 }, size: [] }],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: 2.4, to: 5.5, bias: { d: [0.2, 10], s: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.1, to: 10, bias: { g: [3.8, 4.4, 5.2], s: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.1, to: 10, bias: { g: [4.1, 4.8], s: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
  ],
  tunables: [
    { name: 'vto', lower: 2, upper: 4.2, scale: 'lin' },
    { name: 'kp', lower: 3, upper: 80, scale: 'log' },
    { name: 'lambda', lower: 3e-4, upper: 0.03, scale: 'log' },
    { name: 'mtriode', lower: 0.5, upper: 2, scale: 'log' },
    { name: 'ksubthres', lower: 0.03, upper: 0.3, scale: 'log' },
    { name: 'rd', lower: 5e-3, upper: 0.2, scale: 'log' },
    { name: 'rs', lower: 1e-3, upper: 0.08, scale: 'log' },
  ],
  complement: {
    title: 'generic 100 V p-channel power MOSFET, VDMOS', name: 'generic_power_p', type: 'vdmos pchan',
    values: { vto: -3.2, kp: 8, rd: 0.08 }, bounds: { vto: [-4.2, -2] },
  },
  noiseFloor: { i: 1e-4, v: 1e-4, c: 1e-14 },
};
