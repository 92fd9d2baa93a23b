import { expect, it } from 'vitest';
import { differInNumbersOnly, shinglesOf, similarity, singleFile } from '../index.ts';

const alike = (a: string, b: string): number => similarity(shinglesOf(singleFile(a)), shinglesOf(singleFile(b)));
const long = Array.from({ length: 100 }, (_, index) => `a${index} = ${index};`).join('\n');

it('texts are alike by what they have in common, whatever their comments and layout', () => {
  expect(alike(long, long.replaceAll('\n', '   // note\n /* and\n more */ '))).toBe(1);
  expect(alike('a = 1', 'a   =   1')).toBe(1);
  expect(alike('a = 1', 'b = 2')).toBe(0);
  expect(alike('', '')).toBe(1);
  expect(alike("x = 'a // b'; y", "x = 'a // c'; y")).toBeLessThan(1);
  // One of 400 tokens differs: five of 396 sequences on either side.
  expect(alike(long, long.replace('a50 = 50', 'a50 = 51'))).toBeCloseTo(391 / 401, 12);
  expect(alike(long, `${long}\n${long.replaceAll('a', 'b')}`)).toBeGreaterThan(0.45);
});

it.each([
  ['x = 1e-6 + 0.5', 'x = .25 + 3', true],
  ['x = 0x1f; // a', 'x = 2_000n;', true],
  ['x = 1', 'x = 1', true],
  ['x = 1', 'y = 1', false],
  ['x = 1', "x = '1'", false],
  ['x = 1', 'x = -1', false],
  ['x = f(1)', 'x = f(1, 2)', false],
])('%s and %s differ in numbers only: %s', (a, b, expected) => {
  expect(differInNumbersOnly(singleFile(a), singleFile(b))).toBe(expected);
});
