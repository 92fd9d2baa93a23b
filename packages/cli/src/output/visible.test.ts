import fc from 'fast-check';
import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('signs that a terminal obeys, or that hide the order of letters, are written by their numbers', () => {
  expect(visible('a\u001B[2Jb\rc\u0085d\u202Ee\u0000')).toBe('a\\u{1B}[2Jb\\u{D}c\\u{85}d\\u{202E}e\\u{0}');
});

test('every other text stays as it is', () => {
  expect(visible('µA\t1\r\n2\n')).toBe('µA\t1\r\n2\n');
  fc.assert(fc.property(fc.string(), (text) => !/[^\P{Cc}\t\n]/u.test(visible(text.replaceAll('\r\n', '')))));
});
