import type { DatasetReader } from '@evospice/contracts';
import { DelimitedReader } from './csv-reader.ts';
import { MdmReader } from './mdm-reader.ts';
import { PypsucurvetraceReader } from './pypsucurvetrace-reader.ts';

/** One fresh reader of each format that comes with this package. */
export function builtInReaders(): readonly DatasetReader[] {
  return [new MdmReader(), new DelimitedReader('csv', ','), new DelimitedReader('tsv', '\t'), new PypsucurvetraceReader()];
}
