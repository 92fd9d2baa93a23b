import { measuredFile } from '@evospice/readers';
import { registryOf, testDatasetReader } from '@evospice/testkit';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import plugin from './index.ts';

const reader = () => registryOf(plugin).create('DatasetReader', 'easyexpert');
const read = async (text: string) => reader().read(measuredFile('idvd.csv', new TextEncoder().encode(text)));

interface Sweep {
  readonly gates: readonly number[];
  readonly drains: readonly number[];
  readonly tags?: string;
  readonly names?: string;
  readonly current?: (gate: number, drain: number) => number;
}

/** An export as EasyEXPERT writes one of an output characteristic. */
function written({ gates, drains, tags = 'all', names = 'Vd, Vg, Id, Ig', current = (gate, drain) => gate * drain * 1e-5 }: Sweep): string {
  return [
    'SetupTitle, Id-Vd', 'PrimitiveTest, I/V Sweep', 'TestParameter, Channel.UnitType, SMU, SMU, SMU, SMU', 'TestParameter, Channel.Unit, SMU1:HR, SMU2:HR, SMU3:MP, SMU4:MP',
    'TestParameter, Channel.IName, Is, Id, Ig, Ib', 'TestParameter, Channel.VName, Vs, Vd, Vg, Vb', 'TestParameter, Channel.Mode, COMMON, V, V, V', 'TestParameter, Channel.Func, CONST, VAR1, VAR2, CONST',
    'TestParameter, Measurement.Bias.Source, 0, 0, 0, -0.5', `TestParameter, Measurement.Primary.Start, ${drains[0]}`,
    `TestParameter, Measurement.Secondary.Start, ${gates[0]}`, `TestParameter, Measurement.Secondary.Count, ${gates.length}`, `TestParameter, Measurement.Secondary.Step, ${gates.length > 1 ? Number((gates[1]! - gates[0]!).toPrecision(12)) : 0}`,
    'MetaData, TestRecord.RecordTime, 01/01/2021 10:00:00', 'MetaData, Device.ID, nmos3', 'AnalysisSetup, Analysis.Setup.Vector.Graph.Title',
    ...(tags === 'all' ? [`Dimension1, ${names.split(',').map(() => drains.length).join(', ')}`, `Dimension2, ${names.split(',').map(() => gates.length).join(', ')}`] : []),
    `DataName, ${names}`,
    ...gates.flatMap((gate) => drains.map((drain) => `DataValue, ${names.split(', ').map((name) => ({ Vd: drain, Vg: gate, Id: current(gate, drain) })[name] ?? 1e-12).join(', ')}`)),
    '',
  ].join('\n');
}

testDatasetReader('easyexpert', reader, [
  { name: 'an output characteristic with dimensions', blocks: 2, rows: 6, statesLength: true, text: written({ gates: [0.5, 1], drains: [0, 0.5, 1] }) },
  { name: 'without dimensions', blocks: 2, rows: 6, statesLength: false, text: written({ gates: [0.5, 1], drains: [0, 0.5, 1], tags: 'few' }) },
  {
    name: 'a classic test', blocks: 1, rows: 2, statesLength: false,
    text: 'Setup title,Id-Vg\nClassic test name,"I/V Sweep"\nTest date,2025/03/03\nDevice ID,D1\nChannel.UnitType,SMU,SMU\nChannel.IName,Id,Ig\nChannel.VName,Vd,Vg\nChannel.Func,CONST,VAR1\nAutoAnalysis.Marker.Data.StartCondition,\nVg,Id,grad\n0.1,1e-9,1\n0.2,2e-8,2\n',
  },
]);

/** The same export with its table by column. */
function byColumn(sweep: Sweep): string {
  const lines = written(sweep).split('\n').filter((line) => line !== '');
  const at = lines.findIndex((line) => /^(?:Dimension1|DataName)/u.test(line));
  const table = lines.slice(at).map((line) => line.split(', '));
  return [...lines.slice(0, at), ...table[0]!.map((_, column) => table.map((row) => row[column]).join(', ')), ''].join('\n');
}

describe('EasyExpertReader', () => {
  it('reads a table by column as the same table by row', async () => {
    const sweep = { gates: [0.5, 1], drains: [0, 0.5, 1] };
    const [rows, columns] = [await read(written(sweep)), await read(byColumn(sweep))];
    const plain = (blocks: typeof rows.blocks): unknown => blocks.map(({ variables, units, values }) => ({ variables, units, values }));
    expect(plain(columns.blocks)).toEqual(plain(rows.blocks));
  });

  it.each([
    ['by row', 'Dimension1,3,3,1\nDimension2,1,1,1\nData Name,Vg,Id,Vth\nData Unit,V,A,V\nData Value,0,1e-9,0.5\nData Value,1,2e-6,\nData Value,2,5e-6,\n'],
    ['by column', 'Dimension1,Dimension2,Data Name,Data Unit,Data Value,Data Value,Data Value\n3,1,Vg,V,0,1,2\n3,1,Id,A,1e-9,2e-6,5e-6\n1,1,Vth,V,0.5\n'],
  ])('takes what an analysis function found for a fact, %s', async (_, text) => {
    const { header, blocks: [block] } = await read(text);
    expect(header['Vth']).toBe('0.5');
    expect(block).toMatchObject({ columns: ['Vg', 'Id'], values: { Vg: Float64Array.of(0, 1, 2), Id: Float64Array.of(1e-9, 2e-6, 5e-6) } });
  });

  it('knows sweeps, units, constants and facts from the set-up', async () => {
    const dataset = await read(written({ gates: [0.5, 1], drains: [0, 1] }));
    expect(dataset.sweep).toBe('Vd');
    expect(dataset.header).toMatchObject({ SetupTitle: 'Id-Vd', 'Device.ID': 'nmos3' });
    expect(dataset.blocks.map(({ variables }) => variables)).toEqual([{ Vs: 0, Vb: -0.5, Vg: 0.5 }, { Vs: 0, Vb: -0.5, Vg: 1 }]);
    expect(dataset.blocks[0]!.units).toMatchObject({ Vd: 'V', Vg: 'V', Id: 'A', Vb: 'V' });
  });

  it('takes the outer sweep from the set-up where no column holds it', async () => {
    const dataset = await read(written({ gates: [0.5, 0.6, 0.7], drains: [0, 1], names: 'Vd, Id' }));
    expect(dataset.blocks.map(({ variables }) => variables['Vg'])).toEqual([0.5, 0.6, 0.7]);
  });

  it('converts by DataUnit, and leaves open what nothing states', async () => {
    const { blocks: [block] } = await read('SetupTitle, C-V\nDimension1, 2, 2, 2\nDataName, Vbias, Cp, Gp\nDataUnit, V, pF,\nDataValue, 0, 1.5, 2\nDataValue, 1, 2.5, 3\n');
    expect(block).toMatchObject({ units: { Vbias: 'V', Cp: 'F' }, values: { Cp: Float64Array.of(1.5e-12, 2.5e-12), Gp: Float64Array.of(2, 3) } });
    expect(block!.units).not.toHaveProperty('Gp');
  });

  it('reads several records of one file', async () => {
    const { blocks } = await read(written({ gates: [1], drains: [0, 1] }) + written({ gates: [2], drains: [0, 1] }));
    expect(blocks.map(({ variables }) => variables['record'])).toEqual([1, 2]);
  });

  it('reads back every sweep', async () => {
    const grid = fc.record({ start: fc.integer({ min: -20, max: 20 }), gates: fc.integer({ min: 1, max: 4 }), drains: fc.integer({ min: 1, max: 5 }), scale: fc.double({ min: 1e-12, max: 1, noNaN: true }) });
    await fc.assert(fc.asyncProperty(grid, async ({ start, gates: count, drains: points, scale }) => {
      const gates = Array.from({ length: count }, (_, index) => (start + index) / 10);
      const drains = Array.from({ length: points }, (_, index) => index / 4);
      const { blocks } = await read(written({ gates, drains, current: (gate, drain) => scale * (gate + 3 * drain) + 0 }));
      expect(blocks.map(({ variables, values }) => [variables['Vg'], ...values['Id']!])).toEqual(gates.map((gate) => [gate + 0, ...drains.map((drain) => scale * (gate + 3 * drain) + 0)]));
    }), { numRuns: 40 });
  });

  it.each([
    ['a record without data', 'SetupTitle, x\nDataName, Vg, Id\n', 'DATASET_EMPTY'], ['a name twice', 'DataName, Vg, Vg\nDataValue, 1, 2\n', 'DATASET_COLUMNS'],
    ['an unknown unit', 'DataName, Vg, Id\nDataUnit, V, Gauss\nDataValue, 1, 2\n', 'DATASET_UNIT'], ['no names', 'SetupTitle, x\n', 'DATASET_EMPTY'],
  ])('refuses %s', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });
});
