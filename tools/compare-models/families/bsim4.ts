import { mosfetRegion } from './mosfet-region.ts';
import { capacitance, currents, type FamilyPlan } from './plan.ts';

const all = currents('d', 'g', 'b');

export const bsim4: FamilyPlan = {
  temperaturesC: [-40, 27, 125],
  instances: [
    { w: 1e-5, l: 1.5e-7, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, nf: 1, m: 1 },
    { w: 1e-5, l: 2e-6, ad: 5e-12, as: 5e-12, pd: 2.1e-5, ps: 2.1e-5, nf: 1, m: 1 },
    { w: 4e-7, l: 1.3e-7, ad: 2e-13, as: 2e-13, pd: 1.8e-6, ps: 1.8e-6, nf: 1, m: 2 },
    { w: 8e-6, l: 1.8e-7, ad: 2.4e-12, as: 3e-12, pd: 1e-5, ps: 1.4e-5, nf: 4, m: 1 },
  ],
  sweeps: [
    { kind: 'idvg', sweep: 'g', from: -0.6, to: 1.4, bias: { d: [0.05, 1.2], s: 0, b: [0, -0.6] }, measure: all },
    { kind: 'idvd', sweep: 'd', from: -1.2, to: 1.3, bias: { g: [0.4, 0.8, 1.2], s: 0, b: -0.2 }, measure: all },
    { kind: 'ibvb', sweep: 'b', from: -1.2, to: 0.7, bias: { d: [0, 1], g: 0, s: 0 }, measure: currents('d', 'b') },
    { kind: 'cv', sweep: 'g', from: -1.2, to: 1.2, bias: { d: [0, 0.8], s: 0, b: 0 }, frequency: 1e5, measure: [capacitance('g', 'd', 's', 'b'), capacitance('g', 'd', 's'), capacitance('g', 'b')] },
    { kind: 'cj', sweep: 'd', from: -0.3, to: 1.2, bias: { g: 0, s: 0, b: 0 }, frequency: 1e5, measure: [capacitance('d', 'g', 's', 'b'), capacitance('d', 'g')] },
  ],
  floor: { i: 1e-13, v: 1e-6, c: 1e-18 },
  region: mosfetRegion,
  variants: [
    { name: 'generic' },
    { name: 'generic p', polarity: 'p' },
    {
      name: 'mobility 1, short channel', values: { mobmod: 1 },
      drawn: [
        { name: 'dvt0', lower: 0, upper: 6, scale: 'lin' }, { name: 'dvt1', lower: 0.2, upper: 1.2, scale: 'lin' }, { name: 'dvt2', lower: -0.1, upper: 0.05, scale: 'lin' },
        { name: 'dvt0w', lower: 0, upper: 0.5, scale: 'lin' }, { name: 'k3', lower: -5, upper: 20, scale: 'lin' }, { name: 'lpe0', lower: 0, upper: 2e-7, scale: 'lin' },
        { name: 'dvtp0', lower: 0, upper: 1e-7, scale: 'lin' }, { name: 'minv', lower: -0.5, upper: 0.5, scale: 'lin' }, { name: 'cit', lower: 0, upper: 1e-3, scale: 'lin' },
        { name: 'b0', lower: 0, upper: 1e-6, scale: 'lin' }, { name: 'lvth0', lower: -3e-8, upper: 3e-8, scale: 'lin' }, { name: 'wu0', lower: -1e-9, upper: 1e-9, scale: 'lin' },
      ],
    },
    {
      name: 'mobility 2, output resistance', values: { mobmod: 2 },
      drawn: [
        { name: 'eu', lower: 1, upper: 2.5, scale: 'lin' }, { name: 'pscbe1', lower: 1e8, upper: 1e9, scale: 'log' }, { name: 'pscbe2', lower: 1e-9, upper: 1e-4, scale: 'log' },
        { name: 'pvag', lower: 0, upper: 3, scale: 'lin' }, { name: 'fprout', lower: 0, upper: 50, scale: 'lin' }, { name: 'pdits', lower: 0, upper: 0.3, scale: 'lin' },
        { name: 'pditsd', lower: 0, upper: 1.5, scale: 'lin' }, { name: 'pdiblc1', lower: 0, upper: 0.8, scale: 'lin' }, { name: 'drout', lower: 0.2, upper: 1, scale: 'lin' },
        { name: 'delta', lower: 5e-3, upper: 0.04, scale: 'log' }, { name: 'a1', lower: 0, upper: 0.1, scale: 'lin' }, { name: 'a2', lower: 0.4, upper: 1, scale: 'lin' },
      ],
    },
    {
      name: 'series resistances outside', values: { rdsmod: 1 },
      drawn: [
        { name: 'rdw', lower: 20, upper: 400, scale: 'log' }, { name: 'rsw', lower: 20, upper: 400, scale: 'log' }, { name: 'prwg', lower: 0, upper: 1, scale: 'lin' },
        { name: 'prwb', lower: -0.2, upper: 0.2, scale: 'lin' }, { name: 'rsh', lower: 0, upper: 20, scale: 'lin' },
      ],
    },
    {
      name: 'leakage', values: { igcmod: 1, igbmod: 1 },
      drawn: [
        { name: 'agidl', lower: 1e-11, upper: 1e-8, scale: 'log' }, { name: 'bgidl', lower: 1e9, upper: 3e9, scale: 'log' }, { name: 'egidl', lower: 0.3, upper: 1.2, scale: 'lin' },
        { name: 'alpha0', lower: 1e-9, upper: 1e-6, scale: 'log' }, { name: 'beta0', lower: 5, upper: 25, scale: 'log' }, { name: 'aigc', lower: 0.008, upper: 0.016, scale: 'lin' },
        { name: 'aigsd', lower: 0.008, upper: 0.016, scale: 'lin' },
      ],
    },
    {
      name: 'junctions and temperature', values: { diomod: 2, tempmod: 1 },
      drawn: [
        { name: 'jss', lower: 1e-7, upper: 1e-3, scale: 'log' }, { name: 'jsws', lower: 1e-14, upper: 1e-10, scale: 'log' }, { name: 'njs', lower: 1, upper: 1.3, scale: 'lin' },
        { name: 'cjs', lower: 3e-4, upper: 2e-3, scale: 'log' }, { name: 'cjsws', lower: 1e-11, upper: 5e-10, scale: 'log' }, { name: 'ijthsfwd', lower: 1e-3, upper: 0.1, scale: 'log' },
        { name: 'kt1', lower: -0.4, upper: 0, scale: 'lin' }, { name: 'kt2', lower: -0.05, upper: 0.05, scale: 'lin' }, { name: 'ute', lower: -2, upper: -0.5, scale: 'lin' },
        // per kelvin with tempmod 1
        { name: 'ua1', lower: 0, upper: 2e-3, scale: 'lin' }, { name: 'at', lower: 0, upper: 1.5e-3, scale: 'lin' },
      ],
    },
    {
      name: 'charges', values: { capmod: 2, ngate: 1e20 },
      drawn: [
        { name: 'cgsl', lower: 0, upper: 3e-10, scale: 'lin' }, { name: 'cgdl', lower: 0, upper: 3e-10, scale: 'lin' }, { name: 'noff', lower: 0.5, upper: 2, scale: 'lin' },
        { name: 'voffcv', lower: -0.1, upper: 0.1, scale: 'lin' }, { name: 'acde', lower: 0.4, upper: 1.2, scale: 'lin' }, { name: 'moin', lower: 5, upper: 25, scale: 'lin' },
        { name: 'dlc', lower: 0, upper: 2e-8, scale: 'lin' }, { name: 'vfbcv', lower: -1.2, upper: -0.6, scale: 'lin' },
      ],
    },
  ],
};
