import type { SearchReplace } from './search-replace.ts';

const typographic = /[\u2018\u2019\u201C\u201D\u2013\u2014]/u;
const numbered = /^\s*L?(?<number>\d{1,6})\s*[:|\t] ?(?<code>.*)$/u;

/** Straight quotation marks and hyphens for typographic ones. */
export function straight(line: string): string {
  return line.replaceAll(/[\u2018\u2019]/gu, "'").replaceAll(/[\u201C\u201D]/gu, '"').replaceAll(/[\u2013\u2014]/gu, '-');
}

/** An edit without the line numbers that were copied with its SEARCH; undefined where its lines are not numbered one after another. */
export function withoutNumbers({ search, replace }: SearchReplace): SearchReplace | undefined {
  const found = search.map((line) => numbered.exec(line)?.groups);
  const first = Number(found[0]?.['number']);
  if (!found.every((groups, index) => groups !== undefined && Number(groups['number']) === first + index)) return undefined;
  const codes = replace.map((line) => numbered.exec(line)?.groups?.['code']);
  const isNumbered = replace.every((line, index) => line.trim() === '' || codes[index] !== undefined);
  return { search: found.map((groups) => groups!['code']!), replace: isNumbered ? replace.map((line, index) => codes[index] ?? line) : replace };
}

/**
 * The lines of a REPLACE as they are put into a program: with straight signs where the SEARCH had typographic ones for the program's, and
 * with the program's line ends.
 */
export function asWritten(lines: readonly string[], { search, old }: { readonly search: readonly string[]; readonly old: readonly string[] }): readonly string[] {
  const isTypographic = search.some((line) => typographic.test(line)) && !old.some((line) => typographic.test(line));
  const end = old[0]?.endsWith('\r') === true ? '\r' : '';
  return lines.map((line) => (isTypographic ? straight(line) : line) + end);
}

const comment = /^\s*(?:\/\/|\/\*|#|--|%)\s*(?<text>.*?)\s*(?:\*\/)?\s*$/u;
const leftOut = /^(?:\.{3}|…)\s*(?:$|.*\b(?:existing|unchanged|rest|remaining|same|previous|original|other|omitted|as before)\b)|\b(?:existing code|unchanged code|code omitted|(?:rest|remainder) of (?:the |this )?(?:code|program|function|block|file)|code (?:remains |stays |is )?(?:unchanged|the same|omitted))\b/iu;

/** The first line of new code that stands for code left out ("// ... existing code ..."), which the parent does not have. */
export function leftOutLine(lines: readonly string[], parent: readonly string[]): string | undefined {
  const known = new Set(parent.map((line) => line.trim()));
  return lines.find((line) => line.length <= 200 && !known.has(line.trim()) && leftOut.test(comment.exec(line)?.groups?.['text'] ?? ''));
}
