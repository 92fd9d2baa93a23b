import { EvospiceError, type ProgramText } from '@evospice/contracts';
import { evolveBlocks, type EvolveBlock } from '../text/evolve-blocks.ts';
import { parseSource } from '../tree/parse-source.ts';
import { numbersInText } from './numbers-in-text.ts';
import { numbersInTree } from './numbers-in-tree.ts';
import type { WrittenNumber } from './written-number.ts';

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
