import { expect, test } from 'vitest';
import { visible } from './visible.ts';

test('signs that a terminal obeys, or that hide the order of letters, are written by their numbers', () => {
  expect(visible('a\u001B[2Jb\rc\u0085d\u202Ee\u0000')).toBe('a\\u{1B}[2Jb\\u{D}c\\u{85}d\\u{202E}e\\u{0}');
});

test('tabs, line ends and every other sign stay as they are', () => {
  expect(visible('µA\t1\r\n2\n')).toBe('µA\t1\r\n2\n');
  const all = Array.from({ length: 0x3000 }, (_, code) => String.fromCodePoint(code)).join('');
  expect(visible(all)).not.toMatch(/[^\P{Cc}\t\n]/u);
  expect([...all].filter((sign) => visible(sign) !== sign && !/[\p{Cc}\p{Zl}\p{Zp}\u200E\u200F\u202A-\u202E\u2066-\u2069]/u.test(sign))).toEqual([]);
});
