import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyDiff } from './apply-diff.ts';
import { applyRewrite } from './apply-rewrite.ts';
import { childOfAnswer } from './child-of-answer.ts';
import { formatDiff, parseDiff, type SearchReplace } from './search-replace.ts';

const before = ['const frame = 1;', '// EVOLVE-BLOCK-START'];
const after = ['// EVOLVE-BLOCK-END', 'export default async function optimizeSpiceParameters() { await work(frame); }', ''];
const program = (...lines: readonly string[]): string => [...before, ...lines, ...after].join('\n');
const reason = (result: object): string => ('reason' in result ? String(result.reason) : expect.unreachable(JSON.stringify(result)));
const source = (result: object): string => ('source' in result ? String(result.source) : expect.unreachable(JSON.stringify(result)));

/** A line of code that is not a marker of either kind, with layout that white-space matching must bear. */
const codeLine = fc
  .tuple(fc.constantFrom('', '  ', '    '), fc.stringMatching(/^[a-z][a-z0-9 =+*();.]{0,20}[;a-z)]$/))
  .map(([indent, text]) => `${indent}${text.replaceAll(/ +/g, ' ')}`);
const distinctLines = (minLength: number): fc.Arbitrary<string[]> =>
  fc.uniqueArray(codeLine, { minLength, maxLength: 12, selector: (line) => line.trim() });

/** Lines of a program and a stretch of them. */
const stretch = distinctLines(2).chain((lines) =>
  fc.tuple(fc.nat({ max: lines.length - 1 }), fc.integer({ min: 1, max: 4 })).map(([start, count]) => ({ lines, start, count: Math.min(count, lines.length - start) })),
);

describe('reading SEARCH/REPLACE blocks', () => {
  test('what formatDiff writes, parseDiff reads, with any talk around it', () => {
    const block = fc.record({ search: fc.array(codeLine, { minLength: 1, maxLength: 5 }), replace: fc.array(codeLine, { maxLength: 5 }) });
    fc.assert(
      fc.property(fc.array(block, { maxLength: 4 }), fc.array(codeLine, { maxLength: 3 }), fc.constantFrom('\n', '\r\n'), (blocks: SearchReplace[], talk, lineBreak) => {
        const text = [...talk, '```diff', formatDiff(blocks), '```', ...talk].join('\n').replaceAll('\n', lineBreak);
        expect(parseDiff(text)).toMatchObject({ blocks });
      }),
    );
  });

  test('no text makes it throw or loop', () => {
    const piece = fc.oneof(codeLine, fc.constantFrom('<<<<<<< SEARCH', '=======', '>>>>>>> REPLACE', '', '```'));
    fc.assert(fc.property(fc.array(piece, { maxLength: 20 }), (lines) => {
      const parsed = parseDiff(lines.join('\n'));
      if ('reason' in parsed) expect(parsed.reason).toMatch(/^block \d+: /);
      else for (const { search } of parsed.blocks) expect(search.join('').trim()).not.toBe('');
    }));
  });

  test.each([
    ['<<<<<<< SEARCH\na\n=======\nb', 'block 1: it is not closed'],
    ['<<<<<<< SEARCH\na\n>>>>>>> REPLACE', 'block 1: ">>>>>>> REPLACE" before "======="'],
    ['<<<<<<< SEARCH\na\n=======\nb\n>>>>>>> REPLACE\n>>>>>>> REPLACE', 'block 2: ">>>>>>> REPLACE" without'],
    ['<<<<<<< SEARCH\na\n<<<<<<< SEARCH\nb', 'block 1: "<<<<<<< SEARCH" before'],
    ['<<<<<<< SEARCH\n  \n=======\nb\n>>>>>>> REPLACE', 'block 1: SEARCH is empty'],
  ])('%j is refused: %s', (text, expected) => expect(reason(parseDiff(text))).toContain(expected));
});

describe('applying edits', () => {
  test('a stretch of the evolve block is replaced, and nothing else', () => {
    fc.assert(
      fc.property(stretch, fc.array(codeLine, { maxLength: 4 }), ({ lines, start, count }, replace) => {
        const search = lines.slice(start, start + count);
        fc.pre(search.join('\n') !== replace.join('\n'));
        const expected = program(...lines.slice(0, start), ...replace, ...lines.slice(start + count));
        expect(applyDiff(program(...lines), [{ search, replace }])).toEqual({ source: expected });
      }),
    );
  });

  test('differences in white space do not matter, nor blank lines around SEARCH', () => {
    fc.assert(
      fc.property(stretch, fc.constantFrom('\t', '      ', ''), ({ lines, start, count }, indent) => {
        const search = ['', ...lines.slice(start, start + count).map((line) => `${indent}${line.trim().replaceAll(' ', '  ')} `), ' '];
        const child = applyDiff(program(...lines), [{ search, replace: ['replaced'] }]);
        expect(child).toEqual({ source: program(...lines.slice(0, start), 'replaced', ...lines.slice(start + count)) });
      }),
    );
  });

  test('edits apply in order, each to the result of those before', () => {
    const child = applyDiff(program('a();', 'b();'), [{ search: ['a();'], replace: ['c();'] }, { search: ['c();', 'b();'], replace: ['d();'] }]);
    expect(child).toEqual({ source: program('d();') });
  });

  test('an exact match wins over one that differs in white space', () => {
    expect(applyDiff(program('  a();', 'a();'), [{ search: ['a();'], replace: ['b();'] }])).toEqual({ source: program('  a();', 'b();') });
  });

  test.each<[string, SearchReplace[], string]>([
    ['several places', [{ search: ['a();'], replace: ['b();'] }], 'block 1: SEARCH matches 2 places (lines 3, 5)'],
    ['no place', [{ search: ['c();'], replace: ['x();'] }, { search: ['zzz();'], replace: [] }], 'block 2: SEARCH matches nothing in the program: "zzz();"'],
    ['text outside the evolve block', [{ search: ['const frame = 1;'], replace: ['const frame = 2;'] }], 'block 1: SEARCH matches text outside the evolve block (line 1)'],
    ['a marker', [{ search: ['a();', '// EVOLVE-BLOCK-END'], replace: ['a();'] }], 'outside the evolve block'],
    ['no change', [{ search: ['c();'], replace: ['c();'] }], 'change nothing'],
  ])('%s: refused', (_, blocks, expected) => expect(reason(applyDiff(program('a();', 'c();', 'a();'), blocks))).toContain(expected));

  test('a line of the frame that is also in the evolve block is changed only there', () => {
    expect(applyDiff(program('const frame = 1;'), [{ search: ['const frame = 1;'], replace: ['step();'] }])).toEqual({ source: program('step();') });
  });
});

describe('the child of an answer', () => {
  const parent = program('const step = 0.1;');
  const edit = formatDiff([{ search: ['const step = 0.1;'], replace: ['const step = 0.2;'] }]);

  test('edits win over a code fence', () => {
    expect(childOfAnswer(parent, `A larger step.\n\n\`\`\`\n${edit}\n\`\`\`\n`)).toEqual({ source: program('const step = 0.2;'), form: 'edits', edits: 1 });
  });

  test('a whole program in a fence is a rewrite; the frame is the parent\'s', () => {
    const rewrite = program('const step = 0.3;').replace('const frame = 1;', '  const frame  = 1;');
    expect(childOfAnswer(parent, `Here:\n\`\`\`ts\nconst talk = 0;\n\`\`\`\nand\n\`\`\`typescript\n${rewrite}\`\`\`\n`)).toEqual({ source: program('const step = 0.3;'), form: 'program', edits: 1 });
  });

  test.each([
    ['nothing usable', 'I would raise the step.', 'neither SEARCH/REPLACE blocks nor a program'],
    ['a syntax error', formatDiff([{ search: ['const step = 0.1;'], replace: ['const step = ;'] }]), 'does not parse: line 3: Unexpected token (const step = ;)'],
    ['a name declared twice', formatDiff([{ search: ['const step = 0.1;'], replace: ['const step = 1;', 'const step = 2;'] }]), 'does not parse: line'],
    ['a second marker', formatDiff([{ search: ['const step = 0.1;'], replace: ['// EVOLVE-BLOCK-END'] }]), 'do not come in pairs'],
    ['a rewrite of the frame', `\`\`\`ts\n${program('const step = 1;').replace('frame = 1', 'frame = 2')}\`\`\``, 'changes text outside the evolve block'],
    ['a rewrite without markers', '```ts\nexport default async function f() {}\n```', 'no evolve block'],
    ['the parent again', `\`\`\`ts\n${parent}\`\`\``, 'is the parent'],
  ])('%s is refused with its reason', (_, answer, expected) => expect(reason(childOfAnswer(parent, answer))).toContain(expected));

  test('rewriting by any block of the evolve region keeps the frame', () => {
    fc.assert(fc.property(distinctLines(1), (lines) => {
      const child = applyRewrite(parent, program(...lines));
      expect(source(child)).toBe(program(...lines));
    }));
  });
});
