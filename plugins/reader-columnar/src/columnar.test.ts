import { measuredFile } from '@evospice/readers';
import { registryOf, testDatasetReader } from '@evospice/testkit';
import fc from 'fast-check';
import h5wasm from 'h5wasm/node';
import { parquetWriteBuffer } from 'hyparquet-writer';
import { readFileSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import plugin from './index.ts';

const reader = (format: string) => registryOf(plugin).create('DatasetReader', format);
const read = async (format: string, bytes: Uint8Array) => reader(format).read(measuredFile(`data.${format}`, bytes));

type Columns = Readonly<Record<string, readonly (number | null)[]>>;

function parquet(columns: Columns): Uint8Array {
  return new Uint8Array(parquetWriteBuffer({ columnData: Object.entries(columns).map(([name, data]) => ({ name, data: [...data], type: 'DOUBLE' as const })) }));
}

async function hdf5(write: (file: InstanceType<typeof h5wasm.File>) => void): Promise<Uint8Array> {
  await h5wasm.ready;
  const folder = mkdtempSync(join(tmpdir(), 'evospice-hdf5-'));
  try {
    const file = new h5wasm.File(join(folder, 'a.h5'), 'w');
    write(file);
    file.close();
    return Uint8Array.from(readFileSync(join(folder, 'a.h5')));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const families = () => hdf5((file) => {
  file.create_attribute('operator', 'me');
  for (const [index, drain] of [0.05, 1].entries()) {
    const group = file.create_group(`idvg${index}`);
    group.create_attribute('vd', drain);
    group.create_dataset({ name: 'vg', data: Float64Array.of(0, 0.5, 1) });
    group.create_dataset({ name: 'id', data: Float64Array.of(1, 2, 3 + index) });
    (group.get('vg') as InstanceType<typeof h5wasm.Dataset>).create_attribute('unit', 'V');
    (group.get('id') as InstanceType<typeof h5wasm.Dataset>).create_attribute('unit', 'uA');
  }
});

testDatasetReader('parquet', () => reader('parquet'), [{ name: 'a table', blocks: 1, rows: 3, bytes: () => parquet({ 'vg (V)': [0, 0.5, 1], 'id (uA)': [1, 2, 3] }) }], 'folder/data.parquet');
testDatasetReader('hdf5', () => reader('hdf5'), [{ name: 'groups', blocks: 2, rows: 6, bytes: families }], 'folder/data.h5');

describe('columns', () => {
  it('of Parquet have units behind their names, and missing values', async () => {
    const { blocks: [block] } = await read('parquet', parquet({ 'vg (V)': [0, 0.5], 'id (uA)': [1, null], 'R:S(1,1)': [3, 4] }));
    expect(block).toMatchObject({ units: { vg: 'V', id: 'A' }, columns: ['vg', 'id', 'R:S(1,1)'] });
    expect([...block!.values['id']!]).toEqual([1e-6, Number.NaN]);
  });

  it.each([
    ['GZIP', gzipSync], ['BROTLI', brotliCompressSync], ['ZSTD', zstdCompressSync],
  ] as const)('of Parquet are read where they are compressed with %s', async (codec, compress) => {
    const data = Array.from({ length: 2000 }, (_, row) => row / 8);
    const bytes = parquetWriteBuffer({ columnData: [{ name: 'vg (V)', data, type: 'DOUBLE' }], codec, compressors: { [codec]: (page: Uint8Array) => new Uint8Array(compress(page)) } });
    const { blocks: [block] } = await read('parquet', new Uint8Array(bytes));
    expect([...block!.values['vg']!]).toEqual(data);
  });

  it('of HDF5 have units and constants in attributes', async () => {
    const { blocks, header } = await read('hdf5', await families());
    expect(header).toEqual({ operator: 'me' });
    expect(blocks.map(({ variables }) => variables)).toEqual([{ vd: 0.05 }, { vd: 1 }]);
    expect(blocks[1]).toMatchObject({ units: { vg: 'V', id: 'A' }, values: { vg: Float64Array.of(0, 0.5, 1) } });
    expect(blocks[1]!.values['id']![2]).toBeCloseTo(4e-6, 15);
  });

  it('are read back as they were written', async () => {
    const value = fc.double({ min: -1e300, max: 1e300, noNaN: true }).map((each) => (each === 0 ? 0 : each));
    await fc.assert(fc.asyncProperty(fc.array(fc.tuple(value, value), { minLength: 1, maxLength: 8 }), async (rows) => {
      const [a, b] = [rows.map(([first]) => first), rows.map(([, second]) => second)];
      const files = { parquet: parquet({ a, b }), hdf5: await hdf5((file) => { file.create_dataset({ name: 'a', data: Float64Array.from(a) }); file.create_dataset({ name: 'b', data: Float64Array.from(b) }); }) };
      for (const [format, bytes] of Object.entries(files)) {
        const { blocks: [block] } = await read(format, bytes);
        expect([[...block!.values['a']!], [...block!.values['b']!]], format).toEqual([a, b]);
      }
    }), { numRuns: 15 });
  });

  it.each([
    ['columns of unequal length', (file: InstanceType<typeof h5wasm.File>) => { file.create_dataset({ name: 'a', data: Float64Array.of(1) }); file.create_dataset({ name: 'b', data: Float64Array.of(1, 2) }); }, 'DATASET_COLUMNS'],
    ['no columns', (file: InstanceType<typeof h5wasm.File>) => { file.create_group('empty'); }, 'DATASET_EMPTY'],
    ['an infinite value', (file: InstanceType<typeof h5wasm.File>) => { file.create_dataset({ name: 'a', data: Float64Array.of(1, Infinity) }); }, 'DATASET_NUMBER'],
  ])('are refused: %s', async (_, write, code) => {
    await expect(read('hdf5', await hdf5(write))).rejects.toMatchObject({ code });
  });
});
