import { describe, expect, it } from 'vitest';
import { mainSource, singleFile } from '../text/program-text.ts';
import { programNumbers, replaceNumbers } from './program-numbers.ts';
import { isTunable, isWhole } from './written-number.ts';

const block = (inner: string, sign = '//'): string => `outside = 9;\n${sign} EVOLVE-BLOCK-START\n${inner}\n${sign} EVOLVE-BLOCK-END\n`;
const typescript = singleFile(block('const a = 0.5 /* range 0.1..0.9 */;\nfor (let i = 3; i < 40; i += 5) b[7] = -6 * c;\nconst d: 8 | string = 2;'));

describe('numbers of a program', () => {
  it('are those of the evolve blocks that the syntax does not fix', () => {
    expect(programNumbers(typescript).map(({ text, range, file }) => [text, range, file])).toEqual([
      ['0.5', [0.1, 0.9], 'program.ts'], ['40', undefined, 'program.ts'], ['6', undefined, 'program.ts'], ['2', undefined, 'program.ts'],
    ]);
    expect(programNumbers(typescript).map(isTunable)).toEqual([true, true, true, false]);
    expect(programNumbers(typescript).map(isWhole)).toEqual([false, true, true, true]);
  });

  it('are found in other languages too, and where a file does not parse, but not in comments', () => {
    const inner = 'WIDTH = .5  # range 0.1..0.9\nname2 = 1e-3  # 44';
    const texts = (entry: string): unknown => programNumbers(singleFile(block(inner, '#'), entry)).map(({ text, value, range }) => [text, value, range]);
    expect(texts('main.py')).toEqual([['.5', 0.5, [0.1, 0.9]], ['1e-3', 0.001, undefined]]);
    expect(texts('broken.ts')).toEqual(texts('main.py'));
  });

  it('are replaced where they are, in several files at once', () => {
    const program = { entry: 'a.py', files: { 'a.py': block('x = 10\ny = 20', '#'), 'b.py': block('z = 30', '#') } };
    const child = replaceNumbers(program, programNumbers(program).map((number) => ({ number, text: `${number.value}00` })));
    expect(child.files).toEqual({ 'a.py': block('x = 1000\ny = 2000', '#'), 'b.py': block('z = 3000', '#') });
    expect(mainSource(replaceNumbers(program, []))).toBe(program.files['a.py']);
  });
});
