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

function applyBlock(source: string, { search, replace }: SearchReplace): AppliedDiff {
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

function squeezed(line: string): string {
  return line.trim().replaceAll(/\s+/g, ' ');
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
