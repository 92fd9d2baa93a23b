import type { DatasetBlock, DatasetNote } from '@evospice/contracts';
import { datasetError, type DatasetPlace } from '../cells/dataset-error.ts';
import { MarkNotes } from '../cells/numbers.ts';
import { columnGroups, type ColumnGroup } from './column-groups.ts';
import { CurveTable } from './curve-table.ts';
import { biasesIn, readHeading, type Bias, type Heading } from './heading.ts';
import { isData, isNumber, type Row } from './row.ts';

export interface GridSource {
  readonly file: string;
  /** Names of columns that are constant along one curve; a new one begins where one of them changes. */
  readonly blockColumns?: readonly string[];
  /** True where decimals follow a comma. */
  readonly decimalComma?: boolean;
}

export interface ReadGrid {
  readonly heading: Heading;
  readonly blocks: readonly DatasetBlock[];
  /** What lines in front of a heading say, `name, value`. */
  readonly facts: Readonly<Record<string, string>>;
  readonly factLines: Readonly<Record<string, number>>;
  readonly notes: readonly DatasetNote[];
  /** Number of rows with values. */
  readonly rows: number;
  readonly lastLine: number;
}

/** Lines that are not values, and the rows of values below them. */
interface Segment {
  readonly text: Row[];
  readonly data: Row[];
}

/**
 * Reads a table as people and programs export it: facts in front, a heading of one or two lines, rows of values; curves below one another, each
 * with the heading again or with a label such as `Vg = 0.5`, or side by side.
 * @param rows without empty ones and comments
 * @throws EvospiceError `DATASET_*`
 */
export function readGrid(rows: readonly Row[], source: GridSource): ReadGrid {
  const { file, blockColumns = [] } = source;
  const segments = segmentsOf(rows);
  const marks = new MarkNotes();
  const facts: Record<string, string> = {};
  const factLines: Record<string, number> = {};
  const notes: DatasetNote[] = [];
  const tables: CurveTable[] = [];
  let heading: Heading | undefined;
  let count = 0;
  for (const [index, { text, data }] of segments.entries()) {
    if (data.length === 0 && index > 0) throw noRows({ file, line: text.at(-1)?.line ?? 1 }, index);
    const { next, before } = headingOf(text, heading, file);
    if (heading !== undefined && next !== heading) {
      refuseOther(heading, next, file);
      notes.push({ line: next.line, message: 'the heading comes again: another curve begins' });
    }
    heading = next;
    const variables: Record<string, Bias> = {};
    for (const row of before) Object.assign(variables, takeLine(row, facts, factLines));
    const groups = columnGroups(heading, file);
    refuseUnknownColumns(blockColumns, groups, { file, line: heading.line });
    if (data.length === 0) throw noRows({ file, line: text.at(-1)?.line ?? 1 }, index);
    count += data.length;
    const options = { file, marks, decimalComma: source.decimalComma ?? false, blockColumns, line: heading.line, width: heading.columns.length };
    for (const group of groups) {
      const table = new CurveTable(group, { ...variables, ...group.variables }, { ...options, sideBySide: groups.length > 1 });
      for (const row of data) table.add(row);
      tables.push(table);
    }
  }
  if (heading === undefined) {
    throw datasetError('DATASET_EMPTY', { file, line: 1 }, 'the file has no column heading', { expected: 'a line such as `vg (V),id (A)`', remedy: 'check `format` in task.yaml and the file it names' });
  }
  const blocks = tables.flatMap((table) => table.blocks());
  return {
    heading, facts, factLines, rows: count, lastLine: rows.at(-1)!.line, notes: [...notes, ...marks.notes()],
    blocks: tables.length > 1 && blockColumns.length === 0 ? withConstants(blocks) : blocks,
  };
}

function segmentsOf(rows: readonly Row[]): readonly Segment[] {
  const segments: Segment[] = [];
  let width = 0;
  for (const row of rows) {
    const last = segments.at(-1);
    const inBody = last !== undefined && last.data.length > 0;
    if (isData(row) || (inBody && isBrokenRow(row, width))) {
      if (last === undefined) segments.push({ text: [], data: [row] });
      else last.data.push(row);
      width = row.cells.length;
    } else if (inBody || last === undefined) segments.push({ text: [row], data: [] });
    else last.text.push(row);
  }
  return segments;
}

/** A row among values that has text in a cell and numbers in others; a label has none, and a heading has no numbers. */
function isBrokenRow({ cells }: Row, width: number): boolean {
  return cells.length === width && cells.some((cell) => isNumber(cell));
}

function headingOf(text: readonly Row[], known: Heading | undefined, file: string): { readonly next: Heading; readonly before: readonly Row[] } {
  if (known !== undefined && text.every(isLabel)) return { next: known, before: text };
  const first = text[0];
  if (first === undefined) {
    throw datasetError('DATASET_COLUMNS', { file, line: 1 }, 'the table has no heading', {
      expected: 'a line such as `vg (V),id (A)` above the values', remedy: 'write the names of the columns with their units as the first line',
    });
  }
  // The label of the first curve may be below the heading, where those of the others are between the rows.
  const labelled = text.length - text.findLastIndex((row) => !isLabel(row) || row.cells.length > 1) - 1;
  const labels = labelled === text.length ? [] : text.slice(text.length - labelled);
  const { heading: next, before: above } = readHeading(labels.length === 0 ? text : text.slice(0, -labels.length), file);
  const before = [...above, ...labels];
  const numbered = next.columns.find(({ name }) => isNumber(name));
  if (numbered !== undefined) {
    throw datasetError('DATASET_COLUMNS', { file, line: next.line }, `the heading has the number ${numbered.name} where the name of a column should be`, {
      received: next.columns.map(({ name }) => name).join(', '), expected: 'names; a bias of one column as `Vg = 0.5`', remedy: 'write what the number is in front of it',
    });
  }
  return { next, before };
}

/** Whether a row says nothing but biases. */
function isLabel({ cells }: Row): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return filled.length > 0 && filled.every((cell) => { const { at, rest } = biasesIn(cell); return rest === '' && Object.keys(at).length > 0; });
}

/** Biases of a label; a line with a name and a value is a fact of the whole file. */
function takeLine({ cells, line }: Row, facts: Record<string, string>, factLines: Record<string, number>): Readonly<Record<string, Bias>> {
  const filled = cells.filter((cell) => cell !== '');
  const text = filled.join(', ');
  const { at, rest } = biasesIn(text);
  if (rest === '' && Object.keys(at).length > 0) return at;
  const [, name, value] = filled.length === 2 ? ['', filled[0]!.replace(/\s*[:=]$/u, ''), filled[1]!] : /^([^:=]+?)\s*[:=]\s*(.+)$/u.exec(text) ?? [];
  if (name !== undefined && value !== undefined) {
    facts[name] = value;
    factLines[name] = line;
  }
  return {};
}

function refuseOther(first: Heading, next: Heading, file: string): void {
  const names = ({ columns }: Heading): string => columns.map(({ name, unit }) => (unit === undefined ? name : `${name} (${unit.base})`)).join(', ');
  if (names(first) === names(next)) return;
  throw datasetError('DATASET_SYNTAX', { file, line: next.line }, 'a second table with other columns is in the file', {
    received: names(next), expected: `one table, or the heading again: ${names(first)}`, remedy: 'put the tables in files of their own',
  });
}

function refuseUnknownColumns(wanted: readonly string[], groups: readonly ColumnGroup[], place: DatasetPlace): void {
  for (const name of wanted) {
    if (groups.every(({ columns }) => columns.some((column) => column.name === name))) continue;
    throw datasetError('DATASET_COLUMNS', place, `a comment names the column "${name}", which does not exist`, {
      received: name, expected: `one of ${(groups[0]?.columns ?? []).map((column) => column.name).join(', ')}`, remedy: 'correct the comment or the heading',
    });
  }
}

function noRows(place: DatasetPlace, segment: number): Error {
  return datasetError('DATASET_EMPTY', place, segment === 0 ? 'the table has no rows' : 'text without values below it is at the end of the table', {
    received: 0, expected: 'at least one row of numbers below every heading', remedy: segment === 0 ? 'measure the sweep again, or copy the file again' : 'put # in front of it, or take it away',
  });
}

/** Columns that stay constant along each curve and differ between curves tell the curves apart, as their labels do. */
function withConstants(blocks: readonly DatasetBlock[]): readonly DatasetBlock[] {
  const constant = (block: DatasetBlock, name: string): boolean => block.values[name]?.every((value) => value === block.values[name]![0]) ?? false;
  const names = (blocks[0]?.columns ?? []).filter((name) =>
    blocks.every((block) => block.rowLines.length > 1 && constant(block, name)) && new Set(blocks.map((block) => block.values[name]![0])).size > 1);
  return names.length === 0 ? blocks : blocks.map((block) => ({ ...block, variables: { ...Object.fromEntries(names.map((name) => [name, block.values[name]![0]!])), ...block.variables } }));
}
