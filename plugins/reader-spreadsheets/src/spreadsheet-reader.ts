import type { Dataset, DatasetReader, MeasuredFile } from '@evospice/contracts';
import { readGrid } from '@evospice/readers';
import { sheetNamed, type Sheet } from './sheet.ts';
import { isXls, readXls } from './xls/read-xls.ts';
import { isXlsx, readXlsx } from './xlsx.ts';

/**
 * Workbooks of spreadsheet programs: the table of one sheet, which is read as a table of text is (headings, units, curves side by side and
 * below one another). Lines are those of the sheet. Cells are read as they are stored, not as they are shown; a formula is what it was last computed to.
 */
export class SpreadsheetReader implements DatasetReader {
  readonly format: 'xlsx' | 'xls';
  readonly #sheet: string | undefined;

  /** @param sheet name of the sheet with the table; the only one with a table when left out */
  constructor(format: 'xlsx' | 'xls', sheet?: string) {
    this.format = format;
    this.#sheet = sheet;
  }

  recognise({ bytes }: MeasuredFile): number {
    return this.format === 'xlsx' ? (isXlsx(bytes) ? 0.9 : 0) : isXls(bytes) ? 0.7 : 0;
  }

  async read({ bytes, file }: MeasuredFile): Promise<Dataset> {
    const sheets: readonly Sheet[] = this.format === 'xlsx' ? await readXlsx(bytes, file) : await readXls(bytes, file);
    const { rows } = sheetNamed(sheets, this.#sheet, file);
    const { blocks, facts, factLines, notes } = readGrid(rows, { file });
    return { file, header: facts, headerLines: factLines, blocks, notes };
  }
}
