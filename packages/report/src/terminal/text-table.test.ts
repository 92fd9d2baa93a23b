import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { textTable } from './text-table.ts';
import { fold } from './width.ts';

const words = fc.array(fc.string({ unit: fc.constantFrom(...'abcdefgh-/.'), minLength: 1, maxLength: 60 }), { minLength: 0, maxLength: 6 }).map((list) => list.join(' '));

describe('a table in a terminal', () => {
  it('is one table where it fits', () => {
    expect(textTable({ head: ['entry', 'runs'], rows: [['lm', '12'], ['cma-es', '3']], right: [1] }, { width: 80, fancy: false }).split('\n')).toEqual([
      '+--------+------+', '| entry  | runs |', '+--------+------+', '| lm     |   12 |', '| cma-es |    3 |', '+--------+------+',
    ]);
  });

  it('goes on below with its first column where it does not fit', () => {
    const head = ['task', ...Array.from({ length: 9 }, (_, index) => `entry-${index}`)];
    const text = textTable({ head, rows: [['p01', ...head.slice(1).map((_, index) => `${index}.5 %`)]] }, { width: 60, fancy: false });
    expect(text.match(/p01/gu)?.length).toBe(2);
    for (let index = 0; index < 9; index += 1) expect(text).toContain(`${index}.5 %`);
  });

  it('is never wider than the terminal and loses no letter', () => {
    fc.assert(fc.property(fc.integer({ min: 40, max: 120 }), fc.integer({ min: 1, max: 6 }).chain((size) => fc.tuple(
      fc.array(words, { minLength: size, maxLength: size }), fc.array(fc.array(words, { minLength: size, maxLength: size }), { maxLength: 3 }), fc.constantFrom(1, 2),
    )), (width, [head, rows, keep]) => {
      const text = textTable({ head, rows, keep }, { width, fancy: false });
      for (const line of text.split('\n')) expect(line.length).toBeLessThanOrEqual(width);
      const count = (all: string, sign: string): number => all.split(sign).length - 1;
      for (const sign of 'abcdefgh') expect(count(text, sign)).toBeGreaterThanOrEqual(count([head, ...rows].flat().join(''), sign));
    }), { numRuns: 60 });
  });

  it('folds a line at blanks, and what has none where it must', () => {
    expect(fold('  note: one two three four', 4, 18)).toBe('  note: one two\n    three four');
    expect(fold('abcdefghijkl', 2, 8).split('\n').every((line) => line.length <= 8)).toBe(true);
  });
});
