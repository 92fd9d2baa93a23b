import fc from 'fast-check';
import { expect, test } from 'vitest';
import { nearest } from './nearest.ts';

test('a slip of the pen finds the word that was meant', () => {
  expect(nearest('simulater', ['simulator', 'scorer', 'store'])).toBe('simulator');
  expect(nearest('LM', ['lm', 'de', 'random'])).toBe('lm');
});

test('an unrelated word finds none', () => {
  expect(nearest('xylophone', ['lm', 'de'])).toBeUndefined();
  expect(nearest('anything', [])).toBeUndefined();
});

test('a known word is its own nearest, and the answer is always a known word', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.stringMatching(/^[a-z]{1,12}$/), { minLength: 1, maxLength: 8 }), fc.stringMatching(/^[a-z]{1,12}$/), (known, word) => {
      for (const name of known) expect(nearest(name, known)).toBe(name);
      const found = nearest(word, known);
      expect(found === undefined || known.includes(found)).toBe(true);
    }),
  );
});
