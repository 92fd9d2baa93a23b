/** One edit of an answer: the lines to find and the lines to put in their place. */
export interface SearchReplace {
  readonly search: readonly string[];
  readonly replace: readonly string[];
}

const opening = '<<<<<<< SEARCH';
const middle = '=======';
const closing = '>>>>>>> REPLACE';

/**
 * Marks as models write them: with more or fewer signs, indented, in bold, in small letters, with a colon or the name of the file, with a
 * fence or a tag glued to the end.
 */
const openingMark = /^(?<signs><{3,12})\s*SEARCH\b(?<rest>.*)$/iu;
const harmlessRest = /^:?\s*(?:[\w./-]+\.\w+:?)?$/u;
const closingMark = /^>{3,12}\s*REPLACE:?\s*(?:`{3,}|~{3,}|<\/\w+>|<\|\w+\|>|\([^()<>]*\))*$/iu;
const divider = /^={5,}$/u;

export type ParsedDiff = { readonly blocks: readonly SearchReplace[]; /** The answer without the edits. */ readonly talk: string } | { readonly reason: string };

/**
 * Reads the SEARCH/REPLACE blocks of an answer; text around them is talk and is passed over.
 * @returns no blocks when the answer has none; a reason naming the block when one is not closed, out of order or has nothing to find.
 */
export function parseDiff(answer: string): ParsedDiff {
  const blocks: SearchReplace[] = [];
  const talk: string[] = [];
  let open: { readonly signs: number; readonly lines: string[] } | undefined;
  for (const raw of answer.split(/\r\n|\n|\r/u)) {
    const mark = bare(raw);
    const fault = (what: string): ParsedDiff => ({ reason: `block ${blocks.length + 1}: ${what}` });
    const begins = openingMark.exec(mark)?.groups;
    if (begins !== undefined) {
      if (open !== undefined) return fault(`"${opening}" before the block was closed by "${closing}"`);
      if (!harmlessRest.test(begins['rest']!)) return fault(`the line of "${opening}" holds more than the mark: ${JSON.stringify(mark.slice(0, 160))}`);
      open = { signs: begins['signs']!.length, lines: [] };
    } else if (closingMark.test(mark)) {
      if (open === undefined) return fault(`"${closing}" without "${opening}"`);
      const block = parted(open.lines, open.signs);
      if ('reason' in block) return fault(block.reason);
      blocks.push(block);
      talk.push('');
      open = undefined;
    } else (open?.lines ?? talk).push(raw);
  }
  if (open !== undefined) return { reason: `block ${blocks.length + 1}: it is not closed by "${closing}"` };
  if (blocks.length === 0 && /<{5,}|>{5,}/u.test(answer)) {
    const line = talk.find((one) => /<{5,}|>{5,}/u.test(one))!;
    if (/<{5,}\s*(?:SEARCH|ORIGINAL|HEAD|$)/iu.test(line)) return { reason: `block 1: ${JSON.stringify(line.trim().slice(0, 160))} is not a mark; write "${opening}" on a line of its own` };
  }
  return { blocks, talk: talk.join('\n') };
}

/** A line without what models put around a mark: white space, invisible characters, and signs of Markdown. */
function bare(line: string): string {
  return line.length > 400 ? '' : line.replaceAll(/[\u200B\u2060\uFEFF]/gu, '').trim().replace(/^(?:\*\*|`(?!`))(?<mark>.*?)(?:\*\*|`)$/u, '$<mark>');
}

/** The divider is the first of seven signs, else the one with as many as the opening mark, else the only one. */
function parted(lines: readonly string[], signs: number): SearchReplace | { readonly reason: string } {
  const marks = lines.map(bare);
  const dividers = marks.flatMap((mark, index) => (divider.test(mark) || /^={7} ?REPLACE$/u.test(mark) ? [index] : []));
  const place = dividers.find((index) => marks[index]!.startsWith(middle) && !marks[index]!.startsWith(`${middle}=`))
    ?? dividers.find((index) => marks[index]!.length === signs) ?? (dividers.length === 1 ? dividers[0] : undefined);
  if (place === undefined) return { reason: `"${closing}" before "${middle}"` };
  const [search, replace] = [lines.slice(0, place), lines.slice(place + 1)];
  if (search.every((line) => line.trim() === '')) return { reason: 'SEARCH is empty' };
  return { search: withoutFence(search), replace: withoutFence(replace) };
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
