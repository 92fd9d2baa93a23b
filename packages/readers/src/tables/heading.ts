import { datasetError, type DatasetPlace } from '../cells/dataset-error.ts';
import { inBaseUnit, readUnit, unitExamples, type ReadUnit } from '../cells/units.ts';
import type { Row } from './row.ts';

/** A bias that a label states, in the unit without prefix; undefined where it states no unit. */
export interface Bias {
  readonly value: number;
  readonly unit?: string;
}

/** What a heading says of one column. */
export interface Column {
  readonly name: string;
  /** Undefined where the heading says nothing. */
  readonly unit?: ReadUnit;
  /** Biases that hold for the column alone, such as those of `Id (A) @ Vg = 0.5 V`. */
  readonly at: Readonly<Record<string, Bias>>;
}

export interface Heading {
  readonly columns: readonly Column[];
  readonly line: number;
}

const bias = /(?:[@(,;]|\bat\b|\bfor\b|^|\s)\s*([A-Za-z]\w*)\s*=\s*([+-]?(?:\d+[.,]?\d*|[.,]\d+)(?:[eE][+-]?\d+)?)\s*([a-zµμ]?[VAC])?\s*(?=[),;\s]|$)\)?/gu;

/** Biases in a label such as `Vg = 0.5 V, Vb=-1`, and what is left of it. */
export function biasesIn(text: string): { readonly at: Readonly<Record<string, Bias>>; readonly rest: string } {
  const at: Record<string, Bias> = {};
  const rest = text.replace(bias, (whole, name: string, value: string, unit: string | undefined) => {
    const known = unit === undefined ? undefined : readUnit(unit);
    if (unit !== undefined && known === undefined) return whole;
    at[name] = { value: inBaseUnit(Number(value.replace(',', '.')), known ?? { factor: 1 }), ...(known === undefined ? {} : { unit: known.base }) };
    return '';
  });
  return { at, rest: rest.replace(/[@,;]\s*$/u, '').trim() };
}

/** `vg (V)`, `vg [V]`, and `vg/V` with a unit that is known. */
function nameAndUnit(cell: string): { readonly name: string; readonly unit: string } | undefined {
  const bracketed = /^(.*?)\s*[([]\s*([^()[\]]*?)\s*[)\]]$/u.exec(cell);
  const [, name, unit] = bracketed ?? /^([^/]+?)\s*\/\s*([^/\d]+)$/u.exec(cell) ?? [];
  if (name === undefined || unit === undefined || (bracketed === null && readUnit(unit) === undefined)) return undefined;
  return { name: name.trim(), unit };
}

const bare = (cell: string): string => cell.replace(/^[([]\s*(.*?)\s*[)\]]$/u, '$1');
const isUnit = (cell: string): boolean => cell === '' || (Number.isNaN(Number(cell)) && readUnit(bare(cell)) !== undefined);

/**
 * Reads the lines above a table, of which the last ones are its heading: names with units, or names above units; above them labels of
 * columns, which may say at which biases they were measured.
 * @param rows in order, at least one
 * @returns the heading, and the rows in front of it
 * @throws EvospiceError `DATASET_UNIT`, `DATASET_COLUMNS`
 */
export function readHeading(rows: readonly Row[], file: string): { readonly heading: Heading; readonly before: readonly Row[] } {
  const last = rows.at(-1)!;
  const above = rows.at(-2);
  const units = above !== undefined && above.cells.length >= last.cells.length && last.cells.every(isUnit) && last.cells.some((cell) => cell !== '') ? last : undefined;
  const named = units === undefined ? last : above!;
  const before = rows.slice(0, units === undefined ? -1 : -2);
  const label = before.at(-1);
  const labels = label !== undefined && labelsColumns(label, named) ? label : undefined;
  const ofLabel = spread(labels?.cells ?? []);
  const columns = named.cells.map((cell, index): Column => {
    const { at, rest } = biasesIn(cell.trim());
    const split = nameAndUnit(rest);
    const unit = split?.unit ?? (units?.cells[index] === undefined || units.cells[index] === '' ? undefined : bare(units.cells[index]));
    return {
      name: split?.name ?? rest,
      ...(unit === undefined ? {} : { unit: knownUnit(unit, split?.name ?? rest, { file, line: units?.line ?? named.line }) }),
      at: { ...biasesIn(ofLabel[index] ?? '').at, ...at },
    };
  });
  // A column whose heading is nothing but its biases holds what was measured; what that is only the task knows.
  const complete = columns.map((column) => (column.name === '' && Object.keys(column.at).length > 0 ? { ...column, name: 'value' } : column));
  const nameless = complete.findIndex(({ name }) => name === '');
  if (nameless >= 0) {
    throw datasetError('DATASET_COLUMNS', { file, line: named.line }, `column ${nameless + 1} has no name`, { received: named.cells.join(', '), expected: 'a name for every column', remedy: 'correct the heading' });
  }
  return { heading: { columns: complete, line: named.line }, before: labels === undefined ? before : before.slice(0, -1) };
}

/** A row over a heading whose cells say at which biases the columns below them were measured. */
function labelsColumns({ cells }: Row, below: Row): boolean {
  const filled = cells.filter((cell) => cell !== '');
  return cells.length > 1 && cells.length <= below.cells.length && filled.length > 1 && filled.some((cell) => Object.keys(biasesIn(cell).at).length > 0);
}

/** A cell over several columns is written above the first of them. */
function spread(cells: readonly string[]): readonly string[] {
  let last = '';
  return cells.map((cell) => {
    if (cell !== '') last = cell;
    return last;
  });
}

function knownUnit(text: string, name: string, place: DatasetPlace): ReadUnit {
  const unit = readUnit(text);
  if (unit !== undefined) return unit;
  throw datasetError('DATASET_UNIT', place, `column ${name} has the unknown unit "${text}"`, {
    received: text, expected: unitExamples, remedy: 'write the unit as it is shown under "expected"',
  });
}
