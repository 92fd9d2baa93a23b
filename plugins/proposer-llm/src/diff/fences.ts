/** A fenced code block of an answer. */
export interface FencedBlock {
  readonly code: string;
  /** Lines of the fences, counted from 0; `end` is the number of lines where the block is not closed. */
  readonly begin: number;
  readonly end: number;
}

const opening = /^([ \t]*)(`{3,}|~{3,})([^`]*)$/u;

/**
 * The fenced code blocks of an answer, as CommonMark has them (section 4.5): three or more backticks or tildes, closed by at least as many of
 * the same sign. Fences may be indented by any amount, as in a list; their indentation is taken off the code. A block that is not closed ends
 * with the answer. Takes time proportional to the length.
 */
export function fencedBlocks(answer: string): readonly FencedBlock[] {
  const lines = answer.split(/\r\n|\n|\r/u);
  const blocks: FencedBlock[] = [];
  let open: { readonly indent: number; readonly sign: string; readonly length: number; readonly begin: number } | undefined;
  for (const [index, line] of lines.entries()) {
    const match = opening.exec(line);
    if (open === undefined) {
      if (match !== null) open = { indent: match[1]!.length, sign: match[2]!.charAt(0), length: match[2]!.length, begin: index };
    } else if (match !== null && match[3]!.trim() === '' && match[2]!.startsWith(open.sign) && match[2]!.length >= open.length) {
      blocks.push(blockOf(lines, open, index));
      open = undefined;
    }
  }
  if (open !== undefined) blocks.push(blockOf(lines, open, lines.length));
  return blocks;
}

/** All from the first fence to the last: the program of an answer whose code itself holds a line that looks like a fence. */
export function wholeFence(answer: string): string | undefined {
  const lines = answer.split(/\r\n|\n|\r/u);
  const begin = lines.findIndex((line) => opening.test(line));
  const end = lines.findLastIndex((line) => opening.exec(line)?.[3]?.trim() === '');
  const match = opening.exec(lines[begin] ?? '');
  return match === null || end <= begin ? undefined : blockOf(lines, { indent: match[1]!.length, begin }, end).code;
}

function blockOf(lines: readonly string[], { indent, begin }: { readonly indent: number; readonly begin: number }, end: number): FencedBlock {
  const outdent = (line: string): string => line.slice(Math.min(indent, line.length - line.trimStart().length));
  const code = lines.slice(begin + 1, end).map(outdent);
  return { code: code.length === 0 ? '' : `${code.join('\n')}\n`, begin, end };
}
