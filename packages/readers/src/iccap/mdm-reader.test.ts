import { EvospiceError } from '@evospice/contracts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredText } from '../testing/measured-text.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { MdmReader } from './mdm-reader.ts';

const file = 'measured.mdm';
const read = (text: string) => new MdmReader().read(measuredText(text, { file }));

const failure = (text: string) => refusalOf(() => read(text));

interface Measurement {
  readonly inner: readonly number[];
  readonly outer: readonly (readonly number[])[];
  readonly constant: number;
  readonly outputs: number;
  readonly lineEnd: string;
  readonly seed: number;
}

const value = fc.double({ min: -1e3, max: 1e3, noNaN: true }).map((each) => (each === 0 ? 0 : each));
const measurements: fc.Arbitrary<Measurement> = fc.record({
  inner: fc.array(value, { minLength: 1, maxLength: 6 }),
  outer: fc.array(fc.array(value, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
  constant: value,
  outputs: fc.integer({ min: 1, max: 3 }),
  lineEnd: fc.constantFrom('\n', '\r\n'),
  seed: fc.integer(),
});

/** Some measured value, different for each place. */
function sample({ seed }: Measurement, block: number, row: number, output: number): number {
  return (seed % 1000) * 1e-12 + block * 1e-6 + row * 1e-8 + output * 1e-9;
}

function combinations(outer: readonly (readonly number[])[]): number[][] {
  return outer.reduce<number[][]>((all, values) => all.flatMap((each) => values.map((next) => [...each, next])), [[]]);
}

function write(measurement: Measurement): string {
  const { inner, outer, constant, outputs, lineEnd } = measurement;
  const names = Array.from({ length: outputs }, (_, index) => `o${index}`);
  return [
    '! VERSION = 6.00', '!Data measured by a program', 'BEGIN_HEADER', ' ICCAP_INPUTS',
    ...outer.map((values, index) => `  b${index} V  B GROUND SMU 0.1 LIST ${index + 2} ${values.length} ${values.join(' ')}`),
    `  x V  G GROUND SMU 0.1 LIST 1 ${inner.length} ${inner.join(' ')}`, `  c  V S GROUND SMU 0.1 CON ${constant}`, `  f V C GROUND SMU 0.1 SYNC 2 1 x`,
    ' ICCAP_OUTPUTS', ...names.map((name) => `  ${name} I D GROUND SMU B`), ' ICCAP_VALUES', '  W " 10.0u "', 'END_HEADER', '',
    ...combinations(outer).flatMap((biases, block) => [
      'BEGIN_DB', ...biases.map((bias, index) => ` ICCAP_VAR b${index} ${bias}`), ` ICCAP_VAR c ${constant}`, '', ` #x  ${names.join('\t')}`,
      ...inner.map((x, row) => `  ${x} ${names.map((_, output) => sample(measurement, block, row, output)).join('\t ')}  `), 'END_DB', '',
    ]),
  ].join(lineEnd);
}

describe('MdmReader', () => {
  it('reads every generated measurement as it was written', () => {
    fc.assert(
      fc.property(measurements, (measurement) => {
        const dataset = read(write(measurement));
        const biases = combinations(measurement.outer);
        expect(dataset.sweep).toBe('x');
        expect(dataset.header).toEqual({ W: '10.0u' });
        expect(dataset.blocks).toHaveLength(biases.length);
        dataset.blocks.forEach((block, index) => {
          expect(block.variables).toEqual({ ...Object.fromEntries(biases[index]!.map((bias, which) => [`b${which}`, bias])), c: measurement.constant });
          expect([...block.values['x']!]).toEqual(measurement.inner);
          expect([...block.values['f']!]).toEqual(measurement.inner.map((x) => 2 * x + 1));
          for (let output = 0; output < measurement.outputs; output++) {
            expect([...block.values[`o${output}`]!]).toEqual(measurement.inner.map((_, row) => sample(measurement, index, row, output)));
          }
          expect(block.units).toMatchObject({ x: 'V', c: 'V', o0: 'A' });
        });
      }),
    );
  });

  it('notices a cut at any line', () => {
    fc.assert(
      fc.property(measurements, fc.double({ min: 0, max: 1, noNaN: true, maxExcluded: true }), (measurement, where) => {
        const text = write(measurement);
        const lines = text.split(measurement.lineEnd);
        const kept = lines.slice(0, Math.floor(where * lines.length)).join(measurement.lineEnd);
        try {
          expect(read(kept)).toEqual(read(text));
        } catch (error) {
          if (!EvospiceError.is(error)) throw error;
          expect(error.code).toMatch(/^DATASET_(TRUNCATED|EMPTY)$/);
          expect(error.file).toBe(file);
        }
      }),
    );
  });

  const small = write({ inner: [0, 1, 2], outer: [[0.1, 0.2]], constant: 0, outputs: 1, lineEnd: '\n', seed: 1 });
  const lineOf = (part: string): number => small.split('\n').findIndex((line) => line.includes(part)) + 1;

  it('reads exponents with three digits and negative zero', () => {
    const text = small.replace('ICCAP_VAR c 0', 'ICCAP_VAR c -0').replace(String(sample({ seed: 1 } as Measurement, 0, 1, 0)), '-1.2345e-009');
    const [block] = read(text).blocks;
    expect(block!.values['o0']![1]).toBe(-1.2345e-9);
    expect(Object.is(block!.variables['c'], 0)).toBe(true);
  });

  it('notes where a block says something else than the header', () => {
    const text = ['BEGIN_HEADER', ' ICCAP_INPUTS', '  vg V G GROUND SMU2 0.01 LIN 1 0 1 3 0.5', '  vd V D GROUND SMU1 0.01 CON 1', ' ICCAP_OUTPUTS', '  id I D GROUND SMU1 B', 'END_HEADER',
      'BEGIN_DB', 'ICCAP_VAR vd 2', '#vg id', '0 1', '0.6 2', '1 3', 'END_DB', ''].join('\n');
    const { notes, blocks: [block] } = read(text);
    expect(notes).toEqual([
      { line: 12, message: 'vg is 0.6 here, and something else in the header\'s sweep: the rows count' }, { line: 10, message: 'vd is 2 in this block, and 1 in the header: the block counts' },
    ]);
    expect(block!.variables).toEqual({ vd: 2 });
  });

  it('takes a constant that the block leaves out from the header', () => {
    expect(read(small.replaceAll(' ICCAP_VAR c 0\n', '')).blocks.map((block) => block.variables['c'])).toEqual([0, 0]);
  });

  it('does not take a table column for a synchronised input twice', () => {
    const text = small.replaceAll('#x  o0', '#x f o0').replace(/^ {2}(\d+) (\S+) {2}$/gm, '  $1 7 $2');
    expect([...read(text).blocks[0]!.values['f']!]).toEqual([7, 7, 7]);
  });

  it.each([
    ['LOG', 'LOG 1 1e-3 1e-1 D 1 3'], ['LOG without its number of points', 'LOG 1 1e-3 1e-1'], ['SEG', 'SEG 1 2 1 2 2 3 3 1'], ['SEG in a form of its own', 'SEG 1 2 1 2'],
  ])('reads the rows of a %s sweep', (_, sweep) => {
    const expected = read(small);
    const { blocks } = read(small.replace(/LIST 1 3.*/, sweep));
    expect(blocks.map(({ values }) => values)).toEqual(expected.blocks.map(({ values }) => values));
  });

  it('reads header values without a blank, with quotation marks and over several lines', () => {
    const { header, headerLines, limits, notes } = read(small.replace('END_HEADER', 'ICCAP_VALUES\nA"1"\nB "3" wafer "x""\nC "one\n two"\nICCAP_OTHER\n anything at all\nEND_HEADER').replace(/^( *)o0 .*$/m, '$1o0 I D GROUND SMU1 B'));
    expect(header).toMatchObject({ A: '1', B: '3" wafer "x"', C: 'one\ntwo' });
    expect(headerLines?.['C']).toBe((headerLines?.['A'] ?? 0) + 2);
    expect(limits).toEqual({});
    expect(notes?.map(({ message }) => message)).toEqual(['section ICCAP_OTHER of the header is not read']);
  });

  it('reads network parameters over frequency and bias, and their units', () => {
    const text = ['BEGIN_HEADER', ' ICCAP_INPUTS', '  vb V B GROUND SMU2 0.01 LIN 2 0.9 0.8 2 -0.1', '  freq F LIST 1 2 1e9 1e10', ' ICCAP_OUTPUTS', '  S S C B GROUND NWA B', '  cbe C B E CMU M', 'END_HEADER',
      ...[0.9, 0.8].flatMap((vb) => ['BEGIN_DB', ` ICCAP_VAR vb ${vb}`, ' #freq R:s(1,1) I:s(1,1) R:s(2,1) I:s(2,1) R:cbe I:cbe', ' 1e9 0.9 -0.1 -3 1 1e-15 0', ' 1e10 0.8 -0.3 -2 1.5 2e-15 0', 'END_DB']), ''].join('\n');
    const dataset = read(text);
    expect(dataset.sweep).toBe('freq');
    expect(dataset.blocks.map(({ variables }) => variables)).toEqual([{ vb: 0.9 }, { vb: 0.8 }]);
    expect(dataset.blocks[1]).toMatchObject({ units: { freq: 'Hz', 'R:s(1,1)': '1', 'I:s(2,1)': '1', 'R:cbe': 'F', vb: 'V' }, values: { 'I:s(2,1)': Float64Array.of(1, 1.5) } });
  });

  it('reads several measurements of one file, each with its lines', () => {
    const twice = read(`${small}\n${small}`);
    const once = read(small);
    expect(twice.blocks).toHaveLength(2 * once.blocks.length);
    expect(twice.blocks.map(({ variables }) => variables['measurement'])).toEqual([...once.blocks.map(() => 1), ...once.blocks.map(() => 2)]);
    expect(twice.blocks.at(-1)!.line).toBe(once.blocks.at(-1)!.line + small.split('\n').length);
    expect(() => read(`${small}\n${small.slice(0, small.lastIndexOf('BEGIN_DB'))}`)).toThrow('data blocks');
  });

  it.each([
    ['an outer input without its value', small.replaceAll(/ ICCAP_VAR b0.*\n/g, ''), 'DATASET_SYNTAX', lineOf('BEGIN_DB')],
    ['a sweep kind that is not a curve over a bias', small.replace('LIST 1 3', 'PULSE 1 3'), 'DATASET_SWEEP', lineOf('LIST 1')],
    ['a logarithmic sweep with a row missing', small.replace(/LIST 1 3.*/, 'LOG 1 1e-3 1 D 1 4'), 'DATASET_TRUNCATED', undefined],
    ['an unknown sweep kind', small.replace('LIST 1 3', 'FOO 1 3'), 'DATASET_SWEEP', lineOf('LIST 1')],
    ['a synchronised input without a master', small.replace('SYNC 2 1 x', 'SYNC 2 1 nobody'), 'DATASET_SWEEP', lineOf('SYNC')],
    ['two inner sweeps', small.replace('LIST 2', 'LIST 1'), 'DATASET_SWEEP', lineOf('END_HEADER')],
    ['a block without rows', small.replace(/( #x {2}o0\n)( {2}.*\n){3}/, '$1'), 'DATASET_EMPTY', lineOf('BEGIN_DB')],
    ['a block too many', `${small}\n${small.slice(small.lastIndexOf('BEGIN_DB'))}`, 'DATASET_SWEEP', undefined],
    ['another first column', small.replace('#x  o0', '#o0  x'), 'DATASET_COLUMNS', lineOf('#x')],
    ['a column twice', small.replace('#x  o0', '#x  x'), 'DATASET_COLUMNS', lineOf('#x')],
    ['text between blocks', small.replace('END_DB', 'END_DB\nrubbish'), 'DATASET_SYNTAX', lineOf('END_DB') + 1],
    ['no MDM file at all', 'vg,id\n1,2\n', 'DATASET_SYNTAX', 1],
  ])('refuses %s', (_, text, code, line) => {
    const error = failure(text);
    expect(error.code).toBe(code);
    if (line !== undefined) expect(error.line).toBe(line);
  });
});
