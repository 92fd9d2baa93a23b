import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { EvospiceError, type ChatMessage, type ProposalRequest } from '@evospice/contracts';
import { evaluatedProgram } from '@evospice/testkit';
import * as fc from 'fast-check';
import { afterAll, describe, expect, test } from 'vitest';
import { kindNames } from '../kinds/mutation-kind.ts';
import { checkTemplates } from './check-templates.ts';
import { exampleQuestion } from './example.ts';
import { fit } from './fit.ts';
import { chooseInspirations } from './inspirations.ts';
import type { PromptPart } from './prompt-part.ts';
import { Prompts } from './prompts.ts';
import type { Question } from './question.ts';
import { shownFailures } from './shown.ts';
import { PromptTemplates } from './templates.ts';
import { tokensOf } from './tokens.ts';

const prompts = new Prompts();
const folders: string[] = [];
afterAll(() => folders.forEach((folder) => rmSync(folder, { recursive: true })));
function folderWith(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'evospice-prompts-'));
  folders.push(folder);
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
  return folder;
}
const textOf = (messages: readonly ChatMessage[]): string => messages.map(({ content }) => content).join('\n\n');
const asked = async (question: Question, tokens = 100_000, folder?: string): Promise<string> => textOf((await (folder === undefined ? prompts : new Prompts(folder)).ask(question, { tokens })).messages);

describe('what a prompt says', () => {
  test('everything that the problem and the run tell, each section once', async () => {
    const text = await asked(exampleQuestion('diff'));
    for (const heading of [
      '# Background\nThe values grow slowly.', '# The contract\n```ts\nexport default function guess', '# What a program may call\n```ts\nround(', '- bisection: halves the range at each step',
      '# The run\nCome near.', '# Lessons\n- Small steps first.', '# Inspiration 1: another', '# The program to improve\nScore 0.7 (precision 0.7, efficiency 1.2; spread 0.05)',
      'Worst cases: first (seed 1): score 0.6, precision 0.6.', '- first: stalls after a fifth of its steps',
    ]) expect(text.split(heading)).toHaveLength(2);
    expect(text).toContain('Behaviour: length 12.');
    expect(text).not.toMatch(/\n{3}|undefined|\[object/u);
  });

  test('what earlier children of the program did wrong, with the lines that did it, and not twice', async () => {
    const text = await asked(exampleQuestion('diff'));
    expect(text).toContain('# What went wrong with earlier children of this program\n- PROGRAM_ERROR: line 3: steps is not defined; it had put in `const step = steps;`');
    expect(text.split('steps is not defined')).toHaveLength(2);
    expect(text).toContain('# Recent children that were rejected\n- PROPOSAL_FAILED: the answer holds no program\nDo not repeat these.');
  });

  test('the failed program and its error when it is to be repaired', async () => {
    const text = await asked(exampleQuestion('repair'));
    expect(text).toMatch(/# The program to improve\nIt failed with PROGRAM_ERROR: line 3: steps is not defined\n```ts\n[^`]*const step = steps;/u);
    // The other child of its parent failed with the same.
    expect(text).toContain('# What went wrong with earlier children');
  });

  test('failures with one code are told once, the newest reasons and the newest code last', () => {
    const failure = (code: string, reason: string) => ({ program: null, code, reason });
    const shown = shownFailures([failure('A', 'one'), failure('B', 'two'), failure('A', 'three'), failure('A', 'three'), failure('A', ' four\n!')]);
    expect(shown).toEqual([{ code: 'B', times: 1, reasons: ['two'], changes: [] }, { code: 'A', times: 4, reasons: ['three', 'four !'], changes: [] }]);
  });

  test('code that holds fences is put into a longer one', async () => {
    const question = exampleQuestion('diff');
    const problem = { ...question.request.problem, contract: 'begin\n```\nend' };
    expect(await asked({ ...question, request: { ...question.request, problem } })).toContain('````ts\nbegin\n```\nend\n````');
  });
});

describe('inspirations', () => {
  const source = (body: string): string => `// EVOLVE-BLOCK-START\n${body}\n// EVOLVE-BLOCK-END\nexport default async function optimizeSpiceParameters(): Promise<void> {}\n`;
  const base = evaluatedProgram(source('const step = 0.1; go(step); stop(step);'), 'base');
  const twin = evaluatedProgram(source('const step = 0.2; go(step); stop(step);'), 'twin', 0.9);
  const other = evaluatedProgram(source('for (const one of list) sum += weights[one] * values[one]; report(sum, list.length);'), 'other', 0.8);
  const bad = evaluatedProgram(source('while (x > y) x = x / 2; return [x, y].map(Math.sqrt).filter(Boolean);'), 'bad', 0.1);

  test('are good and different: neither a near copy of the parent nor the worst', () => {
    expect(chooseInspirations(base.program, [twin, other, bad], 1).map(({ program }) => program.id)).toEqual(['other']);
    expect(chooseInspirations(base.program, [twin, other, bad], 5).map(({ program }) => program.id).toSorted()).toEqual(['bad', 'other', 'twin']);
    expect(chooseInspirations(base.program, [], 2)).toEqual([]);
  });

  test('a second one differs from the first, in behaviour too', () => {
    const near = { ...evaluatedProgram(source('for (const one of list) sum += weights[one] * values[one]; report(sum, 1);'), 'near', 0.79), measures: { exploration: 0.25 } };
    const far = { ...evaluatedProgram(source('do { y += learn(x, y); } while (error(y) > 1); return y ** 2;'), 'far', 0.7), measures: { exploration: 0.9 } };
    expect(chooseInspirations(base.program, [other, near, far], 2).map(({ program }) => program.id)).toEqual(['other', 'far']);
  });
});

describe('templates', () => {
  test('of the user take the place of those with the same name', async () => {
    const folder = folderWith({ 'ask-diff.md.liquid': 'Improve it by {{ kind }}.', 'program.md.liquid': '# The program to improve\n{% for one in program.worst %}{{ one.case }}{% endfor %}\n{{ program.code | code: language }}' });
    const text = await asked(exampleQuestion('diff'), 100_000, folder);
    expect(text.endsWith('\n\nImprove it by diff.')).toBe(true);
    expect(text).toContain('# The program to improve\nfirst\n```ts');
    expect(text).toContain('# The contract');
    const [own, shipped] = [await new Prompts(folder).conditions(), await new Prompts().conditions()] as unknown as readonly { readonly prompts: Readonly<Record<string, string>> }[];
    expect(Object.keys(own!.prompts).filter((name) => own!.prompts[name] !== shipped!.prompts[name])).toEqual(['program', 'ask-diff']);
  });

  test.each([
    ['run.md.liquid', 'one\n{{ breif }}', 'line 2: there is no variable "breif" here'],
    ['program.md.liquid', '{% if false %}\n\n{{ program.scores.value }}{% endif %}', 'line 3: there is no variable "program.scores" here'],
    ['user.md.liquid', '{{ parts.progam | section }}', 'line 1: there is no variable "parts.progam" here'],
    ['failures.md.liquid', '{% for one in failures %}\n{{ one.message }}{% endfor %}', 'line 2: undefined variable: one.message'],
    ['digest.md.liquid', '\n{% for line in digest %}', 'line 2: tag {% for line in digest %} not closed'],
    ['digest.md.liquid', '{{ digest | json5 }}', 'line 1: undefined filter: json5'],
    ['digest.md.liquid', '{% render "run" %}', 'line 1: tag "render" not found'],
  ])('%s with %j is refused with its line', async (name, text, message) => {
    const folder = folderWith({ [name]: text });
    const error = await new Prompts(folder).conditions().then(() => undefined, (thrown: unknown) => thrown as EvospiceError);
    expect(error).toMatchObject({ code: 'CONFIG_PROMPTS', file: join(folder, name), message: expect.stringContaining(`${join(folder, name)}, ${message}`) });
    expect(error?.line).toBe(Number(/line (\d+)/u.exec(message)?.[1]));
  });

  test('with a name that no prompt has are refused, and so is a folder that is not there', async () => {
    await expect(new Prompts(folderWith({ 'porgram.md.liquid': '' })).conditions()).rejects.toMatchObject({ code: 'CONFIG_PROMPTS', received: 'porgram' });
    await expect(new Prompts('/nowhere/at/all').conditions()).rejects.toMatchObject({ code: 'CONFIG_PROMPTS', file: '/nowhere/at/all' });
  });
});

describe('fitting', () => {
  const order = ['failures', 'library', 'lessons', 'inspiration 1', 'background', 'reference (shortened)', 'reference', 'children', 'digest'];

  test('the least useful part goes first, a long one is shortened before, and the record says what went', async () => {
    const question = exampleQuestion('diff');
    const whole = await tokensOf((await prompts.ask(question, { tokens: 100_000 })).messages);
    const seen: string[] = [];
    for (let tokens = whole; ; tokens -= 4) {
      const fitted = await prompts.ask(question, { tokens }).catch((error: unknown) => error as EvospiceError);
      if (EvospiceError.is(fitted)) {
        expect(fitted).toMatchObject({ code: 'PROPOSAL_CONTEXT', remedy: expect.stringContaining('contextTokens') });
        expect(fitted.received).toBeGreaterThan(tokens);
        break;
      }
      expect(await tokensOf(fitted.messages)).toBeLessThanOrEqual(tokens);
      for (const one of fitted.dropped) if (!seen.includes(one)) seen.push(one);
    }
    expect(seen).toEqual(order);
  });

  test('a prompt never exceeds its limit, whatever its parts, and what is left is more useful than what went', async () => {
    const part = fc.record({ text: fc.string({ maxLength: 200, unit: 'grapheme' }), value: fc.oneof(fc.integer({ min: 0, max: 9 }), fc.constant(Number.POSITIVE_INFINITY)), shorter: fc.array(fc.string({ maxLength: 20 }), { maxLength: 2 }) });
    await fc.assert(fc.asyncProperty(fc.array(part, { maxLength: 8 }), fc.integer({ min: 10, max: 300 }), async (made, limit) => {
      const parts: readonly PromptPart[] = made.map((one, index) => ({ ...one, name: `part ${index}` }));
      const compose = (those: readonly PromptPart[]): readonly ChatMessage[] => [{ role: 'user', content: those.map(({ text }) => text).join('\n') }];
      const fitted = await fit(parts, limit, compose).catch((error: unknown) => error as EvospiceError);
      const fixed = parts.filter(({ value }) => value === Number.POSITIVE_INFINITY);
      if (EvospiceError.is(fitted)) {
        expect(fitted.code).toBe('PROPOSAL_CONTEXT');
        expect(await tokensOf(compose(fixed))).toBeGreaterThan(limit);
        return;
      }
      expect(await tokensOf(fitted.messages)).toBeLessThanOrEqual(limit);
      expect(fitted.parts.filter(({ value }) => value === Number.POSITIVE_INFINITY)).toEqual(fixed);
      const kept = fitted.parts.map(({ name }) => name);
      const gone = parts.filter(({ name }) => !kept.includes(name));
      for (const { value } of gone) expect(value).toBeLessThanOrEqual(Math.min(...fitted.parts.map((one) => one.value)));
      if (await tokensOf(compose(parts)) <= limit) expect(fitted.dropped).toEqual([]);
    }), { numRuns: 60 });
  });

  test('an answer that is to be mended leaves less room for the question', async () => {
    const question = exampleQuestion('diff');
    const whole = await tokensOf((await prompts.ask(question, { tokens: 100_000 })).messages);
    const behind: readonly ChatMessage[] = [{ role: 'assistant', content: 'an answer of some length '.repeat(10) }, { role: 'user', content: 'That answer cannot be used.' }];
    const fitted = await prompts.ask(question, { tokens: whole, behind });
    expect(fitted.messages.slice(-2)).toEqual(behind);
    expect(fitted.dropped[0]).toBe('failures');
    expect(await tokensOf(fitted.messages)).toBeLessThanOrEqual(whole);
  });

  test('special tokens in a program are counted as text', async () => {
    expect(await tokensOf([{ role: 'user', content: 'say <|endoftext|> now' }])).toBeGreaterThan(8);
  });
});

test('the templates that come with the plugin hold every variable, and an example of every kind is whole', async () => {
  checkTemplates(await PromptTemplates.load());
  for (const kind of kindNames) {
    const { request, assignment } = exampleQuestion(kind);
    expect((request as Partial<ProposalRequest>).random).toBeUndefined();
    expect(assignment.parents.length).toBe({ crossover: 2, write: 0 }[kind as string] ?? 1);
  }
});
