import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { Hdf5Reader } from './hdf5-reader.ts';
import { ParquetReader } from './parquet-reader.ts';

const options = z.strictObject({});

export default definePlugin({
  name: '@evospice/plugin-reader-columnar',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'DatasetReader', name: 'hdf5', summary: 'HDF5 files: columns as datasets of a group, tables of records, data frames of pandas', options, create: () => new Hdf5Reader() }),
    contribute({ point: 'DatasetReader', name: 'parquet', summary: 'Parquet tables', options, create: () => new ParquetReader() }),
  ],
});
