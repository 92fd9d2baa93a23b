import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { measuredText } from '../testing/measured-text.ts';
import { BlankReader } from './blank-reader.ts';
import { DelimitedReader } from './csv-reader.ts';

const read = (text: string) => new BlankReader().read(measuredText(text, { file: 'a.txt' }));
const recognise = (text: string) => new BlankReader().recognise(measuredText(text, { file: 'a.txt' }));
const plain = (text: string) => read(text).blocks.map(({ variables, columns, units, values }) => ({ variables, columns, units, values: columns.map((name) => [...values[name]!]) }));

describe('tables with blanks', () => {
  it.each([
    ['names with units', 'vg (V)   id (A)\n0.0   1e-9\n0.5   2e-6\n'], ['names with units, one blank', 'vg (V) id (A)\n 0.0 1e-9\n 0.5 2e-6\n'],
    ['a heading as a comment', '% vg (V)  id (A)\n0.0  1e-9\n0.5  2e-6\n'], ['units below the names', '  vg    id\n  V     A\n0.0  1e-9\n0.5  2e-6\n'], ['tabs among the blanks', 'vg (V)\t id (A)\n0.0 \t 1e-9\n0.5 \t 2e-6\n'],
  ])('have %s', (_, text) => {
    expect(plain(text)).toEqual([{ variables: {}, columns: ['vg', 'id'], units: { vg: 'V', id: 'A' }, values: [[0, 0.5], [1e-9, 2e-6]] }]);
    expect(recognise(text)).toBe(0.55);
  });

  it('have names with blanks, where more of them are between the names', () => {
    expect(plain('Gate Voltage (V)    Drain Current (uA)\n0   1\n1   2\n')[0]).toMatchObject({ columns: ['Gate Voltage', 'Drain Current'], units: { 'Drain Current': 'A' } });
  });

  it('have facts in front and labels between the curves', () => {
    const text = 'Device: A1\nvd (V)  id (A)\nVg = 0.5 V\n0  1\n1  3\nVg = 1 V\n0  2\n1  4\n';
    expect(plain(text).map(({ variables, values }) => [variables, values[1]])).toEqual([[{ Vg: 0.5 }, [1, 3]], [{ Vg: 1 }, [2, 4]]]);
    expect(read(text).header).toEqual({ Device: 'A1' });
  });

  it('are the same as with tabs', () => {
    const value = fc.double({ min: -10, max: 10, noNaN: true });
    fc.assert(fc.property(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 }), (rows) => {
      const tabs = new DelimitedReader('tsv', '\t').read(measuredText(`a (V)\tb (A)\n${rows.map((row) => row.join('\t')).join('\n')}\n`, { file: 'a.tsv' }));
      expect([...read(`a (V)  b (A)\n${rows.map((row) => row.join('   ')).join('\n')}\n`).blocks[0]!.values['b']!]).toEqual([...tabs.blocks[0]!.values['b']!]);
    }));
  });

  it.each([['commas', 'a (V),b (A)\n0,1\n1,2\n'], ['tabs', 'a (V)\tb (A)\n0\t1\n1\t2\n'], ['prose', 'It was 5 o\'clock.\nAnd 6 later.\n'], ['one column', 'a\n1\n2\n']])('are not %s', (_, text) => expect(recognise(text)).toBe(0));

  it('are refused by line where a cell is missing', () => {
    expect(() => read('a (V) b (A)\n0 1\n1\n2 3\n')).toThrow(expect.objectContaining({ code: 'DATASET_COLUMNS', line: 3 }));
    expect(() => read('nothing here\n')).toThrow(expect.objectContaining({ code: 'DATASET_EMPTY' }));
  });
});

describe('a nameless first column', () => {
  const csv = (text: string) => new DelimitedReader('csv', ',').read(measuredText(text, { file: 'a.csv' }));
  it('that counts the rows is left out, with a note', () => {
    const { blocks: [block], notes } = csv(',vg (V),id (A)\n0,0.5,1e-6\n1,0.6,2e-6\n');
    expect(block!.columns).toEqual(['vg', 'id']);
    expect(notes).toEqual([{ line: 1, message: 'the first column has no name and counts the rows: it is left out' }]);
  });
  it.each([',vg (V),id (A)\n0.1,0.5,1e-6\n0.2,0.6,2e-6\n', ',vg (V),id (A)\n0,0.5,1e-6\n2,0.6,2e-6\n'])('that holds anything else is refused', (text) => {
    expect(() => csv(text)).toThrow(expect.objectContaining({ code: 'DATASET_COLUMNS', message: 'column 1 has no name' }));
  });
});
