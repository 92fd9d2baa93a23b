import { counted, type DatasetBlock } from '@evospice/contracts';
import { datasetError, type DatasetPlace } from '../cells/dataset-error.ts';
import { ColumnCollector, type MarkNotes } from '../cells/numbers.ts';
import { inBaseUnit, readUnit, unitExamples } from '../cells/units.ts';
import type { ColumnGroup } from './column-groups.ts';
import type { Bias } from './heading.ts';
import { numberWithUnit, type Row } from './row.ts';

export interface CurveTableOptions {
  readonly file: string;
  readonly marks: MarkNotes;
  readonly decimalComma: boolean;
  readonly blockColumns: readonly string[];
  /** Line of the heading. */
  readonly line: number;
  /** Cells in a row. */
  readonly width: number;
  /** True where the rows hold other curves too, which may be longer. */
  readonly sideBySide: boolean;
}

/** The rows of one group of columns, divided into blocks where a column that tells curves apart changes. */
export class CurveTable {
  readonly #group: ColumnGroup;
  readonly #variables: Readonly<Record<string, Bias>>;
  readonly #options: CurveTableOptions;
  readonly #names: readonly string[];
  /** Base units of columns, by name. */
  readonly #units: Record<string, string>;
  /** Columns without a unit in the heading that have a cell without one. */
  readonly #bare = new Set<string>();
  readonly #parts: { readonly collector: ColumnCollector; readonly key: readonly number[] }[] = [];

  constructor(group: ColumnGroup, variables: Readonly<Record<string, Bias>>, options: CurveTableOptions) {
    this.#group = group;
    this.#variables = variables;
    this.#options = options;
    this.#names = group.columns.map(({ name }) => name);
    this.#units = Object.fromEntries(group.columns.flatMap(({ name, unit }) => (unit === undefined ? [] : [[name, unit.base]])));
  }

  /** @throws EvospiceError `DATASET_COLUMNS`, `DATASET_NUMBER`, `DATASET_UNIT` */
  add({ cells, line }: Row): void {
    const { file, marks, width, sideBySide, blockColumns } = this.#options;
    const place = { file, line };
    if (sideBySide && this.#group.own.every((index) => (cells[index] ?? '') === '')) return;
    if (cells.length !== width) {
      throw datasetError('DATASET_COLUMNS', place, `row has ${counted(cells.length, 'value')}`, {
        received: cells.join(' '), expected: `${counted(width, 'value')}: ${this.#names.join(', ')}`, remedy: 'see whether the file was cut short or a delimiter is missing',
      });
    }
    const collector = new ColumnCollector(this.#names, marks);
    const row = this.#group.columns.map(({ name, index, unit }) => this.#value(collector, cells[index] ?? '', name, unit ?? { factor: 1 }, place));
    const key = blockColumns.map((name) => row[this.#names.indexOf(name)]!);
    const unknown = key.findIndex(Number.isNaN);
    if (unknown >= 0) {
      throw datasetError('DATASET_NUMBER', place, `column ${blockColumns[unknown]}, which tells the curves apart, holds a mark in place of a value`, {
        received: cells.join(' '), expected: 'a number in every row', remedy: 'leave the row out of the file',
      });
    }
    const last = this.#parts.at(-1);
    if (last !== undefined && key.every((value, at) => value === last.key[at])) last.collector.add(row, line);
    else {
      collector.add(row, line);
      this.#parts.push({ collector, key });
    }
  }

  #value(collector: ColumnCollector, cell: string, name: string, heading: { readonly factor: number }, place: DatasetPlace): number {
    const dotted = (text: string): string => (this.#options.decimalComma ? text.replace(',', '.') : text);
    const split = numberWithUnit(cell);
    const stated = this.#group.columns.some((column) => column.name === name && column.unit !== undefined);
    const unit = split === undefined ? undefined : readUnit(split.unit);
    const known = this.#units[name];
    if (unit === undefined) {
      const value = inBaseUnit(collector.valueOf(dotted(cell), name, place), heading);
      if (stated || Number.isNaN(value)) return value;
      this.#bare.add(name);
      if (known === undefined) return value;
    }
    if (unit === undefined || split === undefined || this.#bare.has(name) || (known !== undefined && known !== unit.base)) {
      throw datasetError('DATASET_UNIT', place, `column ${name} is "${cell}", ${unit === undefined ? 'without a unit' : `in ${unit.base}`}, and ${known === undefined ? 'has no unit' : `is in ${known}`} above`, {
        received: cell, expected: `one unit in the whole column: ${unitExamples}`, remedy: 'correct the cell, or write the unit in the heading',
      });
    }
    this.#units[name] = unit.base;
    return inBaseUnit(collector.valueOf(dotted(split.number), name, place), unit);
  }

  /** Empty where no row holds a value of this group. */
  blocks(): readonly DatasetBlock[] {
    const stated = Object.entries(this.#variables);
    const units = { ...Object.fromEntries(stated.flatMap(([name, { unit }]) => (unit === undefined ? [] : [[name, unit]]))), ...this.#units };
    return this.#parts.map(({ collector, key }) => ({
      line: this.#options.line,
      variables: { ...Object.fromEntries(stated.map(([name, { value }]) => [name, value])), ...Object.fromEntries(this.#options.blockColumns.map((name, index) => [name, key[index]!])) },
      columns: this.#names,
      units,
      values: collector.values(),
      rowLines: collector.lines(),
    }));
  }
}
