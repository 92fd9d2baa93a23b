import { mosfetRegion } from './mosfet-region.ts';
import { capacitance, currents, type FamilyPlan } from './plan.ts';

const all = currents('d', 'g', 'b');

export const bsim3: FamilyPlan = {
  temperaturesC: [-40, 27, 125],
  instances: [
    { w: 1e-5, l: 4e-7, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, m: 1 },
    { w: 1e-5, l: 5e-6, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, m: 1 },
    { w: 1e-6, l: 3.5e-7, ad: 1e-12, as: 1e-12, pd: 4e-6, ps: 4e-6, m: 2 },
  ],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: -1, to: 3.5, bias: { d: [0.1, 3.3], s: 0, b: [0, -1.5] }, measure: all },
    { kind: 'idvd', sweep: 'd', from: -3.3, to: 3.5, bias: { g: [1, 2, 3.3], s: 0, b: -0.3 }, measure: all },
    { kind: 'ibvb', sweep: 'b', from: -3, to: 0.7, bias: { d: [0, 2], g: 0, s: 0 }, measure: currents('d', 'b') },
    { kind: 'cv', sweep: 'g', from: -3, to: 3, bias: { d: [0, 2], s: 0, b: 0 }, frequency: 1e5, measure: [capacitance('g', 'd', 's', 'b'), capacitance('g', 'd', 's'), capacitance('g', 'b')] },
    { kind: 'cj', sweep: 'd', from: -0.3, to: 3, bias: { g: 0, s: 0, b: 0 }, frequency: 1e5, measure: [capacitance('d', 'g', 's', 'b'), capacitance('d', 'g')] },
  ],
  floor: { i: 1e-13, v: 1e-6, c: 1e-18 },
  region: mosfetRegion,
  variants: [
    { name: 'generic' },
    { name: 'generic p', polarity: 'p' },
    {
      name: 'mobility 2, short channel', values: { mobmod: 2 },
      drawn: [
        { name: 'dvt0', lower: 0, upper: 6, scale: 'lin' }, { name: 'dvt1', lower: 0.2, upper: 1.2, scale: 'lin' }, { name: 'dvt2', lower: -0.1, upper: 0.05, scale: 'lin' },
        { name: 'dvt0w', lower: 0, upper: 0.5, scale: 'lin' }, { name: 'k3', lower: -5, upper: 50, scale: 'lin' }, { name: 'cit', lower: 0, upper: 1e-3, scale: 'lin' },
        { name: 'b0', lower: 0, upper: 1e-6, scale: 'lin' }, { name: 'lvth0', lower: -1e-7, upper: 1e-7, scale: 'lin' }, { name: 'dwg', lower: -1e-8, upper: 1e-8, scale: 'lin' },
      ],
    },
    {
      name: 'mobility 3, output resistance', values: { mobmod: 3 },
      drawn: [
        { name: 'pscbe1', lower: 1e8, upper: 1e9, scale: 'log' }, { name: 'pscbe2', lower: 1e-9, upper: 1e-4, scale: 'log' }, { name: 'pvag', lower: 0, upper: 3, scale: 'lin' },
        { name: 'pdiblc1', lower: 0, upper: 0.8, scale: 'lin' }, { name: 'pdiblc2', lower: 1e-4, upper: 0.05, scale: 'log' }, { name: 'delta', lower: 5e-3, upper: 0.04, scale: 'log' },
        { name: 'prwg', lower: 0, upper: 0.05, scale: 'lin' }, { name: 'prwb', lower: -0.05, upper: 0.05, scale: 'lin' }, { name: 'a1', lower: 0, upper: 0.1, scale: 'lin' },
        { name: 'alpha0', lower: 1e-9, upper: 1e-6, scale: 'log' }, { name: 'beta0', lower: 15, upper: 40, scale: 'log' },
      ],
    },
    {
      name: 'junctions and temperature',
      drawn: [
        { name: 'js', lower: 1e-7, upper: 1e-3, scale: 'log' }, { name: 'jsw', lower: 1e-14, upper: 1e-10, scale: 'log' }, { name: 'nj', lower: 1, upper: 1.3, scale: 'lin' },
        { name: 'cj', lower: 3e-4, upper: 2e-3, scale: 'log' }, { name: 'cjsw', lower: 1e-11, upper: 5e-10, scale: 'log' }, { name: 'rsh', lower: 0, upper: 20, scale: 'lin' },
        { name: 'kt1', lower: -0.4, upper: 0, scale: 'lin' }, { name: 'kt2', lower: -0.05, upper: 0.05, scale: 'lin' }, { name: 'ute', lower: -2, upper: -0.5, scale: 'lin' },
        { name: 'ua1', lower: 0, upper: 4e-9, scale: 'lin' }, { name: 'at', lower: 0, upper: 6e4, scale: 'lin' },
      ],
    },
    {
      name: 'charges', values: { capmod: 3 },
      drawn: [
        { name: 'cgsl', lower: 0, upper: 3e-10, scale: 'lin' }, { name: 'cgdl', lower: 0, upper: 3e-10, scale: 'lin' }, { name: 'noff', lower: 0.5, upper: 2, scale: 'lin' },
        { name: 'voffcv', lower: -0.1, upper: 0.1, scale: 'lin' }, { name: 'acde', lower: 0.4, upper: 1.2, scale: 'lin' }, { name: 'moin', lower: 5, upper: 25, scale: 'lin' },
        { name: 'dlc', lower: 0, upper: 3e-8, scale: 'lin' },
      ],
    },
    { name: 'charges of version 2', values: { capmod: 2 } },
  ],
};
