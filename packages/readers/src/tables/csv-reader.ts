import { counted, EvospiceError, type Dataset, type DatasetReader, type MeasuredFile } from '@evospice/contracts';
import { CsvError, parse } from 'csv-parse/sync';
import { datasetError } from '../cells/dataset-error.ts';
import { refuseKnownExport } from './known-exports.ts';
import { readGrid } from './read-grid.ts';
import { isData, type Row } from './row.ts';
import { tableForm } from './table-form.ts';

/** Characters of a file that are looked at to recognise it. */
const beginning = 65_536;

/**
 * Tables of text, one measured point per row (`csv` with commas, `tsv` with tabs; cells may be quoted).
 *
 * - Lines that start with `#` are comments. `# key: value` goes to the header, and three keys mean something:
 *   `# sweep: vg` names the innermost sweep, `# block: vd, vb` names columns that stay constant along one curve (a new block
 *   starts where one of them changes), and `# rows: 120` states how many rows follow, so that a cut file is noticed.
 * - A heading may be a comment: the last line that starts with `#` before the first row, where it has as many cells as the row.
 * - Semicolons, decimal commas, a first line `sep=;` and a delimiter at the end of every line are read, as spreadsheets write them.
 * - The line above the values names the columns with their unit, `vg (V),id (uA)`, `vg [V]` or `vg/V`; or it has the units, and the line
 *   above it the names; or cells have units of their own, `2.5 mA`. Where none does, only the task can know the unit. `(1)` says that a column has no dimension.
 * - Lines in front of it are facts (`Device,A1`) or labels. Curves may be below one another, with the heading again or a label such as
 *   `Vg = 0.5` between them, or side by side, with names that come again or biases in the heading: {@link readGrid}.
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

  recognise({ file, text: content }: MeasuredFile): number {
    try {
      const head = content.length > beginning ? content.slice(0, content.lastIndexOf('\n', beginning) + 1) : content;
      refuseKnownExport(head, file);
      const { text, delimiter } = tableForm(head, this.#delimiter, file);
      if ((delimiter === '\t') !== (this.#delimiter === '\t')) return 0;
      const rows = readRows(text, delimiter, file);
      const values = rows.filter((row) => isData(row) && row.cells.length > 1);
      return values.length === 0 ? 0 : 0.6;
    } catch (error) {
      if (EvospiceError.is(error)) return 0;
      throw error;
    }
  }

  read({ file, text: content }: MeasuredFile): Dataset {
    refuseKnownExport(content, file);
    const { text, delimiter, decimalComma, notes } = tableForm(content, this.#delimiter, file);
    const comments = readComments(text);
    const { rows, counted: counting } = withoutCountingColumn(withoutEmptyLastColumn(withCommentedHeading(readRows(text, delimiter, file), text, delimiter)));
    const stated = (key: string): string[] => (comments.header[key] ?? '').split(',').map((name) => name.trim()).filter((name) => name !== '');
    const grid = readGrid(rows, { file, decimalComma, blockColumns: stated('block') });
    checkRowCount(comments.header['rows'], grid, file);
    const [sweep] = stated('sweep');
    const { columns, line } = grid.heading;
    if (sweep !== undefined && !columns.some(({ name }) => name === sweep)) {
      throw datasetError('DATASET_COLUMNS', { file, line }, `a comment names the column "${sweep}", which does not exist`, {
        received: sweep, expected: `one of ${columns.map(({ name }) => name).join(', ')}`, remedy: 'correct the comment or the heading',
      });
    }
    return {
      file,
      ...(sweep === undefined ? {} : { sweep }),
      header: { ...grid.facts, ...comments.header },
      headerLines: { ...grid.factLines, ...comments.headerLines },
      blocks: grid.blocks,
      notes: [...notes, ...(counting === undefined ? [] : [{ line: counting, message: 'the first column has no name and counts the rows: it is left out' }]), ...grid.notes],
    };
  }
}

/** Rows of cells separated by one character, without comments and empty lines. @throws EvospiceError `DATASET_SYNTAX` */
export function readRows(text: string, delimiter: string, file: string): Row[] {
  try {
    const records = parse(text, {
      comment: '#', comment_no_infix: true, delimiter, info: true, relax_column_count: true, skip_empty_lines: true, trim: true,
    }) as unknown as { record: string[]; info: { lines: number } }[];
    return records.map(({ record, info }) => ({ cells: record, line: info.lines })).filter(({ cells }) => cells.some((cell) => cell !== ''));
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
  if (first === undefined || !isData(first)) return rows;
  const lines = text.split(/\r\n|\n|\r/u).slice(0, first.line - 1);
  const index = lines.findLastIndex((line) => /^#\s*\S/u.test(line));
  const cells = (lines[index] ?? '').replace(/^#\s*/u, '').split(delimiter).map((cell) => cell.trim().replace(/^"(.*)"$/u, '$1'));
  return index < 0 || cells.length !== first.cells.length || cells.every((cell) => !/[([]/u.test(cell)) ? rows : [{ cells, line: index + 1 }, ...rows];
}

/** Without a column that has no name and no values: what a delimiter at the end of every line makes. */
function withoutEmptyLastColumn(rows: readonly Row[]): readonly Row[] {
  const width = Math.max(0, ...rows.map(({ cells }) => cells.length));
  const empty = width > 1 && rows.every(({ cells }) => cells.length < width || cells.at(-1) === '');
  return empty ? rows.map(({ cells, line }) => ({ cells: cells.slice(0, width - 1), line })) : rows;
}

/** Without the nameless first column that data frames write in front of a table, which counts its rows from 0 or 1. */
function withoutCountingColumn(rows: readonly Row[]): { readonly rows: readonly Row[]; readonly counted?: number } {
  const at = rows.findIndex(isData);
  const heading = rows[at - 1];
  const first = Number(rows[at]?.cells[0]);
  const counts = rows.slice(at).every(({ cells }, index) => cells[0] === String(first + index));
  if (heading === undefined || heading.cells[0] !== '' || heading.cells.length < 3 || rows.length - at < 2 || ![0, 1].includes(first) || !counts) return { rows };
  return { rows: rows.map(({ cells, line }) => ({ cells: cells.slice(1), line })), counted: heading.line };
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

function checkRowCount(stated: string | undefined, { rows, lastLine }: { readonly rows: number; readonly lastLine: number }, file: string): void {
  if (stated === undefined || Number(stated) === rows) return;
  const short = rows < Number(stated);
  throw datasetError(short ? 'DATASET_TRUNCATED' : 'DATASET_SYNTAX', { file, line: lastLine }, `the table has ${counted(rows, 'row')}`, {
    received: rows, expected: `${counted(Number(stated), 'row')}, as its comment \`# rows: ${stated}\` says`, remedy: short ? 'the file is truncated: copy it again from where it was measured' : 'correct the comment',
  });
}
