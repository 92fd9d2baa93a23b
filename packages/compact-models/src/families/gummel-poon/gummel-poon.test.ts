import { describeGolden } from '../../testing/golden.ts';

// Golden values: ngspice 39 (Debian), one transistor per circuit, `op` with reltol 1e-8, abstol 1e-17, gmin 1e-12: currents into the terminals in their
// order (A); `ac` at 100 kHz: capacitances (F).
describeGolden('gummel-poon', 'bjt', [
  {
    name: 'npn', identity: { type: 'npn', level: 1 }, geometry: { area: 4 }, temperatureC: 80,
    values: {
      is: 5e-17, bf: 120, ise: 2e-15, ne: 1.8, br: 3, isc: 1e-15, nc: 1.6, vaf: 60, var: 8, ikf: 0.005, ikr: 0.001, rb: 300,
      rbm: 80, irb: 0.0001, re: 10, rc: 60, cje: 3e-14, vje: 0.8, mje: 0.35, cjc: 2e-14, vjc: 0.65, mjc: 0.35, xcjc: 0.7,
      cjs: 1e-14, mjs: 0.3, tf: 2e-11, eg: 1.12, xti: 3, xtb: 1.5, iss: 1e-18,
    },
    points: [
      [[2, 0.8, 0, 0], [0.01072340517, 0.0001205182985, -0.01084392347, -1.843476558e-12]],
      [[2, 0.5, 0, 0], [0.000002843814497, 2.20918438e-8, -0.000002865904337, -2.004284984e-12]],
      [[0.1, 0.75, 0, 0], [0.001432638084, 0.0004587511176, -0.001891389201, -8.251011885e-14]],
      [[0, 0.7, 1, -1], [-0.001798939863, 0.0004534087518, 0.001345531112, -1.031311608e-12]],
      [[3, -1, 0, -1], [9.250877842e-12, -5.778259815e-12, 5.317306388e-13, -4.004327659e-12]],
    ],
    capacitances: [
      { bias: [0, 0, 0, 0], hi: 'b', lo: 'e', value: 1.2537861e-13 },
      { bias: [2, 0, 0, 0], hi: 'b', lo: 'c', value: 4.9630918e-14 },
      { bias: [2, 0, 0, 0], hi: 'c', lo: 's', value: 2.7450606e-14 },
      // Where it conducts: the base resistance counts as constant, the substrate junction has no conductance.
      { bias: [2, 0.78, 0, 0], hi: 'b', lo: 'e', value: -1.81101096e-11 },
      { bias: [2, 0.78, 0, 0], hi: 'b', lo: 'c', value: 2.05894508e-11 },
      { bias: [0.1, 0.78, 0, 0], hi: 'b', lo: 'e', value: 1.58684194e-13 },
      { bias: [0.1, 0.78, 0, 0], hi: 'b', lo: 'c', value: 2.44088546e-13 },
    ],
  },
  {
    name: 'pnp with quasi-saturation and own junction currents', identity: { type: 'pnp', level: 1 }, geometry: { area: 2, areab: 3, areac: 5, m: 2 }, temperatureC: 55,
    values: {
      is: 3e-18, ibe: 2e-18, ibc: 5e-18, bf: 18, nf: 1.028, vaf: 150, ikf: 0.00007, nkf: 0.6, br: 0.27, nr: 1.01, rb: 146,
      re: 101, rc: 20, rco: 80, vo: 2, gamma: 1e-10, quasimod: 1, tlev: 1, xtb: 0.002, tre1: 0.001, tvaf1: 0.001, xti: 1.1,
      eg: 1.2, tnom: 30,
    },
    points: [
      [[-2, -0.8, 0, 0], [-0.0001261737281, -0.0000108368376, 0.0001370105641, 1.599208911e-12]],
      [[-0.1, -0.8, 0, 0], [0.00009977015116, -0.0001867159061, 0.00008694575337, 1.586369739e-12]],
      [[0, -0.75, -1, 1], [0.0004932480282, -0.0003846915956, -0.0001085564361, 3.471917514e-12]],
    ],
  },
  {
    name: 'pnp, small signal in quasi-saturation', identity: { type: 'pnp', level: 1 }, geometry: { area: 2, areab: 3, areac: 5, m: 2 }, temperatureC: 55,
    values: {
      is: 3e-18, ibe: 2e-18, ibc: 5e-18, bf: 18, nf: 1.028, vaf: 150, ikf: 0.00007, nkf: 0.6, br: 0.27, nr: 1.01, rb: 146,
      re: 101, rc: 20, rco: 80, vo: 2, gamma: 1e-10, qco: 1e-15, quasimod: 1, tlev: 1, xtb: 0.002, tre1: 0.001, tvaf1: 0.001, xti: 1.1,
      eg: 1.2, tnom: 30, tf: 1e-10, cjc: 1e-14,
    },
    points: [[[0, 0, 0, 0], [0, 0, 0, 0]]],
    capacitances: [
      { bias: [-0.2, -0.85, 0, 0], hi: 'b', lo: 'e', value: 1.80177579e-13 },
      { bias: [-0.2, -0.85, 0, 0], hi: 'b', lo: 'c', value: 6.45503937e-13 },
      { bias: [-2, -0.85, 0, 0], hi: 'b', lo: 'e', value: 2.71010279e-13 },
      { bias: [-2, -0.85, 0, 0], hi: 'b', lo: 'c', value: 2.35688171e-13 },
    ],
  },
]);
