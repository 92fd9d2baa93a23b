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

  test.each<readonly [string, string]>([
    ...['reason', 'analysis', 'scratchpad', 'inner_thoughts', 'antThinking', 'seed:think', 'reasoning_content', 'plan', 'draft'].map((name) => [`<${name}>`, `</${name}>`] as const),
    ['<think lang="en">', '</think>'], ['[THINK]', '[/THINK]'], ['◁think▷', '◁/think▷'], ['<|thinking|>', '<|/thinking|>'],
    ['<|begin_of_thought|>', '<|end_of_thought|><|begin_of_solution|>'], ['<|START_THINKING|>', '<|END_THINKING|><|START_RESPONSE|>'],
    ['<|channel|>analysis<|message|>', '<|end|><|start|>assistant<|channel|>final<|message|>'], ['<|channel>thought', '<channel|>'],
    ['analysis ', 'assistantfinal'], ['```thinking', '```'],
  ])('between %s and %s', (begin, end) => {
    expect(sourceOf(`${begin}\n${edit('0.9')}\n${end}\n${edit('0.2')}<|end|>`)).toBe(stepped('0.2'));
    // A draft of another line would otherwise be applied beside the answer.
    const other = formatDiff([{ search: ['  const shrink = 0.5;'], replace: ['  const shrink = 0.9;'] }]);
    expect(sourceOf(`${begin}\n${other}\n${end}\n${edit('0.2')}`)).toBe(stepped('0.2'));
  });

  test.each([
    ['in quotation marks', 'I avoid `<think>` and "</think>" here.\n'], ['a type argument', 'It returns Promise<Analysis> as before.\n'],
  ])('a tag %s is talk', (_what, talk) => expect(sourceOf(`${talk}${edit('0.2')}`)).toBe(stepped('0.2')));

  test('an answer that is a thought alone is refused by name', () => {
    expect(sourceOf(`<think>\n${edit('0.9')}`)).toBe('refused: the answer holds a thought and nothing else, or the end of the thought is missing');
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

  const [good, bad] = [fence(stepped('0.2')), fence(stepped('0.9'))];
  test.each([
    `Option A:\n${good}Option B:\n${bad}Option A is the final answer.`,
    `Version 1\n${bad}Version 2\n${good}Version 3\n${bad}Version 2 is best.`,
    `## Program B\n${good}## Program A\n${bad}I recommend program B.`,
    `${bad}or\n${good}Do not use the first one.`,
    `${good}or\n${bad}I would not take the second one; it is slower.`,
    `${good}or\n${bad}The former is what I submit.`,
    `# Draft\n${bad}# Final answer\n${good}# The draft again\n${bad}`,
    `This is better:\n${good}For comparison, what I rejected:\n${bad}`,
    `${bad}then\n${good}Both take the first derivative and use the first samples as a start.`,
    `${bad}A first-order step is used.\n${good}`,
  ])('the one that the words mean: %#', (answer) => expect(sourceOf(answer)).toBe(stepped('0.2')));

  test('edits of several alternatives are refused, and edits beside another whole program', () => {
    const other = formatDiff([{ search: ['  const shrink = 0.5;'], replace: ['  const shrink = 0.9;'] }]);
    expect(sourceOf(`Option A:\n${other}\nOption B, better:\n${edit('0.2')}`)).toBe('refused: the edits belong to several alternatives (Option A, Option B): give those of one alone');
    expect(sourceOf(`${edit('0.2')}\nAs a whole:\n${bad}`)).toMatch(/^refused: the answer shows a whole program too/u);
    expect(sourceOf(`The parent:\n${fence(parent)}\n${edit('0.2')}\nAs a whole:\n${good}`)).toBe(stepped('0.2'));
  });

  test.each(['  // ... existing code ...', '  /* … rest of the loop unchanged */', '  // rest of the code unchanged', '  ...'])('%s stands for code that is missing: refused', (line) => {
    expect(sourceOf(formatDiff([{ search: ['  const step = 0.1;', '  const shrink = 0.5;'], replace: ['  const step = 0.2;', line] }]))).toMatch(/^refused: /u);
  });
});

describe('fences', () => {
  test.each<readonly [string, string]>([
    ['four backticks', fence(stepped('0.2'), '````')], ['tildes', fence(stepped('0.2'), '~~~')], ['a title', fence(stepped('0.2'), '```', 'ts title="program.ts"')],
    ['indentation', `1. The program:\n\n${fence(stepped('0.2')).replaceAll(/^(?=.)/gmu, '   ')}`], ['CRLF', fence(stepped('0.2')).replaceAll('\n', '\r\n')],
    ['no end', fence(stepped('0.2')).replace(/```\n$/u, '')], ['a fence with edits in it', fence(`${edit('0.2')}\n`, '```', 'diff')], ['an end glued to the last edit', `${edit('0.2')}\`\`\``],
    ['fences inside an edit', '<<<<<<< SEARCH\n```ts\n  const step = 0.1;\n```\n=======\n```ts\n  const step = 0.2;\n```\n>>>>>>> REPLACE'],
    ['indented marks', edit('0.2').replaceAll(/^/gmu, '    ').replaceAll(/^ {4}(?= {2}const)/gmu, '')], ['marks with a colon', edit('0.2').replace('SEARCH', 'SEARCH:')],
    ...[3, 5, 8, 10].map((count) => [`${count} backticks`, fence(stepped('0.2'), '`'.repeat(count))] as const),
    ['a fence in a fence', `\`\`\`\`markdown\n${fence(stepped('0.2'))}\`\`\`\`\n`], ['a fence in an equal fence', `\`\`\`markdown\n${fence(stepped('0.2'))}\`\`\`\n`],
    ['an end glued to the program', fence(stepped('0.2').trimEnd())], ['an invisible character in front', `\uFEFF${fence(stepped('0.2'))}`], ['no fence', stepped('0.2')],
    ...[5, 6, 8, 9].map((count) => [`marks of ${count} signs`, edit('0.2').replace('<'.repeat(7), '<'.repeat(count)).replace('='.repeat(7), '='.repeat(count)).replace('>'.repeat(7), '>'.repeat(count))] as const),
    ['marks in bold', edit('0.2').replaceAll(/^([<=>]{7}.*)$/gmu, '**$1**')], ['small letters', edit('0.2').replace('SEARCH', 'search').replace('REPLACE', 'replace')],
    ['the file behind the mark', edit('0.2').replace('SEARCH', 'SEARCH program.ts')], ['a tag glued to the end', `${edit('0.2')}</answer>`],
    ['copied line numbers', '<<<<<<< SEARCH\n3 |   const step = 0.1;\n4 |   const shrink = 0.5;\n=======\n3 |   const step = 0.2;\n4 |   const shrink = 0.5;\n>>>>>>> REPLACE'],
    ['trailing spaces', edit('0.2').replaceAll('0.1;', '0.1;  ')], ['CRLF in an edit', edit('0.2').replaceAll('\n', '\r\n')],
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

  test('with lines around the block, repeated as they are', () => {
    expect(sourceOf(formatDiff([{ search: parent.trimEnd().split('\n'), replace: stepped('0.2').trimEnd().split('\n') }]))).toBe(stepped('0.2'));
    const [search, replace] = [parent, stepped('0.2').replace('frame = 1', 'frame = 2')].map((text) => text.split('\n').slice(0, 3));
    expect(sourceOf(formatDiff([{ search: search!, replace: replace! }]))).toMatch(/^refused: .*outside the evolve block \(lines 1 to 3\)/u);
  });

  test('on one side: refused', () => {
    expect(sourceOf('<<<<<<< SEARCH\n// EVOLVE-BLOCK-START\n  const step = 0.1;\n=======\n  const step = 0.2;\n>>>>>>> REPLACE')).toMatch(/^refused: .*outside the evolve block/u);
  });
});

describe('what is put into the program', () => {
  test('has straight signs where the SEARCH had typographic ones for the program\'s, and the program\'s line ends', () => {
    const quoting = program('  const text = "a - b";').replaceAll('\n', '\r\n');
    const child = childOfAnswer(quoting, formatDiff([{ search: ['  const text = “a – b”;'], replace: ['  const text = “a – c”;'] }]));
    expect(child).toMatchObject({ source: quoting.replace('a - b', 'a - c') });
  });
});

describe('marks that are none', () => {
  test.each([
    ['<<<<<<< HEAD\nx\n=======\ny\n>>>>>>> new', 'block 1: "<<<<<<< HEAD" is not a mark; write "<<<<<<< SEARCH" on a line of its own'],
    ['> <<<<<<< SEARCH\n> x\n> =======\n> y\n> >>>>>>> REPLACE', 'block 1: "> <<<<<<< SEARCH" is not a mark'],
    ['<<<<<<< SEARCH const step = 0.1;\n=======\n>>>>>>> REPLACE', 'block 1: the line of "<<<<<<< SEARCH" holds more than the mark'],
    [`${edit('0.3')}<<<<<<< SEARCH`, 'block 1: '],
  ])('%j: refused', (answer, reason) => expect(sourceOf(answer)).toContain(`refused: ${reason}`));
});
