import { counted, type Dataset, type DatasetBlock, type DatasetReader, type MeasuredFile } from '@evospice/contracts';
import { datasetError } from '../cells/dataset-error.ts';
import { ColumnCollector, MarkNotes } from '../cells/numbers.ts';

const columns = ['u1set', 'i1set', 'u1', 'i1', 'lim1', 'u2set', 'i2set', 'u2', 'i2', 'lim2'] as const;
/** Column 11, written by later versions of the program. */
const temperatureColumn = 'temp';
const units: Readonly<Record<string, string>> = { u1set: 'V', i1set: 'A', u1: 'V', i1: 'A', u2set: 'V', i2set: 'A', u2: 'V', i2: 'A', temp: 'degC' };

interface Table {
  readonly collector: ColumnCollector;
  readonly line: number;
  /** Nominal voltage of supply 2. */
  readonly setting: number;
  /** Nominal voltage of supply 1 in the last row, rows that were commented out included. */
  end: number;
  /** Limiter flag of the last row. */
  limited: boolean;
}

interface Announced {
  readonly start: number;
  readonly stop: number;
  readonly step: number;
}

/**
 * Tables of the bench curve tracer pypsucurvetrace (`.dat`): `%` comments, then 10 or 11 blank-separated columns. Supply 1
 * is swept inside, supply 2 outside; a new curve starts where the nominal voltage of supply 2 (column 6) changes.
 * Columns are called `u1set i1set u1 i1 lim1 u2set i2set u2 i2 lim2` (nominal voltage and current, measured voltage and
 * current, limiter flag) and `temp`.
 *
 * The format states no row count. Against cut files the sweeps announced in the comments are used: each curve must end at
 * the last announced voltage of supply 1 or in the limiter (a row that somebody commented out counts as its end), and no more than the last announced curve may be missing
 * (the program itself leaves it out when rounding says so). A cut between two limited rows of the last curve goes unseen.
 */
export class PypsucurvetraceReader implements DatasetReader {
  readonly format = 'pypsucurvetrace';

  recognise({ text }: MeasuredFile): number {
    return /^%.*PSU1/mu.test(text.slice(0, 8192)) ? 1 : 0;
  }

  read({ text, file }: MeasuredFile): Dataset {
    const lines = text.split(/\r\n|\n/);
    checkLastLine(lines, file);
    const header: Record<string, string> = {};
    const announced: Record<string, Announced> = {};
    const tables: Table[] = [];
    const marks = new MarkNotes();
    let supply = '';
    let names: readonly string[] | undefined;
    for (const [index, line] of lines.entries()) {
      const row = line.trim();
      const place = { file, line: index + 1 };
      if (row === '') continue;
      if (row.startsWith('%')) {
        const leftOut = row.slice(1).trim().split(/\s+/).map(Number);
        const table = tables.at(-1);
        if (leftOut.length < columns.length || !leftOut.every(Number.isFinite)) supply = readComment(row, supply, header, announced);
        else if (table !== undefined && table.setting === leftOut[5]) table.end = leftOut[0]!;
        continue;
      }
      const fields = row.split(/\s+/);
      names ??= fields.length === columns.length + 1 ? [...columns, temperatureColumn] : columns;
      const setting = Number(fields[5]);
      if (tables.at(-1)?.setting !== setting) tables.push({ collector: new ColumnCollector(names, marks), line: place.line, setting, end: 0, limited: false });
      const table = tables.at(-1)!;
      table.collector.addText(fields, place);
      table.end = Number(fields[0]);
      table.limited = Number(fields[4]) === 1;
    }
    if (tables.length === 0) {
      throw datasetError('DATASET_EMPTY', { file, line: lines.length }, 'the file has no rows', { received: 0, expected: 'rows of 10 or 11 columns', remedy: 'check `format` in task.yaml and the file it names' });
    }
    const blocks = tables.map(({ collector, line, setting }): DatasetBlock => ({
      line, variables: { u2set: setting }, columns: names!, units, values: collector.values(), rowLines: collector.lines(),
    }));
    checkComplete(tables, announced, file, lines.length);
    return { file, sweep: 'u1', header, blocks, notes: marks.notes() };
  }
}

/** Takes `key: value` and the announced sweeps from a comment; returns the supply whose description goes on. */
function readComment(row: string, supply: string, header: Record<string, string>, announced: Record<string, Announced>): string {
  const sweep = /voltage output = (\S+) V \.\.\. (\S+) V \((\S+) V steps\)/.exec(row);
  if (sweep !== null && supply !== '') {
    const [start, stop, step] = sweep.slice(1).map(Number) as [number, number, number];
    if ([start, stop, step].every(Number.isFinite) && step !== 0) announced[supply] = { start, stop, step: Math.abs(step) };
  }
  const pair = /^%\s*[*-]?\s*([^:=]+?)\s*[:=]\s*(.*)$/.exec(row);
  const top = /^%\s*\*\s*(PSU\d):\s*$/.exec(row);
  if (top !== null) return top[1]!;
  const next = /^%\s*\*/.test(row) ? '' : supply;
  if (pair !== null) header[next === '' ? pair[1]! : `${next} ${pair[1]!}`] = pair[2]!;
  return next;
}

/** A last line without a line end is taken for whole when its last field has as many decimals as in the row before. */
function checkLastLine(lines: readonly string[], file: string): void {
  const last = lines.at(-1)!.trim();
  const before = lines.at(-2)?.trim() ?? '';
  const decimals = (row: string): number => /\.(\d*)$/.exec(row)?.[1]?.length ?? 0;
  if (last === '' || (last.split(/\s+/).length === before.split(/\s+/).length && decimals(last) === decimals(before))) return;
  throw datasetError('DATASET_TRUNCATED', { file, line: lines.length }, 'the file ends in the middle of a line', {
    received: last, expected: 'a whole last row', remedy: 'copy the file again from where it was measured',
  });
}

function checkComplete(tables: readonly Table[], announced: Readonly<Record<string, Announced>>, file: string, lastLine: number): void {
  const { PSU1: inner, PSU2: outer } = announced;
  if (inner !== undefined) {
    for (const { collector, end, limited, setting } of tables) {
      // The comments give magnitudes; with inverted polarity the table's values are negative.
      const reached = Math.abs(Math.abs(end) - Math.abs(inner.stop)) <= inner.step * 0.01;
      if (reached || limited) continue;
      throw datasetError('DATASET_TRUNCATED', { file, line: collector.lines().at(-1)! }, `the curve at u2set = ${setting} ends at u1set = ${end} V`, {
        received: end, expected: `${inner.stop} V as announced, or the limiter flag set`, remedy: 'the file is truncated: copy it again from where it was measured',
      });
    }
  }
  if (outer === undefined) return;
  const steps = Math.round(Math.abs(outer.stop - outer.start) / outer.step);
  if (tables.length < Math.max(1, steps)) {
    throw datasetError('DATASET_TRUNCATED', { file, line: lastLine }, `the file has ${counted(tables.length, 'curve')}`, {
      received: tables.length, expected: `${steps + 1}, or one less: ${outer.start} V to ${outer.stop} V in steps of ${outer.step} V`, remedy: 'the file is truncated: copy it again from where it was measured',
    });
  }
}
