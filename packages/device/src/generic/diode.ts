import type { GenericDevice } from './generic-device.ts';

/** A silicon junction whose area counts in square micrometres and whose edge counts in micrometres. */
const card = `* Generic junction diode card: silicon p-n junction, currents and capacitances for 1 um^2 and 1 um
.model generic_diode d
+ level = 1
+ tnom = 27
+ is = 2e-18  n = 1.04
+ jsw = 1e-17  ns = 1.1
+ rs = 4e3  ik = 2e-6
+ cj0 = 1e-15  vj = 0.75  m = 0.4
+ cjsw = 2e-16  php = 0.8  mjsw = 0.3
+ eg = 1.12  xti = 3
`;

export const genericDiode: GenericDevice = {
  family: 'diode',
  title: 'generic silicon junction diode, area and edge',
  device: { kind: 'diode', polarity: 'n', process: 'generic', terminals: ['a', 'c'], thermalNode: false },
  model: { family: 'diode (junction area + sidewall)', level: 1, name: 'generic_diode', type: 'd' },
  card,
  instances: [
    { id: 'area', params: { area: 2500, pj: 200 }, size: ['area', 'pj'] },
    { id: 'edge', params: { area: 2500, pj: 12000 }, size: ['area', 'pj'] },
  ],
  sweeps: [
    { kind: 'iv', sweep: 'a', from: 0.2, to: 0.95, bias: { c: 0 }, measure: [{ kind: 'i', node: 'a' }], split: 'train' },
    { kind: 'iv', sweep: 'a', from: 0.1, to: 0.9, bias: { c: 0 }, measure: [{ kind: 'i', node: 'a' }], split: 'train', temperatureC: 100 },
    { kind: 'cv', sweep: 'a', from: -4, to: 0.3, bias: { c: 0 }, measure: [{ kind: 'c', hi: ['a'], lo: ['c'] }], split: 'train', frequency: 1e5 },
    { kind: 'iv', sweep: 'a', from: 0.15, to: 0.92, bias: { c: 0 }, measure: [{ kind: 'i', node: 'a' }], split: 'validate', temperatureC: 60 },
  ],
  tunables: [
    { name: 'is', lower: 1e-20, upper: 1e-16, scale: 'log' },
    { name: 'n', lower: 1, upper: 1.25, scale: 'lin' },
    { name: 'jsw', lower: 1e-19, upper: 1e-15, scale: 'log' },
    { name: 'ns', lower: 1, upper: 1.5, scale: 'lin' },
    { name: 'rs', lower: 500, upper: 5e4, scale: 'log' },
    { name: 'ik', lower: 1e-7, upper: 1e-4, scale: 'log' },
    { name: 'xti', lower: 1, upper: 6, scale: 'lin' },
    { name: 'cj0', lower: 3e-16, upper: 4e-15, scale: 'log' },
    { name: 'vj', lower: 0.5, upper: 1, scale: 'lin' },
    { name: 'm', lower: 0.25, upper: 0.5, scale: 'lin' },
    { name: 'cjsw', lower: 5e-17, upper: 1e-15, scale: 'log' },
  ],
  noiseFloor: { i: 1e-13, v: 1e-5, c: 1e-16 },
};
