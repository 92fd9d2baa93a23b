import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { PypsucurvetraceReader } from './bench/pypsucurvetrace-reader.ts';
import { MdmReader } from './iccap/mdm-reader.ts';
import { BlankReader } from './tables/blank-reader.ts';
import { DelimitedReader } from './tables/csv-reader.ts';

const noOptions = z.strictObject({});

/** Readers of formats that need no library: tables of text, IC-CAP, a bench curve tracer. */
export const readersPlugin = definePlugin({
  name: '@evospice/readers',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'DatasetReader', name: 'mdm', summary: 'IC-CAP data manager files', options: noOptions, create: () => new MdmReader() }),
    contribute({ point: 'DatasetReader', name: 'csv', summary: 'Tables with commas or semicolons', options: noOptions, create: () => new DelimitedReader('csv', ',') }),
    contribute({ point: 'DatasetReader', name: 'tsv', summary: 'Tables with tabs', options: noOptions, create: () => new DelimitedReader('tsv', '\t') }),
    contribute({ point: 'DatasetReader', name: 'txt', summary: 'Tables with blanks', options: noOptions, create: () => new BlankReader() }),
    contribute({ point: 'DatasetReader', name: 'pypsucurvetrace', summary: 'Tables of the bench curve tracer pypsucurvetrace', options: noOptions, create: () => new PypsucurvetraceReader() }),
  ],
});
