import { describe, expect, it } from 'vitest';
import { compactModel } from '../../compact-model.ts';
import { describeGolden } from '../../testing/golden.ts';

// Golden values: ngspice 39 (Debian), one transistor per circuit, `op` with reltol 1e-8, abstol 1e-17, gmin 1e-12: currents into the terminals in their
// order (A); `ac` at 100 kHz: capacitances (F).
describeGolden('vbic', 'bjt', [
  {
    name: 'npn', identity: { type: 'npn', level: 4 }, geometry: { area: 2 }, temperatureC: 70,
    values: {
      is: 8e-17, nf: 1.005, nr: 1.01, ibei: 6e-19, nei: 1.01, iben: 2e-15, nen: 2, wbe: 0.9, ibci: 2e-17, nci: 1.02,
      ibcn: 1e-15, ncn: 2, vef: 80, ver: 6, ikf: 0.008, ikr: 0.002, rcx: 15, rci: 40, vo: 1, gamm: 1e-12, hrcf: 1, rbx: 20,
      rbi: 80, re: 5, rs: 0, rbp: 20, isp: 1e-19, wsp: 0.8, ikp: 0.0001, ibeip: 1e-19, ibcip: 1e-17, cje: 2e-14, pe: 0.85,
      me: 0.33, cjc: 1e-14, pc: 0.65, mc: 0.33, ajc: 0.1, vrt: 2, cjep: 5e-15, cjcp: 2e-14, ps: 0.6, ms: 0.3, avc1: 1,
      avc2: 15, vbbe: 3, qco: 1e-15, xrc: 0.5, xis: 3.2, tavc: -0.001,
    },
    points: [
      [[2, 0.85, 0, 0], [0.03660960044, 0.0008076003941, -0.03741720084, -1.713320491e-12]],
      [[2, 0.55, 0, 0], [0.00007568018432, 5.144977426e-7, -0.00007619468005, -2.006185246e-12]],
      [[0.1, 0.8, 0, -1], [0.004900976478, 0.003170850237, -0.008032210222, -0.00003961649276]],
      [[0, 0.75, 1, -1], [-0.004268034778, 0.00106279395, 0.003239563834, -0.00003432300596]],
      [[3, -1, 0, -1], [1.205724409e-11, -1.012437356e-11, 2.074098422e-12, -4.00746103e-12]],
    ],
    capacitances: [
      { bias: [0, 0, 0, 0], hi: 'b', lo: 'e', value: 4.0817698e-14 },
      { bias: [3, 0, 0, 0], hi: 'b', lo: 'c', value: 1.8993915e-14 },
      { bias: [2, 0, 0, 0], hi: 'c', lo: 's', value: 2.6026462e-14 },
    ],
  },
  {
    name: 'with self-heating', identity: { type: 'npn', level: 9 }, geometry: { thermalNode: 1 }, temperatureC: 27,
    values: {
      is: 1.9e-17, nf: 1.004, ibei: 5e-20, nei: 1.035, iben: 3e-16, nen: 2, ibci: 7.5e-20, vef: 189, ver: 5.3, ikf: 0.008,
      rcx: 13.6, rci: 30, vo: 0.8, gamm: 3e-14, hrcf: 1000, rbx: 10, rbi: 29, re: 10.8, avc1: 2.4, avc2: 10.8, rth: 500,
      ea: 1.045, eaie: 1.078, xre: -0.42, xrb: 0.9, xrc: 0.42, xvo: 1.5, xis: 2.3, tnf: 0.00015,
    },
    points: [
      [[1.5, 0.9, 0, 0], [0.003346732017, 0.000004964468347, -0.003351696484, -1.454324824e-12]],
      [[1.5, 0.75, 0, 0], [0.00005399626191, 2.108947064e-8, -0.00005401734989, -1.499265609e-12]],
      [[0.2, 0.9, 0, 0], [0.002949115892, 0.00001046534477, -0.002959581237, -1.598752131e-13]],
    ],
  },
  {
    name: 'pnp', identity: { type: 'pnp', level: 4 }, geometry: {}, temperatureC: 0,
    values: {
      is: 4e-17, ibei: 6e-19, ibci: 2e-17, vef: 40, ikf: 0.005, qbm: 1, nkf: 0.45, isrr: 1.2, rcx: 15, rci: 40, rbx: 20,
      rbi: 80, re: 5, aje: 0.2, cje: 1e-14,
    },
    points: [
      [[-2, -0.8, 0, 0], [-0.00001153425829, -1.689852226e-7, 0.00001170324151, 1.999826986e-12]],
      [[0, -0.7, -1, 0], [3.953753745e-7, -1.181300852e-7, -2.772452894e-7, 5.930630688e-18]],
    ],
  },
]);

describe('a sweep of a VBIC transistor', () => {
  // Golden value: ngspice 39. With an inner base at -13 V and no current all nodes but the base were nearly in balance.
  it('does not take a false solution where high injection begins', () => {
    const values = {
      tnom: 27.6479, rcx: 3.73907, rci: 63.2021, vo: 1, gamm: 1e-12, hrcf: 1, rbx: 68.5805, rbi: 115.011, re: 5.19476, is: 7.88246e-16, nf: 1.02051, nr: 1.01,
      ibei: 7.72e-20, nei: 1.0421, iben: 4.17994e-15, nen: 2.16568, ibci: 2e-17, nci: 1.02, ibcn: 1e-15, ncn: 2, avc1: 1.36107, avc2: 15,
      pc: 0.65, pe: 0.85, vef: 231.139, ver: 6.87037, ikf: 0.0304879, ikr: 0.002, xvo: -0.364131, ea: 1.13372, eaie: 1.05517, xis: 3.63936, xii: 3.76503, xin: 3.16856,
    };
    const device = compactModel({ deviceKind: 'bjt', type: 'npn', level: 4 })!.instance(values, { area: 1, m: 2 }, 125);
    const bases = Array.from({ length: 25 }, (_, k) => device.currents([1, Number((-0.4 + (1.4 * k) / 24).toFixed(5)), 0, 0])[1]!);
    expect(Math.abs(bases[17]! / 1.3964791e-4 - 1)).toBeLessThan(1e-6);
    expect(bases.slice(3)).toEqual(bases.slice(3).toSorted((a, b) => a - b));
  });
});
