import { defined, EvospiceError, type Exchange, type CompletionRequest, type ProposalRequest } from '@evospice/contracts';
import { mainSource, singleFile } from '@evospice/program-text';
import { evaluatedProgram, testBrief, schemaOf, scriptedLanguageModel, testLanguageModel, testProposer } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { formatDiff } from './diff/search-replace.ts';
import plugin from './index.ts';
import { LlmProposer } from './llm-proposer.ts';
import { llmProposerOptions } from './options.ts';
import { systemPrompt } from './prompt/system-prompt.ts';
import { userPrompt } from './prompt/user-prompt.ts';

const program = (...lines: readonly string[]): string =>
  ['const frame = 1;', '// EVOLVE-BLOCK-START', ...lines, '// EVOLVE-BLOCK-END', 'export default async function optimizeSpiceParameters(): Promise<void> {', '  await Promise.resolve(frame);', '}', ''].join('\n');
const edit = (from: string, to: string): string => formatDiff([{ search: [from], replace: [to] }]);
const parents = [evaluatedProgram(program('const step = 0.1;'), 'p0', 0.7), evaluatedProgram(program('const width = 3;'), 'p1', 0.6), evaluatedProgram(program('const rate = 5;'), 'p2', 0.5)];
const request: ProposalRequest = {
  parents,
  rejections: [1, 2, 3, 4].map((index) => ({ program: singleFile(`s${index}`), code: 'PROGRAM_ERROR', reason: `line ${index}:\n  boom` })),
  problem: testBrief,
  brief: 'Task p05, budget 400, best score 0.7.',
  random: createRandom(1),
};
const fresh = (): ProposalRequest => ({ ...request, random: createRandom(1) });
const proposerWith = (model: ReturnType<typeof scriptedLanguageModel>, options: object = {}): LlmProposer => new LlmProposer(schemaOf(llmProposerOptions).parse({ languageModel: 'scripted', ...options }), model);

/** Raises the first number of the program in the question: a model that understood its job. */
const diligent = ({ messages, seed = 0 }: CompletionRequest): string => {
  const shown = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const [line = '', name = '', value = ''] = /^const (step|width|rate) = ([\d.]+);$/m.exec(shown.slice(shown.lastIndexOf('# The program to improve'))) ?? [];
  return `Larger.\n${edit(line, `const ${name} = ${Number(value) + 1 + (seed % 7)};`)}`;
};

testProposer('llm with a scripted model', () => proposerWith(scriptedLanguageModel(Array.from({ length: 50 }, () => diligent))), {
  programs: parents.map(({ program: parent }) => mainSource(parent)),
  successes: 1,
});
testLanguageModel('scripted', async () => ({ model: scriptedLanguageModel(['yes', 'yes']) }));

describe('proposing', () => {
  test('an edit of the parent becomes a child, with model and tokens on record', async () => {
    const model = scriptedLanguageModel([edit('const step = 0.1;', 'const step = 0.2;')]);
    const proposal = await proposerWith(model, { maxInspirations: 1, temperature: 0.6, maxTokens: 900 }).propose(fresh());
    expect(proposal).toMatchObject({ ...singleFile(program('const step = 0.2;')), operator: 'llm-diff', parents: ['p0', 'p1'], details: { model: 'scripted', edits: 1, repairs: 0 } });
    expect(proposal.details['inputTokens']).toBeGreaterThan(300);
    expect(proposal.details['outputTokens']).toBeGreaterThan(0);
    expect(model.requests[0]).toMatchObject({ temperature: 0.6, maxTokens: 900, seed: createRandom(1).integer(0, 2 ** 31 - 1) });
    expect(model.requests[0]?.messages.map(({ role }) => role)).toEqual(['system', 'user']);
  });

  test('an answer that does not apply is shown its error once and may be mended', async () => {
    const model = scriptedLanguageModel([edit('const stride = 0.1;', 'x'), edit('const step = 0.1;', 'const step = 0.4;')]);
    const proposal = await proposerWith(model).propose(fresh());
    expect(proposal).toMatchObject({ ...singleFile(program('const step = 0.4;')), details: { repairs: 1 } });
    const [, , answer, complaint] = model.requests[1]?.messages ?? [];
    expect(answer?.role).toBe('assistant');
    expect(complaint?.content).toContain('block 1: SEARCH matches nothing in the program: "const stride = 0.1;"');
  });

  test('repairs are bounded: then PROPOSAL_FAILED names the block', async () => {
    const model = scriptedLanguageModel(Array.from({ length: 9 }, () => edit('nowhere', 'x')));
    await expect(proposerWith(model, { repairs: 2 }).propose(fresh())).rejects.toMatchObject({ code: 'PROPOSAL_FAILED', message: expect.stringContaining('block 1') });
    expect(model.requests).toHaveLength(3);
  });

  test('a child that is known already is not proposed', async () => {
    const model = scriptedLanguageModel([edit('const step = 0.1;', 'const width = 3;')]);
    await expect(proposerWith(model, { repairs: 0 }).propose(fresh())).rejects.toMatchObject({ code: 'PROPOSAL_FAILED', message: expect.stringContaining('known already') });
  });

  test('a language model without an answer ends the attempt with its own code, reason and remedy', async () => {
    const model = scriptedLanguageModel([new EvospiceError('LLM_REFUSED', 'bad key', { received: 401, remedy: 'set a key' })]);
    await expect(proposerWith(model).propose(fresh())).rejects.toMatchObject({
      code: 'LLM_REFUSED', message: 'the language model scripted gave no answer: bad key', received: 401, remedy: 'set a key',
    });
  });

  test('every question is told with its answer or why there was none', async () => {
    const model = scriptedLanguageModel([edit('nowhere', 'x'), new EvospiceError('LLM_TIMEOUT', 'too late')]);
    const heard: Exchange[] = [];
    await expect(proposerWith(model).propose(fresh(), { exchanged: (exchange) => heard.push(exchange) })).rejects.toMatchObject({ code: 'LLM_TIMEOUT' });
    expect(heard).toMatchObject([
      { model: 'scripted', messages: [{ role: 'system' }, { role: 'user' }], answer: { text: edit('nowhere', 'x') } },
      { model: 'scripted', messages: [{ role: 'system' }, { role: 'user' }, { role: 'assistant' }, { role: 'user' }], failure: { code: 'LLM_TIMEOUT', reason: 'too late' } },
    ]);
    expect(heard[0]?.messages).toHaveLength(2);
  });

  test('what an attempt cost is told as it comes, also by one that fails; tokens that nobody told are counted as unknown', async () => {
    const usages = [{ inputTokens: 10, outputTokens: 2, cost: 0.01 }, undefined, { inputTokens: 5, outputTokens: 0, incomplete: true as const, cachedTokens: 4, cost: 0.02 }];
    const model = { name: 'priced', complete: async () => ({ text: 'nothing', model: 'm1', ...defined({ usage: usages.shift() }) }) };
    const heard: object[] = [];
    const proposer = new LlmProposer(schemaOf(llmProposerOptions).parse({ languageModel: 'priced', repairs: 2 }), model);
    await expect(proposer.propose(fresh(), { spent: (details) => void heard.push(details) })).rejects.toMatchObject({ code: 'PROPOSAL_FAILED' });
    expect(heard).toEqual([
      { model: 'm1', inputTokens: 10, outputTokens: 2, cost: 0.01 },
      { model: 'm1', inputTokens: 10, outputTokens: 2, answersWithoutUsage: 1 },
      { model: 'm1', inputTokens: 15, outputTokens: 2, cachedTokens: 4, answersWithoutUsage: 2 },
    ]);
  });

  test('the plugin makes the language model that its options select', async () => {
    const [contribution] = plugin.contributions;
    const selections: unknown[] = [];
    const registry = { create: (point: string, selection: unknown) => (selections.push([point, selection]), scriptedLanguageModel([edit('const step = 0.1;', 'const step = 9;')])) };
    const options = schemaOf(llmProposerOptions).parse({ languageModel: { name: 'openai', options: { model: 'm' } } });
    const made = contribution?.create(options, registry) as LlmProposer;
    expect(selections).toEqual([['LanguageModel', { name: 'openai', options: { model: 'm' } }]]);
    expect(mainSource(await made.propose(fresh()))).toContain('step = 9');
  });
});

describe('the prompt', () => {
  test('the system message holds contract and rules of the problem, and the format of the answer in its language', () => {
    const text = systemPrompt({ contract: 'a program prints a number', rules: '- It is short.', goal: 'g' }, 'main.py');
    for (const part of ['```py\na program prints a number\n```', '- It is short.', '<<<<<<< SEARCH\n', 'EVOLVE-BLOCK-START', 'one ```py code fence']) expect(text).toContain(part);
  });

  test('programs of other languages are edited without being parsed', async () => {
    const python = { entry: 'main.py', files: { 'main.py': '# EVOLVE-BLOCK-START\nstep = 0.1\n# EVOLVE-BLOCK-END\nprint(step)\n', 'data.json': '[]' } };
    const [first] = parents;
    const parent = { ...first!, program: { ...first!.program, ...python } };
    const model = scriptedLanguageModel([edit('step = 0.1', 'step = 0.2 if True else 0.3')]);
    const { entry, files } = await proposerWith(model).propose({ ...fresh(), parents: [parent] });
    expect({ entry, files }).toEqual({ entry: 'main.py', files: { ...python.files, 'main.py': python.files['main.py'].replace('0.1', '0.2 if True else 0.3') } });
    expect(model.requests[0]?.messages[1]?.content).toContain('```py\n# EVOLVE');
  });

  test('the user message shows brief, newest rejections, inspirations and the parent with its factors', () => {
    const text = userPrompt(request, { maxInspirations: 1, maxRejections: 2 });
    expect(text).toContain('Task p05, budget 400, best score 0.7.');
    expect(text).toContain('- PROGRAM_ERROR: line 4: boom');
    expect(text).not.toContain('line 2: boom');
    expect(text).toContain('Inspiration 1');
    expect(text).toContain('const width = 3;');
    expect(text).not.toContain('const rate = 5;');
    expect(text).toContain('Score 0.7 (precision 0.7, efficiency 1, robustness 1');
    expect(text).toContain('exploration 0.25');
    expect(text.indexOf('# The program to improve')).toBeGreaterThan(text.indexOf('Inspiration 1'));
    expect(text).toContain(program('const step = 0.1;').trimEnd());
    expect(text.match(/const frame/g)).toHaveLength(1);
  });

  test('it is the same for the same request', () => {
    const limits = { maxInspirations: 2, maxRejections: 3 };
    expect(userPrompt(request, limits)).toBe(userPrompt(request, limits));
    expect(systemPrompt(testBrief, 'a.ts')).toBe(systemPrompt(testBrief, 'a.ts'));
  });
});
