import { evolveRegion } from '../program/evolve-region.ts';
import type { SearchReplace } from './search-replace.ts';

export type AppliedDiff = { readonly source: string } | { readonly reason: string };

/**
 * Applies edits one after another, each to the result of those before. A SEARCH matches whole lines of the evolve block:
 * exactly, or else with differences in white space only; exactly one place must match.
 * @returns a reason naming the block (counted from 1) when it matches nothing, several places, or only text outside the evolve block.
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
  const { search, replace } = withoutCopiedMarkers(block);
  const region = evolveRegion(source);
  if ('reason' in region) return { reason: region.reason };
  const { lines, first, end } = region;
  for (const alike of [exactly, exceptWhiteSpace]) {
    // Blank lines around a SEARCH are layout of the answer when only white space is let differ.
    const wanted = alike === exactly ? search : withoutBlankEnds(search);
    const places = matches(lines, wanted, alike);
    const within = places.filter((place) => place >= first && place + wanted.length <= end);
    if (within.length > 1) return { reason: `SEARCH matches ${within.length} places (lines ${within.map((place) => place + 1).join(', ')}); add lines until it matches one: ${quoted(search)}` };
    const [place] = within;
    if (place !== undefined) return { source: [...lines.slice(0, place), ...replace, ...lines.slice(place + wanted.length)].join('\n') };
    if (places.length > 0) return { reason: `SEARCH matches only outside the evolve block (line ${(places[0] ?? 0) + 1}), which must not change: ${quoted(search)}` };
  }
  return { reason: `SEARCH matches nothing in the program: ${quoted(search)}` };
}

type Alike = (one: string, other: string) => boolean;

const exactly: Alike = (one, other) => one === other;
const exceptWhiteSpace: Alike = (one, other) => squeezed(one) === squeezed(other);

/** White space and typographic quotation marks and dashes are layout of the answer. */
function squeezed(line: string): string {
  return line.trim().replaceAll(/\s+/gu, ' ').replaceAll(/[\u2018\u2019]/gu, "'").replaceAll(/[\u201C\u201D]/gu, '"').replaceAll(/[\u2013\u2014]/gu, '-');
}

/**
 * An edit whose SEARCH and REPLACE both begin with the marker line of the evolve block's start, or end with that of its end: models copy it
 * with the code next to it. A marker in one of the two alone stays, and the edit is refused.
 */
function withoutCopiedMarkers(block: SearchReplace): SearchReplace {
  let { search, replace } = { search: withoutBlankEnds(block.search), replace: withoutBlankEnds(block.replace) };
  let copied = false;
  if (isMarker(search[0], 'START') && isMarker(replace[0], 'START')) [search, replace, copied] = [search.slice(1), replace.slice(1), true];
  if (isMarker(search.at(-1), 'END') && isMarker(replace.at(-1), 'END')) [search, replace, copied] = [search.slice(0, -1), replace.slice(0, -1), true];
  return copied && search.length > 0 ? { search, replace } : block;
}

function isMarker(line: string | undefined, which: 'START' | 'END'): boolean {
  return line?.trim() === `// EVOLVE-BLOCK-${which}`;
}

function withoutBlankEnds(lines: readonly string[]): readonly string[] {
  const first = lines.findIndex((line) => line.trim() !== '');
  const last = lines.findLastIndex((line) => line.trim() !== '');
  return lines.slice(first, last + 1);
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
