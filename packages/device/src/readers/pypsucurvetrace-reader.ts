import type { Dataset, DatasetBlock, DatasetReader } from '@evospice/kernel';
import { datasetError } from './dataset-error.ts';
import { ColumnCollector } from './numbers.ts';

const columns = ['u1set', 'i1set', 'u1', 'i1', 'lim1', 'u2set', 'i2set', 'u2', 'i2', 'lim2'] as const;
/** Column 11, written by later versions of the program. */
const temperatureColumn = 'temp';
const units: Readonly<Record<string, string>> = { u1set: 'V', i1set: 'A', u1: 'V', i1: 'A', u2set: 'V', i2set: 'A', u2: 'V', i2: 'A', temp: 'degC' };

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
 * the last announced voltage of supply 1 or in the limiter, and no more than the last announced curve may be missing
 * (the program itself leaves it out when rounding says so). A cut between two limited rows of the last curve goes unseen.
 */
export class PypsucurvetraceReader implements DatasetReader {
  readonly format = 'pypsucurvetrace';

  read(text: string, source: { readonly file: string }): Dataset {
    const { file } = source;
    const lines = text.split(/\r\n|\n/);
    if (lines.at(-1) !== '') {
      throw datasetError('DATASET_TRUNCATED', { file, line: lines.length }, 'the file ends in the middle of a line', {
        met: lines.at(-1), expected: 'a line end after the last row', remedy: 'copy the file again from where it was measured',
      });
    }
    const header: Record<string, string> = {};
    const announced: Record<string, Announced> = {};
    const tables: { collector: ColumnCollector; line: number; setting: number }[] = [];
    let supply = '';
    let names: readonly string[] | undefined;
    for (const [index, line] of lines.entries()) {
      const row = line.trim();
      const place = { file, line: index + 1 };
      if (row === '') continue;
      if (row.startsWith('%')) {
        supply = readComment(row, supply, header, announced);
        continue;
      }
      const fields = row.split(/\s+/);
      names ??= fields.length === columns.length + 1 ? [...columns, temperatureColumn] : columns;
      const setting = Number(fields[5]);
      if (tables.at(-1)?.setting !== setting) tables.push({ collector: new ColumnCollector(names), line: place.line, setting });
      tables.at(-1)!.collector.addText(fields, place);
    }
    if (tables.length === 0) {
      throw datasetError('DATASET_EMPTY', { file, line: lines.length }, 'the file has no rows', { met: 0, expected: 'rows of 10 or 11 columns', remedy: 'check `format` in task.yaml and the file it names' });
    }
    const blocks = tables.map(({ collector, line, setting }): DatasetBlock => ({
      line, variables: { u2set: setting }, columns: names!, units, values: collector.values(), rowLines: collector.lines(),
    }));
    checkComplete(blocks, announced, file, lines.length);
    return { file, sweep: 'u1', header, blocks };
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

function checkComplete(blocks: readonly DatasetBlock[], announced: Readonly<Record<string, Announced>>, file: string, lastLine: number): void {
  const { PSU1: inner, PSU2: outer } = announced;
  if (inner !== undefined) {
    for (const block of blocks) {
      const last = block.rowLines.length - 1;
      const reached = Math.abs(block.values['u1set']![last]! - inner.stop) <= inner.step * 0.01;
      if (reached || block.values['lim1']![last] === 1) continue;
      throw datasetError('DATASET_TRUNCATED', { file, line: block.rowLines[last]! }, `the curve at u2set = ${block.variables['u2set']} ends at u1set = ${block.values['u1set']![last]} V`, {
        met: block.values['u1set']![last], expected: `${inner.stop} V as announced, or the limiter flag set`, remedy: 'the file is truncated: copy it again from where it was measured',
      });
    }
  }
  if (outer === undefined) return;
  const steps = Math.round(Math.abs(outer.stop - outer.start) / outer.step);
  if (blocks.length < Math.max(1, steps)) {
    throw datasetError('DATASET_TRUNCATED', { file, line: lastLine }, `the file has ${blocks.length} curves`, {
      met: blocks.length, expected: `${steps + 1}, or one less: ${outer.start} V to ${outer.stop} V in steps of ${outer.step} V`, remedy: 'the file is truncated: copy it again from where it was measured',
    });
  }
}
