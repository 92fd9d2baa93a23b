import { CONTRACT_VERSION, contribute, definePlugin } from '@evospice/contracts';
import { z } from 'zod';
import { NgspiceDialect } from './cards/ngspice-dialect.ts';
import { DelimitedReader } from './readers/csv-reader.ts';
import { MdmReader } from './readers/mdm-reader.ts';
import { PypsucurvetraceReader } from './readers/pypsucurvetrace-reader.ts';

const noOptions = z.strictObject({});

/** The readers and the card dialect that come with Evospice. */
export const devicePlugin = definePlugin({
  name: '@evospice/device',
  version: '0.1.0',
  contract: CONTRACT_VERSION,
  contributions: [
    contribute({ point: 'DatasetReader', name: 'mdm', summary: 'IC-CAP data manager files', options: noOptions, create: () => new MdmReader() }),
    contribute({ point: 'DatasetReader', name: 'csv', summary: 'Comma-separated tables with units in the heading', options: noOptions, create: () => new DelimitedReader('csv', ',') }),
    contribute({ point: 'DatasetReader', name: 'tsv', summary: 'Tab-separated tables with units in the heading', options: noOptions, create: () => new DelimitedReader('tsv', '\t') }),
    contribute({ point: 'DatasetReader', name: 'pypsucurvetrace', summary: 'Tables of the bench curve tracer pypsucurvetrace', options: noOptions, create: () => new PypsucurvetraceReader() }),
    contribute({ point: 'CardDialect', name: 'ngspice', summary: 'Model cards of ngspice and SPICE3', options: noOptions, create: () => new NgspiceDialect() }),
  ],
});
