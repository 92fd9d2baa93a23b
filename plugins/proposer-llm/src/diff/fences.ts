/** A fenced code block of an answer. */
export interface FencedBlock {
  readonly code: string;
  /** What is written behind the opening fence, such as the language. */
  readonly info: string;
  /** Lines of the fences, counted from 0; `end` is the number of lines where the block is not closed. */
  readonly begin: number;
  readonly end: number;
}

interface OpenFence {
  readonly indent: number;
  readonly mark: string;
  readonly info: string;
  readonly begin: number;
}

/** Invisible characters that some models write in front of a fence are passed over. */
const opening = /^[\u200B\u2060\uFEFF]*([ \t]*)(`{3,}|~{3,})([^`]*)$/u;

/**
 * The fenced code blocks of an answer, as CommonMark has them (section 4.5): three or more backticks or tildes, closed by at least as many of
 * the same sign. Fences may be indented by any amount, as in a list; their indentation is taken off the code. A block that is not closed ends
 * with the answer, or with a fence glued to the end of a line. A block that holds nothing but a fenced block is that block. Takes time
 * proportional to the length.
 */
export function fencedBlocks(answer: string): readonly FencedBlock[] {
  return outerBlocks(answer).map(innermost);
}

function outerBlocks(answer: string): readonly FencedBlock[] {
  const lines = answer.split(/\r\n|\n|\r/u);
  const blocks: FencedBlock[] = [];
  let open: OpenFence | undefined;
  for (const [index, line] of lines.entries()) {
    const match = opening.exec(line);
    if (open === undefined) {
      if (match !== null) open = opened(match, index);
    } else if (match !== null && match[3]!.trim() === '' && match[2]!.startsWith(open.mark)) {
      blocks.push(blockOf(lines, open, index));
      open = undefined;
    }
  }
  if (open !== undefined) blocks.push(unclosed(lines, open));
  return blocks;
}

/** All from the first fence to the last: the program of an answer whose code itself holds a line that looks like a fence. */
export function wholeFence(answer: string): string | undefined {
  const lines = answer.split(/\r\n|\n|\r/u);
  const begin = lines.findIndex((line) => opening.test(line));
  const end = lines.findLastIndex((line) => opening.exec(line)?.[3]?.trim() === '');
  const match = opening.exec(lines[begin] ?? '');
  return match === null || end <= begin ? undefined : blockOf(lines, opened(match, begin), end).code;
}

function opened([, indent, mark, info]: RegExpExecArray, begin: number): OpenFence {
  return { indent: indent!.length, mark: mark!, info: info!.trim(), begin };
}

function blockOf(lines: readonly string[], { indent, info, begin }: OpenFence, end: number): FencedBlock {
  const outdent = (line: string): string => line.slice(Math.min(indent, line.length - line.trimStart().length));
  const code = lines.slice(begin + 1, end).map(outdent);
  return { code: code.length === 0 ? '' : `${code.join('\n')}\n`, info, begin, end };
}

function unclosed(lines: readonly string[], open: OpenFence): FencedBlock {
  const glued = lines.findLastIndex((line, index) => index > open.begin && line.trimEnd().endsWith(open.mark));
  const whole = blockOf(lines, open, lines.length);
  if (glued < 0) return whole;
  const cut = lines.with(glued, lines[glued]!.trimEnd().slice(0, -open.mark.length));
  return { ...blockOf(cut, open, glued + 1), end: glued };
}

/** A program in a fence inside a fence, as models show text with code in it; the outer fence may have ended at the inner one's end. */
function innermost(block: FencedBlock): FencedBlock {
  const first = opening.exec(/^\s*(?<line>[^\n]*)/u.exec(block.code)?.groups?.['line'] ?? '');
  if (first === null || block.code.trim() === '') return block;
  const [inner, ...others] = outerBlocks(block.code);
  return inner === undefined || others.length > 0 ? block : { ...inner, begin: block.begin, end: block.end };
}
