import { waveforms, type AnalysisKind, type Plot, type ProgramMessage, type Waveforms, type WaveformSource } from '../model.ts';
import { builders } from '../table/column-builder.ts';
import { quantityOfName, realPlot } from '../table/quantities.ts';
import { tokens } from '../text/columns.ts';
import { parseEngineering, parseNumber } from '../text/numbers.ts';
import { TextFile } from '../text/text-file.ts';

const headings: readonly (readonly [RegExp, AnalysisKind])[] = [
  [/DC TRANSFER CURVES/i, 'dc'], [/AC ANALYSIS/i, 'ac'], [/TRANSIENT ANALYSIS/i, 'tran'], [/NOISE ANALYSIS/i, 'noise'],
];

/**
 * Reads Eldo listings (`.chi`): tables between lines `X` and `Y` below a heading such as `DC TRANSFER CURVES`, with the
 * column names on the line before the `X`; `Print_Legend n: name` lines give the names of columns that are called by
 * numbers. A row that repeats the one before it is dropped. Format: public readers of such listings; no file of the
 * program itself was at hand.
 *
 * Every table needs its `Y`. Not noticed: whole tables and rows missing, changed digits.
 *
 * @throws WaveformError with the line
 */
export function readEldoListing(bytes: Uint8Array, source: WaveformSource): Waveforms {
  const text = new TextFile(bytes, source.file);
  const plots: Plot[] = [];
  const messages: ProgramMessage[] = [];
  let legends = new Map<string, string>();
  let section: { name: string; analysis: AnalysisKind; temperature: { temperature?: number } } | undefined;
  for (let at = 0; at < text.lines.length; at += 1) {
    const line = text.lines[at]!.trim();
    const heading = headings.find(([pattern]) => pattern.test(line));
    const legend = /^Print_Legend\s+(\S+?)\s*:\s*(.+)$/i.exec(line);
    const message = /^\**\s*(ERROR|WARNING)\b[\s:#]*(.*)$/i.exec(line);
    if (heading !== undefined) {
      section = { name: heading[0].exec(line)![0], analysis: heading[1], temperature: temperatureOf(line) };
      legends = new Map();
    } else if (legend !== null) {
      legends.set(legend[1]!, legend[2]!.trim());
    } else if (line === 'Y') {
      throw text.error('WAVEFORM_CORRUPTED', 'the end mark "Y" of a table that did not begin', at + 1);
    } else if (line === 'X') {
      const names = tokens(previousLine(text.lines, at));
      const { columns, next } = table(text, at, names);
      plots.push(realPlot({
        name: section?.name ?? '', analysis: section?.analysis ?? 'unknown', ...section?.temperature, independent: [0], real: columns,
        variables: names.map((name) => legends.get(name) ?? name).map((name) => ({ name, quantity: quantityOfName(name), complex: false })),
      }));
      at = next;
    } else if (message !== null) {
      messages.push({ severity: message[1]!.toLowerCase() as 'error' | 'warning', text: message[2]!, line: at + 1 });
    }
  }
  if (plots.length === 0 && messages.length === 0) throw text.truncated('any table or message');
  return waveforms(source.file, 'eldo-listing', { header: { program: 'Eldo' }, plots, messages });
}

function temperatureOf(line: string): { temperature?: number } {
  const value = parseNumber(/TEMPERATURE\s*=?\s*([-+.\dEe]+)/i.exec(line)?.[1] ?? '');
  return value === undefined ? {} : { temperature: value };
}

function previousLine(lines: readonly string[], at: number): string {
  return lines.slice(0, at).findLast((line) => line.trim() !== '') ?? '';
}

/** Rows up to the `Y`; returns its index. */
function table(text: TextFile, open: number, names: readonly string[]): { columns: Float64Array[]; next: number } {
  const columns = builders(names.length);
  let last: string | undefined;
  for (let at = open + 1; at < text.lines.length; at += 1) {
    const line = text.lines[at]!.trim();
    if (line === '') continue;
    if (line === 'Y') {
      if (last === undefined) throw text.error('WAVEFORM_COUNT_MISMATCH', 'the table has no rows', at + 1);
      return { columns: columns.map((column) => column.finish()), next: at };
    }
    const cells = tokens(line);
    if (cells.length !== names.length) throw text.columnCount(cells.length, names.length, at + 1);
    if (line === last) continue;
    last = line;
    cells.forEach((cell, column) => {
      const value = parseEngineering(cell);
      if (value === undefined) throw text.notANumber(cell, at + 1);
      columns[column]!.push(value);
    });
  }
  throw text.truncated('the end mark "Y" of a table');
}
