import { expect, test } from 'vitest';
import { applyDiff } from './apply-diff.ts';
import { nearestLines } from './nearest-lines.ts';

const lines = ['const frame = 1;', '// EVOLVE-BLOCK-START', 'const step = 0.1;', 'for (const one of list) {', '  total += one * step;', '}', '// EVOLVE-BLOCK-END', 'export default 1;'];

test('a block that matches nothing is told the lines of the program that are most like it, as they are written', () => {
  const applied = applyDiff(lines.join('\n'), [{ search: ['for (const item of list) {', '    total += item * step;'], replace: ['x'] }]);
  expect(applied).toEqual({
    reason: 'block 1: SEARCH matches nothing in the program: "for (const item of list) {\\n    total += item * step;"\nThe nearest lines of the program begin at line 4:\nfor (const one of list) {\n  total += one * step;',
  });
});

test('nothing is called near that is not, and no program is too long to look through', () => {
  expect(nearestLines(lines, ['while (true) yield 17;'], { first: 2, end: 6 })).toBeUndefined();
  // The nearest line of all lies outside the block.
  expect(nearestLines(lines, ['const frame = 2;'], { first: 2, end: 6 })?.line).not.toBe(1);
  expect(nearestLines(Array.from({ length: 100_000 }, () => 'const a = 1;'), Array.from({ length: 100 }, () => 'const b = 1;'), { first: 0, end: 100_000 })).toBeUndefined();
  expect(nearestLines(lines, [], { first: 2, end: 6 })).toBeUndefined();
});
