import { defined, EvospiceError, type CompletionRequest, type Exchange, type FailedAttempt, type Proposal, type ProposalRequest, type RandomSource } from '@evospice/contracts';
import { mainSource, singleFile } from '@evospice/program-text';
import { evaluatedProgram, testBrief, schemaOf, scriptedLanguageModel, testLanguageModel, testProposer } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';
import { fixedWeights } from './choice/arm.ts';
import { formatDiff } from './diff/search-replace.ts';
import plugin from './index.ts';
import { weightedKindNames, type WeightedKindName } from './kinds/mutation-kind.ts';
import { mutationKinds } from './kinds/mutation-kinds.ts';
import { LlmProposer } from './llm-proposer.ts';
import { llmProposerOptions } from './options.ts';
import { Prompts } from './prompt/prompts.ts';
import type { Question } from './prompt/question.ts';

const program = (...lines: readonly string[]): string =>
  ['const frame = 1;', '// EVOLVE-BLOCK-START', ...lines, '// EVOLVE-BLOCK-END', 'export default async function optimizeSpiceParameters(): Promise<void> {', '  await Promise.resolve(frame);', '}', ''].join('\n');
/** The seed of the first question: the first number decides over the kind. */
const seedOf = (random: RandomSource): number => (random.next(), random.integer(0, 2 ** 31 - 1));
const edit = (from: string, to: string): string => formatDiff([{ search: [from], replace: [to] }]);
const parents = [evaluatedProgram(program('const step = 0.1;'), 'p0', 0.7), evaluatedProgram(program('const width = 3;'), 'p1', 0.6), evaluatedProgram(program('const rate = 5;'), 'p2', 0.5)];
const request: ProposalRequest = {
  parents,
  rejections: [1, 2, 3, 4].map((index) => ({ program: singleFile(`s${index}`), code: 'PROGRAM_ERROR', reason: `line ${index}:\n  boom` })),
  problem: testBrief,
  brief: 'Task p05, budget 400, best score 0.7.',
  random: createRandom(1),
};
/** Weights that leave out every other kind. */
const only = (kind: WeightedKindName): object => ({ ...Object.fromEntries(weightedKindNames.map((name) => [name, 0])), diff: kind === 'diff' ? 1 : 1e-6, [kind]: 1e6 });
const fresh = (): ProposalRequest => ({ ...request, random: createRandom(1) });
const proposerWith = (model: ReturnType<typeof scriptedLanguageModel>, options: object = {}): LlmProposer => new LlmProposer({ options: schemaOf(llmProposerOptions).parse({ languageModel: 'scripted', kinds: only('diff'), ...options }), models: [{ model, weight: 1 }] });

/** Raises the first number of the program in the question: a model that understood its job. */
const diligent = ({ messages, seed = 0 }: CompletionRequest): string => {
  const shown = messages.findLast(({ role }) => role === 'user')?.content ?? '';
  const [line = '', name = '', value = ''] = /^const (step|width|rate) = ([\d.]+);$/m.exec(shown.slice(shown.lastIndexOf('# The program to improve'))) ?? [];
  return `Larger.\n${edit(line, `const ${name} = ${Number(value) + 1 + (seed % 7)};`)}`;
};

testProposer('llm with a scripted model', () => proposerWith(scriptedLanguageModel(Array.from({ length: 50 }, () => diligent)), { kinds: {} }), {
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
    expect(model.requests[0]).toMatchObject({ temperature: 0.6, maxTokens: 900, seed: seedOf(createRandom(1)) });
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

  test('an answer that is far too long is shown again in part, and not at all where the context has no room', async () => {
    const long = `${edit('nowhere', 'x')}\n${'word '.repeat(20_000)}`;
    const model = scriptedLanguageModel([long, edit('const step = 0.1;', 'const step = 0.4;'), long]);
    expect(await proposerWith(model).propose(fresh())).toMatchObject({ details: { repairs: 1 } });
    expect(model.requests[1]?.messages[2]?.content.length).toBeLessThan(40_100);
    const asked = proposerWith(model, { contextTokens: 4000, maxTokens: 500 }).propose(fresh());
    await expect(asked).rejects.toMatchObject({ code: 'PROPOSAL_FAILED', message: expect.stringMatching(/SEARCH matches nothing[^]*no room to ask again$/u) });
    expect(model.requests).toHaveLength(3);
  });

  test('a prompt that does not fit loses its least useful parts, which are on record and no parents', async () => {
    const model = scriptedLanguageModel([edit('const step = 0.1;', 'const step = 0.4;'), edit('const step = 0.1;', 'const step = 0.5;')]);
    const filler = Array.from({ length: 1000 }, (_, index) => `const filler${index} = ${index};`);
    const large = evaluatedProgram(program(...filler), 'p8', 0.6);
    const request8 = { ...fresh(), parents: [parents[0]!, large] };
    expect(await proposerWith(model, { contextTokens: 4000, maxTokens: 1000 }).propose(request8)).toMatchObject({ parents: ['p0'], details: { dropped: 'failures, inspiration 1' } });
    const roomy = await proposerWith(model).propose({ ...request8, random: createRandom(1) });
    expect(roomy.parents).toEqual(['p0', 'p8']);
    expect(roomy.details).not.toHaveProperty('dropped');
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
    const proposer = new LlmProposer({ options: schemaOf(llmProposerOptions).parse({ languageModel: 'priced', kinds: only('diff'), repairs: 2 }), models: [{ model, weight: 1 }] });
    await expect(proposer.propose(fresh(), { spent: (details) => void heard.push(details) })).rejects.toMatchObject({ code: 'PROPOSAL_FAILED' });
    expect(heard).toEqual([
      { model: 'priced', inputTokens: 10, outputTokens: 2, cost: 0.01 },
      { model: 'priced', inputTokens: 10, outputTokens: 2, answersWithoutUsage: 1 },
      { model: 'priced', inputTokens: 15, outputTokens: 2, cachedTokens: 4, answersWithoutUsage: 2 },
    ]);
  });

  test('the plugin makes the language model that its options select', async () => {
    const [contribution] = plugin.contributions;
    const selections: unknown[] = [];
    const registry = { create: (point: string, selection: unknown) => (selections.push([point, selection]), scriptedLanguageModel([edit('const step = 0.1;', 'const step = 9;')])) };
    const options = schemaOf(llmProposerOptions).parse({ languageModel: { name: 'openai', options: { model: 'm' } } });
    const made = contribution?.create(options, registry, { path: '/' }) as LlmProposer;
    expect(selections).toEqual([['LanguageModel', { name: 'openai', options: { model: 'm' } }]]);
    expect(mainSource(await made.propose(fresh()))).toContain('step = 9');
  });
});

describe('the prompt', () => {
  const question = (kind: WeightedKindName, changes: Partial<Question> = {}): Question => {
    const assignment = mutationKinds.find(({ name }) => name === kind)!.assign(request, new Set())!;
    return { request, kind, assignment, inspirations: parents.slice(1, 2), maxRejections: 2, advice: [], ...changes };
  };
  const texts = async (asked: Question): Promise<readonly string[]> => (await new Prompts().ask(asked, { tokens: 100_000 })).messages.map(({ content }) => content);

  test('the system message holds contract and rules of the problem, and the format of the answer in its language', async () => {
    const problem = { contract: 'a program prints a number', rules: '- It is short.', goal: 'g' };
    const base = { entry: 'main.py', files: { 'main.py': '# EVOLVE-BLOCK-START\n# EVOLVE-BLOCK-END\n' } };
    const [text] = await texts(question('diff', { request: { ...request, problem }, assignment: { base, parents: ['p0'] } }));
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

  test('the user message shows brief, newest rejections, inspirations and the parent with its factors', async () => {
    const [, text = ''] = await texts(question('diff'));
    expect(text).toContain('Task p05, budget 400, best score 0.7.');
    expect(text).toContain('- PROGRAM_ERROR (4 times): line 3: boom; line 4: boom');
    expect(text).toContain('Inspiration 1');
    expect(text).toContain('const width = 3;');
    expect(text).not.toContain('const rate = 5;');
    expect(text).toContain('Score 0.7 (precision 0.7, efficiency 1, robustness 1');
    expect(text).toContain('exploration 0.25');
    expect(text.indexOf('# The program to improve')).toBeGreaterThan(text.indexOf('Inspiration 1'));
    expect(text).toContain(program('const step = 0.1;').trimEnd());
    expect(text.match(/const frame/g)).toHaveLength(1);
  });

  test('it is the same for the same request', async () => {
    expect(await texts(question('crossover'))).toEqual(await texts(question('crossover')));
  });
});

describe('kinds of change', () => {
  const failed: FailedAttempt = { id: 'p12', parents: ['p7', 'p3'], program: singleFile(program('const step = nothing;')), code: 'PROGRAM_ERROR', reason: 'line 3: nothing is not defined' };
  const shown = (model: ReturnType<typeof scriptedLanguageModel>): string => model.requests[0]?.messages[1]?.content ?? '';

  test('each is asked for in its own words, and the operator says which it was', async () => {
    const asked = new Set<string>();
    for (const kind of weightedKindNames) {
      const from = kind === 'repair' ? 'const step = nothing;' : 'const step = 0.1;';
      const model = scriptedLanguageModel([edit(from, 'const step = 0.3;')]);
      const proposal = await proposerWith(model, { kinds: only(kind) }).propose({ ...fresh(), rejections: [failed] });
      expect(proposal).toMatchObject({ operator: `llm-${kind}`, details: { model: 'scripted', form: 'edits' } });
      asked.add(shown(model).split('```').at(-1) ?? '');
    }
    expect(asked.size).toBe(weightedKindNames.length);
  });

  test('any kind may be answered with a whole program, and the details say so', async () => {
    const model = scriptedLanguageModel([`\`\`\`ts\n${program('const step = 0.9;')}\`\`\``]);
    expect(await proposerWith(model).propose(fresh())).toMatchObject({ operator: 'llm-diff', details: { form: 'program' } });
  });

  test('crossover shows two whole programs and is not possible with one', async () => {
    const model = scriptedLanguageModel([edit('const step = 0.1;', 'const step = 3;'), edit('const step = 0.1;', 'const step = 4;')]);
    const proposer = proposerWith(model, { kinds: only('crossover'), maxInspirations: 0 });
    expect(await proposer.propose(fresh())).toMatchObject({ operator: 'llm-crossover', parents: ['p0', 'p1'] });
    expect(shown(model).match(/const frame/g)).toHaveLength(2);
    expect(await proposer.propose({ ...fresh(), parents: parents.slice(0, 1) })).toMatchObject({ operator: 'llm-diff', parents: ['p0'] });
  });

  test('repair begins with the newest failed child that has an error and was not repaired, and keeps its parents', async () => {
    const others: readonly FailedAttempt[] = [
      { ...failed, id: 'p9', program: singleFile(program('const step = older;')) },
      failed,
      { ...failed, id: 'p13', code: 'PROGRAM_DUPLICATE' }, { ...failed, id: 'p14', parents: [] }, { program: null, code: 'PROPOSAL_FAILED', reason: 'no' },
    ];
    const model = scriptedLanguageModel([edit('const step = nothing;', 'const step = 0.3;'), edit('const step = older;', 'const step = 0.4;'), edit('const step = 0.1;', 'const step = 0.5;')]);
    const proposer = proposerWith(model, { kinds: only('repair'), maxInspirations: 0 });
    const ask = (): Promise<Proposal> => proposer.propose({ ...fresh(), rejections: others });
    expect(await ask()).toMatchObject({ operator: 'llm-repair', parents: ['p7', 'p3'], details: { repaired: 'p12' }, ...singleFile(program('const step = 0.3;')) });
    expect(shown(model)).toContain('It failed with PROGRAM_ERROR: line 3: nothing is not defined');
    expect(await ask()).toMatchObject({ operator: 'llm-repair', details: { repaired: 'p9' } });
    expect(await ask()).toMatchObject({ operator: 'llm-diff' });
  });

  test('what was repaired before an interruption is not repaired again, and a repair that failed may be tried again', async () => {
    const model = scriptedLanguageModel(['nothing', edit('const step = nothing;', 'const step = 0.3;'), edit('const step = 0.1;', 'const step = 0.5;')]);
    const proposer = proposerWith(model, { kinds: only('repair'), repairs: 0 });
    const ask = (): Promise<Proposal> => proposer.propose({ ...fresh(), parents: [{ ...parents[0]!, failedChildren: [failed] }] });
    await expect(ask()).rejects.toMatchObject({ code: 'PROPOSAL_FAILED' });
    const child = await ask();
    expect(child.details['repaired']).toBe('p12');
    const resumed = proposerWith(model, { kinds: only('repair') });
    resumed.outcome({ program: { ...parents[0]!.program, operator: 'llm-repair' }, details: child.details });
    expect(await resumed.propose({ ...fresh(), parents: [{ ...parents[0]!, failedChildren: [failed] }] })).toMatchObject({ operator: 'llm-diff' });
  });

  test('they are drawn by their weights', () => {
    const random = createRandom(5);
    const arms = [{ model: 'm', kind: 'diff', weight: 3 }, { model: 'm', kind: 'rewrite', weight: 1 }] as const;
    const drawn = Array.from({ length: 4000 }, () => fixedWeights.choose(arms, random).kind);
    const share = drawn.filter((kind) => kind === 'rewrite').length / drawn.length;
    // Five standard deviations of a binomial share.
    expect(Math.abs(share - 0.25)).toBeLessThan(5 * Math.sqrt(0.25 * 0.75 / drawn.length));
  });

  test('one that is always possible must have a weight', () => {
    const parse = (kinds: object): unknown => schemaOf(llmProposerOptions).parse({ languageModel: 'scripted', kinds });
    expect(() => parse({ diff: 0, rewrite: 0, simplify: 0 })).toThrow('not always possible');
    expect(parse({})).toMatchObject({ kinds: { diff: 4, rewrite: 2, crossover: 1, simplify: 1, repair: 1 } });
  });
});
