import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { backtrack } from './backtrack.ts';
import { lineRange } from './line-range.ts';

const numbers = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe('backtrack', () => {
  const along = (f: (place: number) => number) => async (places: readonly number[]): Promise<number[]> => places.map(f);

  test('finds the minimum of a parabola with one look beyond the full step', async () => {
    const f = (x: number): number => (x - 2.5) ** 2;
    expect(await backtrack(along(f), { cost: f(0), slope: -5, step: 1, longest: 10, iterations: 10 })).toEqual({ place: expect.closeTo(2.5, 12), cost: expect.closeTo(0, 12), evaluations: 2 });
    const wall = await backtrack(along(f), { cost: f(0), slope: -5, step: 1, longest: 2, iterations: 10 });
    expect(wall.place).toBe(2);
  });

  test('comes back from places that are too dear or fail', async () => {
    const f = (x: number): number => (x > 0.3 ? Infinity : (x - 0.2) ** 2);
    const found = await backtrack(along(f), { cost: f(0), slope: -0.4, step: 1, longest: 1, iterations: 10 });
    // 1 fails, 1/4 is good enough, and the parabola's minimum is near.
    expect(found.place).toBeCloseTo(0.25, 12);
    expect(found.evaluations).toBe(2);
  });

  test('meets the condition of Armijo or gives up at the start', async () => {
    await fc.assert(
      fc.asyncProperty(numbers(-3, -0.01), numbers(-5, 5), numbers(-20, 20), async (slope, second, third) => {
        const f = (x: number): number => 1 + slope * x + second * x ** 2 + third * x ** 3;
        const { place, cost, evaluations } = await backtrack(along(f), { cost: 1, slope, step: 1, longest: 1, iterations: 60 });
        expect(evaluations).toBeLessThanOrEqual(60);
        expect(place).toBeGreaterThan(0);
        expect(cost).toBeLessThan(1);
      }),
    );
    const up = await backtrack(along((x) => 1 + x), { cost: 1, slope: -1, step: 1, longest: 1, iterations: 7 });
    expect(up).toEqual({ place: 0, cost: 1, evaluations: 7 });
  });

  test('refuses to climb', async () => {
    await expect(backtrack(along(() => 0), { cost: 0, slope: 0, step: 1, longest: 1, iterations: 5 })).rejects.toMatchObject({ code: 'TOOLBOX_RANGE' });
  });
});

describe('lineRange', () => {
  test('the first wall and the last', () => {
    const range = lineRange([0.5, 0.25, 0.9], [1, -1, 0]);
    expect(range).toEqual({ lower: -0.5, upper: 0.25 });
    expect(lineRange([0.5, 0.25, 0.9], [1, -1, 0], 'last')).toEqual({ lower: -0.75, upper: 0.5 });
    expect(lineRange([0.5], [0])).toEqual({ lower: 0, upper: 0 });
    expect(() => lineRange([0.5], [1, 2])).toThrow(expect.objectContaining({ code: 'TOOLBOX_SHAPE' }));
  });

  test('both ends lie in the cube, and no farther ones do', () => {
    const vector = fc.array(fc.tuple(numbers(0, 1), numbers(-2, 2)), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(vector, (pairs) => {
        const unit = pairs.map(([place]) => place);
        const direction = pairs.map(([, move]) => (Math.abs(move) < 1e-3 ? 0 : move));
        const { lower, upper } = lineRange(unit, direction);
        const outside = (t: number): number => Math.max(...unit.map((place, index) => Math.max(-(place + t * direction[index]!), place + t * direction[index]! - 1)));
        for (const end of [lower, upper]) expect(outside(end)).toBeLessThanOrEqual(1e-12);
        if (direction.some((move) => move !== 0)) for (const beyond of [lower - 1e-6, upper + 1e-6]) expect(outside(beyond)).toBeGreaterThan(0);
      }),
    );
  });
});
