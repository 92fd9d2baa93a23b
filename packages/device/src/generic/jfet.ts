import type { GenericDevice } from './generic-device.ts';

/** A small-signal n-channel junction transistor of the kind sold in plastic packages. */
const card = `* Generic n-channel JFET card: small-signal transistor, IDSS of a few mA
.model generic_njf njf
+ vto = -2  beta = 1.2e-3  lambda = 0.01
+ rd = 8  rs = 8
+ is = 5e-14
+ cgs = 4e-12  cgd = 4e-12  pb = 0.8  fc = 0.5
+ tnom = 27
`;

export const genericJfet: GenericDevice = {
  family: 'jfet',
  title: 'generic small-signal n-channel JFET',
  device: { kind: 'jfet', polarity: 'n', process: 'generic', terminals: ['d', 'g', 's'], thermalNode: false },
  model: { family: 'JFET (Shichman-Hodges)', level: 1, name: 'generic_njf', type: 'njf' },
  card,
  instances: [{ id: 'unit', params: { area: 1 }, size: ['area'] }],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: -2.5, to: 0, bias: { d: [0.2, 10], s: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.2, to: 12, bias: { g: [-1.2, -0.6, 0], s: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'train' },
    { kind: 'igvg', sweep: 'g', from: 0.3, to: 0.7, bias: { d: 0, s: 0 }, measure: [{ kind: 'i', node: 'g' }], split: 'train' },
    { kind: 'idvd', sweep: 'd', from: 0.2, to: 12, bias: { g: [-0.9, -0.3], s: 0 }, measure: [{ kind: 'i', node: 'd' }], split: 'validate' },
  ],
  tunables: [
    { name: 'vto', lower: -4, upper: -0.8, scale: 'lin' },
    { name: 'beta', lower: 2e-4, upper: 8e-3, scale: 'log' },
    { name: 'lambda', lower: 1e-3, upper: 0.08, scale: 'log' },
    { name: 'rd', lower: 1, upper: 60, scale: 'log' },
    { name: 'rs', lower: 1, upper: 60, scale: 'log' },
    { name: 'is', lower: 1e-15, upper: 1e-12, scale: 'log' },
  ],
  complement: { title: 'generic small-signal p-channel JFET', name: 'generic_pjf', type: 'pjf', values: { beta: 5e-4 } },
  noiseFloor: { i: 1e-8, v: 1e-5, c: 1e-15 },
};
