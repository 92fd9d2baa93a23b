import { describe, expect, test } from 'vitest';
import { StretchedAxes } from './stretched-axes.ts';

const lin = (lower: number, upper: number, start: number): { readonly lower: number; readonly upper: number; readonly start: number; readonly scale: 'lin' } =>
  ({ lower, upper, start, scale: 'lin' });

describe('StretchedAxes', () => {
  test('leaves log axes alone, and linear ones whose start lies well inside', () => {
    const axes = new StretchedAxes([lin(0, 1, 0.5), lin(0, 1, 0), lin(1, 2, 1), { lower: 1e-18, upper: 1, start: 1e-14, scale: 'log' }]);
    expect(axes.fromUnit([0.3, 1e-9, 0.2, 0.7])).toEqual([0.3, 1e-9, 0.2, 0.7]);
    expect(axes.toUnit([0.3, 1e-9, 0.2, 0.7])).toEqual([0.3, 1e-9, 0.2, 0.7]);
  });

  test.each([['from zero', lin(0, 1e-3, 5e-14)], ['from above zero', lin(1e-18, 1e-3, 5e-14)], ['around zero', lin(-1, 1, 1e-9)], ['below zero', lin(-1e-3, 0, -1e-12)]])('%s', (_, parameter) => {
    const axes = new StretchedAxes([parameter]);
    const places = Array.from({ length: 101 }, (__, index) => index / 100);
    const units = places.map((place) => axes.toUnit([place])[0]!);
    expect([units[0], units[100]]).toEqual([0, 1]);
    for (const [index, unit] of units.entries()) {
      if (index > 0) expect(unit).toBeGreaterThanOrEqual(units[index - 1]!);
      expect(axes.fromUnit([unit])[0]).toBeCloseTo(places[index]!, 6);
    }
    // A difference step of 3e-4 changes the start value by a few per cent at most, where it was 3e-4 of the bounds.
    const { lower, upper, start } = parameter;
    const at = axes.fromUnit([(start - lower) / (upper - lower)])[0]!;
    const moved = lower + (upper - lower) * axes.toUnit([at + 3e-4])[0]!;
    expect(Math.abs(moved - start)).toBeLessThan(0.05 * Math.abs(start));
    expect(Math.abs(moved - start)).toBeGreaterThan(1e-4 * Math.abs(start));
  });
});
