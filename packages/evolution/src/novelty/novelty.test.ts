import { EvospiceError, type EmbeddingModel, type LanguageModel, type Proposer } from '@evospice/contracts';
import { MemoryLog, plainExecutor, scriptedLanguageModel, toyProblem, toyProgram } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { evolve } from '../loop/evolve.ts';
import { testRequest, testSettings } from '../testing/request.ts';
import type { RunView } from '../view/run-view.ts';

const body = (length: number): string => Array.from({ length }, (_, index) => `export const part${index} = ${index};\n`).join('');

it('a child that is nearly the same as a program before it is turned away before it is run, with the name of the nearest', async () => {
  const children = [toyProgram(0.51, 0.5, body(40)), toyProgram(0.9, 0.1, body(5)), toyProgram(0.52, 0.5, body(40)), toyProgram(0.9, 0.2, body(5))];
  let next = 0;
  const proposer: Proposer = { name: 'list', propose: () => Promise.resolve({ ...children[next++ % children.length] as (typeof children)[0], operator: 'list', parents: ['p0001'], details: {} }) };
  const counts = { jobs: 0 };
  const run = async (similarity?: number) => {
    [next, counts.jobs] = [0, 0];
    const settings = testSettings({ programs: 9, proposals: 6, ...(similarity === undefined ? {} : { novelty: { similarity } }) });
    // Two seeds that are alike are both welcome.
    const problem = toyProblem({ seeds: [toyProgram(0.5, 0.5, body(40)), toyProgram(0.49, 0.5, body(40))] });
    return (await evolve(testRequest(new MemoryLog(), { problem, settings, proposers: [{ proposer, weight: 1 }], executor: plainExecutor(counts) }))).view;
  };
  const view = await run(0.9);
  expect(view.rejections.map(({ program, stage, code }) => [program, stage, code])).toEqual([['p0003', 'novelty', 'PROGRAM_NOT_NOVEL'], ['p0005', 'novelty', 'PROGRAM_NOT_NOVEL']]);
  expect(view.rejections[0]?.reason).toMatch(/^9\d\.\d % alike with p000[12], and 90 % is too much$/);
  expect([view.tried, view.rejectionsByStage['novelty']]).toEqual([4, 2]);
  expect((await run(0.999)).rejectionsByStage['novelty']).toBe(0);
  expect((await run()).rejectionsByStage['novelty']).toBe(0);
});

/** Children one after another, by what the run has proposed so far, so that a resumed run goes on with the right one. */
const listed = (log: MemoryLog, children: readonly ReturnType<typeof toyProgram>[], more: Partial<Proposer> = {}): Proposer => {
  let next = log.stored.filter(({ type, payload }) => type === 'program-proposed' && (payload as { program: { parents: string[] } }).program.parents.length > 0).length;
  return { name: 'list', propose: () => Promise.resolve({ ...children[next++] as (typeof children)[0], operator: 'list', parents: ['p0001'], details: {} }), ...more };
};
const story = (log: MemoryLog): unknown[] => log.stored.filter(({ type }) => type !== 'run-resumed').map(({ type, payload }) => ({ type, payload }));
const codes = (view: RunView): unknown[] => view.rejections.map(({ program, code }) => [program, code]);
const seeds = [toyProgram(0.5, 0.5, 'export const idea = 1;\n')];
const children = ['export const idea = 1; export const more = 1;\n', 'export function another() {}\n', 'export const idea = 1; export const less = 1;\n'].map((body_, index) => toyProgram(0.3 + index / 10, 0.5, body_));

describe('embeddings', () => {
  /** Direction by whether the text speaks of an idea; answers are counted. */
  const model = (asked: { count: number }, fails = false): EmbeddingModel => ({
    name: 'toy-embedding',
    embed: (texts) => {
      asked.count += 1;
      if (fails) return Promise.reject(new EvospiceError('LLM_UNREACHABLE', 'nobody there'));
      return Promise.resolve({ model: 'toy', vectors: texts.map((text) => (text.includes('idea') ? [2, 0.1 * text.length / 1000] : [0, 3])), usage: { inputTokens: texts[0]!.length } });
    },
  });
  const request = (log: MemoryLog, asked: { count: number }, fails = false) => testRequest(log, {
    problem: toyProblem({ seeds }), proposers: [{ proposer: listed(log, children), weight: 1 }], models: { embedding: model(asked, fails) },
    settings: testSettings({ programs: 9, proposals: 4, novelty: { embedding: { model: { name: 'toy', options: {} }, limit: 0.99 } } }),
  });

  it('turn away a child whose vector points where that of another does, and are asked for once, whenever the run is cut off', async () => {
    const [whole, asked] = [new MemoryLog(), { count: 0 }];
    const { view } = await evolve(request(whole, asked));
    expect(codes(view)).toEqual([['p0002', 'PROGRAM_NOT_NOVEL'], ['p0004', 'PROGRAM_NOT_NOVEL']]);
    expect(view.rejections[0]?.reason).toMatch(/^its embedding and that of p0001 have a cosine of (?:1\.0000|0\.99\d\d), and 0\.99 is too much$/);
    expect(view.models).toMatchObject([{ purpose: 'embedding', questions: 4, failed: 0, spent: { inputTokens: expect.any(Number) } }]);
    expect(asked.count).toBe(4);
    for (let cut = 1; cut < whole.stored.length; cut += 1) {
      const log = whole.cutAfter(cut);
      const again = { count: 0 };
      await evolve(request(log, again));
      expect(story(log)).toEqual(story(whole));
      expect(again.count).toBe(4 - whole.stored.slice(0, cut).filter(({ type }) => type === 'program-embedded').length);
    }
  });

  it('that cannot be had let children go on, and the run says so', async () => {
    const warnings: string[] = [];
    const logger = { debug: () => undefined, info: () => undefined, warn: (line: string) => { warnings.push(line); } };
    const { view } = await evolve({ ...request(new MemoryLog(), { count: 0 }, true), logger });
    expect(view.rejections).toEqual([]);
    expect(view.models).toMatchObject([{ purpose: 'embedding', questions: 4, failed: 4, spent: null }]);
    expect(warnings.filter((line) => line.includes('nobody there'))).toHaveLength(4);
  });
});

describe('a judge', () => {
  const no = '{"differs": false, "reason": "only the tail is longer"}';
  const request = (log: MemoryLog, judge: LanguageModel, similarity = 0.2) => testRequest(log, {
    problem: toyProblem({ seeds }), proposers: [{ proposer: listed(log, children), weight: 1 }], models: { judge },
    settings: testSettings({ programs: 9, proposals: 4, novelty: { judge: { languageModel: { name: 'any', options: {} }, similarity } } }),
  });

  it('turns away a child of which it says that it differs in no idea, and is asked once, whenever the run is cut off', async () => {
    const whole = new MemoryLog();
    const answers = [no, '<think>hm</think>{"differs": "yes", "reason": "it calls"}', 'I cannot tell.'];
    const judge = scriptedLanguageModel(answers);
    const { view } = await evolve(request(whole, judge));
    expect(codes(view)).toEqual([['p0002', 'PROGRAM_NOT_NOVEL']]);
    expect(view.rejections[0]?.reason).toBe('the same idea as p0001, says scripted: only the tail is longer');
    expect(view.models).toMatchObject([{ purpose: 'novelty', questions: 3, failed: 0 }]);
    expect(judge.requests[0]?.messages.at(-1)?.content).toContain(children[0]?.files['program.ts']);
    for (let cut = 1; cut < whole.stored.length; cut += 1) {
      const log = whole.cutAfter(cut);
      const again = scriptedLanguageModel(answers.slice(log.stored.filter(({ type }) => type === 'model-asked').length));
      await evolve(request(log, again));
      expect(story(log)).toEqual(story(whole));
    }
  });

  it('is not asked about children that are far from all others, and lets them go on when it fails', async () => {
    const unasked = scriptedLanguageModel([]);
    expect((await evolve(request(new MemoryLog(), unasked, 0.99))).view.models).toEqual([]);
    expect(unasked.requests).toEqual([]);
    const failing = scriptedLanguageModel([1, 2, 3].map(() => new EvospiceError('LLM_TIMEOUT', 'too late')));
    const { view } = await evolve(request(new MemoryLog(), failing));
    expect(view.rejections).toEqual([]);
    expect(view.models).toMatchObject([{ purpose: 'novelty', questions: 3, failed: 3, spent: null }]);
  });
});

describe('children that differ in numbers only', () => {
  const tuned = [toyProgram(0.3, 0.5, body(40)), toyProgram(0.31, 0.5, body(40)), toyProgram(0.3, 0.5, `${body(40)}export const more = 1;\n`)];
  const run = async (novelty: object, more: Partial<Proposer> = {}): Promise<unknown[]> => {
    const log = new MemoryLog();
    const settings = testSettings({ programs: 9, proposals: 4, novelty: { similarity: 0.9, ...novelty } });
    const problem = toyProblem({ seeds: [toyProgram(0.5, 0.5, body(40))] });
    return codes((await evolve(testRequest(log, { problem, settings, proposers: [{ proposer: listed(log, tuned, more), weight: 1 }] }))).view);
  };

  it('are spared where that is wanted, or a proposer tunes numbers', async () => {
    const all = ['p0002', 'p0003', 'p0004'].map((id) => [id, 'PROGRAM_NOT_NOVEL']);
    expect(await run({})).toEqual(all);
    expect(await run({ spareNumbers: true })).toEqual(all.slice(2));
    expect(await run({}, { tunesNumbers: true })).toEqual([]);
    expect(await run({ spareNumbers: false }, { tunesNumbers: true })).toEqual(all);
  });
});
