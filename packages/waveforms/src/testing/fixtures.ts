import type { WaveformFormat } from '../model.ts';
import { eldoListing, hspiceListing, hspiceMeasures, hspiceSavedPoint, xyceMeasures } from './listings.ts';
import { writePostBinary, writePostText, type PostFixture } from './write-post.ts';
import { psfRecordsText, writePsfAscii, writePsfBinary, writePsfRecords, type PsfFixture } from './write-psf.ts';
import { writeRaw, type RawPlot } from './write-raw.ts';
import { writeXyceProbe, writeXyceTable, writeXyceTecplot, xyceNumber } from './write-xyce.ts';

/** A small file of one format, with what is known about its damage. */
export interface Fixture {
  readonly name: string;
  readonly file: string;
  readonly format: WaveformFormat;
  readonly bytes: Uint8Array;
  /** Text formats: garbage anywhere is noticed or harmless. Binary ones: damage outside `values` is. */
  readonly binary: boolean;
  readonly values: readonly (readonly [number, number])[];
  /** Which cuts leave a smaller file that is whole: after any line, between two plots, or none. */
  readonly cuts: 'none' | 'lines' | 'plots';
}

export const sweepX = [0, 0.5, 1, 1.5];
export const sweepY = [-1e-12, 2.5e-6, 3.25e-5, 4.125e-4];

export const dcPlot: RawPlot = { name: 'DC transfer characteristic', variables: [['v-sweep', 'voltage'], ['i(vd)', 'current']], real: [sweepX, sweepY] };
export const acPlot: RawPlot = {
  name: 'AC Analysis', variables: [['frequency', 'frequency grid=3'], ['v(out)', 'voltage'], ['v(in)', 'voltage']],
  real: [[1, 10, 100], [0.999, 0.5, 0.01], [1, 1, 1]], imaginary: [[6.95e-310, 6.95e-310, 6.95e-310], [-0.006, -0.5, -0.1], [0, 0, 0]],
};

export const postAc: PostFixture = {
  version: '9601', codes: [2, 1, 8, 2], names: ['HERTZ', 'v(out', 'i(avery_long_source_name', 'v(probe'], outer: [], automatic: 3,
  tables: [[1, 0.5, -0.25, 1e-3, 2e-3, 0.75, 10, 0.25, -0.5, 3e-3, 4e-3, 0.625]],
};
export const postSweep: PostFixture = {
  version: '2001', codes: [3, 1, 8], names: ['VOLTS', 'v(d', 'i(vd'], outer: ['vg'], automatic: 1,
  tables: [[0.5, 0, 0, 0, 1, 1, -1.5e-6], [1.5, 0, 0, 0, 1, 1, -2.5e-4, 2, 2, -2.75e-4]],
};

export const psfAc: PsfFixture = { sweep: 'freq', traces: ['in', 'out'], complex: true, grouped: false, rows: [[1, 1, 0, 0.9, -0.1], [10, 1, 0, 0.5, -0.5], [100, 1, 0, 0.01, -0.1]] };
export const psfTran: PsfFixture = { sweep: 'time', traces: ['a', 'b', 'M1:d'], complex: false, grouped: true, rows: Array.from({ length: 8 }, (_, index) => [index * 1e-9, index / 4, 1 - index / 8, index * 1e-6]) };

const tableSteps = [[[0, 1e-12], [0.5, -2.5e-6], [1, 3.25e-5]], [[0, 2e-12], [0.5, 4.5e-6], [1, 5.25e-5]]];
const acSteps = [[[1, 0.5, -0.25], [10, 0.25, -0.5]], [[1, 0.75, -0.125], [10, 0.375, -0.0625]]];
const csv = ['FREQ,DNO(M1,RD),VM(B)', ...[[1, 0.5, 2e-3], [10, 0.25, 3e-3], [100, 0.125, 4e-3]].map((row) => row.map(xyceNumber).join(','))].join('\n');

const encoder = new TextEncoder();

function text(name: string, file: string, format: WaveformFormat, content: string, cuts: Fixture['cuts'] = 'none'): Fixture {
  return { name, file, format, bytes: encoder.encode(content), binary: false, values: [], cuts };
}

function binary(name: string, file: string, format: WaveformFormat, written: Pick<Fixture, 'bytes' | 'values'>, cuts: Fixture['cuts'] = 'none'): Fixture {
  return { name, file, format, binary: true, cuts, ...written };
}

function rawText(name: string, plots: readonly RawPlot[], style: { spectre?: boolean }): Fixture {
  return { ...binary(name, 'a.raw', 'spice-raw', writeRaw(plots, { binary: false, ...style }), plots.length > 1 ? 'plots' : 'none'), binary: false };
}

/** One file at least of every format. */
export const fixtures: readonly Fixture[] = [
  binary('raw binary', 'a.raw', 'spice-raw', writeRaw([dcPlot], { binary: true })),
  binary('raw binary, two plots', 'a.raw', 'spice-raw', writeRaw([acPlot, dcPlot], { binary: true }), 'plots'),
  binary('raw big-endian, as Spectre writes it', 'a.raw', 'spice-raw', writeRaw([dcPlot, acPlot], { binary: true, little: false, spectre: true }), 'plots'),
  rawText('raw ASCII', [acPlot], {}),
  rawText('raw ASCII, two plots as Spectre writes them', [dcPlot, acPlot], { spectre: true }),
  text('Xyce table', 'a.prn', 'xyce-table', writeXyceTable(['{V(1) + V(2)}', 'I(VD)'], tableSteps, { index: true })),
  text('Xyce table with commas', 'a.prn', 'xyce-table', writeXyceTable(['V(1,2)', 'I(VD)'], [tableSteps[0]!], { index: true, separator: ',' })),
  text('Xyce table without index, blank lines between steps', 'a.prn', 'xyce-table', writeXyceTable(['V(1)', 'I(VD)'], tableSteps, { index: false, gap: '\n\n' })),
  text('Xyce steps', 'a.res', 'xyce-table', `STEP   TEMP\n0   ${xyceNumber(-10)}\n1   ${xyceNumber(27)}\nEnd of Xyce(TM) Parameter Sweep\n`),
  text('Xyce Tecplot', 'a.dat', 'xyce-tecplot', writeXyceTecplot(['FREQ', 'Re(V(4))', 'Im(V(4))'], acSteps)),
  text('Xyce probe', 'a.csd', 'xyce-probe', writeXyceProbe(['V(1)'], tableSteps, false), 'plots'),
  text('Xyce probe, complex', 'a.csd', 'xyce-probe', writeXyceProbe(['V(1)'], [acSteps[0]!], true)),
  text('Xyce measures', 'a.mt0', 'xyce-measure', xyceMeasures, 'lines'),
  text('CSV', 'a.csv', 'csv', `${csv}\n`, 'lines'),
  text('CSV with complex cells', 'a.csv', 'csv', 'Freq;"V(out), db"\n1;0.5-2.5E-5j\n1E8;-1E-5+3E2j\n', 'lines'),
  text('numbers without names', 'a.txt', 'number-table', ' 2.200000e-07\t 2.500000e+00\t\n 2.300000e-07\t-3.290795e-09\t\n', 'lines'),
  text('numbers with names', 'a.txt', 'number-table', '# fixture\nTIME V(OUT)\n0.000000e+00 1.250000e+00\n1.000000e-09 1.500000e+00\n', 'lines'),
  binary('HSPICE binary 9601, AC', 'a.ac0', 'hspice-post', writePostBinary(postAc, { little: true, blockItems: 100 })),
  binary('HSPICE binary 2001, big-endian, swept, rows over blocks', 'a.sw0', 'hspice-post', writePostBinary(postSweep, { little: false, blockItems: 5 })),
  text('HSPICE ASCII, AC', 'a.ac0', 'hspice-post', writePostText(postAc)),
  text('HSPICE ASCII, swept', 'a.sw0', 'hspice-post', writePostText({ ...postSweep, version: '9007' })),
  text('HSPICE measures', 'a.mt0', 'hspice-measure', hspiceMeasures, 'lines'),
  text('HSPICE saved point', 'a.ic0', 'hspice-saved-point', hspiceSavedPoint),
  text('HSPICE subcircuits', 'a.pa0', 'hspice-subcircuits', '       1 x0.\n       2 x0.x1.\n', 'lines'),
  text('HSPICE listing', 'a.lis', 'hspice-listing', hspiceListing),
  text('PSF ASCII, complex', 'a.ac', 'psf-ascii', writePsfAscii(psfAc)),
  text('PSF ASCII, grouped', 'a.ac', 'psf-ascii', writePsfAscii({ ...psfAc, grouped: true })),
  text('PSF ASCII, records', 'a.info', 'psf-ascii', psfRecordsText),
  binary('PSF binary, complex', 'a.ac', 'psf-binary', writePsfBinary(psfAc)),
  binary('PSF binary, grouped', 'a.tran', 'psf-binary', writePsfBinary(psfTran)),
  binary('PSF binary, windowed', 'a.tran', 'psf-binary', writePsfBinary({ ...psfTran, window: 32 })),
  binary('PSF binary, records', 'a.dc', 'psf-binary', writePsfRecords()),
  text('Eldo listing', 'a.chi', 'eldo-listing', eldoListing, 'plots'),
];
