import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredText } from '../testing/measured-text.ts';
import { refusalOf } from '../testing/refusal-of.ts';
import { DelimitedReader } from '../tables/csv-reader.ts';
import { markIn } from './marks.ts';
import { MdmReader } from '../iccap/mdm-reader.ts';

const file = 'measured.csv';
const csv = (text: string) => new DelimitedReader('csv', ',').read(measuredText(text, { file }));
const tsv = (text: string) => new DelimitedReader('tsv', '\t').read(measuredText(text, { file }));
const columnOf = (dataset: { blocks: readonly { values: Readonly<Record<string, Float64Array>> }[] }, name: string) => [...dataset.blocks[0]!.values[name]!];

describe('markIn', () => {
  it.each([
    ['199.999E+99', 'overflow'], ['9.91E+37', 'overflow'], ['-9.9E37', 'overflow'], ['#OVF', 'overflow'], ['OVERLOAD', 'overflow'],
    ['*****', 'overflow'], ['C', 'compliance'], ['C 1.0E-01', 'compliance'], ['T-2.5e-3', 'compliance'], ['V1.0', 'overflow'], ['#N/A', 'no value'], ['OVLD', 'overflow'], ['O.F.', 'overflow'], ['Compl.', 'compliance'], ['#NAME?', 'no value'], ['----', 'no value'],
  ])('knows %s as %s', (text, mark) => expect(markIn(text)).toBe(mark));

  it.each(['1e30', '-4.5e-6', '', 'NaN', 'vg', '0.6V', '25C', '0x10', '-'])('leaves %s alone', (text) => expect(markIn(text)).toBeUndefined());

  it('leaves every number alone that a measurement can give', () => {
    fc.assert(fc.property(fc.double({ min: -1e36, max: 1e36, noNaN: true }), (value) => markIn(String(value)) === undefined));
  });
});

describe('marks in files', () => {
  it('are missing values in a table, noted once per column with their number', () => {
    const dataset = csv('vg (V),id (uA)\n0.6,2\n0.7,9.91E+37\n0.8,199.999E+99\n0.9,C\n');
    expect(columnOf(dataset, 'id')).toEqual([2e-6, NaN, NaN, NaN]);
    expect(columnOf(dataset, 'vg')).toEqual([0.6, 0.7, 0.8, 0.9]);
    expect(dataset.notes).toEqual([
      { line: 3, message: '2 cells of column id hold a mark (overflow, first 9.91E+37) and not a measured value' },
      { line: 5, message: '1 cell of column id holds a mark (compliance, first C) and not a measured value' },
    ]);
  });

  it('are missing values where a blank is between a status and its value', () => {
    const text = ['BEGIN_HEADER', ' ICCAP_INPUTS', '  vg V G GROUND SMU2 0.01 LIN 1 0.6 0.7 2 0.1', ' ICCAP_OUTPUTS', '  id I D GROUND SMU1 B', '  ig I G GROUND SMU2 B', 'END_HEADER',
      'BEGIN_DB', '#vg id ig', '0.6 2e-6 1e-12', '0.7 C 1.0E-3 2e-12', 'END_DB', ''].join('\n');
    const dataset = new MdmReader().read(measuredText(text, { file: 'measured.mdm' }));
    expect([columnOf(dataset, 'id'), columnOf(dataset, 'ig')]).toEqual([[2e-6, NaN], [1e-12, 2e-12]]);
  });

  it('are missing values in an MDM file, whose rows still count', () => {
    const text = ['BEGIN_HEADER', ' ICCAP_INPUTS', '  vg V G GROUND SMU2 0.01 LIN 1 0.6 0.8 3 0.1', '  vd V D GROUND SMU1 0.0001 CON 1', ' ICCAP_OUTPUTS', '  id I D GROUND SMU1 B', 'END_HEADER',
      'BEGIN_DB', ' ICCAP_VAR vd 1', '#vg id', '0.6 2e-6', '0.7 199.999E+99', '0.8 8e-6', 'END_DB', ''].join('\n');
    const dataset = new MdmReader().read(measuredText(text, { file: 'measured.mdm' }));
    expect(columnOf(dataset, 'id')).toEqual([2e-6, NaN, 8e-6]);
    expect(dataset.notes).toEqual([{ line: 12, message: '1 cell of column id holds a mark (overflow, first 199.999E+99) and not a measured value' }]);
  });
});

describe('tables of other countries and programs', () => {
  it.each([
    ['semicolons and decimal commas', 'vg (V);id (A)\n0,6;2,0E-06\n0,7;4,5E-06\n', ['cells are separated by ";"', 'numbers have a decimal comma']],
    ['semicolons and decimal points', 'vg (V);id (A)\n0.6;2.0E-06\n0.7;4.5E-06\n', ['cells are separated by ";"']],
    ['tabs', 'vg (V)\tid (A)\n0.6\t2.0E-06\n0.7\t4.5E-06\n', ['cells are separated by tabs']],
    ['a stated separator', 'sep=;\nvg (V);id (A)\n0.6;2.0E-06\n0.7;4.5E-06\n', ['cells are separated by ";"']],
    ['the format\'s own separator stated', 'sep=,\nvg (V),id (A)\n0.6,2.0E-06\n0.7,4.5E-06\n', []],
    ['a heading in a comment', '# made by hand\n#vg (V),id (A)\n0.6,2.0E-06\n0.7,4.5E-06\n', []],
    ['a separator at the end of every line', 'vg (V),id (A),\n0.6,2.0E-06,\n0.7,4.5E-06,\n', []],
    ['a separator at the end of the heading', 'vg (V),id (A),\r\n0.6,2.0E-06\r\n0.7,4.5E-06\r\n', []],
  ])('read %s', (_what, text, notes) => {
    const dataset = csv(text);
    expect(columnOf(dataset, 'vg')).toEqual([0.6, 0.7]);
    expect(columnOf(dataset, 'id')).toEqual([2e-6, 4.5e-6]);
    expect(dataset.notes?.map(({ message }) => message)).toEqual(notes);
  });

  it('read decimal commas between tabs', () => {
    expect(columnOf(tsv('vg (V)\tid (A)\n0,6\t2,0E-06\n'), 'id')).toEqual([2e-6]);
  });

  it('give the same numbers whichever separators they are written with', () => {
    const values = fc.array(fc.tuple(fc.double({ min: -10, max: 10, noNaN: true }), fc.double({ min: -1, max: 1, noNaN: true })), { minLength: 1, maxLength: 8 });
    fc.assert(fc.property(values, (rows) => {
      const plain = csv(['a (V),b (A)', ...rows.map((row) => row.join(','))].join('\n'));
      const german = csv(['a (V);b (A)', ...rows.map((row) => row.map((value) => String(value).replace('.', ',')).join(';'))].join('\n'));
      expect(columnOf(german, 'b')).toEqual(columnOf(plain, 'b'));
    }));
  });

  it.each([
    ['both decimal signs', 'vg (V);id (A)\n0,6;2.0E-06\n', 'DATASET_NUMBER', 2, /decimal comma and others a decimal point/],
    ['an EasyEXPERT export', 'SetupTitle, Id-Vg\nPrimitiveTest, I/V Sweep\nDataName, Vg, Id\nDataValue, 0.6, 2.0E-06\n', 'DATASET_FORMAT', 1, /EasyEXPERT/],
    ['Keithley curves side by side', 'DrainI(1),DrainV(1),GateV(1),DrainI(2),DrainV(2),GateV(2)\n1e-6,0.1,1,2e-6,0.1,2\n', 'DATASET_FORMAT', 1, /Keithley 4200/],
    ['one Keithley curve', 'DrainI(1),DrainV(1),GateV(1)\n1e-6,0.1,1\n', 'DATASET_FORMAT', 1, /the number of the curve, not a unit/],
  ])('%s are refused by name', (_what, text, code, line, message) => {
    expect(refusalOf(() => csv(text))).toMatchObject({ code, line, message: expect.stringMatching(message) });
  });
});
