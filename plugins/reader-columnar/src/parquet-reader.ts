import type { Dataset, DatasetReader, MeasuredFile } from '@evospice/contracts';
import { datasetError } from '@evospice/readers';
import { blockOf } from './columns.ts';

const magic = [0x50, 0x41, 0x52, 0x31];

/**
 * Parquet tables: every column of numbers, with the unit that its name ends with (`vg (V)`) where it has one; columns of text are left out with a note.
 * Compressed in any way that the format knows (Snappy, gzip, Brotli, Zstandard, LZ4) or not at all. The first and the last bytes of the format show that a file is whole.
 */
export class ParquetReader implements DatasetReader {
  readonly format = 'parquet';

  recognise({ bytes }: MeasuredFile): number {
    return bytes.length > 8 && magic.every((byte, index) => bytes[index] === byte) ? 1 : 0;
  }

  async read({ bytes, file }: MeasuredFile): Promise<Dataset> {
    if (bytes.length < 12 || !magic.every((byte, index) => bytes[index] === byte && bytes[bytes.length - 4 + index] === byte)) {
      throw datasetError(magic.every((byte, index) => bytes[index] === byte) ? 'DATASET_TRUNCATED' : 'DATASET_FORMAT', { file, line: 1 }, 'this is not a whole Parquet file', {
        received: `${bytes.length} bytes`, expected: 'PAR1 as the first and the last four bytes', remedy: 'copy the file again, or check `format` in task.yaml',
      });
    }
    // Loaded where a file is read, so that no other command waits for it.
    const [{ parquetReadObjects }, { compressors }] = await Promise.all([import('hyparquet'), import('hyparquet-compressors')]);
    let rows: readonly Readonly<Record<string, unknown>>[];
    try {
      rows = await parquetReadObjects({ file: Uint8Array.from(bytes).buffer, compressors });
    } catch (cause) {
      throw datasetError('DATASET_SYNTAX', { file, line: 1 }, `the Parquet file cannot be read: ${(cause as Error).message}`, { received: `${bytes.length} bytes`, expected: 'a table of columns, compressed or not', remedy: 'write it again with compression snappy, or export it as CSV' });
    }
    const names = Object.keys(rows[0] ?? {}).filter((name) => !name.startsWith('__index_level_'));
    const texts = names.filter((name) => rows.some((row) => typeof row[name] === 'string' || (typeof row[name] === 'object' && row[name] !== null)));
    const columns = names.filter((name) => !texts.includes(name)).map((name) => ({ name, values: rows.map((row) => row[name]) }));
    return {
      file, header: {}, blocks: [blockOf(columns, {}, { file, place: 'the table' })],
      notes: texts.length === 0 ? [] : [{ line: 1, message: `columns that are not numbers are left out: ${texts.join(', ')}` }],
    };
  }
}
