import { fencedBlocks, wholeFence, type FencedBlock } from './fences.ts';

const ordinals: Readonly<Record<string, number>> = { first: 0, former: 0, second: 1, third: 2, fourth: 3, last: -1, latter: -1, final: -1 };
const named = /\b(?:use|take|choose|prefer|submit|keep|pick|go with|answer is)\b[^.!?\n]{0,60}?\b(first|former|second|third|fourth|last|latter|final)\b/giu;

export interface ProgramSearch {
  /** The program that was shown to the model: shown again it is not the answer, where there is another. */
  readonly parent: string;
  /** Whether a text is a whole program. */
  readonly isProgram: (code: string) => boolean;
}

/**
 * The program that an answer means: of several in code fences the one that its words name ("use the first one"), else the last that is not
 * the parent. A fence that holds no whole program is passed over while another does; undefined without any fence.
 */
export function chosenProgram(answer: string, { parent, isProgram }: ProgramSearch): string | undefined {
  const blocks = fencedBlocks(answer);
  const whole = blocks.filter(({ code }) => isProgram(code));
  const wide = whole.length > 0 ? undefined : wholeFence(answer);
  if (wide !== undefined && isProgram(wide)) return wide;
  if (whole.length === 0) return longest(blocks);
  const wanted = namedBlock(answer, blocks, whole);
  if (wanted !== undefined) return wanted.code;
  return (whole.findLast(({ code }) => code.trim() !== parent.trim()) ?? whole.at(-1)!).code;
}

function namedBlock(answer: string, blocks: readonly FencedBlock[], whole: readonly FencedBlock[]): FencedBlock | undefined {
  if (whole.length < 2) return undefined;
  const lines = answer.split(/\r\n|\n|\r/u);
  for (const { begin, end } of blocks) lines.fill('', begin, Math.min(end + 1, lines.length));
  const word = [...lines.join('\n').matchAll(named)].at(-1)?.[1]?.toLowerCase();
  return word === undefined ? undefined : whole.at(ordinals[word]!);
}

/** Shown to the model with what is wrong with it. */
function longest(blocks: readonly FencedBlock[]): string | undefined {
  return blocks.reduce<string | undefined>((best, { code }) => (best === undefined || code.length > best.length ? code : best), undefined);
}
