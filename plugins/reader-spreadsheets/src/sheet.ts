import type { Row } from '@evospice/readers';
import { datasetError } from '@evospice/readers';

/** A cell as text: numbers with all their digits, `#N/A` for an error value. */
export interface Sheet {
  readonly name: string;
  /** Rows with something in them. */
  readonly rows: readonly Row[];
}

/** Makes rows of one width, without empty ones; columns that are empty everywhere at the end are left out. */
export function rowsOf(cells: readonly (readonly string[])[]): readonly Row[] {
  const width = Math.max(0, ...cells.map((row) => row.findLastIndex((cell) => cell !== '') + 1));
  return cells
    .map((row, index): Row => ({ cells: Array.from({ length: width }, (_, column) => row[column] ?? ''), line: index + 1 }))
    .filter((row) => row.cells.some((cell) => cell !== ''));
}

/** The sheet of this name, or the only one with a table of numbers. @throws EvospiceError `DATASET_FORMAT`, `DATASET_EMPTY` */
export function sheetNamed(sheets: readonly Sheet[], name: string | undefined, file: string): Sheet {
  const tables = sheets.filter(({ rows }) => rows.some(({ cells }) => cells.filter((cell) => cell !== '' && Number.isFinite(Number(cell))).length > 1));
  const names = sheets.map((sheet) => sheet.name).join(', ');
  if (name !== undefined) {
    const found = sheets.find((sheet) => sheet.name === name);
    if (found !== undefined) return found;
    throw datasetError('DATASET_FORMAT', { file, line: 1 }, `the workbook has no sheet ${name}`, { received: name, expected: `one of ${names}`, remedy: 'correct `sheet` in the options of the format' });
  }
  const [only] = tables;
  if (only === undefined) throw datasetError('DATASET_EMPTY', { file, line: 1 }, 'no sheet of the workbook has a table of numbers', { received: names, expected: 'a heading, and rows of numbers below it', remedy: 'check that this is the right file' });
  if (tables.length === 1) return only;
  throw datasetError('DATASET_FORMAT', { file, line: 1 }, `${tables.length} sheets of the workbook have tables`, {
    received: tables.map((sheet) => sheet.name).join(', '), expected: 'one of them', remedy: `name it: \`format: { name: xlsx, options: { sheet: ${only.name} } }\``,
  });
}
