/** One edit of an answer: the lines to find and the lines to put in their place. */
export interface SearchReplace {
  readonly search: readonly string[];
  readonly replace: readonly string[];
}

const opening = '<<<<<<< SEARCH';
const middle = '=======';
const closing = '>>>>>>> REPLACE';

/** Marks as models write them: indented, with a colon, or with the fence that follows glued on. */
const isOpening = (mark: string): boolean => /^<{7} ?SEARCH:?$/u.test(mark);
const isMiddle = (mark: string): boolean => mark === middle;
const isClosing = (mark: string): boolean => /^>{7} ?REPLACE:?\s*(?:`{3,}|~{3,})?$/u.test(mark);

export type ParsedDiff = { readonly blocks: readonly SearchReplace[] } | { readonly reason: string };

/**
 * Reads the SEARCH/REPLACE blocks of an answer; text around them is talk and is passed over.
 * @returns no blocks when the answer has none; a reason naming the block when one is not closed, out of order or has nothing to find.
 */
export function parseDiff(answer: string): ParsedDiff {
  const blocks: SearchReplace[] = [];
  let part: 'outside' | 'search' | 'replace' = 'outside';
  let search: string[] = [];
  let replace: string[] = [];
  for (const raw of answer.split(/\r\n|\n|\r/u)) {
    const mark = raw.trim();
    const fault = (what: string): ParsedDiff => ({ reason: `block ${blocks.length + 1}: ${what}` });
    if (isOpening(mark)) {
      if (part !== 'outside') return fault(`"${opening}" before the block was closed by "${closing}"`);
      [part, search, replace] = ['search', [], []];
    } else if (part === 'search' && isMiddle(mark)) part = 'replace';
    else if (isClosing(mark)) {
      if (part === 'outside') return fault(`"${closing}" without "${opening}"`);
      if (part === 'search') return fault(`"${closing}" before "${middle}"`);
      if (search.every((line) => line.trim() === '')) return fault('SEARCH is empty');
      blocks.push({ search: withoutFence(search), replace: withoutFence(replace) });
      part = 'outside';
    } else if (part === 'search') search.push(raw);
    else if (part === 'replace') replace.push(raw);
  }
  return part === 'outside' ? { blocks } : { reason: `block ${blocks.length + 1}: it is not closed by "${closing}"` };
}

/** Lines without a code fence around all of them. */
function withoutFence(lines: readonly string[]): readonly string[] {
  const fenced = lines.length >= 2 && /^\s*(?:`{3,}|~{3,})[^`]*$/u.test(lines[0]!) && /^\s*(?:`{3,}|~{3,})\s*$/u.test(lines.at(-1)!);
  return fenced ? lines.slice(1, -1) : lines;
}

/** Writes blocks in the format that `parseDiff` reads. */
export function formatDiff(blocks: readonly SearchReplace[]): string {
  return blocks.map(({ search, replace }) => [opening, ...search, middle, ...replace, closing].join('\n')).join('\n\n');
}
