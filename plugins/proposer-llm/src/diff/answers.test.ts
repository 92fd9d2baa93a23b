import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { childOfAnswer } from './child-of-answer.ts';
import { fencedBlocks } from './fences.ts';
import { formatDiff } from './search-replace.ts';
import { withoutThoughts } from './thoughts.ts';

const program = (...lines: readonly string[]): string =>
  ['const frame = 1;', '// EVOLVE-BLOCK-START', ...lines, '// EVOLVE-BLOCK-END', 'export default async function optimizeSpiceParameters() { await work(frame); }', ''].join('\n');
const parent = program('  const step = 0.1;', '  const shrink = 0.5;');
const stepped = (step: string): string => program(`  const step = ${step};`, '  const shrink = 0.5;');
const edit = (step: string): string => formatDiff([{ search: ['  const step = 0.1;'], replace: [`  const step = ${step};`] }]);
const fence = (text: string, mark = '```', info = 'ts'): string => `${mark}${info}\n${text}${mark}\n`;
const sourceOf = (answer: string): string => {
  const child = childOfAnswer(parent, answer);
  return 'source' in child ? child.source : `refused: ${child.reason}`;
};

describe('thoughts', () => {
  test.each([
    ['an edit in a thought', `<think>\nPerhaps\n${edit('0.9')}\nNo.\n</think>\nShrink.\n${formatDiff([{ search: ['  const shrink = 0.5;'], replace: ['  const shrink = 0.7;'] }])}`, program('  const step = 0.1;', '  const shrink = 0.7;')],
    ['an edit of the same line', `<thinking>${edit('0.9')}</thinking>\n${edit('0.2')}`, stepped('0.2')],
    ['a thought whose opening tag was cut off', `${edit('0.9')}\n</think>\n${edit('0.2')}`, stepped('0.2')],
    ['a program in a thought', `<THINK>\n${fence(stepped('0.9'))}</THINK>\n${fence(stepped('0.2'))}`, stepped('0.2')],
    ['a thought inside a thought', `<think>a<think>${edit('0.9')}</think>${edit('0.8')}</think>${edit('0.2')}`, stepped('0.2')],
  ])('%s is not the answer', (_what, answer, expected) => expect(sourceOf(answer)).toBe(expected));

  test('an answer that is a thought alone is refused by name', () => {
    expect(sourceOf(`<think>\n${edit('0.9')}`)).toBe('refused: the answer holds a thought and nothing else');
  });

  test('text without tags stays as it is', () => {
    fc.assert(fc.property(fc.string().filter((text) => !text.includes('<')), (text) => withoutThoughts(text) === text));
  });
});

describe('several programs', () => {
  test.each([
    ['the last one', `First:\n${fence(stepped('0.9'))}On reflection this is better:\n${fence(stepped('0.2'))}`, '0.2'],
    ['the last one, though shorter', `First:\n${fence(program('  const step = 0.9;', '  const shrink = 0.5;', '  // a longer one', '  more();'))}Use this one:\n${fence(stepped('0.2'))}`, '0.2'],
    ['the new one behind the old', `The present program is\n${fence(parent)}and better is\n${fence(stepped('0.2'))}`, '0.2'],
    ['the new one before the old', `Better is\n${fence(stepped('0.2'))}than the present\n${fence(parent)}`, '0.2'],
    ['the one that is named', `${fence(stepped('0.2'))}or bolder\n${fence(stepped('0.9'))}In the end I would use the first version.\n`, '0.2'],
    ['the whole one, not a snippet behind it', `${fence(stepped('0.2'))}The heart of it:\n${fence('const step = 0.2;\n')}`, '0.2'],
  ])('%s is taken', (_what, answer, step) => expect(sourceOf(answer)).toBe(stepped(step)));
});

describe('fences', () => {
  test.each([
    ['four backticks', fence(stepped('0.2'), '````')], ['tildes', fence(stepped('0.2'), '~~~')], ['a title', fence(stepped('0.2'), '```', 'ts title="program.ts"')],
    ['indentation', `1. The program:\n\n${fence(stepped('0.2')).replaceAll(/^(?=.)/gmu, '   ')}`], ['CRLF', fence(stepped('0.2')).replaceAll('\n', '\r\n')],
    ['no end', fence(stepped('0.2')).replace(/```\n$/u, '')], ['a fence with edits in it', fence(`${edit('0.2')}\n`, '```', 'diff')], ['an end glued to the last edit', `${edit('0.2')}\`\`\``],
    ['fences inside an edit', '<<<<<<< SEARCH\n```ts\n  const step = 0.1;\n```\n=======\n```ts\n  const step = 0.2;\n```\n>>>>>>> REPLACE'],
    ['indented marks', edit('0.2').replaceAll(/^/gmu, '    ').replaceAll(/^ {4}(?= {2}const)/gmu, '')], ['marks with a colon', edit('0.2').replace('SEARCH', 'SEARCH:')],
    ['typographic spaces', edit('0.2').replace('const step = 0.1', 'const\u00A0step = 0.1')],
  ])('%s: read', (_what, answer) => expect(sourceOf(answer)).toBe(stepped('0.2')));

  test('a line that looks like a fence inside the program', () => {
    const commented = program('  const step = 0.2;', '  /*', '```', '  */', '  const shrink = 0.5;');
    expect(sourceOf(fence(commented))).toBe(commented);
  });

  test('hold any lines that are not fences, whatever is around them', () => {
    const line = fc.string({ maxLength: 20 }).filter((text) => !/[\r\n]/u.test(text) && !/^\s*(?:`{3}|~{3})/u.test(text));
    fc.assert(fc.property(fc.array(fc.array(line, { maxLength: 4 }), { maxLength: 4 }), fc.constantFrom('```', '````', '~~~~'), (bodies, mark) => {
      const answer = bodies.map((lines) => `talk\n${mark}ts\n${lines.map((each) => `${each}\n`).join('')}${mark}\n`).join('');
      expect(fencedBlocks(answer).map(({ code }) => code)).toEqual(bodies.map((lines) => lines.map((each) => `${each}\n`).join('')));
    }));
  });

  test('a megabyte of fences is read in one pass', () => {
    // The count of blocks is what is checked; that this ends at all is the point: a search for the longest fence took minutes.
    expect(fencedBlocks('````\n'.repeat(200_000))).toHaveLength(100_000);
    expect(sourceOf('````x\n'.repeat(150_000))).toMatch(/^refused: /u);
  });
});

describe('markers of the evolve block copied into an edit', () => {
  test.each([
    ['the start', '<<<<<<< SEARCH\n  // EVOLVE-BLOCK-START\n  const step = 0.1;\n=======\n  // EVOLVE-BLOCK-START\n  const step = 0.2;\n>>>>>>> REPLACE'],
    ['both', '<<<<<<< SEARCH\n// EVOLVE-BLOCK-START\n  const step = 0.1;\n  const shrink = 0.5;\n// EVOLVE-BLOCK-END\n=======\n// EVOLVE-BLOCK-START\n  const step = 0.2;\n  const shrink = 0.5;\n// EVOLVE-BLOCK-END\n>>>>>>> REPLACE'],
  ])('%s, on both sides: the code between them is changed', (_what, answer) => expect(sourceOf(answer)).toBe(stepped('0.2')));

  test('on one side: refused', () => {
    expect(sourceOf('<<<<<<< SEARCH\n// EVOLVE-BLOCK-START\n  const step = 0.1;\n=======\n  const step = 0.2;\n>>>>>>> REPLACE')).toMatch(/^refused: .*outside the evolve block/u);
  });
});
