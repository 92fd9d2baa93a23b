import { describe, expect, it } from 'vitest';
import { absent, because, close, column, read, row, xyce } from '../testing/real-files.ts';

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
