import { waveforms, type Waveforms, type WaveformSource } from '../model.ts';
import { tokens } from '../text/columns.ts';
import { NumberForm, parseNumber } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';
import { builders } from './column-builder.ts';
import { analysisOfName, quantityOfName, realPlot } from './quantities.ts';

/**
 * Reads plain tables of numbers between blanks or tabs: what `print … > file` of SPICE OPUS and `wrdata` of ngspice write
 * (no names), and Eldo's `.printfile` (one line of names, perhaps behind `#` or `*` comment lines). Without names the
 * columns are called `column1`, `column2`, …; the first is taken as the axis.
 *
 * The format has no end mark and states no counts. Noticed: a cut within a line, a changed number of columns, another
 * number of digits. Not noticed: whole rows missing and changed digits.
 *
 * @throws WaveformError with the line
 */
export function readNumberTable(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  text.requireLineEnd();
  const form = new NumberForm();
  const heading: string[] = [];
  let first = 0;
  for (; first < text.lines.length; first += 1) {
    const cells = tokens(text.lines[first]!);
    if (cells.length > 0 && cells.every((cell) => parseNumber(cell) !== undefined)) break;
    if (cells.length > 0) heading.push(text.lines[first]!.trim());
  }
  if (first === text.lines.length) throw text.error('WAVEFORM_TRUNCATED', 'the table has no rows', text.lines.length);
  const width = tokens(text.lines[first]!).length;
  const names = namesFrom(heading, width, text, first);
  const columns = builders(width);
  const trailingTab = text.lines[first]!.endsWith('\t');
  for (let index = first; index < text.lines.length; index += 1) {
    const line = text.lines[index]!;
    const cells = tokens(line);
    if (cells.length === 0) continue;
    if (cells.length !== width) throw text.columnCount(cells.length, width, index + 1);
    if (trailingTab && !line.endsWith('\t')) throw text.error('WAVEFORM_CORRUPTED', 'a row lacks the tab after its last value', index + 1);
    cells.forEach((cell, column) => {
      const value = form.parse(cell);
      if (value === undefined) throw text.notANumber(cell, index + 1);
      columns[column]!.push(value);
    });
  }
  return waveforms(source.file, 'number-table', {
    plots: [realPlot({
      name: source.file, analysis: names === undefined ? 'unknown' : analysisFrom(names, heading),
      variables: Array.from({ length: width }, (_, column) => {
        const name = names?.[column] ?? `column${column + 1}`;
        return { name, quantity: quantityOfName(name), complex: false };
      }),
      independent: [0], real: columns.map((column) => column.finish()),
    })],
  });
}

function analysisFrom(names: readonly string[], heading: readonly string[]): ReturnType<typeof analysisOfName> {
  const axis = quantityOfName(names[0]!);
  return axis === 'time' ? 'tran' : axis === 'frequency' ? 'ac' : analysisOfName(heading.join(' '));
}

/** The last line before the numbers names the columns; lines before it must be comments. */
function namesFrom(heading: readonly string[], width: number, text: TextFile, first: number): string[] | undefined {
  const last = heading.at(-1);
  if (last === undefined) return undefined;
  const stray = heading.slice(0, -1).find((line) => !/^[#*$!]/.test(line));
  const names = tokens(last.replace(/^[#*$!]+/, ''));
  const plain = names.every((name) => parseNumber(name) === undefined);
  if (stray === undefined && names.length === width && plain) return names;
  if (stray === undefined && /^[#*$!]/.test(last) && names.length !== width) return undefined;
  throw text.error('WAVEFORM_CORRUPTED', `"${(stray ?? last).slice(0, 60)}" is found where ${width} column names is expected`, first, { expected: `${width} names or comment lines` });
}
