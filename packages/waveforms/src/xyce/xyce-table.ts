import { waveforms, type AnalysisKind, type Plot, type Waveforms, type WaveformSource } from '../model.ts';
import { builders, type ColumnBuilder } from '../table/column-builder.ts';
import { namedVariable, realPlot } from '../table/quantities.ts';
import { splitNames, tokens } from '../text/columns.ts';
import { NumberForm } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';

const footer = /^End of Xyce\(TM\) (Simulation|Parameter Sweep)$/;

/**
 * Reads the tables of Xyce's `.PRINT` (`STD`, `NOINDEX`, `GNUPLOT`, `SPLOT`; blanks, tabs or commas between columns)
 * and its `.res` files. Each restart of `Index`, change of `STEPNUM` or blank line between rows begins a new plot; in a
 * table without any of these, so does a `TIME` or `FREQ` that falls. All columns are kept, `Index` included.
 * Format: Xyce Reference Guide, ".PRINT".
 *
 * The line `End of Xyce(TM) Simulation` (or `Parameter Sweep`) must end the file: leave `.OPTIONS OUTPUT PRINTFOOTER`
 * on. Not noticed: changed digits; in tables without `Index`, whole rows that are missing.
 *
 * @throws WaveformError with the line
 */
export function readXyceTable(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  const firstRow = text.lines.slice(1).find((line) => line.trim() !== '') ?? '';
  const separator = firstRow.includes(',') ? ',' : ' ';
  const names = columnNames(text.lines[0]!, separator, firstRow);
  const table = new StepTable(text, names, source.file);
  let ended = false;
  for (let index = 1; index < text.lines.length; index += 1) {
    const line = text.lines[index]!.trim();
    if (line === '') {
      table.gap();
    } else if (ended) {
      throw text.error('WAVEFORM_CORRUPTED', 'text follows the end mark', index + 1, { expected: 'the end of the file' });
    } else if (footer.test(line)) {
      ended = true;
    } else {
      table.row(separator === ',' ? line.split(',').map((cell) => cell.trim()) : tokens(line), index + 1);
    }
  }
  if (!ended) throw text.truncated('"End of Xyce(TM) Simulation"');
  return waveforms(source.file, 'xyce-table', { header: { program: 'Xyce' }, plots: table.finish() });
}

/** Names outside brackets hold no blanks; where they do after all, two blanks part the columns. */
function columnNames(line: string, separator: ',' | ' ', firstRow: string): string[] {
  const names = splitNames(line, separator);
  const wide = line.trim().split(/\s{2,}|\t/);
  return separator === ' ' && names.length !== tokens(firstRow).length && wide.length === tokens(firstRow).length ? wide : names;
}

/** Rows as they come, cut into steps. */
class StepTable {
  readonly #text: TextFile;
  readonly #names: readonly string[];
  readonly #file: string;
  readonly #form = new NumberForm();
  readonly #index: number;
  readonly #step: number;
  readonly #axis: number;
  readonly #whole: ReadonlySet<number>;
  readonly #plots: Plot[] = [];
  #columns: ColumnBuilder[] = [];
  #last: number[] | undefined;
  #gap = false;

  constructor(text: TextFile, names: readonly string[], file: string) {
    this.#text = text;
    this.#names = names;
    this.#file = file;
    if (names.length === 0 || names.includes('')) throw text.error('WAVEFORM_CORRUPTED', 'the line of column names is damaged', 1, { received: text.lines[0] });
    this.#index = names.findIndex((name) => name === 'Index' || name === 'STEP');
    this.#step = names.indexOf('STEPNUM');
    this.#axis = names.findIndex((name) => name === 'TIME' || name === 'FREQ');
    this.#whole = new Set([this.#index, this.#step]);
    this.#columns = builders(names.length);
  }

  gap(): void {
    this.#gap = this.#last !== undefined;
  }

  row(cells: readonly string[], line: number): void {
    if (cells.length !== this.#names.length) {
      if (cells[0]?.startsWith('End') === true) throw this.#text.truncated('the whole of its end mark');
      throw this.#text.columnCount(cells.length, this.#names.length, line);
    }
    const values = cells.map((cell, column) => this.#value(cell, column, line));
    if (this.#begins(values, line)) this.#close();
    this.#gap = false;
    this.#last = values;
    for (let column = 0; column < values.length; column += 1) this.#columns[column]!.push(values[column]!);
  }

  finish(): Plot[] {
    this.#close();
    if (this.#plots.length === 0) throw this.#text.error('WAVEFORM_COUNT_MISMATCH', 'the table has no rows', 1, { expected: 'at least one row' });
    return this.#plots;
  }

  #value(cell: string, column: number, line: number): number {
    const value = this.#whole.has(column) ? (/^\d+$/.test(cell) ? Number(cell) : undefined) : this.#form.parse(cell);
    if (value === undefined) throw this.#text.notANumber(cell, line);
    return value;
  }

  /** True if this row begins a new step; the counters must agree with it. */
  #begins(values: readonly number[], line: number): boolean {
    const last = this.#last;
    const broken = (what: string, received: number, expected: string): never => {
      throw this.#text.error('WAVEFORM_CORRUPTED', `${what} ${received} is out of order`, line, { received, expected });
    };
    const index = values[this.#index];
    const step = values[this.#step];
    if (last === undefined) {
      if (index !== undefined && index !== 0) broken(this.#names[this.#index]!, index, '0 in the first row');
      return false;
    }
    const previous = last[this.#index];
    const restarts = index === undefined ? undefined : index === 0;
    if (index !== undefined && !restarts && index !== previous! + 1) broken(this.#names[this.#index]!, index, `${previous! + 1}, or 0 for a new step`);
    const steps = step === undefined ? undefined : step !== last[this.#step];
    if (steps === true && step !== last[this.#step]! + 1) broken('STEPNUM', step!, String(last[this.#step]! + 1));
    if (restarts !== undefined && steps !== undefined && restarts !== steps) broken('Index', index!, 'a restart exactly where STEPNUM changes');
    const counted = restarts ?? steps;
    if (counted !== undefined) {
      if (this.#gap && !counted) broken('row', index ?? step!, 'a new step after a blank line');
      return counted;
    }
    return this.#gap || (this.#axis >= 0 && values[this.#axis]! < last[this.#axis]!);
  }

  #close(): void {
    if (this.#last === undefined) return;
    const real = this.#columns.map((column) => column.finish());
    const number = this.#step >= 0 ? real[this.#step]![0]! : undefined;
    this.#plots.push(realPlot({
      name: this.#file,
      analysis: analysisOf(this.#names, this.#file),
      variables: this.#names.map((name) => namedVariable(name)),
      independent: this.#names[this.#index] === 'STEP' ? [this.#index] : this.#axis >= 0 ? [this.#axis] : [],
      outer: number === undefined ? [] : [{ name: 'STEPNUM', value: number }],
      real,
    }));
    this.#columns = builders(this.#names.length);
    this.#last = undefined;
  }
}

/** Xyce tells the analysis by the columns and by `.FD.` or `.NOISE.` in the file's name. */
export function analysisOf(names: readonly string[], file: string): AnalysisKind {
  const plain = names.map((name) => name.replaceAll('"', '').trim());
  if (plain[0] === 'STEP') return 'sweep';
  if (/\.noise\./i.test(file) || plain.some((name) => /[oi]noise|DN[OI]\(/i.test(name))) return 'noise';
  if (plain.includes('FREQ')) return 'ac';
  if (plain.includes('TIME')) return 'tran';
  return 'dc';
}
