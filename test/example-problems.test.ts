import { describe, expect, test } from 'vitest';
import { judge as judgeSteps } from '../examples/autocorrelation/problem.ts';
import { itemsOf, judge as judgeBins, lowerBound, problem as binPacking } from '../examples/bin-packing/problem.ts';
import { judge as judgeCircles } from '../examples/circle-packing/problem.ts';
import { judge as judgeDistances } from '../examples/distance-ratio/problem.ts';
import { judge as judgeLowest } from '../examples/function-minimisation/problem.ts';
import { judge as judgeTriangles } from '../examples/heilbronn/problem.ts';
import { judge as judgeKissing } from '../examples/kissing-number/problem.ts';
import { judge as judgeProducts } from '../examples/matrix-multiplication/problem.ts';
import { judge as judgeOverlap } from '../examples/minimum-overlap/problem.ts';
import { commonUnits, quotient, toNumber, units } from '../examples/shared/exact.ts';
import { costOf, jobsOf, judge as judgeOrder, leastCost, type Job } from '../examples/weighted-tardiness/problem.ts';

const invalid = { invalid: expect.any(String) };
/** What no problem takes for an answer. */
const nonsense = [null, 'answer', 7, {}, { length: 2 }, [], [null], [[NaN, 0, 1]], [Infinity], [[]]];

describe('exact arithmetic', () => {
  test('holds every double exactly', () => {
    for (const value of [0, 5e-324, 2 ** -1022, 0.1, 1 / 3, 1, 123.456, 2 ** 70, -0.1]) expect(toNumber(units(value) + 0n)).toBeCloseTo(value, 15);
    expect(units(0.1) + units(0.2) === units(0.3)).toBe(false);
    expect(units(0.5) + units(0.25)).toBe(units(0.75));
    expect(units(-0)).toBe(0n);
    expect(() => units(Infinity)).toThrow(RangeError);
  });

  test('shares a unit and divides whole numbers of any size', () => {
    expect(commonUnits([0.5, -0.25, 0])).toEqual([2n, -1n, 0n]);
    expect(commonUnits([0, -0])).toEqual([0n, 0n]);
    expect(quotient(1n, 3n)).toBeCloseTo(1 / 3, 16);
    expect(quotient(10n ** 400n, 3n * 10n ** 400n)).toBeCloseTo(1 / 3, 16);
    expect(quotient(6n, 3n)).toBe(2);
  });
});

describe('circle packing', () => {
  const two = (radius: number, x = 0.75): readonly (readonly number[])[] => [[0.25, 0.5, 0.25], [x, 0.5, radius]];

  test('takes circles that touch exactly, and no overlap however small', () => {
    expect(judgeCircles(two(0.25), 2)).toMatchObject({ score: 0.5 });
    expect(judgeCircles(two(0.25 + 1e-12), 2)).toEqual({ invalid: 'circle 1 is not inside the unit square' });
    expect(judgeCircles([[0.25, 0.5, 0.25], [0.75 - 1e-12, 0.5, 0.25]], 2)).toEqual({ invalid: 'circles 0 and 1 overlap' });
    expect(judgeCircles([[0.25, 0.5, 0.25], [0.75, 0.5, 0.25 - 1e-17], [0.5, 0.9, 5e-324]], 3)).toMatchObject({ score: 0.5 });
    // The next double above 0.25: in floating point the reach rounds to the distance.
    expect(judgeCircles([[0.25, 0.5, 0.25], [0.75, 0.5, 0.2 + 2 ** -54], [0.5, 0.5, 5e-324]], 3)).toEqual({ invalid: 'circles 0 and 2 overlap' });
  });

  test('takes no other number of circles, no radius of 0 and nothing that is not a circle', () => {
    for (const bad of [...nonsense, two(0.2).slice(1), [...two(0.2), [0.5, 0.9, 0.01]], two(0), two(-0), two(-0.1), two(1e308), [[0.5, 0.5], [1, 1, 1]], [[0.5, 0.5, NaN], [0.2, 0.2, 0.1]]]) {
      expect(judgeCircles(bad, 2)).toEqual(invalid);
    }
  });

  test('scores what it checked: every value is read once', () => {
    let reads = 0;
    const circle = Object.defineProperty([0.25, 0.5, 0], 2, { enumerable: true, get: () => (reads++ === 0 ? 0.25 : 100) });
    expect(judgeCircles([circle, [0.75, 0.5, 0.25]], 2)).toMatchObject({ score: 0.5 });
    expect(reads).toBe(1);
  });
});

test('function minimisation: the value at the point, nothing outside the square', () => {
  expect(judgeLowest([-1.7040828247, 0.6775078125])).toMatchObject({ score: expect.closeTo(1.5186858, 7) });
  expect(judgeLowest([0, 0])).toMatchObject({ score: -0 });
  for (const bad of [...nonsense, [0], [0, 0, 0], [-5.000000001, 0], [0, 1e308], [NaN, 0], ['0', 0]]) expect(judgeLowest(bad)).toEqual(invalid);
});

describe('first autocorrelation inequality', () => {
  test('scores a flat function 2, and that of Schinzel and Schmidt towards pi / 2', () => {
    expect(judgeSteps([0.1, 0.1, 0.1])).toMatchObject({ score: -2 });
    expect(judgeSteps([1, 0.5])).toMatchObject({ score: -16 / 9 });
    // Coefficients of (1 - x)^(-1/2): all their self-convolutions are 1.
    const heights = [1];
    for (let index = 1; index < 500; index += 1) heights.push(((heights[index - 1] as number) * (2 * index - 1)) / (2 * index));
    const { score } = judgeSteps(heights) as { readonly score: number };
    expect(-score).toBeGreaterThan(Math.PI / 2);
    expect(-score).toBeLessThan(Math.PI / 2 + 0.001);
  });

  test('does not depend on the scale, however large or small', () => {
    for (const scale of [2 ** 1000, 2 ** -1000]) expect(judgeSteps([scale, scale / 2])).toMatchObject({ score: -16 / 9 });
    expect(judgeSteps([1e308, 5e-324])).toMatchObject({ score: -4 });
  });

  test('takes no height below 0, no function that is 0, and not too many steps', () => {
    for (const bad of [...nonsense, [-5e-324, 1], [0, -0], [NaN], Array.from({ length: 601 }, () => 1)]) expect(judgeSteps(bad)).toEqual(invalid);
  });
});

describe('minimum overlap', () => {
  test('scores a flat function 1/2 as Erdős did, and others by hand', () => {
    expect(judgeOverlap([7, 7])).toMatchObject({ score: -0.5 });
    expect(judgeOverlap([0, 1, 1, 0])).toMatchObject({ score: -0.5 });
    expect(judgeOverlap([3, 1, 1, 3])).toMatchObject({ score: -0.40625 });
    expect(judgeOverlap([3e-300, 1e-300, 1e-300, 3e-300])).toMatchObject({ score: expect.closeTo(-0.40625, 14) });
  });

  test('takes no height above 1 at integral 1, not even by one bit', () => {
    expect(judgeOverlap([0, 1, 1, 2 ** -1074])).toMatchObject({ score: expect.closeTo(-0.5, 12) });
    for (const bad of [...nonsense, [0, 1, 1 + 2 ** -52, 0], [1, 0, 0], [-1e-300, 1, 1], [0, 0], [1], Array.from({ length: 601 }, () => 1)]) expect(judgeOverlap(bad)).toEqual(invalid);
  });
});

test('Heilbronn triangles: the known best of 6 points, and no three on a line', () => {
  const six = [[0, 0], [0, 0.5], [0.5, 0], [0.5, 1], [1, 0.5], [1, 1]];
  expect(judgeTriangles(six, 6)).toMatchObject({ score: 1 / 8, parts: { 'of the best known': 1 } });
  const cheats = [six.slice(1), [...six, [0.3, 0.3]], [...six.slice(1), [1, 1]], [[0, 0], [-1e-300, 0.5], ...six.slice(2)], [[0, 0], [1e300, 0.5], ...six.slice(2)], [[0, 0], [0.5, 0.5], ...six.slice(2)]];
  for (const bad of [...nonsense, ...cheats]) expect(judgeTriangles(bad, 6)).toEqual(invalid);
});

describe('kissing number', () => {
  const signs = (count: number): number[][] => (count === 0 ? [[]] : signs(count - 1).flatMap((rest) => [[1, ...rest], [-1, ...rest]]));
  const pairs = (dimension: number, size: number): number[][] => Array.from({ length: dimension }, (_, first) => first).flatMap((first) => (
    Array.from({ length: first }, (_, second) => signs(2).map(([a = 0, b = 0]) => Array.from({ length: dimension }, (__, index) => (index === first ? a * size : index === second ? b * size : 0)))).flat()));

  test('scores the roots of D4, D11 and E8 as published', () => {
    expect(judgeKissing(pairs(4, 1), 4)).toMatchObject({ score: 24, parts: { 'of the best known': 1 } });
    expect(judgeKissing(pairs(11, 1), 11)).toMatchObject({ score: 220 });
    const even = signs(8).filter((row) => row.filter((value) => value < 0).length % 2 === 0);
    expect(judgeKissing([...pairs(8, 2), ...even], 8)).toMatchObject({ score: 240, parts: { 'of the best known': 1 } });
  });

  test('takes no vector twice, none that is 0, no fraction, none too long and not too many', () => {
    const roots = pairs(4, 1);
    const changed = (row: readonly number[]): number[][] => [...roots.slice(1), [...row]];
    const cheats = [[...roots, roots[0]], changed([0, 0, 0, 0]), changed([-0, 0, 0, -0]), changed([0.5, 1, 0, 0]), changed([1e300, 0, 0, 0]), changed([2 ** 53, 0, 0, 0]), changed([3, 0, 0, 0]), Array.from({ length: 869 }, (_, index) => [index + 1, 0, 0, 0])];
    for (const bad of [...nonsense, ...cheats]) expect(judgeKissing(bad, 4)).toEqual(invalid);
    // 3 m^2 - k^2 = 2: the two vectors are closer by 2 than the longest is long, of 2^80. In floating point that is lost.
    let [k, m] = [1, 1];
    while (m < 2 ** 38) [k, m] = [2 * k + 3 * m, k + 2 * m];
    expect((2 * m) ** 2 <= m ** 2 + k ** 2).toBe(true);
    expect(judgeKissing([[2 * m, 0, 0, 0], [m, k, 0, 0]], 4)).toEqual({ invalid: 'vectors 0 and 1 are closer than the longest is long' });
  });
});

test('distance ratio: the square of 4 points, and no point twice', () => {
  const square = [[0, 0], [0, 1], [1, 0], [1, 1]];
  expect(judgeDistances(square, 4)).toMatchObject({ score: -2, parts: { 'of the best known': 1 }, measures: { 'on the hull': 1 } });
  expect(judgeDistances(square.map((row) => row.map((value) => value * 1e300)), 4)).toMatchObject({ score: -2 });
  expect(judgeDistances([[0, 0], [4, 0], [0, 4], [1, 1]], 4)).toMatchObject({ score: -16, measures: { 'on the hull': 0.75 } });
  for (const bad of [...nonsense, square.slice(1), [...square, [2, 2]], [...square.slice(1), [1, 1]], [[0, 0], [-0, 0], [1, 0], [1, 1]], [[0, 0], [5e-324, 0], [1e308, 0], [1, 1]], [[0, NaN], ...square.slice(1)]]) {
    expect(judgeDistances(bad, 4)).toEqual(invalid);
  }
});

describe('online bin packing', () => {
  /** Takes the fullest bin that an item fits into. */
  function bestFit(items: readonly number[]): number[] {
    const free: number[] = [];
    return items.map((item) => {
      const fitting = free.flatMap((left, bin) => (left >= item ? [bin] : [])).sort((a, b) => (free[a] as number) - (free[b] as number));
      const bin = fitting[0] ?? free.length;
      free[bin] = (free[bin] ?? 150) - item;
      return bin;
    });
  }
  const evaluate = (pack: (items: readonly number[]) => number[]) => binPacking.evaluate({ text: { entry: 'a.ts', files: {} }, call: (_name, items) => Promise.resolve(pack(items as number[])) }, { id: 'a', seed: 1, count: 200 });

  test('counts bins against the lower bound', () => {
    expect(lowerBound([76, 76, 76, 20])).toBe(3);
    expect(lowerBound([50, 50, 50, 50])).toBe(2);
    expect(lowerBound([100, 90, 60, 50])).toBe(2);
    expect(judgeBins([0, 1, 1, 0], [100, 90, 60, 50])).toMatchObject({ score: -0 });
    expect(judgeBins([0, 1, 2, 3], [100, 90, 60, 50])).toMatchObject({ score: -100 });
  });

  test('best fit on 20 instances of 500 items is near what is published for OR3, 5.37 %', () => {
    const excess = Array.from({ length: 20 }, (_, seed) => itemsOf(seed, 500)).map((items) => -(judgeBins(bestFit(items), items) as { readonly score: number }).score);
    expect(excess.reduce((sum, value) => sum + value, 0) / 20).toBeCloseTo(5.37, 0);
  });

  test('takes no bin that is too full, left out or not a number, and no program that looks ahead', async () => {
    for (const bad of [...nonsense, [0, 0], [1, 0], [0, 2], [0, 0.5], [0, -1], [0, NaN], [0], [0, 1, 2]]) expect(judgeBins(bad, [100, 90])).toEqual(invalid);
    expect(await evaluate(bestFit)).toMatchObject({ score: expect.any(Number) });
    // Best fit of the items sorted by size: better, but not online.
    const sorted = (items: readonly number[]): number[] => {
      const order = [...items.keys()].sort((a, b) => (items[b] as number) - (items[a] as number));
      const bins = bestFit(order.map((index) => items[index] as number));
      const placed = items.map((_, index) => bins[order.indexOf(index)] as number);
      const names = [...new Set(placed)];
      return placed.map((bin) => names.indexOf(bin));
    };
    expect(judgeBins(sorted(itemsOf(1, 200)), itemsOf(1, 200))).toMatchObject({ score: expect.any(Number) });
    expect(await evaluate(sorted)).toEqual({ invalid: 'the bins of the first items depend on later items' });
  });
});

describe('weighted tardiness', () => {
  const orders = (left: readonly number[]): number[][] => (left.length === 0 ? [[]] : left.flatMap((first) => orders(left.filter((other) => other !== first)).map((rest) => [first, ...rest])));

  test('the least cost is that of the best order', () => {
    const jobs = jobsOf(3, 6, 0.6, 0.6);
    const costs = orders([0, 1, 2, 3, 4, 5]).map((order) => costOf(jobs, order));
    expect(leastCost(jobs)).toBe(Math.min(...costs));
    expect(new Set(costs).size).toBeGreaterThan(10);
  });

  test("Smith's rule is optimal when everything is due at once, and any other order is scored by its cost", () => {
    const jobs: readonly Job[] = [[5, 1, 0], [2, 4, 0], [3, 2, 0]];
    expect(judgeOrder([1, 2, 0], jobs)).toMatchObject({ score: 1, parts: { cost: 28 } });
    expect(judgeOrder([0, 1, 2], jobs)).toMatchObject({ score: 28 / 53 });
    expect(judgeOrder([0, 1], [[1, 1, 5], [1, 1, 5]])).toMatchObject({ score: 1 });
  });

  test('takes no job twice, none left out and none that there is not', () => {
    for (const bad of [...nonsense, [0, 0], [0], [0, 1, 1], [0, 2], [0, -1], [0, 1e300], [0, NaN]]) expect(judgeOrder(bad, [[5, 1, 0], [2, 4, 0]])).toEqual(invalid);
  });
});

describe('matrix multiplication', () => {
  // Strassen 1969: coefficients of A (row by row), B and C.
  const strassen = [
    [1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1], [0, 0, 1, 1, 1, 0, 0, 0, 0, 0, 1, -1], [1, 0, 0, 0, 0, 1, 0, -1, 0, 1, 0, 1], [0, 0, 0, 1, -1, 0, 1, 0, 1, 0, 1, 0],
    [1, 1, 0, 0, 0, 0, 0, 1, -1, 1, 0, 0], [-1, 0, 1, 0, 1, 1, 0, 0, 0, 0, 0, 1], [0, 1, 0, -1, 0, 0, 1, 1, 1, 0, 0, 0],
  ];

  test('scores 7 products for 2x2x2, and 11 for 2x2x3, as published', () => {
    expect(judgeProducts(strassen, [2, 2, 2])).toMatchObject({ score: 1, parts: { products: 7 } });
    const wide = ([a, b, c, d]: readonly number[]): number[] => [a ?? 0, b ?? 0, 0, c ?? 0, d ?? 0, 0];
    const left = strassen.map((term) => [...term.slice(0, 4), ...wide(term.slice(4, 8)), ...wide(term.slice(8, 12))]);
    const last = [0, 1].flatMap((row) => [0, 1].map((inner) => [...one(4, 2 * row + inner), ...one(6, 3 * inner + 2), ...one(6, 3 * row + 2)]));
    expect(judgeProducts([...left, ...last], [2, 2, 3])).toMatchObject({ score: 1, parts: { products: 11 } });
  });

  test('takes no wrong coefficient, no fraction, and no number that only a rounding makes right', () => {
    const changed = (term: number, at: number, value: number): number[][] => strassen.map((row, index) => (index === term ? row.map((old, place) => (place === at ? value : old)) : row));
    const huge = 2 ** 52;
    const rounded = [...strassen, [huge, 0, 0, 0, huge, 0, 0, 0, huge, 0, 0, 0]];
    for (const bad of [...nonsense, strassen.slice(1), changed(0, 0, -1), changed(0, 0, 1e-300), changed(0, 0, NaN), changed(2, 3, 2 ** 53), rounded, [...strassen, ...strassen]]) expect(judgeProducts(bad, [2, 2, 2])).toEqual(invalid);
    expect(judgeProducts(changed(0, 1, -0), [2, 2, 2])).toMatchObject({ score: 1 });
  });

  function one(length: number, at: number): number[] {
    return Array.from({ length }, (_, index) => (index === at ? 1 : 0));
  }
});
