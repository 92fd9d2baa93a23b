import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { binFor, binsOf, type Bin } from './bins.ts';
import { gridOf, type GridPoint, type GridSize } from './grid.ts';

/** Effective sizes in micrometres: 20 nm shorter and 10 nm wider than drawn. */
const sizeOf = (length: number, width: number): GridSize => ({ length, width, byLength: 1 / (length * 1e6 - 0.02), byWidth: 1 / (width * 1e6 + 0.01) });
const point = (length: number, width: number, vth0: number): GridPoint => ({ size: sizeOf(length, width), values: { vth0 } });
const valueIn = ({ values }: Bin, { byLength, byWidth }: GridSize): number => values['vth0']! + values['lvth0']! * byLength + values['wvth0']! * byWidth + values['pvth0']! * byLength * byWidth;

const sizes = (fewest: number) => fc.uniqueArray(fc.integer({ min: 10, max: 2000 }).map((hundredths) => hundredths * 1e-8), { minLength: fewest, maxLength: 4 });

describe('bins', () => {
  it('go through the values at all corners, and agree on their edges', () => {
    fc.assert(fc.property(sizes(2), sizes(1), fc.infiniteStream(fc.double({ min: -2, max: 2, noNaN: true })), fc.double({ min: 0, max: 1, noNaN: true }), (lengths, widths, values, along) => {
      const known = lengths.flatMap((length) => widths.map((width) => point(length, width, values.next().value!)));
      const grid = gridOf(known, sizeOf);
      expect(grid.filled).toEqual([]);
      const bins = binsOf(grid);
      expect(bins).toHaveLength((lengths.length - 1) * Math.max(1, widths.length - 1));
      // Terms are differences of values over differences of reciprocals: digits are lost where two sizes are nearly one.
      for (const { size, values: { vth0 } } of known) {
        for (const bin of bins.filter(({ lmin, lmax, wmin, wmax }) => [lmin, lmax].includes(size.length) && [wmin, wmax].includes(size.width))) expect(valueIn(bin, size)).toBeCloseTo(vth0!, 6);
      }
      for (const bin of bins) {
        for (const next of bins.filter(({ lmin, wmin }) => lmin === bin.lmax && wmin === bin.wmin)) {
          const edge = sizeOf(bin.lmax, bin.wmin + along * (bin.wmax - bin.wmin));
          expect(valueIn(next, edge)).toBeCloseTo(valueIn(bin, edge), 6);
        }
      }
    }), { numRuns: 60 });
  });

  it('have no terms in a size that does not vary', () => {
    const [bin, ...others] = binsOf(gridOf([point(1e-6, 5e-6, 0.4), point(2e-6, 5e-6, 0.5)], sizeOf));
    expect(others).toEqual([]);
    expect(bin).toMatchObject({ lmin: 1e-6, lmax: 2e-6, wmin: 5e-6, wmax: 5e-6, values: { wvth0: 0, pvth0: 0 } });
    expect(valueIn(bin!, sizeOf(2e-6, 9e-6))).toBeCloseTo(0.5, 12);
  });

  it('are found by size, the nearest where none has it', () => {
    const bins = binsOf(gridOf([point(1e-7, 1e-6, 1), point(1e-6, 1e-6, 2), point(1e-5, 1e-6, 3)], sizeOf));
    expect(binFor(bins, { length: 5e-7, width: 1e-6 })).toEqual({ bin: 0, outside: false });
    expect(binFor(bins, { length: 1.0000000001e-5, width: 1e-6 })).toEqual({ bin: 1, outside: false });
    expect(binFor(bins, { length: 2e-5, width: 2e-6 })).toEqual({ bin: 1, outside: true });
  });
});

describe('grids', () => {
  it('fill a missing corner along its neighbour, with the difference between the two in the reciprocal of the size', () => {
    // f = 1 + 2/Leff + 3/Weff has no product term, so what is filled in is exact.
    const f = (length: number, width: number): GridPoint => point(length, width, 1 + 2 * sizeOf(length, width).byLength + 3 * sizeOf(length, width).byWidth);
    const grid = gridOf([f(1e-7, 1e-6), f(1e-6, 1e-6), f(1e-5, 1e-6), f(1e-7, 1e-5), f(1e-5, 1e-5)], sizeOf);
    expect(grid.filled).toEqual([{ length: 1e-6, width: 1e-5 }]);
    expect(grid.points[1]![1]!.values['vth0']).toBeCloseTo(f(1e-6, 1e-5).values['vth0']!, 12);
  });

  it('refuse one geometry, two of a size, and sizes that share nothing', () => {
    expect(() => gridOf([point(1e-6, 1e-6, 1)], sizeOf)).toThrow(expect.objectContaining({ code: 'BINNING_GRID', message: 'bins need at least two geometries' }));
    expect(() => gridOf([point(1e-6, 1e-6, 1), point(1e-6, 1e-6, 2)], sizeOf)).toThrow(/two geometries are of one size/u);
    expect(() => gridOf([point(1e-6, 1e-6, 1), point(2e-6, 2e-6, 2)], sizeOf)).toThrow(/nothing says what a device of w = 0.000002 m, l = 0.000001 m is like/u);
  });
});
