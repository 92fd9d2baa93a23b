import { describe, expect, it } from 'vitest';
import { compactCurves } from '../../curves/compact-curves.ts';
import { describeGolden } from '../../testing/golden.ts';

// Golden values: ngspice 39 (Debian), one diode per circuit, `op` with reltol 1e-8, abstol 1e-17, gmin 1e-12: currents into the terminals in their
// order (A); `ac` at 100 kHz: capacitances (F).
describeGolden('diode', 'diode', [
  {
    name: 'area and edge, knee, breakdown', identity: { type: 'd', level: 1 }, geometry: { area: 3592, pj: 339.6 }, temperatureC: 60,
    values: {
      tnom: 30, is: 2.75e-15, jsw: 6e-16, n: 1.1, ns: 1.3, rs: 981, ik: 1.3e-9, bv: 11.7, ibv: 0.000001, nbv: 1.2,
      tcv: 0.001, eg: 1.05, xti: 2, trs1: 0.001, cj0: 1.34e-15, vj: 0.729, m: 0.44, cjsw: 3.7e-17, php: 0.8, mjsw: 0.3,
      fc: 0.6, tt: 1e-9,
    },
    points: [
      [[1.1, 0], [0.3271584844, -0.3271584844]],
      [[0.5, 0], [0.0001006937346, -0.0001006937346]],
      [[0.05, 0], [1.210170963e-9, -1.210171001e-9]],
      [[-3, 0], [-3.217177635e-10, 3.217194622e-10]],
      [[-11.5, 0.5], [-0.01164641322, 0.01164641322]],
      [[-13, 0], [-2.891224504, 2.891224504]],
    ],
    capacitances: [
      { bias: [-3, 0], hi: 'a', lo: 'c', value: 2.3772117e-12 },
      { bias: [0.3, 0], hi: 'a', lo: 'c', value: 6.5384462e-12 },
      { bias: [0.55, 0], hi: 'a', lo: 'c', value: 1.2909594e-11 },
    ],
  },
  {
    name: 'level 3 with recombination and tunnelling', identity: { type: 'd', level: 3 }, geometry: { w: 0.00001, l: 0.00002, m: 1 }, temperatureC: -10,
    values: {
      is: 0.000001, n: 1.05, isr: 0.001, nr: 2, jsw: 1e-12, ikr: 0.0001, jtun: 0.0001, ntun: 30, jtunsw: 1e-10, rs: 1e-9,
      cjo: 0.001, m: 0.4, cjp: 1e-10, tlevc: 1, cta: 0.001, ctp: 0.001, tpb: 0.001, lm: 0.00001, wm: 0.00002, xom: 2000,
    },
    points: [
      [[0.7, 0], [0.000003161024491, -0.000003161024491]],
      [[0.3, 0], [5.699260508e-12, -5.699253362e-12]],
      [[-0.05, 0], [-5.707587181e-14, 5.707564203e-14]],
      [[-2, 0], [-2.070454919e-12, 2.070457676e-12]],
    ],
    capacitances: [
      { bias: [-1, 0], hi: 'a', lo: 'c', value: 1.8614623e-13 },
    ],
  },
  {
    name: 'small signal of recombination, which is not its slope in ngspice', identity: { type: 'd', level: 1 }, geometry: {}, temperatureC: 60,
    values: { tnom: 25, is: 2e-15, n: 1.05, isr: 2e-13, nr: 1.9, rs: 2, ikf: 1e-2, cjo: 1e-12, vj: 0.8, m: 0.4, tt: 5e-9 },
    points: [[[0, 0], [0, 0]]],
    capacitances: [
      { bias: [0.4, 0], hi: 'a', lo: 'c', value: 1.42560687e-12 },
      { bias: [0.65, 0], hi: 'a', lo: 'c', value: 5.71782429e-11 },
    ],
  },
]);

describe('a sweep of a diode', () => {
  // Golden values: ngspice 39, reltol 1e-9, abstol 1e-15. Slopes of the point before serve the series resistance, and do not tell the junction's current.
  it('is accurate at each point where only the current behind the series resistance is asked for', () => {
    const volts = Float64Array.from({ length: 101 }, (_, k) => Number((-k / 100).toFixed(2)));
    const values = {
      tnom: 25, is: 4.20543e-19, n: 1.04044, jsw: 1.82797e-21, ns: 1.41836, ik: 0.0823916, rs: 934.155, xti: 0.249109, bv: 11, ibv: 0.001, eg: 1.17,
    };
    const curves = compactCurves({
      device: { kind: 'diode' }, model: { type: 'd', level: 1, values }, parameters: [],
      curves: [{
        id: 'iv', instance: 'one', x: volts, geometry: { area: 28_560, pj: 102_400 }, temperatureC: -40, vectors: [{ kind: 'i', node: 'c' }],
        drives: { a: { quantity: 'v', values: new Float64Array(101) }, c: { quantity: 'v', values: volts } },
      }],
    })!;
    const [[current]] = curves.predict([]) as [[Float64Array]];
    const golden = { 75: 2.16904580728539e-4, 77: 5.64243233061035e-4, 79: 1.46635214841595e-3, 80: 2.36208243009628e-3, 83: 9.79638695159579e-3 };
    for (const [k, expected] of Object.entries(golden)) expect(Math.abs(current[Number(k)]! / -expected - 1), `point ${k}`).toBeLessThan(1e-9);
  });
});
