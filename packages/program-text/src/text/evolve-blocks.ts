import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { filePaths } from './program-text.ts';

/** A region that proposers may change: the lines between a start and an end marker. */
export interface EvolveBlock {
  readonly file: string;
  /** Line of the first character, counted from 1. */
  readonly line: number;
  /** Offset in the file of the first character after the start marker's line. */
  readonly start: number;
  /** Offset in the file of the first character of the end marker's line. */
  readonly end: number;
  /** Text of the block; ends in a line break unless it is empty. */
  readonly text: string;
}

/** How markers look in TypeScript. */
export const startMarker = '// EVOLVE-BLOCK-START';
export const endMarker = '// EVOLVE-BLOCK-END';

/** A line that holds nothing but a comment with the marker, in the comment style of any common language. */
const marker = /^[ \t]*(?:\/\/|#|--|%+|;+|!|\/\*|<!--|\(\*)[ \t]*EVOLVE-BLOCK-(START|END)[ \t]*(?:\*\/|-->|\*\))?[ \t]*\r?$/gm;

/**
 * The blocks of all files, the entry's first, in the order in which they are written; none for a program without markers.
 *
 * A marker is a line of its own: `EVOLVE-BLOCK-START` or `EVOLVE-BLOCK-END` after a comment sign (`//`, `#`, `--`, `%`, `;`, `!`) or
 * within one (`/* … *\/`, `<!-- … -->`, `(* … *)`). What looks like one inside a text of several lines is one: no language is parsed here.
 * @throws EvospiceError `PROGRAM_MARKERS`, with file and line, when starts and ends do not come in pairs
 */
export function evolveBlocks(program: ProgramText): readonly EvolveBlock[] {
  return filePaths(program).flatMap((file) => blocksOf(file, program.files[file] ?? ''));
}

function blocksOf(file: string, source: string): readonly EvolveBlock[] {
  const blocks: EvolveBlock[] = [];
  let open: { readonly start: number; readonly line: number } | undefined;
  let [counted, line] = [0, 1];
  for (const match of source.matchAll(marker)) {
    for (let at = source.indexOf('\n', counted); at >= 0 && at < match.index; at = source.indexOf('\n', at + 1)) line += 1;
    counted = match.index;
    const isStart = match[1] === 'START';
    if (isStart === (open !== undefined)) throw unpaired(source, file, line);
    if (open === undefined) {
      open = { start: Math.min(source.length, match.index + match[0].length + 1), line: line + 1 };
    } else {
      blocks.push({ file, ...open, end: match.index, text: source.slice(open.start, match.index) });
      open = undefined;
    }
  }
  if (open !== undefined) throw unpaired(source, file, open.line - 1);
  return blocks;
}

function unpaired(source: string, file: string, line: number): EvospiceError {
  const count = (kind: string): number => [...source.matchAll(marker)].filter((match) => match[1] === kind).length;
  const message = `the markers EVOLVE-BLOCK-START (${count('START')}) and EVOLVE-BLOCK-END (${count('END')}) do not come in pairs`;
  return new EvospiceError('PROGRAM_MARKERS', message, {
    file, line, expected: `each ${startMarker} followed by its own ${endMarker}`, remedy: 'leave the markers as they were',
  });
}

/** The program with another text in a block of it. @param text a missing line break at its end is added */
export function replaceBlock(program: ProgramText, { file, start, end }: EvolveBlock, text: string): ProgramText {
  const source = program.files[file] ?? '';
  const whole = text === '' || text.endsWith('\n') ? text : `${text}\n`;
  return { ...program, files: { ...program.files, [file]: source.slice(0, start) + whole + source.slice(end) } };
}

/**
 * Whether a child changes anything but the inside of its parent's evolve blocks. Where the parent has no markers, all of it may change.
 * @returns undefined when it does not; else what differs, with the file
 */
export function outsideBlocks(parent: ProgramText, child: ProgramText): string | undefined {
  if (evolveBlocks(parent).length === 0) return undefined;
  if (parent.entry !== child.entry) return `the entry is ${child.entry} and no longer ${parent.entry}`;
  const [before, after] = [filePaths(parent), filePaths(child)];
  const added = after.find((path) => !before.includes(path));
  if (added !== undefined) return `${added} is added, outside the evolve blocks`;
  const removed = before.find((path) => !after.includes(path));
  if (removed !== undefined) return `${removed} is removed, outside the evolve blocks`;
  for (const file of before) {
    const [old, now] = [frameOf(parent, file), frameOf(child, file)];
    if (typeof now === 'string') return now;
    if (typeof old === 'string' || old.length !== now.length || old.some((text, index) => text !== now[index])) {
      return `it changes text outside the evolve block${before.length === 1 ? '' : ` in ${file}`}`;
    }
  }
  return undefined;
}

/** The pieces of a file before, between and after its blocks, or why there are none. */
function frameOf({ files }: ProgramText, file: string): readonly string[] | string {
  const source = files[file] ?? '';
  try {
    const blocks = blocksOf(file, source);
    return [...blocks, { start: source.length, end: source.length }].map(({ start }, index) => source.slice(blocks[index - 1]?.end ?? 0, start));
  } catch (error) {
    if (!EvospiceError.is(error, 'PROGRAM_MARKERS')) throw error;
    return `${file}, line ${error.line}: ${error.message}`;
  }
}
