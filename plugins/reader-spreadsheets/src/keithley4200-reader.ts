import type { Dataset, DatasetReader, MeasuredFile } from '@evospice/contracts';
import { datasetError, readGrid, readRows, type Row } from '@evospice/readers';
import { sheetNamed, type Sheet } from './sheet.ts';
import { isXls, readXls } from './xls/read-xls.ts';
import { isXlsx, readXlsx } from './xlsx.ts';

/** `DrainI(3)`: the current of the drain in the third curve. */
const numbered = /^(.*?)\((\d+)\)$/u;
/** Names that the 4200 makes of a terminal and what was measured there, in SI units. */
const unitOfName: readonly (readonly [RegExp, string])[] = [[/^[A-Z]\w*I$/u, 'A'], [/^[A-Z]\w*V$/u, 'V'], [/^Time$/u, 's']];

/**
 * Measurements of the Keithley 4200: the workbook (`.xls`, later `.xlsx`) that a project holds, with its sheets Data and Settings, and the
 * CSV of Clarius. `(1)`, `(2)` … behind names count the curves, which are side by side. Columns named for a terminal, such as `DrainI` and `GateV`,
 * are in amperes and volts; the unit of any other column is the task's to state. What the sheet Settings states is in the header.
 */
export class Keithley4200Reader implements DatasetReader {
  readonly format = 'keithley4200';
  readonly #sheet: string | undefined;

  /** @param sheet that holds the table; Data when left out */
  constructor(sheet?: string) {
    this.#sheet = sheet;
  }

  recognise(measured: MeasuredFile): number {
    const { bytes } = measured;
    if (isXls(bytes) || isXlsx(bytes)) {
      const all = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
      return ['Settings', 'Data'].every((name) => all.includes(name) || all.includes(name, 0, 'utf16le')) ? 0.8 : 0;
    }
    const heading = headingOf(measured.text.slice(0, 65_536));
    if (heading === undefined) return 0;
    return heading.some((cell) => numbered.test(cell)) ? 0.95 : 0.7;
  }

  async read(measured: MeasuredFile): Promise<Dataset> {
    const { bytes, file } = measured;
    const workbook = isXls(bytes) || isXlsx(bytes);
    const sheets = isXls(bytes) ? await readXls(bytes, file) : isXlsx(bytes) ? await readXlsx(bytes, file) : [];
    const rows = workbook ? dataOf(sheets, this.#sheet, file) : textRows(measured);
    const { blocks, facts, factLines, notes } = readGrid(withUnits(rows, file), { file });
    const settings = sheets.find(({ name }) => name === 'Settings')?.rows ?? [];
    const stated = settings.flatMap(({ cells, line }) => {
      const [name = '', value = '', ...more] = cells.filter((cell) => cell !== '');
      return name === '' || value === '' || more.length > 0 ? [] : [{ name: name.replace(/[:=]\s*$/u, ''), value, line }];
    });
    return {
      file,
      header: { ...Object.fromEntries(stated.map(({ name, value }) => [name, value])), ...facts },
      headerLines: { ...Object.fromEntries(stated.map(({ name, line }) => [name, line])), ...factLines },
      blocks,
      notes,
    };
  }
}

function dataOf(sheets: readonly Sheet[], name: string | undefined, file: string): readonly Row[] {
  return sheetNamed(sheets, name ?? (sheets.some((sheet) => sheet.name === 'Data') ? 'Data' : undefined), file).rows;
}

const delimiters = [',', '\t', ';'] as const;

/** The first line with a name that the 4200 makes, where it is a heading. */
function headingOf(text: string): readonly string[] | undefined {
  for (const line of text.split(/\r\n|\n|\r/u)) {
    const delimiter = delimiters.find((sign) => line.includes(sign)) ?? ',';
    const cells = line.split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
    if (cells.length > 1 && cells.some((cell) => /^[A-Z]\w*[IV](?:\(\d+\))?$/u.test(cell)) && cells.every((cell) => cell === '' || /^[A-Za-z]\w*(?:\(\d+\))?$/u.test(cell))) return cells;
  }
  return undefined;
}

function textRows({ text, file }: MeasuredFile): readonly Row[] {
  const lines = text.split(/\r\n|\n|\r/u);
  const heading = headingOf(text);
  const at = lines.findIndex((line) => heading !== undefined && headingOf(line) !== undefined);
  const delimiter = delimiters.find((sign) => lines[at]?.includes(sign));
  if (at < 0 || delimiter === undefined) {
    throw datasetError('DATASET_FORMAT', { file, line: 1 }, 'the file has no heading of the Keithley 4200', { received: lines[0]?.slice(0, 80), expected: 'names such as `DrainI(1),DrainV(1),GateV(1)` or `GateV,DrainI`', remedy: 'check `format` in task.yaml; for another table take format csv' });
  }
  const rows = readRows(text, delimiter, file);
  const width = rows.find(({ line }) => line === at + 1)?.cells.length ?? 0;
  const trailing = rows.every(({ cells }) => cells.length < width || cells.at(-1) === '');
  return trailing ? rows.map(({ cells, line }) => ({ cells: cells.length === width ? cells.slice(0, -1) : cells, line })) : rows;
}

/** The heading with the units that its names imply, and without the numbers of the curves, so that names come again. */
function withUnits(rows: readonly Row[], file: string): readonly Row[] {
  const at = rows.findIndex(({ cells }) => headingOf(cells.join(',')) !== undefined);
  if (at < 0) {
    throw datasetError('DATASET_FORMAT', { file, line: 1 }, 'the table has no heading of the Keithley 4200', { received: rows[0]?.cells.join(', '), expected: 'names such as DrainI(1), DrainV(1), GateV(1)', remedy: 'name the sheet with the measurement; for another table take format xls or csv' });
  }
  return rows.map((row, index) => (index !== at ? row : {
    ...row,
    cells: row.cells.map((cell) => {
      const name = numbered.exec(cell)?.[1] ?? cell;
      const unit = unitOfName.find(([pattern]) => pattern.test(name))?.[1];
      return unit === undefined ? name : `${name} (${unit})`;
    }),
  }));
}
