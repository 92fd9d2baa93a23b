import { counted } from '@evospice/contracts';
import { builders } from '../table/column-builder.ts';
import { tokens } from '../text/columns.ts';
import { parseEngineering } from '../text/numbers.ts';
import type { TextFile } from '../text/text-file.ts';

/** One printed table of a listing. */
export interface ListingTable {
  readonly names: readonly string[];
  /** Words above the names (`volt`, `i real`, `volt db`). */
  readonly words: readonly string[];
  readonly columns: readonly Float64Array[];
  /** Line after the table. */
  readonly next: number;
}

interface Piece {
  readonly text: string;
  readonly at: number;
}

/**
 * Reads a table of a listing from the line after its `x` up to its `y`: heading lines, then rows of numbers. The first
 * heading line has one word or two for each column, the second the names; the swept column has no name.
 *
 * @param open index of the line with the opening mark
 * @param close the closing mark, in lower case
 */
export function readListingTable(text: TextFile, open: number, close: string): ListingTable {
  const heading: string[] = [];
  let at = open + 1;
  for (; at < text.lines.length; at += 1) {
    const cells = tokens(text.lines[at]!);
    if (cells.length > 0 && (isRow(cells) || mark(cells) === close) && !(heading.length === 1 && couldBeNames(text, at))) break;
    if (cells.length > 0) heading.push(text.lines[at]!);
  }
  // a damaged first row would otherwise pass for a heading
  if (heading.length > 2 || tokens(heading[1] ?? '').some((cell) => cell.includes('.') && parseEngineering(cell) !== undefined)) {
    throw text.error('WAVEFORM_CORRUPTED', 'the heading of a table is damaged, or its first row', open + 1, { expected: 'one line of words and one of names' });
  }
  const firstRow = text.lines[at] ?? '';
  const width = tokens(firstRow).length;
  const columns = builders(width);
  for (; at < text.lines.length; at += 1) {
    const cells = tokens(text.lines[at]!);
    if (cells.length === 0) continue;
    if (mark(cells) === close) {
      if (columns[0]!.length === 0) throw text.error('WAVEFORM_COUNT_MISMATCH', 'the table has no rows', open + 1);
      const words = wordsOf(heading[0], firstRow, text, open);
      return { words: words.map((word) => word.text), names: namesOf(heading[1], words, text, open), columns: columns.map((column) => column.finish()), next: at + 1 };
    }
    if (cells.length !== width) throw text.columnCount(cells.length, width, at + 1);
    cells.forEach((cell, column) => {
      const value = parseEngineering(cell);
      if (value === undefined) throw text.notANumber(cell, at + 1);
      columns[column]!.push(value);
    });
  }
  throw text.truncated(`the end mark "${close}" of a table`);
}

function mark(cells: readonly string[]): string | undefined {
  return cells.length === 1 ? cells[0]!.toLowerCase() : undefined;
}

function isRow(cells: readonly string[]): boolean {
  return cells.every((cell) => parseEngineering(cell) !== undefined);
}

/** Nodes may be called `1` or `3`: a line of numbers is names if the next one is wider. */
function couldBeNames(text: TextFile, at: number): boolean {
  const next = text.lines.slice(at + 1).find((line) => line.trim() !== '');
  return next !== undefined && tokens(next).length > tokens(text.lines[at]!).length && isRow(tokens(next));
}

/** Words of the first heading line: two blanks part columns; where that does not fit, one blank or the place does. */
function wordsOf(line: string | undefined, firstRow: string, text: TextFile, open: number): Piece[] {
  const width = tokens(firstRow).length;
  const single = pieces(line ?? '', /\S+/g);
  const words = [pieces(line ?? '', /\S+(?: \S+)*/g), single, nearest(single, pieces(firstRow, /\S+/g))].find((found) => found.length === width);
  if (words === undefined) throw text.error('WAVEFORM_CORRUPTED', `the heading does not name ${counted(width, 'column')}`, open + 2, { received: line, expected: counted(width, 'word') });
  return words;
}

function pieces(line: string, pattern: RegExp): Piece[] {
  return [...line.matchAll(pattern)].map((match) => ({ text: match[0], at: match.index }));
}

/** Joins the words that stand nearest to the same number. */
function nearest(words: readonly Piece[], cells: readonly Piece[]): Piece[] {
  const centre = (piece: Piece): number => piece.at + piece.text.length / 2;
  return cells.map((cell) => words.filter((word) =>
    cells.every((other) => Math.abs(centre(word) - centre(cell)) <= Math.abs(centre(word) - centre(other)))))
    .filter((group) => group.length > 0)
    .map((group) => ({ text: group.map((word) => word.text).join(' '), at: group[0]!.at }));
}

/** Names belong to the words they stand under. */
function namesOf(line: string | undefined, words: readonly Piece[], text: TextFile, open: number): string[] {
  const names = words.map((word, column) => (column === 0 ? word.text : ''));
  const found = pieces(line ?? '', /\S+/g);
  if (found.length === words.length) return found.map((piece) => piece.text);
  if (found.length > words.length) throw text.error('WAVEFORM_CORRUPTED', `${found.length} names are above ${words.length} columns`, open + 3);
  found.forEach((piece, index) => {
    let column = index + 1;
    if (found.length < words.length - 1) {
      column = words.map((_, candidate) => candidate).slice(1).reduce((best, candidate) =>
        Math.abs(words[candidate]!.at - piece.at) < Math.abs(words[best]!.at - piece.at) ? candidate : best);
    }
    names[column] = names[column] === '' ? piece.text : `${names[column]} ${piece.text}`;
  });
  return names.map((name, column) => (name === '' ? words[column]!.text : name));
}
