import { EvospiceError, type ProgramText } from '@evospice/contracts';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFiles, largestProgram, largestSource, mostFiles } from './check-files.ts';
import { evolveBlocks, outsideBlocks, replaceBlock } from './evolve-blocks.ts';
import { allSource, mainSource, sameText, singleFile } from './program-text.ts';

const thrownBy = (work: () => unknown): Partial<EvospiceError> => {
  try {
    work();
  } catch (error) {
    if (EvospiceError.is(error)) return error;
    throw error;
  }
  return expect.unreachable('nothing was thrown');
};

describe('text of programs', () => {
  const two = { entry: 'z.ts', files: { 'a.ts': 'A', 'z.ts': 'Z' } };

  it('is that of the only file, or of all files below their paths, the entry first', () => {
    expect(allSource(singleFile('x'))).toBe('x');
    expect([mainSource(two), allSource(two)]).toEqual(['Z', '==> z.ts <==\nZ\n==> a.ts <==\nA']);
  });

  it('is the same only with the same entry, files and letters', () => {
    expect(sameText(two, { entry: 'z.ts', files: { 'z.ts': 'Z', 'a.ts': 'A' } })).toBe(true);
    for (const other of [{ ...two, entry: 'a.ts' }, singleFile('Z', 'z.ts'), { ...two, files: { ...two.files, 'a.ts': 'B' } }, { ...two, files: { 'z.ts': 'Z', 'b.ts': 'A' } }]) {
      expect(sameText(two, other)).toBe(false);
    }
  });
});

describe('files of a program', () => {
  it.each(['main.py', 'lib/steps.ts', 'a-b_c.d/E.f'])('may be called %s', (path) => expect(() => checkFiles(singleFile('', path))).not.toThrow());

  it.each(['', '/etc/passwd', '../a', 'a/../b', './a', 'a//b', 'a/', '.hidden', 'a/.git', 'C:\\a', 'a\\b', 'a b', 'a\u0000', 'é', '__proto__', 'x'.repeat(201)])('may not be called %j', (path) => {
    expect(thrownBy(() => checkFiles({ entry: 'a.ts', files: Object.fromEntries([['a.ts', ''], [path, '']]) }))).toMatchObject({ code: 'PROGRAM_FILES' });
  });

  it.each<[string, ProgramText]>([
    ['no entry', { entry: 'b.ts', files: { 'a.ts': '' } }],
    ['an entry of the prototype', { entry: 'toString', files: { 'a.ts': '' } }],
    ['a file that is a folder', { entry: 'a', files: { a: '', 'a/b': '' } }],
    ['paths that differ in case', { entry: 'a', files: { a: '', A: '' } }],
    ['a long file', singleFile('x'.repeat(largestSource + 1))],
    ['long files', { entry: 'f0', files: Object.fromEntries(Array.from({ length: 5 }, (_, index) => [`f${index}`, 'x'.repeat(Math.ceil(largestProgram / 5) + 1)])) }],
    ['many files', { entry: 'f0', files: Object.fromEntries(Array.from({ length: mostFiles + 1 }, (_, index) => [`f${index}`, ''])) }],
  ])('are refused with %s', (_, program) => expect(thrownBy(() => checkFiles(program))).toMatchObject({ code: 'PROGRAM_FILES' }));
});

describe('evolve blocks', () => {
  it.each([
    ['// EVOLVE-BLOCK-START', '// EVOLVE-BLOCK-END'], ['# EVOLVE-BLOCK-START', '  # EVOLVE-BLOCK-END  '], ['-- EVOLVE-BLOCK-START', '--EVOLVE-BLOCK-END'],
    ['% EVOLVE-BLOCK-START', '%% EVOLVE-BLOCK-END'], ['; EVOLVE-BLOCK-START', ';; EVOLVE-BLOCK-END'], ['! EVOLVE-BLOCK-START', '! EVOLVE-BLOCK-END'],
    ['/* EVOLVE-BLOCK-START */', '/* EVOLVE-BLOCK-END */'], ['<!-- EVOLVE-BLOCK-START -->', '<!-- EVOLVE-BLOCK-END -->'], ['(* EVOLVE-BLOCK-START *)', '(* EVOLVE-BLOCK-END *)'],
  ])('are found between %s and %s', (start, end) => {
    for (const newline of ['\n', '\r\n']) {
      const source = ['before', start, 'a', 'b', end, 'after'].join(newline);
      expect(evolveBlocks(singleFile(source))).toMatchObject([{ file: 'program.ts', line: 3, text: `a${newline}b${newline}` }]);
    }
  });

  it('are found in several files, the entry first, and may be empty', () => {
    const block = (text: string): string => `# EVOLVE-BLOCK-START\n${text}# EVOLVE-BLOCK-END\n`;
    const program = { entry: 'm.py', files: { 'a.py': block('a\n'), 'm.py': `${block('m\n')}x\n${block('')}` } };
    expect(evolveBlocks(program).map(({ file, line, text }) => [file, line, text])).toEqual([['m.py', 2, 'm\n'], ['m.py', 6, ''], ['a.py', 2, 'a\n']]);
    expect(evolveBlocks(singleFile('nothing'))).toEqual([]);
  });

  it.each([
    ['EVOLVE-BLOCK-START', undefined], ['x = 1 // EVOLVE-BLOCK-START', undefined], ["'// EVOLVE-BLOCK-START'", undefined], ['// EVOLVE-BLOCK-STARTED', undefined],
    ['// EVOLVE-BLOCK-START', 1], ['\n// EVOLVE-BLOCK-END', 2], ['// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-START\n// EVOLVE-BLOCK-END', 2],
  ])('markers of %j do not come in pairs on line %s', (source, line) => {
    if (line === undefined) return expect(evolveBlocks(singleFile(source))).toEqual([]);
    expect(thrownBy(() => evolveBlocks(singleFile(source)))).toMatchObject({ code: 'PROGRAM_MARKERS', file: 'program.ts', line });
  });

  it('can be replaced by any text, and nothing else changes', () => {
    const line = fc.string().filter((text) => !/[\r\n]|EVOLVE/u.test(text));
    fc.assert(fc.property(fc.array(line), fc.array(line, { minLength: 1 }), fc.array(line), (before, inner, after) => {
      const source = [...before, '// EVOLVE-BLOCK-START', 'old', '// EVOLVE-BLOCK-END', ...after].join('\n');
      const [block] = evolveBlocks(singleFile(source));
      const child = replaceBlock(singleFile(source), block!, inner.join('\n'));
      expect(evolveBlocks(child)[0]?.text).toBe(inner.join('\n') === '' ? '' : `${inner.join('\n')}${inner.join('\n').endsWith('\n') ? '' : '\n'}`);
      expect(outsideBlocks(singleFile(source), child)).toBeUndefined();
    }));
  });
});

describe('edits outside the evolve blocks', () => {
  const of = (inner: string, frame = 'f'): string => `${frame}\n# EVOLVE-BLOCK-START\n${inner}# EVOLVE-BLOCK-END\nend\n`;
  const parent = { entry: 'a', files: { a: of('1\n'), b: 'fixed' } };

  it.each<[string, Partial<ProgramText>, RegExp | undefined]>([
    ['inside', { files: { ...parent.files, a: of('2\n3\n') } }, undefined],
    ['before the block', { files: { ...parent.files, a: of('1\n', 'g') } }, /outside the evolve block in a/],
    ['after the block', { files: { ...parent.files, a: `${of('1\n')}more` } }, /outside/],
    ['a file without blocks', { files: { ...parent.files, b: 'changed' } }, /outside the evolve block in b/],
    ['one more block', { files: { ...parent.files, a: `${of('1\n')}${of('2\n')}` } }, /outside/],
    ['an unpaired marker', { files: { ...parent.files, a: of('# EVOLVE-BLOCK-END\n') } }, /a, line 4: .*pairs/],
    ['a new file', { files: { ...parent.files, c: '' } }, /c is added/],
    ['a missing file', { files: { a: parent.files.a } }, /b is removed/],
    ['the entry', { entry: 'b' }, /entry/],
  ])('%s', (_, change, reason) => {
    const found = outsideBlocks(parent, { ...parent, ...change });
    if (reason === undefined) expect(found).toBeUndefined();
    else expect(found).toMatch(reason);
  });

  it('are allowed everywhere in a program without blocks', () => expect(outsideBlocks(singleFile('a'), singleFile('b', 'other.ts'))).toBeUndefined());
});
