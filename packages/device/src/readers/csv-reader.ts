import type { Dataset, DatasetBlock, DatasetReader } from '@evospice/contracts';
import { CsvError, parse } from 'csv-parse/sync';
import { datasetError, type DatasetPlace } from './dataset-error.ts';
import { ColumnCollector, parseNumber } from './numbers.ts';
import { readUnit, unitExamples, type ReadUnit } from './units.ts';

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

interface Column extends ReadUnit {
  readonly name: string;
}

/**
 * Tables of text, one measured point a row (`csv` with commas, `tsv` with tabs; cells may be quoted).
 *
 * - Lines that start with `#` are comments. `# key: value` goes to the header, and three keys mean something:
 *   `# sweep: vg` names the innermost sweep, `# block: vd, vb` names columns that stay constant along one curve (a new block
 *   starts where one of them changes), and `# rows: 120` states how many rows follow, so that a cut file is noticed.
 * - The first other line names the columns with their unit, `vg (V),id (uA)` or `vg [V]`; or it has names alone and the
 *   line after it has the units. A column without a unit is an error; `(1)` says that it has no dimension.
 * - Values are converted to the unit without prefix.
 */
export class DelimitedReader implements DatasetReader {
  readonly format: string;
  readonly #delimiter: string;

  /** @param delimiter one character */
  constructor(format: string, delimiter: string) {
    this.format = format;
    this.#delimiter = delimiter;
  }

  read(content: string, source: { readonly file: string }): Dataset {
    const { file } = source;
    const text = content.replace(/^\uFEFF/, '');
    const header = readComments(text);
    const rows = this.#rows(text, file);
    const { columns, line, data } = readHeading(rows, file);
    const names = columns.map((column) => column.name);
    const stated = (key: string): string[] => (header[key] ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
    const blockColumns = stated('block');
    for (const name of [...blockColumns, ...stated('sweep')]) {
      if (names.includes(name)) continue;
      throw datasetError('DATASET_COLUMNS', { file, line }, `a comment names the column "${name}", which does not exist`, { received: name, expected: `one of ${names.join(', ')}`, remedy: 'correct the comment or the heading' });
    }
    if (data.length === 0) {
      throw datasetError('DATASET_EMPTY', { file, line }, 'the table has no rows', { received: 0, expected: 'at least one row of numbers', remedy: 'measure the sweep again, or copy the file again' });
    }
    checkRowCount(header['rows'], data, file);
    return { file, ...(header['sweep'] === undefined ? {} : { sweep: header['sweep'] }), header, blocks: readBlocks(data, columns, blockColumns, line, file) };
  }

  #rows(text: string, file: string): Row[] {
    try {
      const records = parse(text, {
        comment: '#', comment_no_infix: true, delimiter: this.#delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true,
      }) as unknown as { record: string[]; info: { lines: number } }[];
      return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
    } catch (error) {
      if (!(error instanceof CsvError)) throw error;
      const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
      throw datasetError('DATASET_SYNTAX', { file, line }, error.message, { expected: `cells separated by ${this.#delimiter === '\t' ? 'tabs' : `"${this.#delimiter}"`}`, remedy: 'close the quotation marks, or copy the file again' });
    }
  }
}

function readComments(text: string): Record<string, string> {
  const header: Record<string, string> = {};
  for (const match of text.matchAll(/^#\s*([\w .-]+?)\s*:\s*(.*?)\s*$/gm)) header[match[1]!] = match[2]!;
  return header;
}

function readHeading(rows: readonly Row[], file: string): { columns: readonly Column[]; line: number; data: readonly Row[] } {
  const heading = rows[0];
  if (heading === undefined) {
    throw datasetError('DATASET_EMPTY', { file, line: 1 }, 'the file has no column heading', { expected: 'a line such as `vg (V),id (A)`', remedy: 'check `format` in task.yaml and the file it names' });
  }
  const place = { file, line: heading.line };
  const split = heading.cells.map((cell) => /^(.*?)\s*[([]\s*([^()[\]]*?)\s*[)\]]$/.exec(cell));
  // A row of numbers is no row of units, although "1" alone would be one.
  const numbers = rows[1]?.cells.every((cell) => Number.isFinite(Number(cell))) ?? true;
  const unitRow = split.every((match) => match === null) && !numbers ? rows[1] : undefined;
  const columns = heading.cells.map((cell, index): Column => {
    const name = (split[index]?.[1] ?? cell).trim();
    const unit = split[index]?.[2] ?? unitRow?.cells[index]?.replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1');
    return { name, ...unitOf(unit, name, unitRow === undefined ? place : { file, line: unitRow.line }) };
  });
  const repeated = columns.find(({ name }, index) => name === '' || columns.findIndex((other) => other.name === name) !== index);
  if (repeated !== undefined) {
    throw datasetError('DATASET_COLUMNS', place, repeated.name === '' ? 'a column has no name' : `column ${repeated.name} stands twice`, { received: heading.cells.join(', '), expected: 'one name a column, each once', remedy: 'correct the heading' });
  }
  return { columns, line: heading.line, data: rows.slice(unitRow === undefined ? 1 : 2) };
}

function unitOf(text: string | undefined, name: string, place: DatasetPlace): ReadUnit {
  const unit = text === undefined ? undefined : readUnit(text);
  if (unit !== undefined) return unit;
  const missing = text === undefined || Number.isFinite(Number(text));
  throw datasetError('DATASET_UNIT', place, missing ? `column ${name} has no unit` : `column ${name} has the unknown unit "${text}"`, {
    received: text, expected: unitExamples, remedy: `write the unit behind the name, such as \`${name} (V)\`, or in a row of units below the names`,
  });
}

function checkRowCount(stated: string | undefined, data: readonly Row[], file: string): void {
  if (stated === undefined || Number(stated) === data.length) return;
  const short = data.length < Number(stated);
  throw datasetError(short ? 'DATASET_TRUNCATED' : 'DATASET_SYNTAX', { file, line: data.at(-1)!.line }, `the table has ${data.length} rows`, {
    received: data.length, expected: `${stated} rows, as its comment \`# rows: ${stated}\` says`, remedy: short ? 'the file is truncated: copy it again from where it was measured' : 'correct the comment',
  });
}

function readBlocks(data: readonly Row[], columns: readonly Column[], blockColumns: readonly string[], headingLine: number, file: string): DatasetBlock[] {
  const names = columns.map((column) => column.name);
  const constant = blockColumns.map((name) => names.indexOf(name));
  const tables: { collector: ColumnCollector; key: readonly number[] }[] = [];
  for (const { cells, line } of data) {
    const place = { file, line };
    const collector = new ColumnCollector(names);
    if (cells.length !== columns.length) collector.addText(cells, place);
    const row = cells.map((cell, index) => parseNumber(cell, `column ${names[index]}`, place) * columns[index]!.factor);
    const key = constant.map((index) => row[index]!);
    const last = tables.at(-1);
    if (last !== undefined && key.every((value, index) => value === last.key[index])) last.collector.add(row, line);
    else {
      collector.add(row, line);
      tables.push({ collector, key });
    }
  }
  const units = Object.fromEntries(columns.map(({ name, base }) => [name, base]));
  return tables.map(({ collector, key }) => ({
    line: headingLine,
    variables: Object.fromEntries(blockColumns.map((name, index) => [name, key[index]!])),
    columns: names,
    units,
    values: collector.values(),
    rowLines: collector.lines(),
  }));
}
