import { datasetError, type DatasetPlace } from './dataset-error.ts';

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A decimal number as instruments write it (`1.2e-009` included), -0 read as 0.
 * @throws EvospiceError `DATASET_NUMBER` for anything else, NaN and infinity included.
 */
export function parseNumber(text: string, what: string, place: DatasetPlace): number {
  // Number() is fast and right for every plain decimal; the pattern keeps out what it also takes, such as '' and 0x10.
  const value = Number(text);
  if (Number.isFinite(value) && plain.test(text)) return value === 0 ? 0 : value;
  const nan = /^[+-]?(nan|inf)/i.test(text);
  throw datasetError('DATASET_NUMBER', place, `${what} is ${nan ? text : `"${text}"`}, which is ${nan ? 'not finite' : 'not a number'}`, {
    received: text,
    expected: 'a finite decimal number',
    remedy: nan ? 'leave the row out of the file, or measure it again' : 'correct the number; a file cut short can end in half a number',
  });
}

/** Values of a table collected row by row, then handed out by column. */
export class ColumnCollector {
  readonly #columns: readonly string[];
  readonly #rows: number[][] = [];
  readonly #lines: number[] = [];

  constructor(columns: readonly string[]) {
    this.#columns = columns;
  }

  get rows(): number {
    return this.#rows.length;
  }

  /** @throws EvospiceError `DATASET_COLUMNS`, `DATASET_NUMBER`. */
  addText(fields: readonly string[], place: DatasetPlace): void {
    if (fields.length !== this.#columns.length) {
      throw datasetError('DATASET_COLUMNS', place, `row has ${fields.length} values`, {
        received: fields.join(' '),
        expected: `${this.#columns.length} values: ${this.#columns.join(', ')}`,
        remedy: 'see whether the file was cut short or a delimiter is missing',
      });
    }
    this.add(fields.map((field, index) => parseNumber(field, `column ${this.#columns[index]}`, place)), place.line);
  }

  add(row: number[], line: number): void {
    this.#rows.push(row);
    this.#lines.push(line);
  }

  values(): Record<string, Float64Array> {
    return Object.fromEntries(this.#columns.map((name, column) => [name, Float64Array.from(this.#rows, (row) => row[column]!)]));
  }

  lines(): Int32Array {
    return Int32Array.from(this.#lines);
  }
}
