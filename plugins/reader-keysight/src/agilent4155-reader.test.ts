import { measuredFile } from '@evospice/readers';
import { registryOf, testDatasetReader } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import plugin from './index.ts';

const reader = () => registryOf(plugin).create('DatasetReader', 'agilent4155');
const read = async (text: string) => reader().read(measuredFile('data.txt', new TextEncoder().encode(text)));
const front = 'USER: lab\nDEVICE: npn\nVAR1: VCE: 0.0 V to 1.0 V in 500.0 mV step\nVAR2: IB: 10.0 uA to 20.0 uA in 10.0 uA step\n';
const rows = [10, 20].flatMap((base, step) => [0, 0.5, 1].map((collector, point) => `${3 * step + point + 1},${collector},${base},${(base * (1 + collector)) / 10}`));
const table = `NO.,VCE,IB,IC\n,V,uA,mA\n${rows.join('\n')}\n`;

testDatasetReader('agilent4155', reader, [
  { name: 'sweeps stated', blocks: 2, rows: 6, statesLength: true, text: front + table },
  { name: 'no sweeps stated, tabs', blocks: 1, rows: 6, statesLength: false, text: table.replaceAll(',', '\t') },
]);

describe('Agilent4155Reader', () => {
  it('divides the rows by the outer sweep and converts units', async () => {
    const dataset = await read(front + table);
    expect(dataset).toMatchObject({ sweep: 'VCE', header: { DEVICE: 'npn' } });
    expect(dataset.blocks.map(({ variables }) => variables['IB'])).toEqual([1e-5, 2e-5]);
    expect(dataset.blocks[1]!.values['IC']![2]).toBeCloseTo(4e-3, 12);
    expect(dataset.blocks[0]!.units).toEqual({ VCE: 'V', IB: 'A', IC: 'A' });
  });

  it.each([
    ['a missing row', (front + table).replace(/^4,.*\n/mu, ''), 'DATASET_TRUNCATED'], ['a table without NO.', 'VCE,IC\n1,2\n', 'DATASET_FORMAT'], ['a step of 0', front.replace('500.0 mV step', '0 mV step') + table, 'DATASET_SWEEP'],
  ])('refuses %s', async (_, text, code) => {
    await expect(read(text)).rejects.toMatchObject({ code });
  });
});
