import { parseNumber } from '../text/numbers.ts';
import type { TextFile } from '../text/text-file.ts';

/** What an ASCII `post` file holds before it is cut into tables. */
export interface PostText {
  readonly header: string;
  readonly numbers: Float64Array;
  /** Line of a number, counted from 1. */
  line(index: number): number;
}

const mark = '$&%#';

/**
 * Reads the fixed columns of an ASCII `post` file: header in lines of 80 columns up to `$&%#` (the rest of that line is
 * left over from a buffer), then numbers of one width without anything between them. The first number sets the width and
 * the number of digits, and the first line that is full sets how many are in a line.
 */
export function readPostText(text: TextFile): PostText {
  let header = '';
  let at = 0;
  for (; at < text.lines.length; at += 1) {
    const line = text.lines[at]!;
    const end = line.indexOf(mark);
    header += end < 0 ? line.padEnd(80) : line.slice(0, end + mark.length);
    if (end >= 0) break;
  }
  if (!header.endsWith(mark)) throw text.truncated('the end of the header, "$&%#"');
  const first = at + 1;
  const pattern = /^[ -]?\s*[+-]?\d?\.\d+[EeDd][+-]\d{2,3}/;
  const sample = pattern.exec(text.lines[first] ?? '')?.[0];
  if (sample === undefined) throw text.truncated('the first number');
  const width = sample.length;
  const digits = /\.(\d+)/.exec(sample)![1]!.length;
  const cell = new RegExp(`^\\s*[+-]?\\d?\\.\\d{${digits}}[Ee][+-]\\d{2,3}$`);
  const found: number[] = [];
  const lineOf: number[] = [];
  for (let index = first; index < text.lines.length; index += 1) {
    const line = text.lines[index]!.trimEnd();
    if (line.length % width !== 0) throw text.error('WAVEFORM_CORRUPTED', `a line of ${line.length} columns`, index + 1, { expected: `numbers of ${width} columns` });
    for (let column = 0; column < line.length; column += width) {
      const raw = line.slice(column, column + width);
      const value = cell.test(raw) ? parseNumber(raw.trim()) : undefined;
      if (value === undefined) throw text.notANumber(raw, index + 1);
      found.push(value);
      lineOf.push(index + 1);
    }
  }
  text.requireLineEnd();
  return { header, numbers: Float64Array.from(found), line: (index) => lineOf[index] ?? text.lines.length };
}
