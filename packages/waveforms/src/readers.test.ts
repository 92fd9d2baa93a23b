import { describe, expect, it } from 'vitest';
import { detectFormat } from './detect.ts';
import { WaveformError } from './errors.ts';
import { waveformFormats, type Waveforms } from './model.ts';
import { readWaveforms } from './read-waveforms.ts';
import { acPlot, dcPlot, fixtures, postAc, postSweep, psfAc, psfTran, sweepX, sweepY } from './testing/fixtures.ts';
import { hspiceListing } from './testing/listings.ts';
import { writePostBinary, writePostText } from './testing/write-post.ts';
import { writePsfAscii, writePsfBinary } from './testing/write-psf.ts';
import { writeRaw } from './testing/write-raw.ts';

const encoder = new TextEncoder();
const text = (content: string, file = 'file'): Waveforms => readWaveforms(encoder.encode(content), { file });
const fixture = (name: string): Waveforms => {
  const found = fixtures.find((candidate) => candidate.name === name)!;
  return readWaveforms(found.bytes, { file: found.file });
};
const columns = (waveforms: Waveforms, plot = 0): number[][] => waveforms.plots[plot]!.real.map((values) => [...values]);

function errorOf(read: () => unknown): WaveformError {
  try {
    read();
  } catch (error) {
    if (error instanceof WaveformError) return error;
    throw error;
  }
  throw new Error('nothing was raised');
}

it('there is a fixture of every format', () => {
  expect(new Set(fixtures.map((candidate) => candidate.format))).toEqual(new Set(waveformFormats));
});

describe('raw files', () => {
  it.each([
    ['little-endian', { binary: true }], ['big-endian', { binary: true, little: false }], ['ASCII', { binary: false }],
    ['big-endian of Spectre', { binary: true, little: false, spectre: true }], ['ASCII of Spectre', { binary: false, spectre: true }],
  ] as const)('%s: values, quantities and the scale without imaginary part', (_, style) => {
    const read = readWaveforms(writeRaw([dcPlot, acPlot], style).bytes, { file: 'a.raw' });
    expect(columns(read)).toEqual([sweepX, sweepY]);
    expect(columns(read, 1)).toEqual(acPlot.real);
    expect(read.plots[1]!.imaginary.map((part) => part && [...part])).toEqual([undefined, ...acPlot.imaginary!.slice(1)]);
    expect(read.plots[1]!.variables[0]).toEqual({ name: 'frequency', quantity: 'frequency', complex: false });
    expect(read.plots.map((plot) => [plot.analysis, plot.independent])).toEqual([['dc', [0]], ['ac', [0]]]);
  });

  it('the byte order can be given', () => {
    const { bytes } = writeRaw([{ ...dcPlot, real: [[2], [3]] }], { binary: true, little: false });
    expect(columns(readWaveforms(bytes, { file: 'a' }))).toEqual([[2], [3]]);
  });

  it.each([true, false])('unpadded vectors keep their own length (binary: %s)', (binary) => {
    const read = readWaveforms(writeRaw([{ ...dcPlot, real: [sweepX, sweepY.slice(0, 2)] }], { binary, unpadded: true }).bytes, { file: 'a' });
    expect(columns(read)).toEqual([sweepX, sweepY.slice(0, 2)]);
  });

  it('Xyce steps give outer values, and a missing last step is noticed', () => {
    const step = (index: number) => ({ ...dcPlot, name: `Step Analysis: Step ${index} of 2 params:  name = TEMP value = ${index * 10} name = R1:R value = 2e3  DC transfer characteristic` });
    const read = readWaveforms(writeRaw([step(1), step(2)], { binary: true }).bytes, { file: 'a' });
    expect(read.plots.map((plot) => [plot.analysis, plot.outer])).toEqual([1, 2].map((index) => ['dc', [{ name: 'TEMP', value: index * 10 }, { name: 'R1:R', value: 2000 }]]));
    expect(errorOf(() => readWaveforms(writeRaw([step(1)], { binary: true }).bytes, { file: 'a' })).code).toBe('WAVEFORM_TRUNCATED');
  });

  it('headers of other programs are kept, and counts that lie are refused', () => {
    const content = new TextDecoder().decode(writeRaw([dcPlot], { binary: false }).bytes);
    const named = text(content.replace('Plotname:', 'Sckt. naming: from bottom to top\nPlotname:'));
    expect(named.header).toMatchObject({ title: 'fixture', 'sckt. naming': 'from bottom to top' });
    expect(errorOf(() => text(content.replace('No. Points: 4', 'No. Points: 5'))).code).toBe('WAVEFORM_TRUNCATED');
    expect(errorOf(() => text(content.replace('No. Points: 4', 'No. Points: 3'))).code).toBe('WAVEFORM_COUNT_MISMATCH');
    const huge = errorOf(() => text(content.replace('No. Points: 4', 'No. Points: 999999999999')));
    expect([huge.code, huge.file, typeof huge.offset]).toEqual(['WAVEFORM_TRUNCATED', 'file', 'number']);
    expect(errorOf(() => text(content.replace('e-12', 'f-12'))).code).toBe('WAVEFORM_NOT_A_NUMBER');
  });
});

describe('Xyce', () => {
  it('tables: steps, names with blanks and commas', () => {
    const read = fixture('Xyce table');
    expect(read.plots.map((plot) => [plot.points, plot.variables.map((variable) => variable.name)])).toEqual([1, 2].map(() => [3, ['Index', '{V(1) + V(2)}', 'I(VD)']]));
    expect(columns(read, 1)).toEqual([[0, 1, 2], [0, 0.5, 1], [2e-12, 4.5e-6, 5.25e-5]]);
    expect(fixture('Xyce table with commas').plots[0]!.variables.map((variable) => variable.quantity)).toEqual(['index', 'voltage', 'current']);
    expect(fixture('Xyce table without index, blank lines between steps').plots.map((plot) => plot.points)).toEqual([3, 3]);
  });

  it('tables without index: a time that falls begins a step', () => {
    const read = text('TIME  V(1)\n0.00000000e+00 1.00000000e+00\n1.00000000e-09 2.00000000e+00\n0.00000000e+00 3.00000000e+00\nEnd of Xyce(TM) Parameter Sweep\n', 'a.prn');
    expect(read.plots.map((plot) => [plot.analysis, plot.points, plot.independent])).toEqual([['tran', 2, [0]], ['tran', 1, [0]]]);
  });

  it.each([
    ['a row is missing', 'Index V(1)\n0 1.00000000e+00\n2 1.00000000e+00\nEnd of Xyce(TM) Simulation\n', 'WAVEFORM_CORRUPTED', 3],
    ['the footer is missing', 'Index V(1)\n0 1.00000000e+00\n', 'WAVEFORM_TRUNCATED', 2],
    ['a digit is missing', 'Index V(1)\n0 1.00000000e+00\n1 1.0000000e+00\nEnd of Xyce(TM) Simulation\n', 'WAVEFORM_NOT_A_NUMBER', 3],
    ['a value is missing', 'Index V(1) V(2)\n0 1.00000000e+00\nEnd of Xyce(TM) Simulation\n', 'WAVEFORM_COUNT_MISMATCH', 2],
  ])('tables: %s', (_, content, code, line) => {
    const error = errorOf(() => text(content, 'a.prn'));
    expect([error.code, error.line, error.file]).toEqual([code, line, 'a.prn']);
  });

  it('probe data: complex values and steps', () => {
    const complex = fixture('Xyce probe, complex').plots[0]!;
    expect([complex.analysis, [...complex.real[1]!], [...complex.imaginary[1]!], complex.variables[0]]).toEqual(['ac', [0.5, 0.25], [-0.25, -0.5], { name: 'FREQ', quantity: 'frequency', complex: false }]);
    expect(fixture('Xyce probe').plots.map((plot) => [plot.outer, plot.temperature])).toEqual([0, 1].map((step) => [[{ name: 'TEMP', value: step * 10 }], step * 10]));
  });

  it('probe data: nested sweeps, values over several lines', () => {
    const section = (vg: string): string => `#H\nSOURCE='Xyce'\nSUBTITLE='Xyce data'\nANALYSIS='DC Sweep'\nCOMPLEXVALUES='NO' NODES='3'\nSWEEPVAR='vd' SWEEPMODE='VAR_STEP'\nDGTLDATA='NO'  SWEEP2PARM='vg' SWEEP2VALUE='${vg}' \n#N\n'a' 'b' \n'c' \n#C 0.00000000e+00 3\n1.00000000e+00:1   2.00000000e+00:2\n3.00000000e+00:3   \n#C 1.00000000e+00 3\n1.00000000e+00:1   2.00000000e+00:2\n4.00000000e+00:3   \n#;\n`;
    const read = text(section('5.00000000e-01') + section('1.00000000e+00'));
    expect(read.plots.map((plot) => plot.outer)).toEqual([0.5, 1].map((value) => [{ name: 'vg', value }]));
    expect(columns(read, 1)).toEqual([[0, 1], [1, 1], [2, 2], [3, 4]]);
  });

  it('Tecplot zones and measures', () => {
    expect(fixture('Xyce Tecplot').plots.map((plot) => [plot.outer, plot.points, plot.variables.map((variable) => variable.name)])).toEqual(
      [1e3, 2e3].map((value) => [[{ name: 'R1', value }], 2, ['FREQ', 'Re(V(4))', 'Im(V(4))']]));
    expect([...fixture('Xyce measures').measures[0]!.values]).toEqual([['DERIVV2AT2.5', 5], ['WHEN', undefined], ['CONSTANT-AT', -1.5e-3], ['FOURFAIL', undefined]]);
  });
});

describe('plain tables', () => {
  it('CSV: commas in names, complex cells, steps', () => {
    expect(fixture('CSV').plots[0]!.variables.map((variable) => variable.name)).toEqual(['FREQ', 'DNO(M1,RD)', 'VM(B)']);
    const complex = fixture('CSV with complex cells').plots[0]!;
    expect([complex.variables.map((variable) => [variable.name, variable.complex]), [...complex.real[1]!], [...complex.imaginary[1]!]]).toEqual([[['Freq', false], ['V(out), db', true]], [0.5, -1e-5], [-2.5e-5, 300]]);
    expect(text('TIME,V(1)\n0,1\n1,2\n0,3\n', 'a.csv').plots.map((plot) => plot.points)).toEqual([2, 1]);
    expect(errorOf(() => text('TIME,V(1)\n0,1\n1', 'a.csv')).code).toBe('WAVEFORM_TRUNCATED');
    const units = text('made by a viewer\n"freq","v(out)"\nHz,V\n1E3,1E-5-2.5E8j\n1E4,-1E-5+0j\n', 'a.csv').plots[0]!;
    expect([units.variables.map((variable) => variable.unit), [...units.real[1]!], [...units.imaginary[1]!]]).toEqual([['Hz', 'V'], [1e-5, -1e-5], [-2.5e8, 0]]);
    expect(errorOf(() => text('a,b\n1,x2\n3,4\n', 'a.csv')).code).toBe('WAVEFORM_CORRUPTED');
    expect(errorOf(() => text('a\nx1\n3\n', 'a.csv')).code).toBe('WAVEFORM_CORRUPTED');
  });

  it('numbers with and without names', () => {
    expect(fixture('numbers without names').plots[0]!.variables.map((variable) => variable.name)).toEqual(['column1', 'column2']);
    expect(columns(fixture('numbers without names'))).toEqual([[2.2e-7, 2.3e-7], [2.5, -3.290795e-9]]);
    const named = fixture('numbers with names').plots[0]!;
    expect([named.analysis, named.variables.map((variable) => [variable.name, variable.quantity])]).toEqual(['tran', [['TIME', 'time'], ['V(OUT)', 'voltage']]]);
  });
});

describe('HSPICE', () => {
  it.each([['9601', true], ['9601', false], ['2001', true], ['2001', false]] as const)('binary %s, little-endian %s', (version, little) => {
    const read = readWaveforms(writePostBinary({ ...postAc, version }, { little, blockItems: 4 }).bytes, { file: 'a.ac0' });
    expect(read.plots[0]!.variables.map((variable) => [variable.name, variable.quantity, variable.complex])).toEqual([
      ['HERTZ', 'frequency', false], ['v(out', 'voltage', true], ['i(avery_long_source_name', 'current', true], ['v(probe', 'voltage', false]]);
    const expected = [[1, 10], [0.5, 0.25], [1e-3, 3e-3], [0.75, 0.625]];
    expect(columns(read).map((values) => values.map(Math.fround))).toEqual(expected.map((values) => values.map(Math.fround)));
    expect([...read.plots[0]!.imaginary[1]!]).toEqual([-0.25, -0.5]);
  });

  it('ASCII, and outer sweeps', () => {
    expect(columns(readWaveforms(encoder.encode(writePostText(postAc)), { file: 'a' }))).toEqual([[1, 10], [0.5, 0.25], [1e-3, 3e-3], [0.75, 0.625]]);
    for (const bytes of [encoder.encode(writePostText(postSweep)), writePostBinary(postSweep, { little: true, blockItems: 3 }).bytes]) {
      const read = readWaveforms(bytes, { file: 'a.sw0' });
      expect(read.plots.map((plot) => [plot.analysis, plot.outer, plot.points])).toEqual([['dc', [{ name: 'vg', value: 0.5 }], 2], ['dc', [{ name: 'vg', value: 1.5 }], 3]]);
      expect(columns(read, 1)).toEqual([[0, 1, 2], [0, 1, 2], [0, -2.5e-4, -2.75e-4]]);
    }
  });

  it('names that fill their field touch the next one', () => {
    const names = ['VOLTS', 'v(fourteen_chars', 'i(vd'];
    expect(readWaveforms(writePostBinary({ ...postSweep, names }, { little: true, blockItems: 50 }).bytes, { file: 'a' }).plots[0]!.variables.map((variable) => variable.name)).toEqual(names);
  });

  it('a table fewer than stated is noticed', () => {
    const whole = writePostText(postSweep);
    const first = whole.slice(0, whole.indexOf('E+31') + 5);
    const error = errorOf(() => text(first, 'a.sw0'));
    expect([error.code, error.line]).toEqual(['WAVEFORM_TRUNCATED', first.trimEnd().split('\n').length]);
  });

  it('measure files: sets, outer values, failures, commas', () => {
    const read = fixture('HSPICE measures');
    expect(read.measures.map((set) => [set.outer, set.values.get('tmech'), set.values.get('alter#')])).toEqual([
      [[{ name: 'vdd', value: 1.2 }], undefined, 1], [[{ name: 'vdd', value: 1.3 }], 1.559e-8, 1]]);
    expect([...text("$DATA1 SOURCE='PrimeSim HSPICE' VERSION='S'\n.TITLE 'x'\npower,temper,alter#\n-7.84e-05,-196.0,1\n").measures[0]!.values]).toEqual([['power', -7.84e-5], ['temper', -196], ['alter#', 1]]);
  });

  it('saved points', () => {
    expect(columns(fixture('HSPICE saved point'))).toEqual([[1.25], [-0.0365]]);
  });

  it('listings: tables, pages, suffixes, outer values, operating points, measures, messages', () => {
    const read = fixture('HSPICE listing');
    expect([read.outcome, read.header['version']]).toEqual(['concluded', 'K-2015.06-SP1']);
    expect(read.plots.map((plot) => [plot.analysis, plot.outer, plot.temperature, plot.points, plot.variables.map((variable) => `${variable.quantity} ${variable.name}`)])).toEqual([
      ['op', [], 27, 1, ['voltage 0:d', 'voltage 0:g', 'voltage 0:s']],
      ['dc', [{ name: '0:vg', value: 0.5 }], 27, 3, ['voltage volt', 'current m1', 'voltage d', 'current m2']],
      ['dc', [{ name: '0:vg', value: 0.6 }], 27, 3, ['voltage volt', 'current m1', 'voltage d']],
      ['ac', [], 27, 2, ['frequency freq', 'i real vg', 'i imag vg', 'volt db 3']],
    ]);
    expect(columns(read, 1)).toEqual([[0, 0.01, 1e6], [1.425e-12, 2.0888e-12, -4.72826e-5], [0, 0.01, 1], [3e-9, 4e-9, 5e-9]]);
    expect(columns(read, 0)).toEqual([[0.9], [1.2], [-4.5e-4]]);
    expect(read.records.map((record) => [record.name, record.values['id'], record.values['region'], record.values['gam eff']])).toEqual([['0:m1', 1.97573e-5, 'Saturati', 0.5265359], ['0:m2', 0, 'Cutoff', 0.5265359]]);
    expect([...read.measures[0]!.values]).toEqual([['trise', 1.623e-8], ['tfall', undefined]]);
    expect(read.messages).toEqual([{ severity: 'warning', text: '(fixture.sp:3) a node has one connection', line: 21 }]);
  });

  it('listings: an aborted job gives its messages and no numbers', () => {
    const read = text(hspiceListing.replace('          ***** job concluded', ' **error** (fixture.sp:9) no convergence\n          ***** job aborted'));
    expect([read.outcome, read.plots, read.measures, read.records]).toEqual(['aborted', [], [], []]);
    expect(read.messages.at(-1)).toMatchObject({ severity: 'error', text: '(fixture.sp:9) no convergence' });
  });

  it('listings: a block of elements may have more than one blank behind its stars', () => {
    const voltageSources = '\n ****  voltage sources\n\n subckt\n element  0:v1       0:v2\n  volts      1.4000     2.6000\n  current -1.000e-03  2.000e-03\n\n     total voltage source power dissipation= -3.800e-03       watts\n';
    const read = text(hspiceListing.replace('\n **** mosfets', `${voltageSources}\n **** mosfets`));
    expect(read.records.filter(({ kind }) => kind === 'voltage sources').map(({ name, values }) => [name, values])).toEqual([
      ['0:v1', { volts: 1.4, current: -1e-3 }], ['0:v2', { volts: 2.6, current: 2e-3 }],
    ]);
    expect(read.records.map(({ name }) => name)).toContain('0:m2');
  });

  it('listings: an analysis after the end of the one before must end as well', () => {
    expect(errorOf(() => text(`${hspiceListing} ****** dc transfer curves tnom=  25.000 temp=  27.000 ******\n`)).code).toBe('WAVEFORM_TRUNCATED');
  });
});

describe('PSF', () => {
  const values = psfAc.rows;
  it.each([['ASCII', false], ['ASCII', true], ['binary', false], ['binary', true]] as const)('%s, complex, grouped %s', (form, grouped) => {
    const bytes = form === 'ASCII' ? encoder.encode(writePsfAscii({ ...psfAc, grouped })) : writePsfBinary({ ...psfAc, grouped }).bytes;
    const read = readWaveforms(bytes, { file: 'a.ac' });
    expect(columns(read)).toEqual([0, 1, 3].map((column) => values.map((row) => row[column])));
    expect(read.plots[0]!.imaginary.map((part) => part && [...part])).toEqual([undefined, ...[2, 4].map((column) => values.map((row) => row[column]))]);
    expect(read.plots[0]!.variables.map((variable) => [variable.name, variable.quantity])).toEqual([['freq', 'frequency'], ['in', 'voltage'], ['out', 'voltage']].map(([name, quantity], index) => [name, index === 0 && form === 'binary' ? 'time' : quantity]));
  });

  it.each([16, 32, 48, 64, 72, 128].flatMap((window) => (['full', 'short', 'cut'] as const).map((lastWindow) => [window, lastWindow] as const)))('windows of %s bytes, the last one %s', (window, lastWindow) => {
    expect(columns(readWaveforms(writePsfBinary({ ...psfTran, window, lastWindow }).bytes, { file: 'a.tran' }))).toEqual([0, 1, 2, 3].map((column) => psfTran.rows.map((row) => row[column])));
  });

  it('a second end mark before the table of contents is read, a third is refused', () => {
    const bytes = (endMarks: number) => writePsfBinary({ ...psfTran, window: 32, endMarks }).bytes;
    expect(columns(readWaveforms(bytes(2), { file: 'a.tran' }))).toEqual([0, 1, 2, 3].map((column) => psfTran.rows.map((row) => row[column])));
    expect(errorOf(() => readWaveforms(bytes(3), { file: 'a.tran' })).code).toBe('WAVEFORM_CORRUPTED');
  });

  it('records: structs, lists, texts and scalars', () => {
    const read = fixture('PSF ASCII, records');
    expect(columns(read)).toEqual([[0.25]]);
    expect(read.plots[0]!.temperature).toBe(27);
    expect(read.records).toEqual([
      { name: 'note', kind: 'text', values: { value: 'stable (or not)' }, properties: {} },
      { name: 'P1', kind: 'pole', values: { at: { re: -1500, im: Number.NaN }, q: 0.5, tags: ['a', 'b'], region: 3 }, properties: { model: 'x' } },
    ]);
    const binary = fixture('PSF binary, records');
    expect(columns(binary)).toEqual([[2.5], [5]]);
    expect(binary.records.map((record) => [record.name, record.values, record.properties])).toEqual([
      ['M1', { id: 1.5e-6, region: 3, note: 'saturated' }, { model: 'nch' }], ['M2', { id: -2e-9, region: 1, note: 'off' }, {}]]);
  });

  it('structs in a sweep give a column for each member', () => {
    const read = text('HEADER\n"PSFversion" "1.00"\n"analysis type" "noise"\nTYPE\n"s" FLOAT DOUBLE\n"r" STRUCT(\n"rn" FLOAT DOUBLE PROP(\n"units" "V^2/Hz"\n)\n"total" FLOAT DOUBLE\n)\nSWEEP\n"freq" "s"\nTRACE\n"R1" "r"\nVALUE\n"freq" 1\n"R1" (\n2\n3\n)\nEND\n');
    expect(read.plots[0]!.variables.map((variable) => variable.name)).toEqual(['freq', 'R1:rn', 'R1:total']);
    expect([read.plots[0]!.analysis, columns(read)]).toEqual(['noise', [[1], [2], [3]]]);
  });
});

describe('Eldo', () => {
  it('listings: legends, repeated rows, several tables', () => {
    const read = fixture('Eldo listing');
    expect(read.plots.map((plot) => [plot.analysis, plot.temperature, plot.variables.map((variable) => variable.name)])).toEqual([['dc', 27, ['V1', 'V(OUT)', 'I(V1)']], ['tran', 27, ['TIME', 'V(OUT)']]]);
    expect(columns(read)).toEqual([[0, 1, 2], [0.5, 0.75, 1], [-1e-6, -2e-6, -3e-6]]);
  });
});

describe('recognition', () => {
  it.each([
    ['PSF-XL values', '\0!ngpsf-1.4:0', /PSF-XL/], ['PSF-XL signals', `${'\u0001'.repeat(64)}*cdnshuuid 26`, /PSF-XL/], ['EZwave database', '.wdb\nabc', /EZwave/],
  ])('%s are refused by name', (_, content, message) => {
    const error = errorOf(() => text(content));
    expect([error.code, message.test(error.message), error.remedy !== undefined]).toEqual(['WAVEFORM_UNSUPPORTED', true, true]);
  });

  it('a PSF binary file without an end is PSF-XL or unfinished', () => {
    const bytes = Uint8Array.from(writePsfBinary(psfTran).bytes).slice(0, -60);
    const view = new DataView(bytes.buffer);
    let at = 4;
    for (let section = 0; section < 4; section += 1) at = view.getUint32(at + 4);
    view.setUint32(at + 4, 0xff_ff_ff_ff);
    expect(errorOf(() => readWaveforms(bytes, { file: 'a.tran' })).code).toBe('WAVEFORM_UNSUPPORTED');
  });

  it('unknown and empty files', () => {
    expect(errorOf(() => text('hello world\n')).code).toBe('WAVEFORM_UNKNOWN_FORMAT');
    expect(errorOf(() => readWaveforms(new Uint8Array(), { file: 'a' })).code).toBe('WAVEFORM_UNKNOWN_FORMAT');
    expect(errorOf(() => readWaveforms(new Uint8Array(), { file: 'a', format: 'csv' })).code).toBe('WAVEFORM_TRUNCATED');
  });

  it('needs no name where the content tells', () => {
    for (const { bytes, format } of fixtures.filter((candidate) => candidate.format !== 'hspice-subcircuits')) expect(detectFormat(bytes)).toEqual({ format });
  });
});
