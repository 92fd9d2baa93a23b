import { parse } from 'csv-parse/sync';
import { waveforms, type Plot, type Waveforms, type WaveformSource } from '../model.ts';
import { splitNames } from '../text/columns.ts';
import { NumberForm, parseNumber } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';
import { analysisOf } from '../xyce/xyce-table.ts';
import { builders, type ColumnBuilder } from './column-builder.ts';
import { quantityOfName } from './quantities.ts';

/**
 * Reads comma- or semicolon-separated tables: Xyce's `FORMAT=CSV` (header quoted or not, commas inside the brackets of
 * names) and the CSV of Eldo's waveform viewer (complex cells `a±bj` with exponents like `E8`). Lines before the header
 * that begin with `#` are skipped. A `TIME` or `FREQ` that falls, or a changed `STEPNUM`, begins a new plot.
 *
 * The format has no end mark and states no counts. Noticed: a cut within a line and within its line end.
 * Not noticed: whole rows missing, at the end or elsewhere, and changed digits.
 *
 * @throws WaveformError with the line
 */
export function readCsv(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  text.requireLineEnd();
  const separator = separatorOf(text);
  const { header, units, row } = findHeader(text, separator);
  const names = headerNames(text.lines[header]!, separator, text, header + 1);
  const table = new CsvTable(text, names, units === undefined ? [] : text.lines[units]!.split(separator).map((unit) => unit.trim()));
  for (let index = row; index < text.lines.length; index += 1) {
    const line = text.lines[index]!.trim();
    if (line !== '') table.row(line.split(separator), index + 1);
  }
  return waveforms(source.file, 'csv', { plots: table.finish(source.file) });
}

const number = (cell: string): boolean => parseNumber(cell.trim()) !== undefined || complexCell.test(cell.trim());

function separatorOf(text: TextFile): ',' | ';' {
  const row = text.lines.findLast((line) => line.trim() !== '') ?? '';
  return row.includes(';') ? ';' : ',';
}

/**
 * The first line of nothing but numbers begins the table. The line of names before it has as many cells, and perhaps a line
 * of units follows it; lines of other widths before the names are remarks. A line of names or units never holds a number:
 * such a line is a damaged row.
 */
function findHeader(text: TextFile, separator: ',' | ';'): { header: number; units: number | undefined; row: number } {
  const cellsOf = (index: number): string[] => splitNames(text.lines[index]!, separator);
  const row = text.lines.findIndex((line) => line.trim() !== '' && line.replace(/[,;]\s*$/, '').split(separator).every(number));
  if (row < 0) throw text.error('WAVEFORM_TRUNCATED', 'the table has no rows', text.lines.length, { expected: 'at least one row' });
  const width = text.lines[row]!.split(separator).length;
  const before = Array.from({ length: row }, (_, index) => index).filter((index) => !/^\s*(#|$)/.test(text.lines[index]!));
  const [header, units, ...more] = before.filter((index) => cellsOf(index).length === width);
  const strays = before.filter((index) => width === 1 || cellsOf(index).length !== width).some((index) => width === 1 ? index !== before[0] : index > (header ?? 0));
  if (header === undefined || more.length > 0 || strays || [header, units].some((index) => index !== undefined && cellsOf(index).some((cell) => number(cell)))) {
    throw text.error('WAVEFORM_CORRUPTED', `the lines before the first row do not name its ${width} columns`, row + 1, { expected: 'a line of column names' });
  }
  return { header, units, row };
}

function headerNames(line: string, separator: ',' | ';', text: TextFile, number: number): string[] {
  let names: string[];
  if (line.includes('"')) {
    try {
      names = (parse(line, { delimiter: separator, trim: true }) as string[][])[0] ?? [];
    } catch (cause) {
      throw text.error('WAVEFORM_CORRUPTED', 'the quotes of the column names are damaged', number, { cause });
    }
  } else {
    names = splitNames(line, separator);
  }
  if (names.length === 0 || names.slice(0, -1).includes('') || names[0] === '' || names.every((name) => parseNumber(name) !== undefined)) {
    throw text.error('WAVEFORM_CORRUPTED', 'a line of column names must come first', number, { received: line.slice(0, 80) });
  }
  return names;
}

const complexCell = /^([+-]?[\d.]+(?:[eE][+-]?\d+)?)([+-][\d.]+(?:[eE][+-]?\d+)?)[ij]$/i;

class CsvTable {
  readonly #text: TextFile;
  /** A separator after the last column leaves an empty name and an empty cell in every row. */
  readonly #trailing: boolean;
  readonly #names: readonly string[];
  readonly #units: readonly string[];
  readonly #form = new NumberForm();
  readonly #axis: number;
  readonly #step: number;
  readonly #parts: { real: ColumnBuilder[]; imaginary: ColumnBuilder[] }[] = [];
  #complex: boolean[] | undefined;
  #last: number[] | undefined;

  constructor(text: TextFile, names: readonly string[], units: readonly string[]) {
    this.#text = text;
    this.#units = units;
    this.#trailing = names.at(-1) === '';
    this.#names = this.#trailing ? names.slice(0, -1) : names;
    this.#axis = this.#names.findIndex((name) => name === 'TIME' || name === 'FREQ');
    this.#step = this.#names.indexOf('STEPNUM');
  }

  row(raw: readonly string[], line: number): void {
    const cells = raw.map((cell) => cell.trim());
    if (this.#trailing && cells.pop() !== '') throw this.#text.columnCount(cells.length + 1, this.#names.length, line);
    if (cells.length !== this.#names.length) throw this.#text.columnCount(cells.length, this.#names.length, line);
    const values = cells.map((cell, column) => this.#cell(cell, column, line));
    const complex = values.map((value) => value.im !== undefined);
    this.#complex ??= complex;
    if (complex.some((flag, column) => flag !== this.#complex![column])) {
      throw this.#text.error('WAVEFORM_CORRUPTED', 'a column is complex in some rows only', line);
    }
    const last = this.#last;
    const starts = last === undefined
      || (this.#step >= 0 ? values[this.#step]!.re !== last[this.#step] : this.#axis >= 0 && values[this.#axis]!.re < last[this.#axis]!);
    if (starts) this.#parts.push({ real: builders(this.#names.length), imaginary: builders(this.#names.length) });
    const { real, imaginary } = this.#parts.at(-1)!;
    values.forEach((value, column) => {
      real[column]!.push(value.re);
      if (value.im !== undefined) imaginary[column]!.push(value.im);
    });
    this.#last = values.map((value) => value.re);
  }

  finish(file: string): Plot[] {
    if (this.#parts.length === 0) throw this.#text.error('WAVEFORM_TRUNCATED', 'the table has no rows', this.#text.lines.length, { expected: 'at least one row' });
    const complex = this.#complex!;
    return this.#parts.map((part) => ({
      name: file, analysis: analysisOf(this.#names, file),
      variables: this.#names.map((name, column) => ({
        name, quantity: quantityOfName(name), ...(this.#units[column] ? { unit: this.#units[column] } : {}), complex: complex[column]!,
      })),
      independent: this.#axis >= 0 ? [this.#axis] : [],
      outer: this.#step >= 0 ? [{ name: 'STEPNUM', value: part.real[this.#step]!.finish()[0]! }] : [],
      points: part.real[0]!.length,
      real: part.real.map((column) => column.finish()),
      imaginary: part.imaginary.map((column, index) => (complex[index]! ? column.finish() : undefined)),
    }));
  }

  #cell(cell: string, column: number, line: number): { re: number; im: number | undefined } {
    const match = complexCell.exec(cell);
    if (match === null) {
      const value = column === this.#step ? parseNumber(cell) : this.#form.parse(cell);
      if (value === undefined) throw this.#text.notANumber(cell, line);
      return { re: value, im: undefined };
    }
    const re = parseNumber(match[1]!);
    const im = parseNumber(match[2]!);
    if (re === undefined || im === undefined) throw this.#text.notANumber(cell, line);
    return { re, im };
  }
}
