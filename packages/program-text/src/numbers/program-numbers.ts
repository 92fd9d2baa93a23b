import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { evolveBlocks, type EvolveBlock } from '../text/evolve-blocks.ts';
import { parseSource } from '../tree/parse-source.ts';
import { numbersInText } from './numbers-in-text.ts';
import { numbersInTree } from './numbers-in-tree.ts';

/** A number as it is written, and where it may move. */
export interface WrittenNumber {
  readonly value: number;
  readonly text: string;
  /** Lowest and highest value, from a comment `range low..high` behind it. */
  readonly range: readonly [number, number] | undefined;
  /** Offsets in the file; up to, not including, `end`. */
  readonly start: number;
  readonly end: number;
}

export interface ProgramNumber extends WrittenNumber {
  readonly file: string;
}

/**
 * The numbers inside the evolve blocks, in the order of the blocks. In TypeScript and JavaScript those that the syntax fixes (indices, keys, loop
 * heads, types) are left out; in other languages, and where a file does not parse, those inside comments.
 * @throws EvospiceError `PROGRAM_MARKERS`
 */
export function programNumbers(program: ProgramText): readonly ProgramNumber[] {
  return evolveBlocks(program).flatMap((block) => numbersIn(block, program.files[block.file] ?? '').map((number) => ({ ...number, file: block.file })));
}

function numbersIn(block: EvolveBlock, source: string): readonly WrittenNumber[] {
  if (!/\.[cm]?[jt]s$/.test(block.file)) return numbersInText(block);
  try {
    return numbersInTree(parseSource(source), block);
  } catch (error) {
    if (!EvospiceError.is(error, 'PROGRAM_SYNTAX')) throw error;
    return numbersInText(block);
  }
}

/** Whether a number is worth changing: 0, 1 and 2 without a range are seldom tunable. */
export function isTunable({ range, value }: Pick<WrittenNumber, 'range' | 'value'>): boolean {
  return range !== undefined || ![0, 1, 2].includes(value);
}

/** Whole numbers, such as counts, stay whole. */
export function isWhole({ text, range }: Pick<WrittenNumber, 'text' | 'range'>): boolean {
  return /^\d+$/.test(text) && (range === undefined || range.every(Number.isInteger));
}

/** The program with other texts for some of its numbers. */
export function replaceNumbers(program: ProgramText, changes: readonly { readonly number: ProgramNumber; readonly text: string }[]): ProgramText {
  const files: Record<string, string> = { ...program.files };
  // From the end to the beginning, so that what is still to be changed stays where it is.
  for (const { number, text } of changes.toSorted((a, b) => b.number.start - a.number.start)) {
    const source = files[number.file] ?? '';
    files[number.file] = source.slice(0, number.start) + text + source.slice(number.end);
  }
  return { entry: program.entry, files };
}
