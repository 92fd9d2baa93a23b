import type { CompletionRequest, Memory, ProposalRequest, RandomSource } from '@evospice/contracts';
import { mainSource } from '@evospice/program-text';
import { evaluatedProgram, schemaOf, scriptedLanguageModel, testBrief, testProposer } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, it } from 'vitest';
import { LlmProposer } from '../llm-proposer.ts';
import { llmProposerOptions } from '../options.ts';
import { Prompts } from '../prompt/prompts.ts';
import type { Advice } from './advice.ts';
import { Lessons } from './lessons/lessons.ts';
import { PastLessons } from './lessons/past-lessons.ts';
import { readLessons } from './lessons/read-lessons.ts';
import { memoryOf } from './memories.ts';
import { MetaPrompts } from './paragraphs/meta-prompts.ts';
import { ParagraphArchive, PARAGRAPH_DETAIL } from './paragraphs/paragraph-archive.ts';
import { Planning } from './planning/planning.ts';
import { occasion, teach, verdict } from '../testing/teach.ts';
import { named } from './text-id.ts';

const source = (value: number): string => `// EVOLVE-BLOCK-START\nconst step = ${value};\n// EVOLVE-BLOCK-END\nexport default function f(): number {\n  return step;\n}\n`;
const parents = [evaluatedProgram(source(0.1), 'p0', 0.7), evaluatedProgram(source(0.2), 'p1', 0.6)];
const requestWith = (random: RandomSource): ProposalRequest => ({ parents, rejections: [], problem: testBrief, brief: 'Get far.', random });
const prompts = new Prompts();
const on = (seed = 1) => occasion({ request: requestWith(createRandom(seed)), random: createRandom(seed) });
/** An occasion whose memories the advice takes in, as the proposer sees to it. */
const learning = (advice: Advice, seed = 1): ReturnType<typeof on> => {
  const { kept, ...rest } = on(seed);
  return { ...rest, kept, keep: (memory) => { kept.push(memory); advice.remember?.(memory); } };
};

/** Edits the program in the question, and answers what learning asks. */
const pupil = (request: CompletionRequest): string => {
  const prompt = request.messages.find(({ role }) => role === 'user')?.content ?? '';
  const line = /^const step = .*$/mu.exec(prompt.slice(prompt.lastIndexOf('# The program to improve')))?.[0] ?? '';
  return teach(request) ?? `\`\`\`ts\n${source(0)}\`\`\``.replace('const step = 0;', `const step = ${Number(/[\d.]+/u.exec(line)?.[0]) + 1 + (request.seed ?? 0) / 2 ** 31};`);
};
const everything = { plan: { summaries: 'model' }, lessons: { every: 3, keep: 4, ownShare: 0.5 }, metaPrompts: { size: 3, every: 4 }, kinds: { diff: 1, rewrite: 1, crossover: 0, simplify: 0, repair: 0 } };
const proposerWith = (options: object, model = scriptedLanguageModel(Array.from({ length: 200 }, () => pupil))): LlmProposer =>
  new LlmProposer({ options: schemaOf(llmProposerOptions).parse({ languageModel: 'scripted', ...options }), models: [{ model, weight: 1 }] });

testProposer('llm that learns in every way', () => proposerWith(everything), { programs: parents.map(({ program }) => mainSource(program)), rounds: 12, successes: 1 });

describe('the proposer', () => {
  it('asks for a plan first, shows all that it learnt in both questions, and counts all questions', async () => {
    const model = scriptedLanguageModel(Array.from({ length: 20 }, () => pupil));
    const proposer = proposerWith({ ...everything, lessons: { every: 2 } }, model);
    const kept: Memory[] = [];
    for (const [index, gain] of [0.1, 'it threw', -0.1].entries()) proposer.outcome(verdict(`p000${index + 2}`, gain, { plan: 'Raise it.' }));
    const proposal = await proposer.propose(requestWith(createRandom(3)), { keep: (memory) => void kept.push(memory) });
    expect(kept.map(({ kind }) => kind)).toEqual(['paragraphs', 'lessons', 'summaries']);
    expect(model.requests).toHaveLength(4);
    const [plan, edit] = model.requests.slice(-2).map(({ messages }) => messages.at(-1)?.content ?? '');
    for (const asked of [plan, edit]) {
      for (const part of ['# How to go about it\n', '# Lessons from this run\n1. Raise numbers, as', '# What was planned before, and what came of it\n- In short', '# The program to improve']) expect(asked).toContain(part);
    }
    expect(plan).toContain('what one change you would make');
    expect(edit).toMatch(/# The plan\nThe number is too small \(\w+\)\.\nRaise it\.\n/u);
    expect(edit).not.toContain('Do not write code yet');
    expect(proposal.details).toMatchObject({
      plan: expect.stringMatching(/^The number is too small .* Raise it\.$/u), 'experiment-lessons': 'shown', 'experiment-lesson': expect.stringMatching(/^\w{8} \w{8}$/u),
      'experiment-paragraph': expect.stringMatching(/^\w{8}$/u), inputTokens: expect.any(Number),
    });
    const asked = model.requests.flatMap(({ messages }) => messages).reduce((sum, { content }) => sum + content.length, 0);
    expect(proposal.details['inputTokens']).toBeGreaterThanOrEqual(asked / 4);
  });

  it('does nothing of it unless it is asked to', async () => {
    const model = scriptedLanguageModel(Array.from({ length: 20 }, () => pupil));
    const proposer = proposerWith({ kinds: everything.kinds }, model);
    for (let index = 0; index < 30; index += 1) proposer.outcome(verdict(`p${index}`, 0.1));
    const { details } = await proposer.propose(requestWith(createRandom(1)), { keep: () => { throw new Error('kept something'); } });
    expect(model.requests).toHaveLength(1);
    expect(Object.keys(details)).not.toEqual(expect.arrayContaining(['plan']));
    expect(JSON.stringify(model.requests)).not.toMatch(/How to go about it|Lessons|planned/u);
  });
});

describe('planning', () => {
  it('tells later prompts in one line what was planned, done, and came of it', async () => {
    const planning = new Planning({ summaries: 'made', shown: 2 }, prompts);
    planning.outcome(verdict('p0002', 0.1));
    planning.outcome(verdict('p0003', 0.1, { plan: 'Too old to be shown.' }));
    planning.outcome(verdict('p0004', 0.125, { plan: 'Raise\nthe number.', form: 'edits', edits: 2 }));
    planning.outcome(verdict('p0005', 'line 1: it threw.', { plan: 'Drop it.', form: 'program', edits: 1 }));
    const at = on();
    const { parts, details } = await planning.prepare(at);
    expect(parts.map(({ name }) => name)).toEqual(['summaries', 'plan']);
    expect(parts[0]?.text.split('\n').slice(1, 3)).toEqual([
      '- Planned: Raise the number. Done: llm-diff, 2 edits. Came of it: score 0.625, +0.125 against its parent; kept.',
      '- Planned: Drop it. Done: llm-diff, whole program. Came of it: turned away at trial with PROGRAM_ERROR, line 1: it threw.',
    ]);
    expect(at.asked).toEqual(['Do not write code yet with summaries']);
    expect(details['plan']).toMatch(/^The number is too small/u);
    expect(await planning.prepare({ ...on(), arm: { model: 'm', kind: 'repair', weight: 1 } })).toMatchObject({ parts: [{ name: 'summaries' }], details: {} });
  });

  it('lets the model summarise if it is asked to, each attempt once, and keeps its own line where there is none', async () => {
    const planning = new Planning({ summaries: 'model', shown: 8 }, prompts);
    for (const id of ['p0002', 'p0003']) planning.outcome(verdict(id, 0.1, { plan: `Plan of ${id}.` }));
    const at = learning(planning);
    await planning.prepare({ ...at, ask: async (messages) => (messages.at(-1)?.content.includes('one line for each') === true ? '2. Second, in short.\n' : 'A plan.') });
    expect(at.kept).toEqual([memoryOf('summaries', { summaries: [{ program: 'p0002', text: expect.stringContaining('Planned: Plan of p0002.') }, { program: 'p0003', text: 'Second, in short.' }] })]);
    const next = learning(planning);
    const { parts } = await planning.prepare(next);
    expect(next.asked).toHaveLength(1);
    expect(parts[0]?.text).toContain('- Second, in short.');
  });
});

describe('lessons', () => {
  it('are drawn every so many children, from those that gained, lost and failed most tellingly, and replace those before', async () => {
    const lessons = new Lessons({ every: 3, keep: 3, ownShare: 1 }, prompts);
    expect(await lessons.prepare(on())).toEqual({ parts: [], details: {} });
    for (const [index, gain] of [0.25, -0.125, 'it threw'].entries()) lessons.outcome(verdict(`p000${index + 2}`, gain));
    const at = learning(lessons);
    const first = await lessons.prepare(at);
    const [asked = ''] = at.asked;
    for (const part of ['## p0002 (llm-diff): +0.25 against its parent', '## p0003 (llm-diff): -0.125', '## p0004 (llm-diff): turned away, PROGRAM_ERROR at trial: it threw', '-const size = 2;\n+const size = 3; // p0002', 'at most 3 short lessons']) expect(asked).toContain(part);
    expect(asked).not.toContain('The notebook so far');
    expect(first.parts[0]?.text).toMatch(/^# Lessons from this run\n1\. Raise numbers, as \w+ says\.\n2\. Touch nothing else\.$/u);
    expect((await lessons.prepare(learning(lessons))).parts).toEqual(first.parts);

    const shown = String(first.details['experiment-lesson']);
    for (const [index, gain] of [0.5, 0.25, 'no'].entries()) lessons.outcome(verdict(`p001${index}`, gain, first.details));
    lessons.outcome(verdict('p0020', 0.125, { 'experiment-lesson': shown.split(' ').map((id) => `without-${id}`).join(' ') }));
    const again = learning(lessons);
    const second = await lessons.prepare(again);
    expect(again.asked[0]).toContain('2. Touch nothing else. (with it: 3 children, 2 better than their parents, mean gain +0.375; without it: 1, 1, +0.125)');
    // The first lesson is kept by its number.
    expect(second.parts[0]?.text).toContain(first.parts[0]?.text.split('\n')[1]);
    expect(second.parts[0]?.text).not.toEqual(first.parts[0]?.text);
  });

  it('are asked for by one of several prompts at once, and stay where an answer has none', async () => {
    const lessons = new Lessons({ every: 1, keep: 3, ownShare: 1 }, prompts);
    lessons.remember(memoryOf('lessons', { lessons: [named('Be brief.')] }));
    lessons.outcome(verdict('p0002', 0.1));
    const at = { ...learning(lessons), ask: async () => 'I have none.' };
    const both = await Promise.all([lessons.prepare(at), lessons.prepare(at)]);
    expect(at.kept).toEqual([memoryOf('lessons', { lessons: [named('Be brief.')] })]);
    expect(both.map(({ parts }) => parts.length)).toEqual([1, 1]);
  });

  it('are asked for with fewer children where the question would be too long', async () => {
    const lessons = new Lessons({ every: 3, keep: 3, ownShare: 1 }, prompts);
    for (const [index, gain] of [0.25, -0.125, 'it threw'].entries()) lessons.outcome(verdict(`p000${index + 2}`, gain));
    const at = { ...learning(lessons), fits: (messages: readonly { readonly content: string }[]) => Promise.resolve(messages[0]?.content.includes('p0003') === false) };
    await lessons.prepare(at);
    expect(at.asked[0]).toContain('## p0002');
    expect(at.asked[0]).not.toMatch(/## p000[34]/u);
  });

  it('that fail to be drawn are asked for again', async () => {
    const lessons = new Lessons({ every: 1, keep: 3, ownShare: 1 }, prompts);
    lessons.outcome(verdict('p0002', 0.1));
    await expect(lessons.prepare({ ...on(), ask: () => Promise.reject(new Error('overloaded')) })).rejects.toThrow('overloaded');
    const at = learning(lessons);
    await lessons.prepare(at);
    expect(at.kept).toHaveLength(1);
  });

  it('are read from lines with dashes or numbers, among prose, once each', () => {
    const before = [named('Old one.'), named('Old two.')];
    const texts = (answer: string, most = 9): readonly string[] | undefined => readLessons(answer, before, most)?.map(({ text }) => text);
    expect(texts('Sure:\n- [2]\n* [1] New one.\n3. Third.\n- Third.\nThat is all.')).toEqual(['Old two.', 'New one.', 'Third.']);
    expect(texts('- a\n- b\n- c', 2)).toEqual(['a', 'b']);
    expect(texts('- [7]\nnothing')).toBeUndefined();
    expect(texts(`- ${'x'.repeat(900)}`)?.[0]).toHaveLength(400);
  });

  it('of other runs are kept once, shown by lot, and say either way what they were', async () => {
    const runs: Readonly<Record<string, readonly Memory[]>> = {
      one: [memoryOf('lessons', { lessons: [named('Old.')] }), memoryOf('lessons', { lessons: [named('A.'), named('B.')] }), { kind: 'other', data: 1 }],
      two: [memoryOf('lessons', { lessons: [named('C.'), named('A.')] })],
      three: [],
    };
    const past = new PastLessons({ from: ['one', 'two', 'three'], keep: 2, share: 0.5 }, prompts, (run) => Promise.resolve(runs[run] ?? []));
    const details: unknown[] = [];
    const kept: Memory[] = [];
    for (let seed = 0; seed < 200; seed += 1) {
      const at = learning(past, seed);
      const advised = await past.prepare(at);
      kept.push(...at.kept);
      details.push(advised.details['experiment-past-lessons']);
      const isShown = advised.details['experiment-past-lessons'] === 'shown';
      expect(advised.parts.map(({ text }) => text)).toEqual(isShown ? ['# Lessons from other runs\n1. A.\n2. C.'] : []);
      expect(advised.details['experiment-past-lesson']).toBe(['A.', 'C.'].map((text) => `${isShown ? '' : 'without-'}${named(text).id}`).join(' '));
    }
    expect(kept).toEqual([memoryOf('past-lessons', { lessons: [named('A.'), named('C.')] })]);
    // Binomial with mean 100 and standard deviation 7.
    expect(Math.abs(details.filter((one) => one === 'shown').length - 100)).toBeLessThan(35);
  });
});

describe('meta-prompts', () => {
  it('are written by improving the best with their results, and the least useful goes', async () => {
    const meta = new MetaPrompts({ size: 2, every: 4, choose: 'ucb', first: ['Bad.', 'Good.'] }, prompts);
    const begun = learning(meta);
    await meta.prepare(begun);
    expect(begun.kept).toEqual([memoryOf('paragraphs', { paragraphs: [named('Bad.'), named('Good.')] })]);
    for (const [text, gain] of [['Bad.', -0.5], ['Good.', 0.25], ['Bad.', 'it threw'], ['Good.', 0.125]] as const) meta.outcome(verdict('p0002', gain, { [PARAGRAPH_DETAIL]: named(text).id }));
    const at = learning(meta);
    const { details, parts } = await meta.prepare(at);
    expect(at.asked[0]).toMatch(/Good\.\n```\nUsed 2 times, 2 of these better than their parents, mean gain \+0\.1875\.[\s\S]*Bad\.\n```\nUsed 2 times, 0 /u);
    const [written] = at.kept;
    expect(written).toMatchObject({ kind: 'paragraph', data: { from: named('Good.').id, paragraph: { text: expect.stringMatching(/^Go about it as \w+ says\.$/u) } } });
    // What was never tried is tried first; the bad one is not there any more.
    expect(details[PARAGRAPH_DETAIL]).toBe((written!.data as { paragraph: { id: string } }).paragraph.id);
    expect(parts[0]?.text).toContain('# How to go about it\nGo about it as');
  });

  it('are not asked for again at once when an answer holds none', async () => {
    const meta = new MetaPrompts({ size: 2, every: 1, choose: 'softmax' }, prompts);
    await meta.prepare(learning(meta));
    meta.outcome(verdict('p0002', 0.1));
    const at = { ...learning(meta), ask: async () => '  ' };
    await meta.prepare(at);
    await meta.prepare(at);
    expect(at.kept).toEqual([memoryOf('paragraph', { paragraph: null, from: expect.any(String) })]);
  });

  it.each(['ucb', 'softmax'] as const)('are drawn by %s more often the more they gain, and never quite left', (by) => {
    const archive = new ParagraphArchive(3);
    const gains: Readonly<Record<string, number>> = { [named('none').id]: 0, [named('some').id]: 0.1, [named('most').id]: 0.4 };
    for (const text of ['none', 'some', 'most']) archive.add(named(text));
    const random = createRandom(5);
    const drawn: Record<string, number> = {};
    for (let child = 0; child < 400; child += 1) {
      const { id, text } = archive.draw(by, random)!;
      drawn[text] = (drawn[text] ?? 0) + 1;
      archive.outcome(verdict(`p${child}`, gains[id]!, { [PARAGRAPH_DETAIL]: id }));
    }
    expect(drawn['most']).toBeGreaterThan(2 * drawn['some']!);
    expect(drawn['some']).toBeGreaterThan(drawn['none']!);
    expect(drawn['none']).toBeGreaterThanOrEqual(2);
  });

  it('that were hardly tried are kept while others are known to be of less use', () => {
    const archive = new ParagraphArchive(3);
    for (const text of ['fresh', 'poor', 'rich']) archive.add(named(text));
    for (const [text, gain] of [['poor', 0.1], ['poor', 0], ['rich', 0.2], ['rich', 0.2]] as const) archive.outcome(verdict('p1', gain, { [PARAGRAPH_DETAIL]: named(text).id }));
    archive.add(named('new'));
    expect(archive.paragraphs.map(({ text, tries }) => [text, tries])).toEqual([['fresh', 0], ['rich', 2], ['new', 0]]);
    archive.add(named('new'));
    expect(archive.paragraphs).toHaveLength(3);
  });
});

it('a memory that holds something else is refused', () => {
  const lessons = new Lessons({ every: 1, keep: 1, ownShare: 1 }, prompts);
  expect(() => lessons.remember({ kind: 'lessons', data: { lessons: 'none' } })).toThrow(expect.objectContaining({ code: 'PROPOSER_MEMORY' }));
});
