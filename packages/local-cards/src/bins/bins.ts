import { isSame, type GridPoint, type ParameterGrid } from './grid.ts';

/** A card's part for devices between two lengths and two widths, edges included, m. */
export interface Bin {
  readonly lmin: number;
  readonly lmax: number;
  readonly wmin: number;
  readonly wmax: number;
  /** Base of each parameter, and its terms by 1/Leff (`l…`), 1/Weff (`w…`) and their product (`p…`). */
  readonly values: Readonly<Record<string, number>>;
}

/**
 * Bins between the lines of a grid: P + PL/Leff + PW/Weff + PP/(Leff Weff) goes through the values at the four corners of each (BSIM4.8.1 manual,
 * section 1.4), so values are the same on both sides of an edge. Of a grid with one length or width the terms in it are 0, and its edges are
 * the size itself.
 */
export function binsOf({ lengths, widths, points }: ParameterGrid): readonly Bin[] {
  return spans(lengths).flatMap(([l, L]) => spans(widths).map(([w, W]): Bin => {
    const corner = (length: number, width: number): GridPoint => points[length]![width]!;
    const [low, high] = [corner(l, w), corner(L, W)];
    const values = Object.keys(low.values).flatMap((name) => {
      const at = (length: number, width: number): number => corner(length, width).values[name]!;
      const terms = bilinear(low.size.byLength, high.size.byLength, low.size.byWidth, high.size.byWidth, [at(l, w), at(L, w), at(l, W), at(L, W)]);
      return ['', 'l', 'w', 'p'].map((prefix, index) => [`${prefix}${name}`, terms[index]!] as const);
    });
    return { lmin: lengths[l]!, lmax: lengths[L]!, wmin: widths[w]!, wmax: widths[W]!, values: Object.fromEntries(values) };
  }));
}

/** Neighbours by index; one line alone is both. */
function spans({ length }: readonly number[]): readonly (readonly [number, number])[] {
  return length === 1 ? [[0, 0]] : Array.from({ length: length - 1 }, (_, index) => [index, index + 1] as const);
}

/**
 * a + b x + c y + d x y through values at (x, y) = (x0, y0), (x1, y0), (x0, y1), (x1, y1).
 * @returns a, b, c, d; where x0 = x1, or y0 = y1, the terms in it are 0
 */
function bilinear(x0: number, x1: number, y0: number, y1: number, [v00, v10, v01, v11]: readonly [number, number, number, number]): readonly [number, number, number, number] {
  const [dx, dy] = [x1 - x0, y1 - y0];
  const b0 = dx === 0 ? 0 : (v10 - v00) / dx;
  const b1 = dx === 0 ? 0 : (v11 - v01) / dx;
  const a0 = v00 - b0 * x0;
  const a1 = v01 - b1 * x0;
  const [c, d] = dy === 0 ? [0, 0] : [(a1 - a0) / dy, (b1 - b0) / dy];
  return [a0 - c * y0, b0 - d * y0, c, d];
}

/** The bin of a drawn size, and whether it lies outside all of them: the nearest by ratios of lengths then. */
export function binFor(bins: readonly Bin[], { length, width }: { readonly length: number; readonly width: number }): { readonly bin: number; readonly outside: boolean } {
  const distance = ({ lmin, lmax, wmin, wmax }: Bin): number => Math.hypot(beyond(length, lmin, lmax), beyond(width, wmin, wmax));
  const distances = bins.map(distance);
  const bin = distances.indexOf(Math.min(...distances));
  return { bin, outside: distances[bin]! > 0 };
}

function beyond(value: number, low: number, high: number): number {
  if (isSame(value, low) || isSame(value, high)) return 0;
  return value < low ? Math.log(low / value) : value > high ? Math.log(value / high) : 0;
}
