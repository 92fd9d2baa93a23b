import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredText } from '../testing/measured-text.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { DelimitedReader } from './csv-reader.ts';
import { readUnit } from '../cells/units.ts';

const file = 'measured.csv';
const read = (text: string) => new DelimitedReader('csv', ',').read(measuredText(text, { file }));

const failure = (text: string) => refusalOf(() => read(text));

describe('DelimitedReader', () => {
  it('reads every table as it was written', () => {
    const value = fc.double({ min: -9.7e36, max: 9.7e36, noNaN: true }).map((each) => (each === 0 ? 0 : each));
    const tables = fc.integer({ min: 1, max: 5 }).chain((columns) => fc.array(fc.array(value, { minLength: columns, maxLength: columns }), { minLength: 1, maxLength: 20 }));
    fc.assert(
      fc.property(tables, fc.constantFrom(',', '\t'), fc.boolean(), (rows, delimiter, quoted) => {
        const cell = (text: string): string => (quoted ? `"${text}"` : text);
        const names = rows[0]!.map((_, index) => `c${index}`);
        const text = [`# rows: ${rows.length}`, names.map((name) => cell(`${name} (V)`)).join(delimiter), ...rows.map((row) => row.map((each) => cell(String(each))).join(delimiter)), ''].join('\n');
        const dataset = new DelimitedReader('any', delimiter).read(measuredText(text, { file }));
        expect(dataset.blocks).toHaveLength(1);
        names.forEach((name, column) => expect([...dataset.blocks[0]!.values[name]!]).toEqual(rows.map((row) => row[column])));
      }),
    );
  });

  it.each([
    ['a row of units in brackets', 'vg,id\n(V),(uA)\n1,2\n'], ['a unit behind a stroke', 'vg/V,id / uA\n1,2\n'], ['units that are written out', 'vg (Volts),id (mA)\n1,0.002\n'],
  ])('reads %s', (_, text) => {
    const [block] = read(text).blocks;
    expect([...block!.values['vg']!, ...block!.values['id']!]).toEqual([1, 2e-6]);
  });

  it.each([
    ['a table without a heading', '0.1,1e-6\n0.2,2e-6\n', 1, 'no heading', 'first line'],
    ['numbers in the heading', 'vd (V),0.5,1\n0.1,1e-6,2e-6\n', 1, 'number 0.5', 'in front of it'],
    ['another table', 'vg (V),id (A)\n1,2\n\nvd (V),id (A)\n1,3\n', 4, 'second table with other columns', 'files of their own'],
    ['text behind the table', 'vg (V),id (A)\n1,2\nEND,of,file\n', 3, 'text without values', '# in front'],
    ['a broken first cell', 'vg (V),id (A)\n1,2\nx2,3\n', 3, 'column vg is "x2"', 'correct'],
    ['a unit in one cell alone', 'vg (V),id\n1,2\n2,3 mA\n', 3, 'column id is "3 mA", in A, and has no unit above', 'heading'],
    ['other units in cells', 'vg,id (A)\n1 V,2\n2 A,3\n', 3, 'column vg is "2 A", in A, and is in V above', 'heading'],
    ['a column without a name', ',vg (V),id (A)\n0,1,2\n', 1, 'column 1 has no name', 'heading'],
    ['a mark in a column that tells curves apart', '# block: vd\nvg (V),vd (V),id (A)\n1,1,2\n2,9.91E37,2\n', 4, 'column vd, which tells the curves apart', 'leave the row out'],
    ['an empty cell', 'vg (V),id (A)\n1,2\n2,\n', 3, 'column id is empty', '#N/A'],
    ['blanks between cells', 'vg (V) id (A)\n1 2e-6\n', 2, 'separated by blanks', 'format: txt'],
    ['bars between cells', 'vg (V)|id (A)\n1|2e-6\n', 2, 'separated by bars', 'CSV'],
    ['commas that may separate thousands', 'vg (mV);id (uA)\n100;1,234\n200;2,345\n', 2, 'thousands or decimals', 'decimal points'],
    ['thousands in quotation marks', 'vg (V),id (uA)\n0.1,"1,234.5"\n', 2, '"1,234.5", which is not a number', 'correct'],
    ['an IC-CAP file', '! VERSION = 6.00\nBEGIN_HEADER\n', 2, 'IC-CAP', 'format: mdm'],
    ['a web page', '<!DOCTYPE html>\n<html></html>\n', 1, 'web page', 'fetch the file itself'],
    ['a pointer of Git LFS', 'version https://git-lfs.github.com/spec/v1\noid sha256:0\n', 1, 'Git LFS', 'git lfs pull'],
  ])('names %s, with its line', (_, text, line, message, remedy) => {
    expect(failure(text)).toMatchObject({ file, line, message: expect.stringContaining(message), remedy: expect.stringContaining(remedy) });
  });

  it('leaves the unit of a column open where the file does not state it', () => {
    expect(read('vg (V),id\n1,2\n').blocks[0]).toMatchObject({ units: { vg: 'V' }, values: { id: Float64Array.of(2) } });
    expect(read('vg,Id_uA\n1,2\n3,4\n').blocks[0]).toMatchObject({ units: {}, columns: ['vg', 'Id_uA'] });
  });

  it('takes a comma for a decimal one where one number can have no thousands', () => {
    expect([...read('vg (V);id (uA)\n0,1;1,234\n0,2;2,345\n').blocks[0]!.values['vg']!]).toEqual([0.1, 0.2]);
  });

  it('converts prefixed units and keeps the base unit', () => {
    const [block] = read('vg (mV),id [uA],c (pF),n (1)\n1500,2,3,4\n').blocks;
    expect(block!.units).toEqual({ vg: 'V', id: 'A', c: 'F', n: '1' });
    expect(block!.values['vg']![0]).toBeCloseTo(1.5, 12);
    expect(block!.values['id']![0]).toBeCloseTo(2e-6, 18);
    expect(block!.values['c']![0]).toBeCloseTo(3e-12, 24);
  });

  it('reads a row of units below the names', () => {
    expect(read('vg,id\nV,(nA)\n1,5\n').blocks[0]!.values['id']![0]).toBeCloseTo(5e-9, 20);
  });

  it('starts a block where a block column changes', () => {
    const { blocks } = read('# block: vd, vb\nvg (V),vd (V),vb (V)\n0,1,0\n1,1,0\n0,1,-1\n1,1,-1\n0,1,0\n');
    expect(blocks.map((block) => [block.variables, [...block.values['vg']!]])).toEqual([
      [{ vd: 1, vb: 0 }, [0, 1]],
      [{ vd: 1, vb: -1 }, [0, 1]],
      [{ vd: 1, vb: 0 }, [0]],
    ]);
  });

  it('reads a byte order mark, blank lines and comments between rows', () => {
    const dataset = read('\uFEFF# operator: me\nvg (V)\n\n1\n# note\n2\n');
    expect(dataset.header).toEqual({ operator: 'me' });
    expect([...dataset.blocks[0]!.rowLines]).toEqual([4, 6]);
  });

  it.each([
    ['an unknown unit', 'vg (V),id (Gauss)\n1,2\n', 'DATASET_UNIT', 1, /"Gauss"/],
    ['a unit in the wrong case', 'vg (v)\n1\n', 'DATASET_UNIT', 1, /"v"/],
    ['a row with too few cells', 'vg (V),id (A)\n1,2\n3\n', 'DATASET_COLUMNS', 3, /1 value/],
    ['a row with too many cells', 'vg (V),id (A)\n1,2,3\n', 'DATASET_COLUMNS', 2, /3 values/],
    ['NaN', 'vg (V),id (A)\n1,2\n3,NaN\n', 'DATASET_NUMBER', 3, /column id is NaN/],
    ['an empty cell', 'vg (V),id (A)\n1,\n', 'DATASET_NUMBER', 2, /column id/],
    ['a column twice', 'vg (V),vg (V)\n1,2\n', 'DATASET_COLUMNS', 1, /twice/],
    ['a block column that does not exist', '# block: vd\nvg (V)\n1\n', 'DATASET_COLUMNS', 2, /"vd"/],
    ['fewer rows than stated', '# rows: 3\nvg (V)\n1\n2\n', 'DATASET_TRUNCATED', 4, /2 rows/],
    ['more rows than stated', '# rows: 1\nvg (V)\n1\n2\n', 'DATASET_SYNTAX', 4, /2 rows/],
    ['no rows', 'vg (V)\n', 'DATASET_EMPTY', 1, /no rows/],
    ['an open quotation mark', 'vg (V)\n"1\n', 'DATASET_SYNTAX', undefined, /./],
  ])('refuses %s', (_, text, code, line, message) => {
    const error = failure(text);
    expect(error.code).toBe(code);
    if (line !== undefined) expect(error.line).toBe(line);
    expect(error.message).toMatch(message);
    expect(error.file).toBe(file);
  });
});

describe('readUnit', () => {
  it.each([['V', 'V', 1], ['mV', 'V', 1e-3], ['MHz', 'Hz', 1e6], ['m', 'm', 1], ['mm', 'm', 1e-3], ['µA', 'A', 1e-6], ['kΩ', 'Ohm', 1e3], ['°C', 'degC', 1], ['-', '1', 1]])('reads %s', (text, base, factor) => {
    expect(readUnit(text)).toEqual({ base, factor });
  });

  it.each(['', 'v', 'Voltage', 'mdegC', 'm1', 'xV', 'MM'])('does not read %j', (text) => {
    expect(readUnit(text)).toBeUndefined();
  });
});
