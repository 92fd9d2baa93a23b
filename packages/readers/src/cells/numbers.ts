import { counted, type DatasetNote } from '@evospice/contracts';
import { datasetError, type DatasetPlace } from './dataset-error.ts';
import { markIn, type Mark } from './marks.ts';

const plain = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;

/**
 * A decimal number as instruments write it (`1.2e-009` included), -0 read as 0.
 * @throws EvospiceError `DATASET_NUMBER` for anything else, NaN and infinity included.
 */
export function parseNumber(text: string, what: string, place: DatasetPlace): number {
  // Number() is fast and right for every plain decimal; the pattern keeps out what it also takes, such as '' and 0x10.
  const value = Number(text);
  if (Number.isFinite(value) && plain.test(text)) return value === 0 ? 0 : value;
  if (text === '') {
    throw datasetError('DATASET_NUMBER', place, `${what} is empty`, {
      received: text, expected: 'a finite decimal number', remedy: 'leave the row out of the file, or write #N/A where nothing was measured',
    });
  }
  const nan = /^[+-]?(nan|inf)/i.test(text);
  throw datasetError('DATASET_NUMBER', place, `${what} is ${nan ? text : `"${text}"`}, which is ${nan ? 'not finite' : 'not a number'}`, {
    received: text,
    expected: 'a finite decimal number',
    remedy: nan ? 'leave the row out of the file, or measure it again' : 'correct the number; a file cut short can end in half a number',
  });
}

/** Cells of one file that hold a mark rather than a value, by column and mark. */
export class MarkNotes {
  readonly #found = new Map<string, { readonly column: string; readonly mark: Mark; readonly text: string; readonly line: number; count: number }>();

  /** NaN for a mark, which is noted; undefined for any other text. */
  take(text: string, column: string, line: number): number | undefined {
    const mark = markIn(text);
    if (mark === undefined) return undefined;
    const key = `${column}\0${mark}`;
    const known = this.#found.get(key);
    if (known === undefined) this.#found.set(key, { column, mark, text, line, count: 1 });
    else known.count += 1;
    return Number.NaN;
  }

  /** One note per column and mark, in order of appearance. */
  notes(): readonly DatasetNote[] {
    return [...this.#found.values()].map(({ column, mark, text, line, count }) => ({
      line,
      message: `${counted(count, 'cell')} of column ${column} ${count === 1 ? 'holds' : 'hold'} a mark (${mark}, first ${text}) and not a measured value`,
    }));
  }
}

/** Values of a table collected row by row, then handed out by column. A cell that holds a mark of the instrument gives NaN. */
export class ColumnCollector {
  readonly #columns: readonly string[];
  readonly #marks: MarkNotes;
  readonly #rows: number[][] = [];
  readonly #lines: number[] = [];

  constructor(columns: readonly string[], marks: MarkNotes) {
    this.#columns = columns;
    this.#marks = marks;
  }

  get rows(): number {
    return this.#rows.length;
  }

  /** @throws EvospiceError `DATASET_COLUMNS`, `DATASET_NUMBER`. */
  addText(fields: readonly string[], place: DatasetPlace): void {
    if (fields.length !== this.#columns.length) {
      throw datasetError('DATASET_COLUMNS', place, `row has ${counted(fields.length, 'value')}`, {
        received: fields.join(' '),
        expected: `${counted(this.#columns.length, 'value')}: ${this.#columns.join(', ')}`,
        remedy: 'see whether the file was cut short or a delimiter is missing',
      });
    }
    this.add(fields.map((field, index) => this.valueOf(field, this.#columns[index]!, place)), place.line);
  }

  /** The number in a cell, NaN for a mark. @throws EvospiceError `DATASET_NUMBER`. */
  valueOf(field: string, column: string, place: DatasetPlace): number {
    return this.#marks.take(field, column, place.line) ?? parseNumber(field, `column ${column}`, place);
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
