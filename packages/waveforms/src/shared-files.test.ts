import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { WaveformError } from './errors.ts';
import type { Plot, Waveforms } from './model.ts';
import { readWaveforms } from './read-waveforms.ts';
import { withSteps } from './xyce/with-steps.ts';

const root = process.env['EVOSPICE_SIMULATOR_OUTPUTS'] ?? fileURLToPath(new URL('../../../../shared/data/simulator-outputs/', import.meta.url));
const absent = !existsSync(root);
const because = absent ? ' (skipped: no folder of simulator outputs; set EVOSPICE_SIMULATOR_OUTPUTS)' : '';

/** The file with that path, read with nothing but its own name as a hint. */
function read(path: string): Waveforms {
  return readWaveforms(readFileSync(join(root, path)), { file: path.slice(path.lastIndexOf('/') + 1) });
}

function column(plot: Plot, name: string): { re: Float64Array; im: Float64Array | undefined } {
  const at = plot.variables.findIndex((variable) => variable.name === name);
  expect(at, `variable ${name} among ${plot.variables.map((variable) => variable.name).join(', ')}`).toBeGreaterThanOrEqual(0);
  return { re: plot.real[at]!, im: plot.imaginary[at] };
}

/** Values printed in the record to `digits` significant digits. */
function close(met: number, expected: number, digits = 7): void {
  if (expected === 0) expect(Math.abs(met)).toBeLessThan(1e-300);
  else expect(Math.abs(met / expected - 1)).toBeLessThan(5 * 10 ** -digits);
}

/** Formats whose every cut must show; a cut between two plots of a raw or probe file is told apart below. */
const sealed = ['xyce-table', 'xyce-tecplot', 'hspice-post', 'hspice-saved-point', 'psf-ascii', 'psf-binary', 'spice-raw', 'xyce-probe'];

const row = (plot: Plot, point: number): number[] => plot.real.map((values) => values.at(point)!);
const xyce = 'xyce/regression/OutputData';

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
    expect(withSteps(read(`${xyce}/${path}.prn`), steps).plots.map((plot) => plot.outer)).toEqual(temperatures.map((value) => [{ name: 'TEMP', value }]));
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

describe.skipIf(absent)(`raw files as recorded${because}`, () => {
  const shapes: [string, { points: number; names: string[]; analysis: string; complex: boolean }[]][] = [
    [`${xyce}/Output/DC/dc-raw.cir.raw`, [{ points: 101, names: ['sweep', 'V(1)', 'I(V1)', 'R1:R'], analysis: 'dc', complex: false }]],
    [`${xyce}/Output/DC/dc-raw-ascii.cir.raw`, [{ points: 101, names: ['sweep', 'V(1)', 'I(V1)', 'R1:R'], analysis: 'dc', complex: false }]],
    [`${xyce}/Output/DC/dc-step-raw-override.cir.raw`, [1, 2, 3].map(() => ({ points: 101, names: ['sweep', 'V(1)', 'V1#branch'], analysis: 'dc', complex: false }))],
    [`${xyce}/Output/AC/ac-raw.cir.raw`, [{ points: 71, names: ['FREQUENCY', 'V(1)', 'I(V1)'], analysis: 'ac', complex: true }]],
    [`${xyce}/Output/NOISE/noise-raw-override.cir.raw`, [{ points: 16, names: ['frequency', 'V(1)', 'V1#branch'], analysis: 'noise', complex: true }]],
    ['xyce/spicelib/ac_xyce.ascii.raw', [{ points: 51, names: ['frequency', 'IN', 'OUT', 'VIN#branch'], analysis: 'ac', complex: true }]],
    ['xyce/spicelib/ac_xyce.bin.raw', [{ points: 51, names: ['frequency', 'IN', 'OUT', 'VIN#branch'], analysis: 'ac', complex: true }]],
    ['xyce/spicelib/dc_xyce.ascii.raw', [{ points: 6, names: ['sweep', 'R', 'V1#branch'], analysis: 'dc', complex: false }]],
    ['xyce/spicelib/dc_xyce.bin.raw', [{ points: 6, names: ['sweep', 'R', 'V1#branch'], analysis: 'dc', complex: false }]],
    ['spice3/gwave/rcsq.raw', [{ points: 85, names: ['time', 'gnd', 'a', 'b', 'va#branch', 'vgnd#branch'], analysis: 'tran', complex: false }]],
    ['spice3/spicelib/ac_ngspice.ascii.raw', [{ points: 51, names: ['frequency', 'v(in)', 'v(out)', 'i(vin)'], analysis: 'ac', complex: true }]],
    ['spice3/spicelib/ac_ngspice.bin.raw', [{ points: 51, names: ['frequency', 'v(in)', 'v(out)', 'i(vin)'], analysis: 'ac', complex: true }]],
    ['spice3/spicelib/dc_ngspice.ascii.raw', [{ points: 6, names: ['v(v-sweep)', 'v(r)', 'i(v1)'], analysis: 'dc', complex: false }]],
    ['spice3/spicelib/dc_ngspice.bin.raw', [{ points: 6, names: ['v(v-sweep)', 'v(r)', 'i(v1)'], analysis: 'dc', complex: false }]],
    ...['nutascii', 'nutbin'].map((name): [string, { points: number; names: string[]; analysis: string; complex: boolean }[]] => [`spectre/nutmeg-reader/${name}.raw`, ([
      [1, 'dummy', 'op', false], [51, 'VI', 'dc', false], [51, 'freq', 'ac', true], [56, 'time', 'tran', false],
    ] as const).map(([points, axis, analysis, complex]) => ({ points, names: [axis, 'R1:1', 'V0:p', 'O', 'I'], analysis, complex }))]),
  ];

  it.each(shapes)('%s has the recorded plots', (path, expected) => {
    expect(read(path).plots.map((plot) => ({
      points: plot.points, names: plot.variables.map((variable) => variable.name), analysis: plot.analysis, complex: plot.imaginary.slice(1).every((part) => part !== undefined),
    }))).toEqual(expected);
  });

  it('Xyce: recorded values', () => {
    for (const name of ['dc-raw', 'dc-raw-ascii']) expect(row(read(`${xyce}/Output/DC/${name}.cir.raw`).plots[0]!, -1)).toEqual([10, 10, -1, 10]);
    const stepped = read(`${xyce}/Output/DC/dc-step-raw-override.cir.raw`).plots;
    expect(stepped.map((plot) => plot.outer)).toEqual([-10, 0, 10].map((value) => [{ name: 'TEMP', value }]));
    expect(stepped[0]!.name).toBe('Step Analysis: Step 1 of 3 params:  name = TEMP value = -10  DC transfer characteristic');
    expect(stepped.map((plot) => row(plot, -1))).toEqual([1, 2, 3].map(() => [10, 10, -1]));
    const [ac] = read(`${xyce}/Output/AC/ac-raw.cir.raw`).plots;
    expect([...column(ac!, 'V(1)').re, ...column(ac!, 'V(1)').im!, ...column(ac!, 'I(V1)').re, ...column(ac!, 'I(V1)').im!].every((value) => value === 0)).toBe(true);
    const frequency = column(ac!, 'FREQUENCY').re;
    close(frequency[0]!, 100, 12);
    close(frequency.at(-1)!, 1e9, 12);
    const [noise] = read(`${xyce}/Output/NOISE/noise-raw-override.cir.raw`).plots;
    column(noise!, 'V(1)').re.forEach((value) => expect(value).toBe(1));
    column(noise!, 'V1#branch').re.forEach((value) => close(value, -1e-5, 9));
    const bjt = read(`${xyce}/Certification_Tests/BUG_746_SON/raw_file_bjt.cir.raw`).plots[0]!;
    expect([bjt.points, bjt.variables.length, column(bjt, 'Q1#baseprime').re[0], column(bjt, 'VIC#branch').re[0], column(bjt, 'time').re.at(-1)]).toEqual([21, 8, -4.31484753, -0.0133339329, 2e-5]);
    const diode = read(`${xyce}/Certification_Tests/BUG_746_SON/raw_file_dio1.cir.raw`).plots[0]!;
    expect([diode.points, diode.variables.length, column(diode, 'V(2)').re[0], column(diode, 'time').re.at(-1), column(diode, 'VCC#branch').re.at(-1), column(diode, 'VIN#branch').re.at(-1)])
      .toEqual([21, 9, 0.943396228, 2e-3, -1.21696657e-3, 9.82930943e-4]);
    const four = read(`${xyce}/Certification_Tests/BUG_927_SON/bug927-op-raw.cir.raw`).plots;
    expect(four.map((plot) => [plot.analysis, plot.points, plot.variables.length])).toEqual([['op', 1, 41], ['noise', 17, 41], ['op', 1, 41], ['noise', 17, 41]]);
    expect([column(four[0]!, 'BASE').re[0], column(four[2]!, 'BASE').re[0]]).toEqual([0.7, 1.1]);
    close(column(four[1]!, 'frequency').re[0]!, 1e3, 9);
    close(column(four[3]!, 'frequency').re.at(-1)!, 1e11, 9);
  });

  it.each(['xyce/spicelib/ac_xyce.ascii.raw', 'xyce/spicelib/ac_xyce.bin.raw', 'spice3/spicelib/ac_ngspice.ascii.raw', 'spice3/spicelib/ac_ngspice.bin.raw'])('%s: 1 kOhm and 1 uF at every frequency', (path) => {
    const plot = read(path).plots[0]!;
    const frequency = plot.real[0]!;
    close(frequency[0]!, 1, 9);
    close(frequency.at(-1)!, 1e5, 9);
    frequency.forEach((value, point) => {
      const x = 2 * Math.PI * value * 1e-3;
      close(plot.real[2]![point]!, 1 / (1 + x * x), 6);
      close(plot.imaginary[2]![point]!, -x / (1 + x * x), 6);
    });
    expect(plot.imaginary[0]).toBeUndefined();
    close(plot.real[2]![0]!, 0.999960523, 9);
    close(plot.imaginary[2]![0]!, -0.00628293727, 8);
  });

  it.each(['xyce/spicelib/dc_xyce.ascii.raw', 'xyce/spicelib/dc_xyce.bin.raw', 'spice3/spicelib/dc_ngspice.ascii.raw', 'spice3/spicelib/dc_ngspice.bin.raw'])('%s: last point', (path) => {
    const [plot] = read(path).plots;
    expect(row(plot!, -1)).toEqual([5, 5, -0.005]);
    expect(plot!.outer).toEqual([]);
  });

  it('ngspice of 2000: recorded values', () => {
    const rcsq = read('spice3/gwave/rcsq.raw').plots[0]!;
    close(column(rcsq, 'time').re.at(-1)!, 2e-7, 12);
    close(column(rcsq, 'b').re.at(-1)!, 4.49898935e-9, 8);
    const [ac, tf] = read('spice3/gwave/diffpair.braw').plots;
    expect([ac!.points, ac!.variables.length, tf!.points, tf!.variables.length]).toEqual([81, 14, 1, 3]);
    // the fourth variable behind the axis, which the file calls V(2)
    close(column(ac!, 'V(2)').re[0]!, 0.86380227, 7);
    close(column(ac!, 'V(2)').im![0]!, -9.27956105e-8, 8);
    row(tf!, 0).forEach((value, index) => close(value, [69.23786603, 7342.26617547, 9535.18307773][index]!, 9));
  });

  it('Spectre: both nutmeg forms hold the same values', () => {
    const [text, binary] = ['nutascii', 'nutbin'].map((name) => read(`spectre/nutmeg-reader/${name}.raw`).plots);
    text!.forEach((plot, index) => plot.real.forEach((values, position) => values.forEach((value, point) => {
      expect(Math.abs(value - binary![index]!.real[position]![point]!)).toBeLessThanOrEqual(Math.abs(value) * 1e-13);
    })));
    expect(column(text![0]!, 'O').re[0]).toBe(0.5);
    expect(column(binary![1]!, 'O').re.at(-1)).toBe(5);
    close(column(binary![2]!, 'O').im![0]!, -1.57079633e-9, 8);
    close(column(binary![2]!, 'O').re.at(-1)!, 0.0459998, 5);
    close(column(binary![2]!, 'O').im!.at(-1)!, -0.144513, 5);
    close(column(binary![3]!, 'O').re.at(-1)!, 0.499978028, 8);
  });
});

describe.skipIf(absent)(`HSPICE files as recorded${because}`, () => {
  const vars = ['v(0', 'v(n1', 'v(n2', 'i(v0'];

  it.each([['9601', 6], ['2001', 14]] as const)('pyopus %s', (version, digits) => {
    const [dc, ac, tran] = ['sw0', 'ac0', 'tr0'].map((end) => read(`hspice/pyopus/${version}.${end}`).plots);
    for (const [plots, axis, points] of [[dc, 'VOLTS', 6], [ac, 'HERTZ', 71], [tran, 'TIME', 67]] as const) {
      expect(plots!.map((plot) => [plot.points, plot.variables.map((variable) => variable.name)])).toEqual([[points, [axis, ...vars]]]);
    }
    close(column(dc![0]!, 'v(n2').re.at(-1)!, 4.545454545454545, digits);
    close(column(dc![0]!, 'i(v0').re.at(-1)!, -4.5454545e-5, 6);
    const v2 = column(ac![0]!, 'v(n2');
    close(v2.re[0]!, 0.9090909090612483, digits);
    close(v2.im![0]!, -5.192715129731063e-6, digits);
    close(v2.re.at(-1)!, 2.7854787e-4, 6);
    close(v2.im!.at(-1)!, -0.015910618, 6);
    close(column(tran![0]!, 'v(n2').re.at(-1)!, 0.3051957561953697, digits);
    const saved = read(`hspice/pyopus/${version}.ic0`);
    expect([saved.header['version'], saved.plots[0]!.variables.map((variable) => variable.name), row(saved.plots[0]!, 0)]).toEqual(['J-2014.09-SP2 64-BIT', ['n1', 'n2'], [0, 0]]);
    expect(read(`hspice/pyopus/${version}.pa0`).records).toEqual([{ name: 'x0.', kind: 'subcircuit', values: { index: 1 }, properties: {} }]);
  });

  it('hspice-parser', () => {
    const [plot] = read('hspice/hspice-parser/test_9601.ac0').plots;
    const vo = column(plot!, 'v(vo');
    expect(plot!.points).toBe(41);
    close(plot!.real[0]![0]!, 1);
    close(plot!.real[0]!.at(-1)!, 1e4);
    close(vo.re[0]!, 0.99996054);
    close(vo.im![0]!, -0.0062829372);
    close(vo.re.at(-1)!, 2.532388e-4, 6);
    close(vo.im!.at(-1)!, -0.015911464);
    const { measures } = read('hspice/hspice-parser/test.mt0');
    expect([...measures[0]!.values]).toEqual([
      ['rchg', 1.623e-8], ['tmech', 1.559e-8], ['trl', 5.675e-10], ['tmechbb', 1.434e-8], ['trlbb', 1.067e-9], ['temper', 25], ['alter#', 1],
    ]);
  });

  it('gwave', () => {
    const [lpf] = read('hspice/gwave/lpf.ac0').plots;
    const out = column(lpf!, 'v(out');
    expect([lpf!.points, lpf!.variables.map((variable) => variable.name), out.im]).toEqual([3001, ['HERTZ', 'v(in', 'v(out'], undefined]);
    expect([lpf!.real[0]![0], out.re[0], out.re[lpf!.real[0]!.indexOf(1e6)] === undefined, out.re.at(-1), lpf!.real[0]!.at(-1)]).toEqual([100, 0.99803, true, 0.015913, 1e5]);
    const [nmos] = read('hspice/gwave/nisrc.N.sw0').plots;
    expect([nmos!.points, nmos!.variables.map((variable) => [variable.name, variable.quantity]), row(nmos!, 0), row(nmos!, -1)]).toEqual([
      331, [['VOLTS', 'voltage'], ['v(a', 'voltage'], ['i1(m0', 'current']], [0, 0, 1e-38], [3.3, 3.3, 1.1321e-3],
    ]);
    const [quick] = read('hspice/gwave/quickAC.ac0').plots;
    expect([quick!.points, quick!.variables.map((variable) => variable.complex)]).toEqual([31, [false, true, true, true, true, false, false, false, false]]);
    close(quick!.real[0]![0]!, 1e3);
    close(quick!.real[0]!.at(-1)!, 1e6);
    close(column(quick!, '2').re[0]!, 0.49999505);
    close(column(quick!, '2').im![0]!, -0.0015707809);
    close(column(quick!, 'v(2').re[0]!, 0.49999753);
    const [inverter] = read('hspice/gwave/quickINV.tr0').plots;
    expect([inverter!.points, column(inverter!, 'v(out').re[0] === column(inverter!, 'out').re[0]]).toEqual([37, true]);
    close(inverter!.real[0]!.at(-1)!, 2e-8);
    close(column(inverter!, 'out').re[0]!, 4.9988756);
    const [long] = read('hspice/gwave/tlong.tr0.9601').plots;
    expect([long!.points, long!.variables.map((variable) => variable.name), long!.real[0]!.at(-1)]).toEqual([97, ['TIME', 'v(areallylongtestnodename', 'v(b'], 2e-7]);
  });
});

describe.skipIf(absent)(`PSF files as recorded${because}`, () => {
  const pairs = ['dc2.dc', 'myac.ac', 'myop.dc', 'mysweep_dc1.sweep', 'mysweep-000_dc1.dc', 'mysweep-001_dc1.dc', 'mysweep-002_dc1.dc', 'mysweep-000_mynestedsweep_ac2.sweep',
    'mysweep-000_mynestedsweep-000_ac2.ac', 'mymonte_dc2.montecarlo', 'mymonte-001_dc2.dc', 'myinfo_Oppoint.info', 'myinfo_Models.info'];

  it.each(pairs)('%s: ASCII and binary agree', (name) => {
    const [text, binary] = ['ascii', 'binary'].map((form) => read(`spectre/psf-parser/${form}/${name}`));
    const shape = (waveforms: Waveforms): unknown => waveforms.plots.map((plot) => ({ ...plot, real: [], imaginary: [] }));
    expect(shape(text!)).toEqual(shape(binary!));
    text!.plots.forEach((plot, index) => [...plot.real, ...plot.imaginary].forEach((values, position) => {
      const others = [...binary!.plots[index]!.real, ...binary!.plots[index]!.imaginary][position];
      values?.forEach((value, point) => expect(Math.abs(value - others![point]!)).toBeLessThanOrEqual(Math.abs(value) * 1e-14));
    }));
    expect(binary!.records).toEqual(text!.records);
  });

  it('psf-parser: recorded values', () => {
    const points = (name: string): number[] => read(`spectre/psf-parser/binary/${name}`).plots.map((plot) => plot.points);
    const [dc] = read('spectre/psf-parser/ascii/dc2.dc').plots;
    expect([dc!.points, dc!.variables.map((variable) => variable.name), row(dc!, 0), row(dc!, -1)]).toEqual([21, ['dc', 'in', 'out'], [0, 0, 0], [2, 2, 2]]);
    const [ac] = read('spectre/psf-parser/ascii/myac.ac').plots;
    const out = column(ac!, 'out');
    expect([ac!.points, out.re[0], out.im![0], out.re.at(-1), out.im!.at(-1)]).toEqual([21, 0.9999605231408795, -0.006282937266758386, 2.533029526896058e-8, -0.0001591549390604537]);
    expect(row(read('spectre/psf-parser/binary/myop.dc').plots[0]!, 0)).toEqual([1, 1]);
    expect([...read('spectre/psf-parser/binary/mysweep_dc1.sweep').plots[0]!.real[0]!]).toEqual([1000, 2000, 3000]);
    expect([...read('spectre/psf-parser/ascii/mysweep-000_mynestedsweep_ac2.sweep').plots[0]!.real[0]!]).toEqual([1e-6, 2e-6, 3e-6]);
    expect([...read('spectre/psf-parser/binary/mymonte_dc2.montecarlo').plots[0]!.real[0]!]).toEqual([1, 2, 3]);
    expect([points('mysweep-000_dc1.dc'), points('mysweep-000_mynestedsweep-000_ac2.ac'), points('mymonte-001_dc2.dc')]).toEqual([[21], [121], [21]]);
    const { records } = read('spectre/psf-parser/binary/myinfo_Oppoint.info');
    expect(records.map((record) => [record.name, record.kind])).toEqual([['C1', 'capacitor'], ['R1', 'resistor'], ['Vin', 'vsource']]);
    expect(records[0]!.values).toEqual({ trise: Number.NaN, cap: 1e-6 });
    expect([records[1]!.values['res'], Object.keys(records[1]!.values)]).toEqual([1000, ['trise', 'v', 'i', 'res', 'pwr']]);
    const models = read('spectre/psf-parser/binary/myinfo_Models.info');
    expect([models.plots, models.records]).toEqual([[], []]);
  });

  it('index of a result folder', () => {
    const { records } = read('spectre/psf-parser/binary/logFile');
    expect([records.length, records.every((record) => record.kind === 'analysisInst')]).toEqual([38, true]);
    expect(records.find((record) => record.name === 'mysweep-001_dc1-dc')).toMatchObject({
      values: { analysisType: 'dc', dataFile: 'mysweep-001_dc1.dc', parent: 'mysweep_dc1-sweep', sweepVariable: ['dc'] }, properties: { 'R1:r': 2000 },
    });
    expect(read('spectre/psf_utils/logFile').records.length).toBe(7);
  });

  it.each(['mytran.tran.tran', 'mytran.tran.tran.psfxl', 'mytran.tran.tran.sig'])('%s is refused by name', (name) => {
    expect(() => read(`spectre/psf-parser/psfxl/${name}`)).toThrow(WaveformError);
    expect(() => read(`spectre/psf-parser/psfxl/${name}`)).toThrow(/PSF-XL/);
  });

  it('psf_utils: recorded values', () => {
    const [sweep] = read('spectre/psf_utils/dcswp.dc').plots;
    expect([sweep!.points, sweep!.variables.map((variable) => variable.name), row(sweep!, -1)]).toEqual([301, ['dc', 'Vd:i', 'g', 'd'], [3, -3e-12, 0.75, 3]]);
    const nm0 = read('spectre/psf_utils/dcOpInfo.info.psfascii').records.find((record) => record.name === 'NM0')!;
    expect(nm0.values).toMatchObject({ ids: 1.50477e-7, vds: 1.2, vth: 0.141953, gm: 3.73378e-6, gds: 4.78994e-7, cgg: 1.23208e-15, region: 3 });
    expect([nm0.kind, Object.keys(nm0.values).length]).toEqual(['bsim3v3', 101]);
    for (const name of ['joop-banaan.dc', 'escaped-strings.dc']) {
      const plot = read(`spectre/psf_utils/${name}`).plots[0]!;
      expect([plot.variables.length, column(plot, 'vref_o').re[0], column(plot, 'Vsupply800m:p').re[0]]).toEqual([13, 0.2, -1.050027794352513e-6]);
    }
    expect(read('spectre/psf_utils/escaped-strings.dc').header['design']).toBe('("test" "sweep" "schematic" "")');
    const [aclog] = read('spectre/psf_utils/aclog.ac').plots;
    expect([aclog!.points, aclog!.variables.filter((variable) => variable.complex).length, column(aclog!, 'top').re[0], column(aclog!, 'top').im![0]]).toEqual([61, 8, 1, 0]);
    const [noise] = read('spectre/psf_utils/noiva.noise').plots;
    expect([noise!.points, noise!.real[0]![0], noise!.real[0]!.at(-1)]).toEqual([121, 4, 4.19e6]);
    expect([column(noise!, 'RESva:flicker').re[0], column(noise!, 'RESva:total').re[0], column(noise!, 'out').re[0]]).toEqual([2.5e-11, 2.500000000016576e-11, 5.000000000016576e-6]);
    const [pole] = read('spectre/psf_utils/fracpole.ac').plots;
    expect([pole!.points, pole!.variables.length, pole!.real[0]![0], pole!.real[0]!.at(-1), column(pole!, 'z6').re[0], column(pole!, 'z6').im![0]]).toEqual([121, 10, 1e-4, 100, -2.83116e7, 1.29854e6]);
    expect(row(read('spectre/psf_utils/fracpole.dc').plots[0]!, 0)).toEqual(Array.from({ length: 9 }, () => 0));
    const margins = read('spectre/psf_utils/presized_OTA_tb_v2.stb').plots[0]!;
    expect([column(margins, 'phaseMargin').re[0], column(margins, 'gainMargin').re[0]]).toEqual([49.9149, 12.5387]);
    const poles = read('spectre/psf_utils/presized_OTA_tb_v2.pz').records;
    expect(poles.find((record) => record.name === 'Pole_1')!.values).toEqual({ pole: { re: 0.0322188, im: 4.86899 }, qfactor: -75.563 });
    const none = read('spectre/psf_utils/phaseMargin.stb').plots[0]!;
    expect(row(none, 0)).toEqual([Number.NaN, Number.NaN, Number.NaN, Number.NaN]);
  });

  it('libpsf: recorded values', () => {
    const dc = read('spectre/libpsf/dcOp.dc').plots[0]!;
    expect([column(dc, 'vin').re[0], column(dc, 'vout').re[0]]).toEqual([5, 2.5]);
    expect(read('spectre/libpsf/designParamVals.info').records[0]!.values).toEqual({ temp: 27, tnom: 27, time: 0, k: 0.5 });
  });

  it('Eldo: recorded values', () => {
    const sweep = read('eldo/libpsf/srcSweep');
    expect([sweep.header['simulator'], sweep.plots[0]!.variables.map((variable) => variable.name)]).toEqual(['Eldo', ['voltage', 'VOUT', 'VIN', 'R0']]);
    expect(sweep.plots[0]!.real.map((values) => [...values])).toEqual([[1, 2, 3, 4], [-6, -4, -2, 0], [1, 2, 3, 4], [-0.006, -0.004, -0.002, 0]]);
    const { records } = read('eldo/libpsf/opBegin');
    const kinds = (kind: RegExp): number => records.filter((record) => kind.test(record.kind)).length;
    expect([records.length, kinds(/^node$/), kinds(/^BSIM4$/), kinds(/^resistor$/i)]).toEqual([293, 144, 32, 82]);
    const mos = records.find((record) => record.name === 'XIRXRFMIXTRIM0.XM1PDAC1.XMN.MAIN')!;
    expect(mos.values).toMatchObject({ id: 9.264403946924793e-13, vgs: -0.8975155671623193, vth: 0.6308741194569841, gm: 3.883289157581383e-26 });
    expect(Object.keys(mos.values).length).toBe(63);
    expect(records.find((record) => record.name === 'PSUP')!.values).toEqual({ v: 1.2 });
    close(records.find((record) => record.name === 'XIRXRFMIXTRIM0.XR7.XR.R1')!.values['r'] as number, 3342.926, 7);
  });
});

describe.skipIf(absent)(`cuts of real files${because}`, () => {
  const files = absent ? [] : readdirSync(root, { recursive: true, encoding: 'utf8', withFileTypes: true })
    .filter((entry) => entry.isFile() && !entry.name.endsWith('.md') && !/mytran/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));

  it.each(files.map((path) => [path.slice(root.length), path]))('%s', (_, path) => {
    const bytes = readFileSync(path);
    const file = path.slice(path.lastIndexOf('/') + 1);
    const whole = readWaveforms(bytes, { file });
    if (!sealed.includes(whole.format)) return;
    const text = new TextDecoder('latin1').decode(bytes).trimEnd().length;
    const end = ['psf-binary', 'spice-raw', 'hspice-post'].includes(whole.format) ? bytes.length : text;
    // sixty cuts spread over the file, the last bytes among them
    const cuts = Array.from({ length: 60 }, (__, index) => (index < 20 ? end - 1 - index : Math.floor(((index - 20) * end) / 40))).filter((cut) => cut >= 0);
    for (const cut of cuts) {
      let part: Waveforms | undefined;
      try {
        part = readWaveforms(bytes.subarray(0, cut), { file });
      } catch (error) {
        expect(error).toBeInstanceOf(WaveformError);
      }
      // a lost blank line changes nothing
      const blank = bytes.subarray(cut).every((byte) => byte === 0x0a || byte === 0x0d || byte === 0x20);
      if (part !== undefined && !blank) expect(part.plots.length, `cut at byte ${cut}`).toBeLessThan(whole.plots.length);
    }
  });
});
