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

/** The same for a path that ECharts draws. */
export function lineStroke(style: EntryStyle | undefined, lineWidth: number): { readonly fill: 'none'; readonly stroke: string; readonly lineWidth: number; readonly lineJoin: 'round'; readonly lineDash?: number[] } {
  const dash = style?.dash ?? '';
  return { fill: 'none', stroke: style?.colour ?? 'var(--ink)', lineWidth, lineJoin: 'round', ...(dash === '' ? {} : { lineDash: dash.split(' ').map(Number) }) };
}
