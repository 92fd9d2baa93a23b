import type { NumberReader } from './spice-number.ts';

/** A number with letters behind it. */
const lettered = /(?<![\w.])(?:\d+\.?\d*|\.\d+)(?:e[+-]?\d+)?((?:mil|[ax]|\u03bc)[a-z]*)/gi;

/** What letters mean that simulators read differently, by the letters they begin with. */
const meanings: readonly (readonly [RegExp, string])[] = [
  [/^mil/i, 'mil is 25.4e-6 on a card, and 1e-3 in a .param of ngspice'],
  [/^a(?!mp)/i, 'a is 1e-18 in HSPICE, PSpice, Spectre and new versions of ngspice (45), and nothing in ngspice 39 and Xyce'],
  [/^x/i, 'x is 1e6 in HSPICE and Xyce, and nothing in ngspice'],
  [/^\u03bc/, 'the Greek letter mu is read as micro here; ngspice itself reads nothing in it'],
];

/**
 * What other simulators would make of the numbers in a text whose suffixes do not mean the same everywhere.
 * @param read how they are read here
 */
export function suffixDoubts(text: string, read: NumberReader): readonly string[] {
  return [...text.matchAll(lettered)].flatMap(([written, letters = '']) => {
    const meaning = meanings.find(([pattern]) => pattern.test(letters))?.[1];
    const value = read(written);
    return meaning === undefined || value === undefined ? [] : [`${written} is read as ${value}: ${meaning}`];
  });
}
