import { stripVTControlCharacters } from 'node:util';
import Table from 'cli-table3';
import wrapAnsi from 'wrap-ansi';
import { terminalWidth } from './width.ts';

export interface TextTable {
  readonly head: readonly string[];
  /** Cells as text, colours included; each row as long as the head. */
  readonly rows: readonly (readonly string[])[];
  /** Columns whose cells end at the right, by index. */
  readonly right?: readonly number[];
  /** First columns that every part of a folded table repeats; 1 when left out. */
  readonly keep?: number;
}

export interface TextTableOptions {
  /** Columns of the terminal; by default those of standard output, 80 where that is not a terminal. */
  readonly width?: number;
  /** Box characters; plain ASCII without. True when left out. */
  readonly fancy?: boolean;
}

/** Cells are not made narrower than this to save a part. */
const narrowest = 24;

/**
 * A table that is never wider than the terminal: columns that do not fit go into further parts below the first, each with the first
 * columns repeated, and a cell that is too wide for a part of its own is broken into lines.
 */
export function textTable(table: TextTable, { width = terminalWidth(), fancy = true }: TextTableOptions = {}): string {
  const widths = table.head.map((title, column) => Math.max(...[title, ...table.rows.map((row) => row[column] ?? '')].map(widthOf)));
  const keep = Math.min(table.keep ?? 1, table.head.length);
  // A column takes its text, a blank on either side and a line; one line more closes the table.
  const room = width - 1;
  const kept = fitKept(widths.slice(0, keep).map((own) => own + 3), room);
  return partsOf(widths.map((own) => own + 3), { keep, kept, room }).map((part) => draw(table, part, fancy)).join('\n');
}

interface Part {
  readonly columns: readonly number[];
  /** By place in `columns`. */
  readonly widths: readonly number[];
}

/** Kept columns leave at least the narrowest for another. */
function fitKept(widths: readonly number[], room: number): readonly number[] {
  const fitted = [...widths];
  for (let excess = fitted.reduce((sum, own) => sum + own, 0) - (room - narrowest); excess > 0; excess -= 1) {
    const widest = fitted.indexOf(Math.max(...fitted));
    fitted[widest] = (fitted[widest] as number) - 1;
  }
  return fitted;
}

function partsOf(widths: readonly number[], { keep, kept, room }: { readonly keep: number; readonly kept: readonly number[]; readonly room: number }): readonly Part[] {
  const left = room - kept.reduce((sum, own) => sum + own, 0);
  const parts: { columns: number[]; widths: number[]; used: number }[] = [];
  for (let column = keep; column < widths.length; column += 1) {
    const own = widths[column] as number;
    const last = parts.at(-1);
    const rest = left - (last?.used ?? 0);
    // The last column may be broken into lines where a good deal of room is left for it.
    const fitted = column === widths.length - 1 && own > rest && rest >= narrowest ? rest : own;
    if (last !== undefined && fitted <= rest) {
      last.columns.push(column);
      last.widths.push(fitted);
      last.used += fitted;
    } else parts.push({ columns: [column], widths: [Math.min(own, left)], used: Math.min(own, left) });
  }
  const first = Array.from({ length: keep }, (_, column) => column);
  if (parts.length === 0) return [{ columns: first, widths: kept }];
  return parts.map((part) => ({ columns: [...first, ...part.columns], widths: [...kept, ...part.widths] }));
}

function draw({ head, rows, right = [] }: TextTable, { columns, widths }: Part, fancy: boolean): string {
  const drawn = new Table({
    head: columns.map((column, place) => wrapAnsi(head[column] as string, (widths[place] as number) - 3, { hard: true })),
    colAligns: columns.map((column) => (right.includes(column) ? 'right' : 'left')),
    colWidths: widths.map((own) => own - 1),
    style: { head: [], border: [], compact: true },
    ...(fancy ? {} : { chars: asciiBorder }),
  });
  for (const row of rows) drawn.push(columns.map((column, place) => wrapAnsi(row[column] as string, (widths[place] as number) - 3, { hard: true })));
  return drawn.toString();
}

function widthOf(cell: string): number {
  return Math.max(...stripVTControlCharacters(cell).split('\n').map((line) => line.length));
}

const asciiBorder = {
  top: '-', 'top-mid': '+', 'top-left': '+', 'top-right': '+', bottom: '-', 'bottom-mid': '+', 'bottom-left': '+', 'bottom-right': '+',
  left: '|', 'left-mid': '+', mid: '-', 'mid-mid': '+', right: '|', 'right-mid': '+', middle: '|',
};
