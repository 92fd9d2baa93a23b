import { EvospiceError } from '@evospice/contracts';

/** Drawn size, m, and what the binning terms are multiplied with there: 1/Leff and 1/Weff in the card's unit. */
export interface GridSize {
  readonly length: number;
  readonly width: number;
  readonly byLength: number;
  readonly byWidth: number;
}

/** A geometry with the values that its parameters have there. */
export interface GridPoint {
  readonly size: GridSize;
  readonly values: Readonly<Record<string, number>>;
}

/** Values at every length for every width. */
export interface ParameterGrid {
  /** Ascending, m. */
  readonly lengths: readonly number[];
  readonly widths: readonly number[];
  /** By length, then by width. */
  readonly points: readonly (readonly GridPoint[])[];
  /** Sizes that nobody extracted at, filled in between their neighbours. */
  readonly filled: readonly { readonly length: number; readonly width: number }[];
}

/** Drawn sizes that differ by less, as a part, are one. */
const same = 1e-6;

/**
 * The grid that geometries span. A corner at which nothing was extracted follows the row or column of a neighbour, with the difference between
 * the two interpolated in 1/Leff or 1/Weff.
 * @param sizeOf effective size of a drawn one
 * @throws EvospiceError `BINNING_GRID` for a single geometry, for two points of one size, and for corners that no neighbour says anything about
 */
export function gridOf(known: readonly GridPoint[], sizeOf: (length: number, width: number) => GridSize): ParameterGrid {
  const lengths = distinct(known.map(({ size }) => size.length));
  const widths = distinct(known.map(({ size }) => size.width));
  if (known.length < 2) {
    throw new EvospiceError('BINNING_GRID', 'bins need at least two geometries', { received: known.map(({ size }) => sizeText(size)).join('; '), expected: 'training curves of devices of several lengths or widths', remedy: 'extract one card with `evospice extract`' });
  }
  const cells = lengths.map((length) => widths.map((width) => {
    const here = known.filter(({ size }) => isSame(size.length, length) && isSame(size.width, width));
    if (here.length > 1) throw new EvospiceError('BINNING_GRID', `two geometries are of one size, ${sizeText(here[0]!.size)}`, { received: here.length, expected: 'each size once', remedy: 'leave the curves of one of them out of the training curves (`split: extra`)' });
    return here[0];
  }));
  const filled: { length: number; width: number }[] = [];
  const points = lengths.map((length, l) => widths.map((width, w): GridPoint => {
    const own = cells[l]![w];
    if (own !== undefined) return own;
    const size = sizeOf(length, width);
    const column = cells.map((row) => row[w]);
    const values = carried(size, 'byLength', column, widths.map((_, other) => cells.map((row) => row[other])).toSorted(nearest('byWidth', size)), l)
      ?? carried(size, 'byWidth', cells[l]!, cells.toSorted(nearest('byLength', size)), w);
    if (values === undefined) {
      throw new EvospiceError('BINNING_GRID', `nothing says what a device of ${sizeText(size)} is like`, {
        received: known.map(({ size: other }) => sizeText(other)).join('; '), expected: 'lengths and widths that share corners', remedy: 'measure that size, or leave one out that stands alone (`split: extra`)',
      });
    }
    filled.push({ length, width });
    return { size, values };
  }));
  return { lengths, widths, points, filled };
}

type Line = readonly (GridPoint | undefined)[];

/** Lines that are known to be of nearly this size first. */
function nearest(by: 'byLength' | 'byWidth', size: GridSize): (a: Line, b: Line) => number {
  const distance = (line: Line): number => Math.abs((line.find((point) => point !== undefined)?.size[by] ?? Infinity) - size[by]);
  return (a, b) => distance(a) - distance(b);
}

/** Values on a line from those of a parallel one that has the place, and the differences where both are known. */
function carried(size: GridSize, along: 'byLength' | 'byWidth', line: Line, parallels: readonly Line[], place: number): GridPoint['values'] | undefined {
  for (const other of parallels) {
    const reference = other[place];
    const shared = line.flatMap((point, index) => (point === undefined || other[index] === undefined || other === line ? [] : [{ at: point.size[along], point, reference: other[index] }]));
    if (reference === undefined || shared.length === 0) continue;
    const [first, second] = shared.toSorted((a, b) => Math.abs(a.at - size[along]) - Math.abs(b.at - size[along]));
    const share = second === undefined ? 0 : (size[along] - first!.at) / (second.at - first!.at);
    return Object.fromEntries(Object.entries(reference.values).map(([name, value]) => {
      const difference = (each: typeof first): number => each!.point.values[name]! - each!.reference.values[name]!;
      return [name, value + difference(first) + (second === undefined ? 0 : share * (difference(second) - difference(first)))];
    }));
  }
  return undefined;
}

function distinct(values: readonly number[]): readonly number[] {
  return values.toSorted((a, b) => a - b).filter((value, index, all) => index === 0 || !isSame(value, all[index - 1]!));
}

export function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= same * Math.max(Math.abs(a), Math.abs(b));
}

export function sizeText({ length, width }: { readonly length: number; readonly width: number }): string {
  return `w = ${Number(width.toPrecision(6))} m, l = ${Number(length.toPrecision(6))} m`;
}
