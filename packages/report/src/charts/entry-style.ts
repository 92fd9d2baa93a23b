import { seriesColour } from './palette.ts';

/** Distinct colours; entries beyond them repeat colours with another dash. */
const colours = 8;
const dashes = ['', '6 3', '2 3', '9 3 2 3'] as const;

/** How an entry of a benchmark is drawn, everywhere alike. */
export interface EntryStyle {
  readonly colour: string;
  /** SVG dash pattern; empty for a solid line. */
  readonly dash: string;
}

/** Style of each entry, by its place among them. */
export function entryStyles(entries: readonly string[]): ReadonlyMap<string, EntryStyle> {
  return new Map(entries.map((entry, index) => [entry, { colour: seriesColour(index % colours), dash: dashes[Math.floor(index / colours) % dashes.length]! }]));
}
