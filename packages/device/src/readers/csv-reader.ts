import { counted, type Dataset, type DatasetBlock, type DatasetReader } from '@evospice/contracts';
import { CsvError, parse } from 'csv-parse/sync';
import { datasetError, type DatasetPlace } from './dataset-error.ts';
import { refuseKnownExport } from './known-exports.ts';
import { ColumnCollector, MarkNotes } from './numbers.ts';
import { tableForm } from './table-form.ts';
import { readUnit, unitExamples, type ReadUnit } from './units.ts';

interface Row {
  readonly cells: readonly string[];
  readonly line: number;
}

interface Column extends ReadUnit {
  readonly name: string;
}

/**
 * Tables of text, one measured point per row (`csv` with commas, `tsv` with tabs; cells may be quoted).
 *
 * - Lines that start with `#` are comments. `# key: value` goes to the header, and three keys mean something:
 *   `# sweep: vg` names the innermost sweep, `# block: vd, vb` names columns that stay constant along one curve (a new block
 *   starts where one of them changes), and `# rows: 120` states how many rows follow, so that a cut file is noticed.
 * - A heading may be a comment: the last line that starts with `#` before the first row, where it has as many cells as the row.
 * - Semicolons, decimal commas, a first line `sep=;` and a delimiter at the end of every line are read, as spreadsheets write them.
 * - The first other line names the columns with their unit, `vg (V),id (uA)`, `vg [V]` or `vg/V`; or it has names alone and the
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
    refuseKnownExport(content, file);
    const { text, delimiter, decimalComma, notes } = tableForm(content, this.#delimiter, file);
    const { header, headerLines } = readComments(text);
    const rows = withoutEmptyLastColumn(withCommentedHeading(readRows(text, delimiter, file), text, delimiter));
    refuseStrayHeading(rows, file);
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
    const marks = new MarkNotes();
    const number = decimalComma ? (cell: string): string => cell.replace(',', '.') : (cell: string): string => cell;
    const blocks = readBlocks(data, { columns, blockColumns, line, file, marks, number });
    return { file, ...(header['sweep'] === undefined ? {} : { sweep: header['sweep'] }), header, headerLines, blocks, notes: [...notes, ...marks.notes()] };
  }
}

function readRows(text: string, delimiter: string, file: string): Row[] {
  try {
    const records = parse(text, {
      comment: '#', comment_no_infix: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines }));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error['lines'] === 'number' ? error['lines'] : 1;
    throw datasetError('DATASET_SYNTAX', { file, line }, error.message, {
      expected: `cells separated by ${delimiter === '\t' ? 'tabs' : `"${delimiter}"`}`, remedy: 'close the quotation marks, or copy the file again',
    });
  }
}

/** The rows with the heading that is in a comment, where the table begins with numbers. */
function withCommentedHeading(rows: readonly Row[], text: string, delimiter: string): readonly Row[] {
  const first = rows[0];
  if (first === undefined || !first.cells.every((cell) => cell !== '' && Number.isFinite(Number(cell.replace(',', '.'))))) return rows;
  const lines = text.split(/\r\n|\n|\r/u).slice(0, first.line - 1);
  const index = lines.findLastIndex((line) => /^#\s*\S/u.test(line));
  const cells = (lines[index] ?? '').replace(/^#\s*/u, '').split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
  return index < 0 || cells.length !== first.cells.length || cells.every((cell) => !/[([]/u.test(cell)) ? rows : [{ cells, line: index + 1 }, ...rows];
}

/** Without a column that has no name and no values: what a delimiter at the end of every line makes. */
function withoutEmptyLastColumn(rows: readonly Row[]): readonly Row[] {
  const width = rows[0]?.cells.length ?? 0;
  const empty = width > 1 && rows.every(({ cells }) => cells.length < width || (cells.length === width && cells.at(-1) === ''));
  return empty ? rows.map(({ cells, line }) => ({ cells: cells.slice(0, width - 1), line })) : rows;
}

function readComments(text: string): { readonly header: Record<string, string>; readonly headerLines: Record<string, number> } {
  const header: Record<string, string> = {};
  const headerLines: Record<string, number> = {};
  for (const [index, line] of text.split(/\r\n|\n|\r/u).entries()) {
    for (const [key, value] of statementsIn(line)) {
      header[key] = value;
      headerLines[key] = index + 1;
    }
  }
  return { header, headerLines };
}

/** `# key: value` or `# key = value`, or several such as `# W=10u L=0.5u`. */
function statementsIn(comment: string): readonly (readonly [string, string])[] {
  const [, key, value] = /^#\s*([\w .-]+?)\s*[:=]\s*(.*?)\s*$/u.exec(comment) ?? [];
  if (key === undefined || value === undefined) return [];
  const several = [...comment.matchAll(/([A-Za-z]\w*)\s*=\s*([^\s,;=]+)/gu)];
  return several.length > 1 ? several.map(([, name, text]) => [name!, text!] as const) : [[key, value]];
}

function readHeading(rows: readonly Row[], file: string): { columns: readonly Column[]; line: number; data: readonly Row[] } {
  const heading = rows[0];
  if (heading === undefined) {
    throw datasetError('DATASET_EMPTY', { file, line: 1 }, 'the file has no column heading', { expected: 'a line such as `vg (V),id (A)`', remedy: 'check `format` in task.yaml and the file it names' });
  }
  const place = { file, line: heading.line };
  const split = heading.cells.map(nameAndUnit);
  // A row of numbers is not a row of units, although "1" alone would be one.
  const numbers = rows[1]?.cells.every((cell) => Number.isFinite(Number(cell))) ?? true;
  const unitRow = split.every((each) => each === undefined) && !numbers ? rows[1] : undefined;
  const columns = heading.cells.map((cell, index): Column => {
    const name = split[index]?.name ?? cell.trim();
    if (name === '') throw datasetError('DATASET_COLUMNS', place, `column ${index + 1} has no name`, { received: heading.cells.join(', '), expected: 'one name per column, each once', remedy: 'correct the heading' });
    const unit = split[index]?.unit ?? unitRow?.cells[index]?.replace(/^[([]\s*(.*?)\s*[)\]]$/, '$1');
    return { name, ...unitOf(unit, name, unitRow === undefined ? place : { file, line: unitRow.line }) };
  });
  const repeated = columns.find(({ name }, index) => columns.findIndex((other) => other.name === name) !== index);
  if (repeated !== undefined) {
    throw datasetError('DATASET_COLUMNS', place, `column ${repeated.name} appears twice`, { received: heading.cells.join(', '), expected: 'one name per column, each once', remedy: 'correct the heading' });
  }
  return { columns, line: heading.line, data: rows.slice(unitRow === undefined ? 1 : 2) };
}

/** `vg (V)`, `vg [V]`, and `vg/V` with a unit that is known. */
function nameAndUnit(cell: string): { readonly name: string; readonly unit: string } | undefined {
  const bracketed = /^(.*?)\s*[([]\s*([^()[\]]*?)\s*[)\]]$/u.exec(cell);
  const [, name, unit] = bracketed ?? /^([^/]+?)\s*\/\s*([^/\d]+)$/u.exec(cell) ?? [];
  if (name === undefined || unit === undefined || (bracketed === null && readUnit(unit) === undefined)) return undefined;
  return { name: name.trim(), unit };
}

function unitOf(text: string | undefined, name: string, place: DatasetPlace): ReadUnit {
  const unit = text === undefined ? undefined : readUnit(text);
  if (unit !== undefined) return unit;
  const missing = text === undefined || Number.isFinite(Number(text));
  throw datasetError('DATASET_UNIT', place, missing ? `column ${name} has no unit` : `column ${name} has the unknown unit "${text}"`, {
    received: text, expected: unitExamples, remedy: text?.includes('/') === true ? 'multiply the values with the width or area that they are divided by, and write the unit that they then have' : unitRemedy(name),
  });
}

/** With the unit that a name such as `Id_uA` seems to end with. */
function unitRemedy(name: string): string {
  const [, bare, unit] = /^(.*?)[\s_-]+(\S+)$/u.exec(name) ?? [];
  const example = bare === undefined || unit === undefined || readUnit(unit) === undefined ? `${name} (${/^i[a-z]{0,2}\d*$/iu.test(name) ? 'A' : 'V'})` : `${bare} (${unit})`;
  return `write the unit behind the name, such as \`${example}\`, or in a row of units below the names`;
}

/** Rows among which a heading is looked for. */
const headSearched = 2000;

/** Refuses a heading further down, behind lines that do not begin with #, and a heading among the rows. @throws EvospiceError `DATASET_SYNTAX` */
function refuseStrayHeading(rows: readonly Row[], file: string): void {
  const isHeading = ({ cells }: Row): boolean => cells.length > 1 && cells.map(nameAndUnit).every((cell) => cell !== undefined && cell.name !== '' && readUnit(cell.unit) !== undefined);
  const found = rows.slice(1, headSearched).find(isHeading);
  const [first] = rows;
  if (found === undefined || first === undefined) return;
  if (isHeading(first)) {
    throw datasetError('DATASET_SYNTAX', { file, line: found.line }, 'a second heading is among the rows', {
      received: found.cells.join(', '), expected: 'one table', remedy: 'put the tables in files of their own; or take the heading away and name the column that tells the sweeps apart with `# block:`',
    });
  }
  throw datasetError('DATASET_SYNTAX', { file, line: first.line }, `lines that belong to no table are in front of the heading, which is in line ${found.line}`, {
    received: first.cells.join(', '), expected: 'a heading, or comments that begin with #', remedy: 'put # in front of these lines, or take them away',
  });
}

function checkRowCount(stated: string | undefined, data: readonly Row[], file: string): void {
  if (stated === undefined || Number(stated) === data.length) return;
  const short = data.length < Number(stated);
  throw datasetError(short ? 'DATASET_TRUNCATED' : 'DATASET_SYNTAX', { file, line: data.at(-1)!.line }, `the table has ${counted(data.length, 'row')}`, {
    received: data.length, expected: `${counted(Number(stated), 'row')}, as its comment \`# rows: ${stated}\` says`, remedy: short ? 'the file is truncated: copy it again from where it was measured' : 'correct the comment',
  });
}

interface TableContext {
  readonly columns: readonly Column[];
  readonly blockColumns: readonly string[];
  /** Of the heading. */
  readonly line: number;
  readonly file: string;
  readonly marks: MarkNotes;
  /** A cell with a decimal point. */
  readonly number: (cell: string) => string;
}

function readBlocks(data: readonly Row[], { columns, blockColumns, line: headingLine, file, marks, number }: TableContext): DatasetBlock[] {
  const names = columns.map((column) => column.name);
  const constant = blockColumns.map((name) => names.indexOf(name));
  const tables: { collector: ColumnCollector; key: readonly number[] }[] = [];
  for (const { cells, line } of data) {
    const place = { file, line };
    const collector = new ColumnCollector(names, marks);
    if (cells.length !== columns.length) collector.addText(cells, place);
    const row = cells.map((cell, index) => collector.valueOf(number(cell), names[index]!, place) * columns[index]!.factor);
    const key = constant.map((index) => row[index]!);
    const unknown = key.findIndex(Number.isNaN);
    if (unknown >= 0) {
      throw datasetError('DATASET_NUMBER', place, `column ${blockColumns[unknown]}, which tells the curves apart, holds a mark in place of a value`, {
        received: cells[constant[unknown]!], expected: 'a number in every row', remedy: 'leave the row out of the file',
      });
    }
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
