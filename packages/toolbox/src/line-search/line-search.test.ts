import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bracketMinimum } from './bracket.ts';
import type { Line, LineBracket } from './line.ts';
import { nextQuadraticPlace, quadraticSearch } from './quadratic.ts';
import { lineSearch, type LineMethod } from './search-line.ts';
import { fibonacciSearch, goldenSection } from './sections.ts';

/** Costs of a function along a line, with the places that were asked for. */
function counted(f: (place: number) => number): { readonly costs: (places: readonly number[]) => Promise<number[]>; readonly met: number[] } {
  const met: number[] = [];
  return { met, costs: async (places) => places.map((place) => { met.push(place); return f(place); }) };
}

const open: Omit<Line, 'cost'> = { step: 0.1, lower: -Infinity, upper: Infinity, growth: 1.5, iterations: 100 };
const whole = (f: (place: number) => number): LineBracket =>
  ({ lower: { place: 0, cost: f(0) }, best: { place: 0, cost: f(0) }, upper: { place: 1, cost: f(1) }, evaluations: 0 });
const methods: LineMethod[] = ['quadratic', 'golden', 'fibonacci'];
const numbers = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe('bracketMinimum', () => {
  test('steps grow by the factor asked for, after a look at the other side', async () => {
    const f = (x: number): number => (x + 1) ** 2;
    const { costs, met } = counted(f);
    const bracket = await bracketMinimum(costs, { ...open, cost: f(0), growth: 2 });
    // 0.1 is dearer; then -0.1, and steps of 0.2, 0.4, 0.8.
    expect(met.map((place) => Number(place.toFixed(12)))).toEqual([0.1, -0.1, -0.3, -0.7, -1.5]);
    expect([bracket.lower.place, bracket.best.place, bracket.upper.place].map((place) => Number(place.toFixed(12)))).toEqual([-1.5, -0.7, -0.3]);
    expect(bracket.evaluations).toBe(5);
  });

  test('holds the minimum of a unimodal function, within the walls, wherever that lies', async () => {
    await fc.assert(
      fc.asyncProperty(numbers(-1, 1), numbers(1.5, 2), numbers(0.01, 0.5), fc.boolean(), async (minimum, growth, step, back) => {
        const f = (x: number): number => Math.abs(x - minimum) ** 1.3;
        const { costs, met } = counted(f);
        const { lower, best, upper } = await bracketMinimum(costs, { cost: f(0), step: back ? -step : step, lower: -1, upper: 1, growth, iterations: 100 });
        expect(lower.place).toBeLessThanOrEqual(minimum + 1e-12);
        expect(upper.place).toBeGreaterThanOrEqual(minimum - 1e-12);
        expect(best.cost).toBeLessThanOrEqual(Math.min(lower.cost, upper.cost));
        for (const place of met) expect(Math.abs(place)).toBeLessThanOrEqual(1);
      }),
    );
  });

  test('a first step that is far too long shrinks where the slope says that the line leads downhill', async () => {
    const f = (x: number): number => (x - 1e-7) ** 2;
    const line = { ...open, cost: f(0), step: 0.5, lower: 0, slope: -2e-7 };
    const { lower, best, upper, evaluations } = await bracketMinimum(counted(f).costs, line);
    expect(best.cost).toBeLessThan(f(0));
    expect([lower.place <= 1e-7, upper.place >= 1e-7]).toEqual([true, true]);
    // A tenth at least is left each time: the bracket is not wider than the search for its sections can bear.
    expect(upper.place).toBeLessThan(1e-5);
    expect(evaluations).toBeLessThan(12);
    for (const method of ['golden', 'fibonacci'] as const) expect((await lineSearch(counted(f).costs, line, method, 0.1)).place).toBeCloseTo(1e-7, 9);
  });

  test('a slope that promises what no place keeps ends with its digits', async () => {
    const { costs, met } = counted((x) => 1 + x);
    const { best, evaluations } = await bracketMinimum(costs, { ...open, cost: 1, step: 0.5, lower: 0, slope: -1 });
    expect(best.place).toBe(0);
    expect(evaluations).toBe(met.length);
    expect(evaluations).toBeLessThan(60);
  });

  test('a failed place ends the growth, a wall too, and so do the evaluations', async () => {
    const f = (x: number): number => (x > 0.4 ? Infinity : -x);
    const failed = await bracketMinimum(counted(f).costs, { ...open, cost: 0, growth: 2 });
    // 0.1, 0.3, 0.7
    expect(failed.upper).toEqual({ place: expect.closeTo(0.7, 12), cost: Infinity });
    expect(failed.best.place).toBeCloseTo(0.3, 12);
    const wall = await bracketMinimum(counted((x) => -x).costs, { ...open, cost: 0, upper: 0.25 });
    expect(wall.best).toBe(wall.upper);
    expect(wall.best.place).toBe(0.25);
    const short = await bracketMinimum(counted((x) => -x).costs, { ...open, cost: 0, iterations: 3 });
    expect(short.evaluations).toBe(3);
  });

  test('refuses a line that cannot be searched', async () => {
    for (const change of [{ step: 0 }, { step: Number.NaN }, { lower: 0.1 }, { upper: -1 }, { growth: 0.5 }]) {
      await expect(bracketMinimum(counted(() => 0).costs, { ...open, cost: 0, ...change })).rejects.toMatchObject({ code: 'TOOLBOX_RANGE' });
    }
  });
});

describe('sections', () => {
  const f = (x: number): number => Math.abs(x - 0.2813);

  // Kiefer 1953: k evaluations leave 0.618034^(k - 1) of the interval by golden section, and 1 / F(k) by Fibonacci search (the last
  // place being moved by a hundredth of what is left).
  test.each([2, 3, 5, 8, 12, 16])('what %i evaluations leave', async (iterations) => {
    const golden = await goldenSection(counted(f).costs, whole(f), { epsilon: 1e-9, iterations });
    expect(golden.evaluations).toBe(iterations);
    expect(golden.upper - golden.lower).toBeCloseTo(0.6180339887498949 ** (iterations - 1), 9);
    const numbersOf = [1, 1];
    while (numbersOf.length <= iterations) numbersOf.push(numbersOf.at(-1)! + numbersOf.at(-2)!);
    const fibonacci = await fibonacciSearch(counted(f).costs, whole(f), { epsilon: 1e-9, iterations });
    expect(fibonacci.evaluations).toBe(iterations);
    expect((fibonacci.upper - fibonacci.lower) * numbersOf[iterations]!).toBeGreaterThan(0.97);
    expect((fibonacci.upper - fibonacci.lower) * numbersOf[iterations]!).toBeLessThan(1.03);
    for (const { lower, upper } of [golden, fibonacci]) {
      expect(lower).toBeLessThanOrEqual(0.2813);
      expect(upper).toBeGreaterThanOrEqual(0.2813);
    }
  });

  test('epsilon says how many evaluations are spent', async () => {
    // 0.618^(k-1) <= 0.001 from k = 16; F(16) = 1597 >= 1000.
    expect((await goldenSection(counted(f).costs, whole(f), { epsilon: 0.1, iterations: 100 })).evaluations).toBe(16);
    expect((await fibonacciSearch(counted(f).costs, whole(f), { epsilon: 0.1, iterations: 100 })).evaluations).toBe(16);
    // 0.618^5 = 0.09 and F(6) = 13 against F(5) = 8 for a tenth.
    expect((await goldenSection(counted(f).costs, whole(f), { epsilon: 10, iterations: 100 })).evaluations).toBe(6);
    expect((await fibonacciSearch(counted(f).costs, whole(f), { epsilon: 10, iterations: 100 })).evaluations).toBe(6);
  });

  test('keep the minimum of any unimodal function, and find it', async () => {
    await fc.assert(
      fc.asyncProperty(numbers(0, 1), numbers(0.5, 3), fc.constantFrom(goldenSection, fibonacciSearch), async (minimum, power, search) => {
        const cost = (x: number): number => Math.abs(x - minimum) ** power;
        const found = await search(counted(cost).costs, whole(cost), { epsilon: 0.1, iterations: 100 });
        expect(found.lower).toBeLessThanOrEqual(minimum + 1e-12);
        expect(found.upper).toBeGreaterThanOrEqual(minimum - 1e-12);
        expect(Math.abs(found.place - minimum)).toBeLessThanOrEqual(1.1e-3);
      }),
    );
  });

  test('failed places do not lead away from the part that works', async () => {
    const cost = (x: number): number => (x > 0.3 ? Infinity : (x - 0.25) ** 2);
    for (const search of [goldenSection, fibonacciSearch]) {
      const found = await search(counted(cost).costs, whole(cost), { epsilon: 0.1, iterations: 100 });
      expect(found.place).toBeCloseTo(0.25, 2);
    }
  });

  test('refuse an epsilon that is not a percentage', async () => {
    for (const search of [goldenSection, fibonacciSearch]) {
      await expect(search(counted(f).costs, whole(f), { epsilon: 0, iterations: 10 })).rejects.toMatchObject({ code: 'TOOLBOX_RANGE' });
    }
  });
});

describe('quadraticSearch', () => {
  test('finds the minimum of a parabola in three evaluations, in two with a slope or a curvature', async () => {
    await fc.assert(
      fc.asyncProperty(numbers(-3, 3), numbers(0.01, 100), async (minimum, second) => {
        fc.pre(Math.abs(minimum) > 1e-3);
        const f = (x: number): number => (second * (x - minimum) ** 2) / 2;
        const step = Math.sign(minimum) * 0.4;
        const plain = await quadraticSearch(counted(f).costs, { ...open, cost: f(0), step }, 0.1);
        // A parabola is trusted ten steps beyond what was seen, here 4; 0.1 % of the distance or of the step is one place.
        expect(Math.abs(plain.place - minimum)).toBeLessThanOrEqual(1e-3 * Math.max(Math.abs(minimum), 0.4) + 1e-9);
        expect(plain.evaluations).toBeLessThanOrEqual(3);
        const helped = [{ slope: -second * Math.abs(minimum), lower: 0, step: 0.4, turn: Math.sign(minimum) }, { curvature: second, step, turn: 1 }];
        for (const { turn, ...help } of helped) {
          const found = await quadraticSearch(counted((x) => f(turn * x)).costs, { ...open, cost: f(0), ...help }, 0.1);
          expect(Math.abs(turn * found.place - minimum)).toBeLessThanOrEqual(1e-3 * Math.max(Math.abs(minimum), 0.4) + 1e-9);
          expect(found.evaluations).toBeLessThanOrEqual(2);
        }
      }),
      { seed: 1 },
    );
  });

  test('measures the curvature of a parabola', async () => {
    const f = (x: number): number => 3 * (x - 0.7) ** 2 + 1;
    expect((await quadraticSearch(counted(f).costs, { ...open, cost: f(0) }, 0.1)).curvature).toBeCloseTo(6, 6);
  });

  test('takes known places for granted', async () => {
    const f = (x: number): number => (x - 0.7) ** 2;
    const { costs, met } = counted(f);
    const found = await quadraticSearch(costs, { ...open, cost: f(0), known: [{ place: 1, cost: f(1) }, { place: -1, cost: f(-1) }] }, 0.1);
    expect(met).toEqual([expect.closeTo(0.7, 9)]);
    expect(found.place).toBeCloseTo(0.7, 9);
  });

  test('a slope finds a minimum 1e-5 of the first step away', async () => {
    const f = (x: number): number => (x - 1e-5) ** 2;
    const found = await quadraticSearch(counted(f).costs, { ...open, cost: f(0), slope: -2e-5, lower: 0, step: 1 }, 0.1);
    expect(found.place).toBeCloseTo(1e-5, 8);
    expect(found.evaluations).toBe(2);
  });

  test('has no state but the places met', () => {
    const f = (x: number): number => (x - 0.3) ** 4;
    const line = { ...open, cost: f(0) };
    let points = [{ place: 0, cost: f(0) }];
    for (let place = nextQuadraticPlace(points, line, 1); place !== undefined; place = nextQuadraticPlace(points, line, 1)) {
      points = [...points, { place, cost: f(place) }].sort((a, b) => a.place - b.place);
    }
    expect(points.length).toBeLessThan(30);
    expect(Math.min(...points.map(({ cost }) => cost))).toBeLessThan(1e-6);
  });
});

describe.each(methods)('lineSearch by %s', (method) => {
  // Minima known in closed form; the last is that of the worked example in Kiefer's sense of unimodal: neither smooth nor symmetric.
  test.each([
    ['a quartic', (x: number) => (x - 1.3) ** 4, 1.3, 0.05],
    ['x^2 + 54 / x', (x: number) => (x > -4 ? (x + 4) ** 2 + 54 / (x + 4) : Infinity), -1, 0.01],
    ['e^x - 2x', (x: number) => Math.exp(x) - 2 * x, Math.log(2), 0.01],
    ['a kink', (x: number) => (x < 0.62 ? 0.62 - x : 5 * (x - 0.62)), 0.62, 0.01],
  ])('%s', async (_, f, minimum, tolerance) => {
    const found = await lineSearch(counted(f).costs, { ...open, cost: f(0), lower: -4, upper: 4 }, method, 0.1);
    expect(Math.abs(found.place - minimum)).toBeLessThan(tolerance);
    expect(found.cost).toBe(f(found.place));
  });

  test('never passes a wall, never spends more than it may, is never dearer than the start, whatever the cost does', async () => {
    await fc.assert(
      fc.asyncProperty(fc.infiniteStream(numbers(-1, 2)), numbers(-1, 0), numbers(0, 1), numbers(0.01, 0.5), fc.integer({ min: 0, max: 40 }), fc.boolean(), async (noise, lower, upper, step, iterations, sloped) => {
        const seen = new Map<number, number>();
        const { costs, met } = counted((place) => {
          const known = seen.get(place) ?? noise.next().value!;
          seen.set(place, known);
          return known > 1 ? Infinity : known;
        });
        const found = await lineSearch(costs, { cost: 0.5, step, lower, upper, growth: 1.7, iterations, ...(sloped ? { slope: -1 } : {}) }, method, 0.1);
        expect(met.length).toBeLessThanOrEqual(iterations);
        expect(found.evaluations).toBe(met.length);
        expect(found.cost).toBe(Math.min(0.5, ...seen.values()) > 1 ? 0.5 : Math.min(0.5, ...met.map((place) => (seen.get(place)! > 1 ? Infinity : seen.get(place)!))));
        for (const place of met) {
          expect(place).toBeGreaterThanOrEqual(lower);
          expect(place).toBeLessThanOrEqual(upper);
        }
      }),
    );
  });

  test('a search downhill from a wall finds a minimum a thousandth of the first step away', async () => {
    const f = (x: number): number => (x - 1e-3) ** 2;
    const found = await lineSearch(counted(f).costs, { ...open, cost: f(0), slope: -2e-3, lower: 0, step: 1 }, method, 0.01);
    expect(found.cost).toBeLessThan(0.02 * f(0));
  });

  test('a minimum between failed places', async () => {
    const f = (x: number): number => (x > 0.9 || x < -0.1 ? Infinity : (x - 0.5) ** 2);
    const found = await lineSearch(counted(f).costs, { ...open, cost: f(0), step: 0.8 }, method, 0.1);
    expect(found.place).toBeCloseTo(0.5, 2);
  });

  test('the minimum on a wall', async () => {
    const found = await lineSearch(counted((x) => -x).costs, { ...open, cost: 0, upper: 0.75 }, method, 0.1);
    expect(found.place).toBe(0.75);
  });

  test('what the evaluation throws passes through', async () => {
    await expect(lineSearch(() => Promise.reject(new Error('over')), { ...open, cost: 0 }, method, 0.1)).rejects.toThrow('over');
  });
});
