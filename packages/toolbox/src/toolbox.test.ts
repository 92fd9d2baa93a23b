import type { OptimizerContext } from '@evospice/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as exported from './index.ts';
import { affordable, geometricMean, initialSimplex, mean, median, parabolaMinimum, quantile, rms, simplexMoves, standardDeviation, toolbox, type ToolboxFunctions } from './index.ts';

const numbers = fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 30 });

describe('toolbox', () => {
  test('holds every function that the package exports, and nothing else', () => {
    const functions = Object.entries(exported).filter(([name, value]) => typeof value === 'function' && name !== 'ToolboxError');
    expect(Object.keys(toolbox).sort()).toEqual(functions.map(([name]) => name).sort());
    for (const [name, value] of functions) expect(toolbox[name as keyof ToolboxFunctions]).toBe(value);
    expect(Object.isFrozen(toolbox)).toBe(true);
  });

  test('is the type of `context.toolbox`', () => {
    const read = (context: Pick<OptimizerContext, 'toolbox'>): number => context.toolbox.norm([3, 4]);
    expect(read({ toolbox })).toBe(5);
  });

  test('affordable forgives rounding but never overspends by more than it', () => {
    expect(affordable({ remaining: 2.999_999_999_99 })).toBe(3);
    expect(affordable({ remaining: 2.9 })).toBe(2);
    expect(affordable({ remaining: 1 }, 0.25)).toBe(4);
    expect(affordable({ remaining: 0 })).toBe(0);
  });
});

describe('statistics', () => {
  test('quantiles rise, stay inside the values, and meet the ends', () => {
    fc.assert(
      fc.property(numbers, fc.double({ min: 0, max: 1, noNaN: true }), fc.double({ min: 0, max: 1, noNaN: true }), (values, p, q) => {
        // Adding 0 turns a negative zero, which compares as equal but is not the same, into 0.
        expect(quantile(values, 0) + 0).toBe(Math.min(...values) + 0);
        expect(quantile(values, 1) + 0).toBe(Math.max(...values) + 0);
        const [low, high] = [quantile(values, Math.min(p, q)), quantile(values, Math.max(p, q))];
        expect(low).toBeLessThanOrEqual(high + 1e-9);
      }),
    );
  });

  test('known values', () => {
    expect(mean([1, 2, 6])).toBe(3);
    expect(median([5, 1, 2])).toBe(2);
    expect(median([4, 1, 2, 3])).toBe(2.5);
    // R: quantile(c(1, 2, 4, 8), 0.4, type = 7) is 2.4.
    expect(quantile([8, 1, 4, 2], 0.4)).toBeCloseTo(2.4, 12);
    expect(rms([3, 4])).toBeCloseTo(Math.sqrt(12.5), 12);
    expect(standardDeviation([2, 4, 4, 4, 5, 5, 7, 9])).toBeCloseTo(Math.sqrt(32 / 7), 12);
    expect(standardDeviation([3])).toBe(0);
    expect(geometricMean([1, 100])).toBeCloseTo(10, 12);
    expect(geometricMean([0, 5])).toBe(0);
  });

  test.each([[() => mean([])], [() => median([])], [() => rms([])], [() => geometricMean([])], [() => quantile([], 0.5)]])('nothing has no statistics', (call) => {
    expect(call).toThrow(expect.objectContaining({ code: 'TOOLBOX_EMPTY' }));
  });

  test('refuses a fraction outside [0, 1] and a negative number under a root', () => {
    expect(() => quantile([1], 2)).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
    expect(() => geometricMean([1, -1])).toThrow(expect.objectContaining({ code: 'TOOLBOX_RANGE' }));
  });
});

describe('simplex and parabola', () => {
  test('moves of a triangle by hand', () => {
    // Vertices (0, 0), (0.4, 0), worst (0, 0.4): the centre of the others is (0.2, 0); n = 2 has expansion 2, contraction 1/2.
    const { reflected, expanded, contractedInside, contractedOutside, shrunk } = simplexMoves([[0, 0], [0.4, 0], [0, 0.4]]);
    expect(reflected[0]).toBeCloseTo(0.4, 12);
    expect(reflected[1]).toBe(0);
    expect(expanded[0]).toBeCloseTo(0.6, 12);
    expect(contractedOutside[0]).toBeCloseTo(0.3, 12);
    expect(contractedInside).toEqual([expect.closeTo(0.1, 12), expect.closeTo(0.2, 12)]);
    expect(shrunk[2]).toEqual([0, expect.closeTo(0.2, 12)]);
  });

  test('a simplex at the wall turns inwards', () => {
    expect(initialSimplex([1, 0.5], 0.1)).toEqual([[1, 0.5], [0.9, 0.5], [1, 0.6]]);
  });

  test('the parabola through three points of a parabola has its minimum', () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true }), (place, curvature) => {
        const at = (x: number): [number, number] => [x, curvature * (x - place) ** 2 + 1];
        expect(parabolaMinimum([at(0), at(1), at(3)])).toBeCloseTo(place, 6);
        expect(parabolaMinimum([at(3), at(0), at(1)])).toBeCloseTo(place, 6);
      }),
    );
    expect(parabolaMinimum([[0, 0], [1, 1], [2, 0]])).toBeUndefined();
    expect(parabolaMinimum([[0, 0], [1, 1], [2, 2]])).toBeUndefined();
  });
});
