import { describeGolden } from '../../testing/golden.ts';

// Golden values: ngspice 39 (Debian), one transistor per circuit, `op` with reltol 1e-8, abstol 1e-17, gmin 1e-12: currents into the terminals in their
// order (A); `ac` at 100 kHz: capacitances (F).
describeGolden('vdmos', 'vdmos', [
  {
    name: 'n channel, quasi-saturation', identity: { type: 'vdmos nchan' }, geometry: { m: 2 }, temperatureC: 75,
    values: {
      vto: 3.2, kp: 20, lambda: 0.003, theta: 0.05, mtriode: 0.8, ksubthres: 0.1, subshift: 0.05, rd: 0.03, rs: 0.01, rg: 2,
      rq: 0.1, vq: 20, rds: 10000000, is: 1e-11, n: 1.1, rb: 0.01, bv: 25, ibv: 0.000001, cgdmax: 1.5e-9, cgdmin: 6e-11,
      a: 0.5, cgs: 1.6e-9, cjo: 1.2e-9, tcvth: 0.003, trd1: 0.003, tt: 1e-8,
    },
    points: [
      [[10, 5, 0], [38.35114249, 0, -38.35114249]],
      [[0.2, 5, 0], [4.056348996, 0, -4.056348996]],
      [[10, 2.9, 0], [0.002074160839, 0, -0.00207416084]],
      [[-0.7, 0, 0], [-4.978624806, 0, 4.978624806]],
      [[-0.3, 5, 0], [-6.471665108, 0, 6.471665108]],
      [[25.5, 0, 0], [0.1103442191, 0, -0.1103442191]],
    ],
    capacitances: [
      { bias: [10, 0, 0], hi: 'g', lo: 'd', value: 1.7056849e-10 },
      { bias: [0, 2, 0], hi: 'g', lo: 'd', value: 1.3664545e-9 },
      { bias: [10, 0, 0], hi: 'd', lo: 's', value: 6.5915713e-10 },
      { bias: [10, 0, 0], hi: 'g', lo: 's', value: 1.599998e-9 },
      // Where it conducts: the quasi-saturated drain resistance counts as constant.
      { bias: [2, 5, 0], hi: 'd', lo: 's', value: 1.87923794e-8 },
      { bias: [2, 5, 0], hi: 'd', lo: 'g', value: 1.21315671e-9 },
    ],
  },
  {
    name: 'p channel', identity: { type: 'vdmos pchan' }, geometry: {}, temperatureC: 100,
    values: {
      vto: -3.2, kp: 8, rd: 0.08, ksubthres: 0.15, texp0: 1.1, mu: -1.2,
    },
    points: [
      [[-8, -4.5, 0], [-5.206068016, 0, 5.206068016]],
      [[-0.2, -4.5, 0], [-0.8615283519, 0, 0.8615283519]],
      [[-8, -2.8, 0], [-0.0003127619451, 0, 0.0003127619451]],
    ],
  },
]);
