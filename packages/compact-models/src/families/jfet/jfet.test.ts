import { describeGolden } from '../../testing/golden.ts';

// Golden values: ngspice 39 (Debian), one transistor per circuit, `op` with reltol 1e-8, abstol 1e-17, gmin 1e-12: currents into the terminals in their
// order (A); `ac` at 100 kHz: capacitances (F).
describeGolden('jfet', 'jfet', [
  {
    name: 'n type with doping tail', identity: { type: 'njf' }, geometry: { area: 2, m: 2 }, temperatureC: 80,
    values: {
      vto: -2.1, beta: 0.0012, lambda: 0.01, b: 0.8, rd: 8, rs: 12, is: 5e-14, xti: 2.5, pb: 0.8, fc: 0.5, cgs: 4e-12,
      cgd: 3e-12, tcv: 0.002, bex: -1.4,
    },
    points: [
      [[10, -0.5, 0], [0.01077738523, -3.984556445e-10, -0.01077738483]],
      [[0.3, 0, 0], [0.004430809323, -2.551775517e-10, -0.004430809068]],
      [[5, -3, 0], [2.042401803e-10, -3.98481094e-10, 1.942404219e-10]],
      [[0, 0.6, 0], [-0.01938602736, 0.03458905538, -0.01520302801]],
      [[-0.5, -0.2, 0], [-0.008241904979, 0.000002092551549, 0.008239812427]],
    ],
    capacitances: [
      { bias: [3, -1, 0], hi: 'g', lo: 'd', value: 5.3309136e-12 },
      { bias: [0, -1, 0], hi: 'g', lo: 's', value: 1.0855456e-11 },
    ],
  },
  {
    name: 'p type', identity: { type: 'pjf' }, geometry: {}, temperatureC: -20,
    values: {
      vto: -1.5, beta: 0.0005, vtotc: -0.002, betatce: -0.5, rd: 20,
    },
    points: [
      [[-5, 0.4, 0], [-0.0006393199449, 5.78722053e-12, 0.0006393199391]],
      [[-0.2, 0, 0], [-0.0003202243211, 1.935989717e-13, 0.0003202243209]],
      [[0, -0.7, 0], [0.000229857666, -0.0005409405133, 0.0003110828473]],
    ],
  },
]);
