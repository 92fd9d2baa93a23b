import { evolveRegion, type EvolveRegion } from '../program/evolve-region.ts';
import { asWritten, straight, withoutNumbers } from './copied-lines.ts';
import { nearestLines } from './nearest-lines.ts';
import type { SearchReplace } from './search-replace.ts';

export type AppliedDiff = { readonly source: string } | { readonly reason: string };

/**
 * Applies edits one after another, each to the result of those before. A SEARCH matches whole lines of the evolve block: exactly, or else
 * with differences in white space and typographic signs only, or else without line numbers that were copied with them; exactly one place
 * must match. Lines around the block that SEARCH and REPLACE both repeat, such as its markers, stay as they are.
 * @returns a reason naming the block (counted from 1) when it matches nothing, several places, or text outside the evolve block.
 */
export function applyDiff(source: string, blocks: readonly SearchReplace[]): AppliedDiff {
  let current = source;
  for (const [index, block] of blocks.entries()) {
    const applied = applyBlock(current, block);
    if ('reason' in applied) return { reason: `block ${index + 1}: ${applied.reason}` };
    current = applied.source;
  }
  return current === source ? { reason: 'the edits change nothing' } : { source: current };
}

function applyBlock(source: string, block: SearchReplace): AppliedDiff {
  const region = evolveRegion(source);
  if ('reason' in region) return { reason: region.reason };
  const plain = { search: withoutBlankEnds(block.search), replace: block.replace };
  const unnumbered = withoutNumbers(plain);
  const tries: readonly (readonly [SearchReplace, Alike])[] = [
    [block, exactly], [plain, exceptWhiteSpace], ...(unnumbered === undefined ? [] : [[unnumbered, exceptWhiteSpace] as const]),
  ];
  for (const [edit, alike] of tries) {
    const places = matches(region.lines, edit.search, alike);
    const within = places.filter((place) => place >= region.first && place + edit.search.length <= region.end);
    if (within.length > 1) return { reason: `SEARCH matches ${within.length} places (lines ${within.map((place) => place + 1).join(', ')}); add lines until it matches one: ${quoted(block.search)}` };
    const [place = places.length === 1 ? places[0] : undefined] = within;
    if (place !== undefined) return replaced(region, edit, place);
    if (places.length > 0) return outside(places[0]!, edit.search.length, block);
  }
  const near = nearestLines(region.lines, plain.search, region);
  const hint = near === undefined ? '' : `\nThe nearest lines of the program begin at line ${near.line}:\n${near.text}`;
  return { reason: `SEARCH matches nothing in the program: ${quoted(block.search)}${hint}` };
}

function replaced({ lines, first, end }: EvolveRegion, { search, replace }: SearchReplace, place: number): AppliedDiff {
  const before = Math.max(0, first - place);
  const behind = Math.max(0, place + search.length - end);
  const written = before + behind === 0 ? replace : withoutBlankEnds(replace);
  const same = (line: string | undefined, other: string | undefined): boolean => line !== undefined && other !== undefined && exceptWhiteSpace(line, other);
  const isFrameKept = search.length > before + behind && written.length >= before + behind
    && search.slice(0, before).every((line, index) => same(line, written[index]))
    && search.slice(search.length - behind).every((line, index) => same(line, written[written.length - behind + index]));
  if (!isFrameKept) return outside(place, search.length, { search, replace });
  const [from, to] = [place + before, place + search.length - behind];
  const old = lines.slice(from, to);
  const added = asWritten(written.slice(before, written.length - behind), { search: search.slice(before, search.length - behind), old });
  return { source: [...lines.slice(0, from), ...added, ...lines.slice(to)].join('\n') };
}

function outside(place: number, length: number, { search }: SearchReplace): AppliedDiff {
  const where = length === 1 ? `line ${place + 1}` : `lines ${place + 1} to ${place + length}`;
  return { reason: `SEARCH matches text outside the evolve block (${where}), which must not change: ${quoted(search)}` };
}

type Alike = (one: string, other: string) => boolean;

const exactly: Alike = (one, other) => one === other;
const exceptWhiteSpace: Alike = (one, other) => squeezed(one) === squeezed(other);

/** White space and typographic quotation marks and dashes are layout of the answer. */
function squeezed(line: string): string {
  return straight(line.trim().replaceAll(/\s+/gu, ' '));
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}

function matches(lines: readonly string[], wanted: readonly string[], alike: Alike): readonly number[] {
  const places: number[] = [];
  for (let place = 0; place + wanted.length <= lines.length; place += 1) {
    if (wanted.every((line, offset) => alike(line, lines[place + offset] ?? ''))) places.push(place);
  }
  return places;
}

function quoted(search: readonly string[]): string {
  const text = withoutBlankEnds(search).join('\n');
  return JSON.stringify(text.length > 160 ? `${text.slice(0, 160)}…` : text);
}
