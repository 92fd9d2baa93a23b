import { datasetError } from '@evospice/readers';
import { rowsOf, type Sheet } from './sheet.ts';

/** A ZIP archive whose list of contents, which is at its end, names a workbook. */
export function isXlsx(bytes: Uint8Array): boolean {
  if (bytes[0] !== 0x50 || bytes[1] !== 0x4b) return false;
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(Math.max(0, bytes.length - 65_536));
  return end.includes('xl/workbook.xml');
}

/** @throws EvospiceError `DATASET_FORMAT`, `DATASET_SYNTAX` */
export async function readXlsx(bytes: Uint8Array, file: string): Promise<readonly Sheet[]> {
  if (!isXlsx(bytes)) {
    throw datasetError('DATASET_FORMAT', { file, line: 1 }, 'this is not a whole .xlsx workbook', { received: `${bytes.length} bytes`, expected: 'a ZIP archive that holds xl/workbook.xml', remedy: 'copy the file again, or check `format` in task.yaml' });
  }
  // Loaded where a workbook is read, so that no other command waits for it.
  const { default: readXlsxFile } = await import('read-excel-file/node');
  try {
    const sheets = await readXlsxFile(Buffer.from(bytes), { parseNumber: String, trim: true });
    return sheets.map(({ sheet, data }) => ({ name: sheet, rows: rowsOf(data.map((row) => row.map(textOf))) }));
  } catch (cause) {
    throw datasetError('DATASET_SYNTAX', { file, line: 1 }, `the workbook cannot be read: ${(cause as Error).message}`, { received: `${bytes.length} bytes`, expected: 'a workbook as spreadsheet programs write it', remedy: 'open it and save it again as .xlsx, or export the table as CSV' });
  }
}

function textOf(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (cell instanceof Date) return Number.isNaN(cell.getTime()) ? '#VALUE!' : cell.toISOString();
  return String(cell).trim();
}
