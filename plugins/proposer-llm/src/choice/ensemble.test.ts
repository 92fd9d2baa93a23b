import { EvospiceError, type LanguageModel, type Memory, type ProposalRequest } from '@evospice/contracts';
import { evaluatedProgram, schemaOf, scriptedLanguageModel, testBrief } from '@evospice/testkit';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, it } from 'vitest';
import { formatDiff } from '../diff/search-replace.ts';
import { LlmProposer } from '../llm-proposer.ts';
import { llmProposerOptions } from '../options.ts';
import { choiceOf, ensembleOf } from './ensemble.ts';

const schema = schemaOf(llmProposerOptions);
const source = ['// EVOLVE-BLOCK-START', 'const step = 0.1;', '// EVOLVE-BLOCK-END', 'export default async function optimizeSpiceParameters(): Promise<void> {}', ''].join('\n');
const request = (seed: number): ProposalRequest => ({ parents: [evaluatedProgram(source, 'p0', 0.7)], rejections: [], problem: testBrief, brief: '', random: createRandom(seed) });
const only = { rewrite: 0, crossover: 0, simplify: 0, repair: 0 };

/** A registry whose models answer with an edit, but for those called broken. */
const registry = {
  create: (_: string, { name }: { readonly name: string }): LanguageModel => ({
    ...scriptedLanguageModel(Array.from({ length: 40 }, (__, index) => (name === 'broken' ? new EvospiceError('LLM_REFUSED', 'bad key') : formatDiff([{ search: ['const step = 0.1;'], replace: [`const step = ${index + 1};`] }])))), name,
  }),
} as unknown as Parameters<typeof ensembleOf>[1];

const proposerOf = (given: object): LlmProposer => {
  const options = schema.parse({ kinds: only, ...given });
  return new LlmProposer({ options, models: ensembleOf(options, registry), choice: choiceOf(options) });
};

describe('an ensemble', () => {
  it('asks each member by its weight, and says which one it was', async () => {
    const proposer = proposerOf({ languageModels: [{ use: 'one', weight: 3 }, { use: 'one', as: 'other', weight: 1 }, 'third'] });
    const models = await Promise.all(Array.from({ length: 40 }, async (_, seed) => (await proposer.propose(request(seed))).details['model']));
    const count = (name: string): number => models.filter((model) => model === name).length;
    expect(count('one') + count('other') + count('third')).toBe(40);
    expect(count('one')).toBeGreaterThan(count('other'));
    expect(Math.min(count('other'), count('third'))).toBeGreaterThan(0);
  });

  it('has names that tell its members apart, and is either one model or several', () => {
    expect(() => proposerOf({ languageModels: ['one', 'one'] })).toThrow(expect.objectContaining({ code: 'CONFIG_INVALID', remedy: expect.stringContaining('as') }));
    expect([{}, { languageModel: 'a', languageModels: ['b'] }, { languageModels: [] }].map((given) => schema.safeParse(given).success)).toEqual([false, false, false]);
  });

  it('learns from attempts of which no child came, and knows of them when it is resumed', async () => {
    const settings = { languageModels: ['broken', 'fine'], choose: 'thompson' };
    const proposer = proposerOf(settings);
    const memories: Memory[] = [];
    const told: string[] = [];
    for (let seed = 0; seed < 30; seed += 1) {
      await proposer.propose(request(seed), { keep: (memory) => { memories.push(memory); } }).then(({ details, ...text }) => {
        told.push('fine');
        proposer.outcome({ program: { ...text, id: `c${seed}`, proposer: 'llm', hash: '', generation: 1, parents: ['p0'] }, details, judged: { score: { value: 1, parts: {} }, status: 0, gain: 0.1 } });
      }, (error: unknown) => { told.push(EvospiceError.is(error, 'LLM_REFUSED') ? 'broken' : 'odd'); });
    }
    expect(told.filter((model) => model === 'broken').length).toBeLessThan(10);
    expect(told).not.toContain('odd');
    expect(memories).toHaveLength(told.filter((model) => model === 'broken').length);
    expect(memories[0]).toEqual({ kind: 'failed-choice', data: { model: 'broken', kind: 'diff', gain: 0 } });
    // Of a resumed run the memories alone already speak against the broken one.
    const resumed = proposerOf({ ...settings, choose: 'ucb' });
    for (const memory of memories) resumed.remember(memory);
    expect((await resumed.propose(request(1))).details['model']).toBe('fine');
  });
});
