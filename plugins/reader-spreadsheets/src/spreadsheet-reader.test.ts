import { measuredFile } from '@evospice/readers';
import { registryOf, testDatasetReader, writeXls, writeXlsx } from '@evospice/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import plugin from './index.ts';

const reader = (format: string, sheet?: string) => registryOf(plugin).create('DatasetReader', sheet === undefined ? format : { name: format, options: { sheet } });
const read = async (format: string, bytes: Uint8Array, sheet?: string) => reader(format, sheet).read(measuredFile(`data.${format}`, bytes));

const table = [['Vg (V)', 'Id (uA)'], [0, 1.5], [0.1, 2.25], [0.2, -3]] as const;
const family = [['GateI(1)', 'GateV(1)', 'DrainI(1)', 'DrainV(1)', 'GateI(2)', 'GateV(2)', 'DrainI(2)', 'DrainV(2)'], [1e-12, 1, 0, 0, 1e-12, 2, 0, 0], [1e-12, 1, 1e-6, 0.5, 1e-12, 2, 2e-6, 0.5]] as const;
const settings = [['Test Name', 'vds-id#1@1'], ['Device Terminal', 'Gate', 'Drain'], ['Site', 3]] as const;

testDatasetReader('xlsx', () => reader('xlsx'), [{ name: 'a table', blocks: 1, rows: 3, bytes: () => writeXlsx({ Data: table, Notes: [['made by hand']] }) }], 'folder/data.xlsx');
testDatasetReader('xls', () => reader('xls'), [{ name: 'a table', blocks: 1, rows: 3, bytes: () => writeXls({ Data: table }) }], 'folder/data.xls');
testDatasetReader('keithley4200', () => reader('keithley4200'), [
  { name: 'a workbook', blocks: 2, rows: 4, bytes: () => writeXls({ Data: family, Calc: [], Settings: settings }) },
  { name: 'a CSV file of Clarius', blocks: 2, rows: 4, statesLength: false, text: `${family.map((row) => row.join(',')).join('\n')}\n` },
], 'folder/data.xls');

describe.each([['xlsx', writeXlsx], ['xls', writeXls]] as const)('%s', (format, write) => {
  it('reads units, and lines of the sheet', async () => {
    const { blocks: [block] } = await read(format, write({ S: [[], ['Device', 'A1'], [], ...table] }));
    expect(block).toMatchObject({ units: { Vg: 'V', Id: 'A' }, line: 4, rowLines: Int32Array.of(5, 6, 7), values: { Vg: Float64Array.of(0, 0.1, 0.2) } });
  });

  it('reads back every number to the last digit', async () => {
    const value = fc.double({ min: -1e30, max: 1e30, noNaN: true }).map((each) => (each === 0 ? 0 : each));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 }), async (rows) => {
      const { blocks: [block] } = await read(format, write({ S: [['a (V)', 'b (V)'], ...rows] }));
      expect(Array.from(block!.values['a']!, (each, row) => [each, block!.values['b']![row]])).toEqual(rows);
    }), { numRuns: 25 });
  });

  it('takes the sheet that the options name, and asks for one where several have tables', async () => {
    const bytes = write({ One: table, Two: [['x (V)', 'y (V)'], [1, 2]] });
    expect((await read(format, bytes, 'Two')).blocks[0]!.columns).toEqual(['x', 'y']);
    await expect(read(format, bytes)).rejects.toMatchObject({ code: 'DATASET_FORMAT', received: 'One, Two' });
    await expect(read(format, bytes, 'Three')).rejects.toMatchObject({ code: 'DATASET_FORMAT', received: 'Three' });
  });

  it('refuses text among numbers with its line', async () => {
    await expect(read(format, write({ S: [['a (V)', 'b (V)'], [1, 2], [3, 'x']] }))).rejects.toMatchObject({ code: 'DATASET_NUMBER', line: 3 });
  });
});

describe('xls', () => {
  it('reads small integers, hundredths, rows of numbers, formulas and long shared texts', async () => {
    const long = 'remark '.repeat(2000);
    const bytes = writeXls({ S: [[long, 'ü€'], ['a (V)', 'b (V)', 'c (V)'], [{ rk: 7 }, { hundredth: 125 }, { formula: 0.5 }], [{ rk: -1 }, { hundredth: -1 }, { formula: -2.5 }]] });
    const { blocks: [block], header } = await read('xls', bytes);
    expect([...block!.values['a']!, ...block!.values['b']!, ...block!.values['c']!]).toEqual([7, -1, 1.25, -0.01, 0.5, -2.5]);
    expect(header[long.trim()]).toBe('ü€');
  });
});

describe('keithley4200', () => {
  it('knows units by the names of terminals, curves by their number, and what Settings states', async () => {
    const dataset = await read('keithley4200', writeXls({ Data: family, Calc: [], Settings: settings }));
    expect(dataset.blocks.map(({ variables }) => variables)).toEqual([{ GateV: 1 }, { GateV: 2 }]);
    expect(dataset.blocks[1]).toMatchObject({ units: { DrainI: 'A', DrainV: 'V' }, values: { DrainI: Float64Array.of(0, 2e-6) } });
    expect(dataset.header).toMatchObject({ 'Test Name': 'vds-id#1@1', Site: '3' });
  });

  it('reads one curve with and without its number, and leaves other units open', async () => {
    for (const text of ['GateV,DrainI,Cp_AB\n0,1e-9,1\n1,2e-9,2\n', 'GateV(1),DrainI(1),Cp_AB(1),\n0,1e-9,1,\n1,2e-9,2,\n']) {
      const { blocks: [block] } = await read('keithley4200', new TextEncoder().encode(text));
      expect(block!.units).toEqual({ GateV: 'V', DrainI: 'A' });
      expect([...block!.values['Cp_AB']!]).toEqual([1, 2]);
    }
  });
});
