import { counted } from '@evospice/contracts';
import type { ByteCursor } from './byte-cursor.ts';
import { chunk, readStored, type BinaryTrace, type BinaryTraceEntry, type BinaryType } from './psf-binary-sections.ts';
import type { PsfColumns } from './psf-result.ts';
import { columnsOf, type PsfTrace } from './psf-types.ts';

/** Empty columns for the sweep and its traces. */
export function sweepTable(cursor: ByteCursor, sweep: PsfTrace, traces: readonly PsfTrace[], points: number): PsfColumns {
  const variables = [sweep, ...traces].flatMap((trace) => {
    const columns = columnsOf(trace);
    if (columns === undefined) throw cursor.error('WAVEFORM_UNSUPPORTED', `the trace ${trace.name} holds no numbers`, 'traces of numbers');
    return columns;
  });
  if (points * variables.length * 4 > cursor.size) {
    throw cursor.error('WAVEFORM_COUNT_MISMATCH', `${counted(points, 'point')} of ${counted(variables.length, 'column')} do not fit into the file`, 'as many points as stated');
  }
  return {
    variables,
    real: variables.map(() => new Float64Array(points)),
    imaginary: variables.map((variable) => (variable.complex ? new Float64Array(points) : undefined)),
  };
}

/** Point after point, and in each the sweep and every trace or group behind its own id. */
export function readSimpleSweep(cursor: ByteCursor, table: PsfColumns, values: { end: number; points: number; entries: readonly BinaryTraceEntry[] }): void {
  for (let point = 0; point < values.points; point += 1) {
    let column = 0;
    for (const entry of values.entries) {
      cursor.expect('group' in entry ? chunk.group : chunk.item, entry.name);
      cursor.expect(entry.id, 'the number of its trace');
      for (const trace of 'group' in entry ? entry.group : [entry]) column = readInto(cursor, table, trace.type, column, point);
    }
  }
  if (cursor.at !== values.end) throw cursor.error('WAVEFORM_COUNT_MISMATCH', `values follow the stated ${values.points} points`, `byte ${values.end}`);
}

function readInto(cursor: ByteCursor, table: PsfColumns, type: BinaryType, column: number, point: number): number {
  if (type.kind === 'struct') {
    let next = column;
    for (const member of type.members) next = readInto(cursor, table, member, next, point);
    return next;
  }
  table.real[column]![point] = readStored(cursor, type);
  const imaginary = table.imaginary[column];
  if (imaginary !== undefined) imaginary[point] = cursor.double();
  return column + 1;
}

interface WindowedValues {
  readonly end: number;
  readonly points: number;
  /** Bytes of one window, from the header. */
  readonly window: number;
  readonly sweep: BinaryTrace;
  readonly traces: readonly BinaryTrace[];
}

/**
 * Windows of many points: the sweep's window holds a mark, its room and its number of points, then the values; one
 * window for each trace follows, its values behind eight bytes. The last windows may be as short as their contents.
 */
export function readWindowedSweep(cursor: ByteCursor, table: PsfColumns, values: WindowedValues): void {
  const wide = [values.sweep, ...values.traces].find((trace) => trace.type.kind !== 'number' || (trace.type as BinaryType).stored === 4);
  if (wide !== undefined) throw cursor.error('WAVEFORM_UNSUPPORTED', `the trace ${wide.name} in windows is not of doubles`, 'traces of doubles');
  if (cursor.peek() === chunk.padding) {
    cursor.word();
    cursor.skip(cursor.word());
  }
  let point = 0;
  while (cursor.at < values.end) {
    const start = cursor.at;
    cursor.expect(chunk.item, 'a window');
    const counts = cursor.word();
    const room = counts >>> 16;
    const count = counts & 0xff_ff;
    if (count === 0 || count * 8 + 8 > values.window || point + count > values.points) {
      throw cursor.error('WAVEFORM_COUNT_MISMATCH', `a window of ${count} points after ${point} of ${values.points}`, 'as many points as stated', start + 4);
    }
    const { stride, next } = windowLayout(cursor, values, { start, room, count });
    for (let column = 0; column < table.real.length; column += 1) {
      cursor.at = start + column * stride + 8;
      cursor.doublesInto(table.real[column]!, point, count);
    }
    cursor.at = next;
    point += count;
  }
  if (point !== values.points || cursor.at !== values.end) throw cursor.error('WAVEFORM_COUNT_MISMATCH', `${counted(point, 'point is', 'points are')} in the windows`, counted(values.points, 'point'));
}

/** Full windows follow one another; only the last one may be cut to its room or to its contents. */
function windowLayout(cursor: ByteCursor, values: WindowedValues, at: { start: number; room: number; count: number }): { stride: number; next: number } {
  const windows = values.traces.length + 1;
  const full = at.start + windows * values.window;
  const short = (at.room + 1) * 8;
  const cut = at.start + (windows - 1) * values.window + 8 + at.count * 8;
  if (full <= values.end) return { stride: values.window, next: full };
  if (at.room >= at.count && at.start + windows * short === values.end) return { stride: short, next: values.end };
  if (cut === values.end) return { stride: values.window, next: values.end };
  throw cursor.error('WAVEFORM_CORRUPTED', `a window of ${at.count} points does not end where the values do`, `byte ${values.end}`, at.start);
}
