import { describe, expect, it } from 'vitest';
import { absent, because, close, column, read, row, xyce } from '../testing/real-files.ts';

describe.skipIf(absent)(`Xyce tables as recorded${because}`, () => {
  // path, rows, columns, steps, first names, first row, last row
  const tables: [string, number, number, number, string[], number[], number[]][] = [
    ['BJT_PSPICE_NK/bjt_test_nk.cir.prn', 17, 4, 1, ['Index', 'V(6)', 'I(VMON1)', 'I(VMON2)'], [0, 0.15, 6.17350419e-13, 9.87778681e-12], [16, 0.95, 0.0588461079, 0.242635914]],
    ['BSIM3_GM/nmosGm1_rev.cir.prn', 568, 5, 1, ['Index', 'V(2)', 'V(1)', 'I(VDS)', 'N(M1:GM)'], [0, 0, 0, 0, 0], [567, -3.5, 3.5, 10.6464024, -0.000812727387]],
    ['BSIM4_GM/nmosGm1_rev.cir.prn', 366, 5, 1, ['Index', 'V(2)', 'V(1)', 'I(VDS)', 'N(M1:GM)'], [0, 0, 0.2, 1.69133141e-10, 0], [365, -1.2, 1.2, 0.182964732, -0.00164639251]],
    ['BSIM6/idvd_nmos_xyce.cir.prn', 393, 4, 1, ['Index', 'V(D)', 'V(G)', '{-I(VD)}'], [0, 0, 0.4, -0], [392, 1.3, 1, 0.000160994903]],
    ['Certification_Tests/BUG_302/DC_comma.cir.prn', 568, 4, 1, ['Index', 'V(2)', 'V(1)', 'I(VDS)'], [0, 0, 0, 0], [567, 3.5, 3.5, -0.00536404186]],
    ['DC_UPGRADE/dcDec.cir.prn', 13, 3, 1, ['Index', 'V(4)', 'V(5)'], [0, 0.1, 0.0333333333], [12, 100, 33.3333333]],
    ['DIODE/Level2_Temp_Dep_Breakdown.cir.prn', 209, 4, 3, ['Index', 'TIME', 'V(2)', 'TEMP'], [0, 0, 7.15520836, -55], [69, 1, 7.32593348, 72]],
    ['DIODE/Zener_5229.cir.prn', 51, 3, 1, ['Index', 'V(20)', 'I(VMON)'], [0, 0.2, 2.34927043e-9], [50, 1, 0.750869248]],
    ['DIODE_CMC/DiodeClipper_DC.cir.prn', 26, 4, 1, ['Index', 'V(3)', 'V(2)', 'V(4)'], [0, -10, -0.269437018, 3.29737914e-30], [25, 15, 10.0668611, -1.25085597e-30]],
    ['HICUM/fgum_dc_npn_full_sh.cir.prn', 114, 5, 3, ['Index', 'V(BASE)', 'V(COLL)', 'I(V_COLL)', 'I(V_BASE)'], [0, 0.3, 0.5, 9.67143295e-12, 1.65506626e-11], [37, 1.04, 1.5, 0.0581261, 0.0125063144]],
    ['MEXTRAM/FGummel_Ib.cir.prn', 142, 3, 2, ['Index', 'V(B)', 'I(V_B)'], [0, 0.5, 1.11556048e-10], [70, 1.2, 0.0124315773]],
    ['MEXTRAM/acFreq_Gbb.cir.FD.prn', 4, 10, 1, ['Index', 'FREQ', 'Re(I(V_C_B))', 'Im(I(V_C_B))', 'Re(I(V_B_B))'], [0, 1e6, 0.0794650435, -2.34384981e-5, 0.000660714811], [3, 1e9, 0.0741484865, -0.0221633376, 0.00278235221]],
    ['NOISE/gain-stage_b3.cir.NOISE.prn', 71, 18, 1, ['Index', 'FREQ', '{SQRT(ABS(ONOISE))}', '{SQRT(ABS(INOISE))}', '{SQRT(ABS(DNO(RSOURCE)))}'], [0, 100, 2.035679e-8, 0.0195823903, 4.23233712e-13], [70, 1e9, 2.00749554e-8, 5.18411988e-6, 1.57658072e-9]],
    ['NOISE/res_noise.cir.NOISE.prn', 31, 10, 1, ['Index', 'FREQ', '{LOG(ONOISE)}', '{LOG(INOISE)}', '{LOG(DNO(RLP1))}'], [0, 100, -15.080689, -14.478629, -17.7805267], [30, 1e8, -19.0798865, -14.478629, -21.7797242]],
    ['Output/AC/ac-csv.cir.FD.csv', 21, 3, 1, ['FREQ', 'R1:R', 'VM(B)'], [100, 2, 0.00125663607], [1e6, 2, 0.996848672]],
    ['Output/AC/ac-prn.cir.FD.prn', 26, 18, 1, ['Index', 'FREQ', 'Re(V(B))', 'Im(V(B))', 'Re(N(B))'], [0, 100, 1.57913421e-6, 0.00125663508, 1.57913421e-6], [25, 1e7, 0.999936678, 0.00795724326, 0.999936678]],
    ['Output/DC/dc-csv.cir.csv', 101, 3, 1, ['V(1)', 'I(V1)', 'R1:R'], [0, 0, 10], [10, -1, 10]],
    ['Output/DC/dc-gnuplot.cir.prn', 25, 5, 1, ['Index', 'V(1)', 'R1:R', 'R2:R', 'V(2)'], [0, 1, 1, 1, 0.5], [24, 25, 1, 1, 12.5]],
    ['Output/DC/dc-step-prn.cir.prn', 303, 3, 3, ['Index', 'V(1)', 'I(V1)'], [0, 0, 0], [100, 10, -1]],
    ['Output/DC/dc-step-tecplot.cir.prn', 30, 6, 5, ['Index', 'V(1)', 'V(6)', 'I(VMON1)', 'I(VMON2)', 'I(VMON3)'], [0, 0, 0, -1.03895922e-18, 1.24973756e-19], [5, 5, -2, 2.05098885e-5, 0.00123059344]],
    ['Output/DC/dc-stepnum-col.cir.gnuplot.prn', 20, 6, 4, ['STEPNUM', 'Index', 'V(1)', 'R1:R', 'R2:R', 'V(2)'], [0, 0, 1, 1, 3], [3, 4, 5, 2, 8]],
    // STEPNUM counts four steps; the record's "1" counts restarts of the Index column, which this file lacks
    ['Output/DC/dc-stepnum-col.cir.noindex.prn', 20, 5, 4, ['STEPNUM', 'V(1)', 'R1:R', 'R2:R', 'V(2)'], [0, 1, 1, 3, 0.75], [3, 5, 2, 8, 4]],
    ['Output/DC/dc-stepnum-col.cir.splot.prn', 20, 6, 4, ['STEPNUM', 'Index', 'V(1)', 'R1:R', 'R2:R', 'V(2)'], [0, 0, 1, 1, 3], [3, 4, 5, 2, 8]],
    ['Output/NOISE/noise-csv.cir.NOISE.csv', 31, 9, 1, ['FREQ', 'Re(V(4))', 'Im(V(4))', 'VR(4)', 'VI(4)'], [100, 0.499999995, -4.99513227e-5, 0.499999995, -4.99513227e-5], [1e8, 5.0092477e-5, -0.00500437101, 5.0092477e-5, -0.00500437101]],
    ['VBIC13/dcTemp_3T.cir.prn', 303, 5, 3, ['Index', 'V(B)', 'TEMP', 'I(V_C)', 'I(V_B)'], [0, 0.2, -50, 4.16415061e-19, 3.2914039e-16], [100, 1.2, 150, 0.0315285348, 0.02114793]],
  ];

  it.each(tables)('%s', (path, rows, columns, steps, names, first, last) => {
    const { plots } = read(`${xyce}/${path}`);
    expect(plots.reduce((sum, plot) => sum + plot.points, 0)).toBe(rows);
    expect(plots.length).toBe(steps);
    expect(plots[0]!.variables.length).toBe(columns);
    expect(plots[0]!.variables.slice(0, names.length).map((variable) => variable.name)).toEqual(names);
    // values are recorded as printed, so they are equal
    expect(row(plots[0]!, 0).slice(0, first.length)).toEqual(first);
    expect(row(plots.at(-1)!, -1).slice(0, last.length)).toEqual(last);
  });

  it('hold what follows from their circuits', () => {
    const [gnuplot] = read(`${xyce}/Output/DC/dc-gnuplot.cir.prn`).plots;
    column(gnuplot!, 'V(1)').re.forEach((value, point) => expect(column(gnuplot!, 'V(2)').re[point]).toBe(value / 2));
    for (const plot of read(`${xyce}/Output/DC/dc-stepnum-col.cir.splot.prn`).plots) {
      const [v1, r1, r2, v2] = ['V(1)', 'R1:R', 'R2:R', 'V(2)'].map((name) => column(plot, name).re);
      v2!.forEach((value, point) => close(value, v1![point]! * r2![point]! / (r1![point]! + r2![point]!), 8));
    }
    // 2 pi f R C = 2 pi 100 Hz 2 Ohm 1 uF, and 4 k T R at 27 degrees C for 100 kOhm
    close(column(read(`${xyce}/Output/AC/ac-csv.cir.FD.csv`).plots[0]!, 'VM(B)').re[0]!, 2 * Math.PI * 100 * 2e-6, 6);
    close(column(read(`${xyce}/Output/NOISE/noise-csv.cir.NOISE.csv`).plots[0]!, 'DNI(R1)').re[0]!, 4 * 1.380649e-23 * 300.15 * 1e5, 5);
  });

  it.each([
    ['Output/DC/dc-step-prn.cir', [-10, 0, 10]],
    ['DIODE/Level2_Temp_Dep_Breakdown.cir', [-55, 25, 72]],
  ])('steps of %s', (path, temperatures) => {
    const steps = read(`${xyce}/${path}.res`);
    expect([...column(steps.plots[0]!, 'TEMP').re]).toEqual(temperatures);
  });

  it('probe and Tecplot', () => {
    const probe = read(`${xyce}/Output/DC/dc-probe.cir.csd`).plots;
    expect(probe.map((plot) => [plot.points, plot.variables.map((variable) => variable.name)])).toEqual([[11, ['v1', 'V(1)', 'I(V1)', 'R1:R']]]);
    expect(row(probe[0]!, -1)).toEqual([10, 10, -1, 10]);
    const stepped = read(`${xyce}/Output/DC/dc-step-probe.cir.csd`).plots;
    expect(stepped.map((plot) => [plot.points, plot.variables.length, plot.outer, plot.temperature])).toEqual([-10, 0, 10].map((value) => [11, 3, [{ name: 'TEMP', value }], value]));
    const noise = read(`${xyce}/Output/NOISE/noise-step-tecplot.cir.NOISE.dat`).plots;
    expect(noise.map((plot) => [plot.points, plot.variables.length, plot.outer])).toEqual([1e3, 1e4].map((value) => [31, 7, [{ name: 'RLP1', value }]]));
    expect(column(noise[1]!, 'ONOISE').re.at(-1)).toBe(9.96484569e-24);
  });

  it('measures', () => {
    const failing = read(`${xyce}/MEASURE/MeasfailOptionZero.cir.mt0`).measures[0]!.values;
    expect([failing.size, failing.get('FOURFAIL'), failing.get('AVGFAILFROM'), [...failing.values()].filter((value) => value === 2).length]).toEqual([25, undefined, 2, 24]);
    const dc = read(`${xyce}/MEASURE_DC/DerivTest1DC.cir.ms0`).measures[0]!.values;
    expect([dc.size, dc.get('DERIVV2AT2.5'), dc.get('WHEN'), dc.has('WHEN'), dc.get('CONSTANT-AT')]).toEqual([30, 5, undefined, true, 0]);
    const steps = ['ma0', 'ma1'].map((step) => read(`${xyce}/MEASURE_AC/STEP/DerivTestAC.cir.${step}`).measures[0]!.values);
    expect(steps.map((values) => [values.size, values.get('DERIVVMBAT100')])).toEqual([[18, 2.852754e-3], [18, 4.367778e-3]]);
  });
});
