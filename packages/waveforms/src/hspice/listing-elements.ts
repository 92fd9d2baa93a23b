import type { RecordValue, WaveformRecord } from '../model.ts';
import { tokens } from '../text/columns.ts';
import { parseEngineering } from '../text/numbers.ts';

/**
 * Reads a block of element facts (`**** mosfets`): a line `element` with one name for each column, then lines of a label and
 * one value for each. Lines with other numbers of values (long `subckt` paths, for one) are left out.
 *
 * A line of stars, a message or a line with `=` ends the block.
 *
 * @returns the records and the index of the line after the block
 */
export function readElementBlock(lines: readonly string[], from: number, kind: string): { records: WaveformRecord[]; next: number } {
  const records: { name: string; values: Record<string, RecordValue> }[] = [];
  let current: typeof records = [];
  let at = from;
  for (; at < lines.length && !/^\s*\*{2,}|=/.test(lines[at]!); at += 1) {
    const cells = tokens(lines[at]!);
    if (cells[0] === 'element') {
      current = cells.slice(1).map((name) => ({ name, values: {} }));
      records.push(...current);
    } else if (current.length > 0 && cells.length > current.length && cells[0] !== 'subckt') {
      const label = cells.slice(0, cells.length - current.length).join(' ');
      current.forEach((record, column) => {
        const cell = cells[cells.length - current.length + column]!;
        record.values[label] = parseEngineering(cell) ?? cell;
      });
    }
  }
  return { records: records.map((record) => ({ ...record, kind, properties: {} })), next: at };
}
