import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { NgspiceDialect } from './ngspice-dialect.ts';
import { commented, provenanceBlock, provenanceIn, withLinesAdded } from './head-comments.ts';

const card = '* of the foundry\n.model d1 d is=1e-14 n=1.05\n';

describe('comments in front of a card', () => {
  test('are plain, folded lines', () => {
    const text = commented(['W = 10 µm at −40 °C\nC:\\data\\', 'word '.repeat(40), 'x'.repeat(300)], '//');
    const lines = text.trimEnd().split('\n');
    expect(lines[0]).toBe('// W = 10 um at -40 deg C?C:/data/');
    for (const line of lines) expect(line.length).toBeLessThanOrEqual(121);
    expect(lines.filter((line) => line.includes('x')).join('').replaceAll(/[^x]/gu, '')).toHaveLength(300);
  });

  test('whatever they say, the card reads as it did, and they are found again, and again after a card is marked twice', () => {
    fc.assert(fc.property(fc.array(fc.string({ unit: 'grapheme', maxLength: 300 }), { maxLength: 5 }), fc.constantFrom('*', '//'), (lines, mark) => {
      const text = commented(provenanceBlock('1.0', lines), mark) + card;
      const read = new NgspiceDialect().parse(text, { file: 'd.mod' });
      expect([read.name, read.type, read.names(), read.value('is'), read.value('n')]).toEqual(['d1', 'd', ['is', 'n'], 1e-14, 1.05]);
      const found = provenanceIn(text);
      expect(commented(found, mark) + card).toBe(text);
      expect(provenanceIn(commented(provenanceBlock('1.1', []), mark) + text)).toHaveLength(found.length + 2);
    }));
  });

  test('a card without has none; lines are added inside the block', () => {
    expect(provenanceIn(card)).toEqual([]);
    expect(withLinesAdded([], ['converted'])).toEqual([]);
    expect(withLinesAdded(provenanceBlock('1.0', ['a']), ['converted']).at(2)).toBe('converted');
  });
});
