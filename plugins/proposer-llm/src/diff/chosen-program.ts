import { fencedBlocks, wholeFence, type FencedBlock } from './fences.ts';
import { choiceInWords, hintOf, labelIn } from './words-of-choice.ts';

export interface ProgramSearch {
  /** The program that was shown to the model: shown again it is not the answer, where there is another. */
  readonly parent: string;
  /** Whether a text is a whole program. */
  readonly isProgram: (code: string) => boolean;
  /** Whether a whole program is one without a fault, prose among it included. */
  readonly isSound: (code: string) => boolean;
}

/**
 * The program that an answer means: of several in code fences the one that its words name ("use the first one", "option A is the final"),
 * else the last that is not the parent and not called rejected. A fence that holds no whole program is passed over while another does;
 * an answer that is a program without a fence is that program; undefined where there is none.
 */
export function chosenProgram(answer: string, { parent, isProgram, isSound }: ProgramSearch): string | undefined {
  const blocks = fencedBlocks(answer);
  const whole = blocks.filter(({ code }) => isProgram(code));
  const wide = whole.length > 0 ? undefined : wholeFence(answer);
  if (wide !== undefined && isProgram(wide)) return wide;
  if (blocks.length === 0) return isProgram(answer) && isSound(answer) ? answer : undefined;
  if (whole.length === 0) return longest(blocks);
  const fresh = whole.filter(({ code }) => !isAlike(code, parent));
  return (chosenBlock(answer, { blocks, whole, fresh }) ?? fresh.at(-1) ?? whole.at(-1)!).code;
}

/** Whether two texts are the same program but for white space at the ends of lines. */
export function isAlike(one: string, other: string): boolean {
  const trimmed = (text: string): string => text.trim().replaceAll(/[ \t]*\r?\n/gu, '\n');
  return trimmed(one) === trimmed(other);
}

interface Blocks {
  readonly blocks: readonly FencedBlock[];
  readonly whole: readonly FencedBlock[];
  readonly fresh: readonly FencedBlock[];
}

function chosenBlock(answer: string, { blocks, whole, fresh }: Blocks): FencedBlock | undefined {
  if (whole.length < 2) return undefined;
  const lines = answer.split(/\r\n|\n|\r/u);
  for (const { begin, end } of blocks) lines.fill('', begin, Math.min(end + 1, lines.length));
  const leads = new Map(blocks.map((block, index) => [block, lines.slice(index === 0 ? 0 : blocks[index - 1]!.end + 1, block.begin).join('\n')]));
  const choice = choiceInWords(lines.join('\n'));
  const found = (reference: { readonly place: number; readonly label?: string }): FencedBlock | undefined =>
    (reference.label === undefined ? undefined : whole.findLast((block) => labelIn(leads.get(block) ?? '') === reference.label)) ?? whole.at(reference.place);
  const named = choice.taken === undefined ? undefined : found(choice.taken);
  if (named !== undefined) return named;
  const refused = new Set(choice.refused.map(found));
  const left = fresh.filter((block) => !refused.has(block) && hintOf(leads.get(block) ?? '') !== 'rejected');
  return left.findLast((block) => hintOf(leads.get(block) ?? '') === 'final') ?? left.at(-1);
}

/** Shown to the model with what is wrong with it. */
function longest(blocks: readonly FencedBlock[]): string | undefined {
  return blocks.reduce<string | undefined>((best, { code }) => (best === undefined || code.length > best.length ? code : best), undefined);
}
