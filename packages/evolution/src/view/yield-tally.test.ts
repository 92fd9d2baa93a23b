import { MemoryLog } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { SEED } from '../events.ts';
import { readRun } from './run-fold.ts';

const started = { format: 2, problem: 'toy', seed: 1, programs: 9, archive: { axes: [], shape: { kind: 'list' } }, stages: [{ name: 'trial', cases: 1 }, { name: 'evaluation', cases: 1 }], versions: {}, facts: {} };

class Story {
  readonly log = new MemoryLog();

  constructor() {
    this.#append('run-started', started);
  }

  child(id: string, origin: string, { parent, score, status = 2, cost, details = {} }: { parent?: string; score?: number; status?: number; cost?: number; details?: object } = {}): this {
    const [proposer, operator = proposer] = origin.split(' ');
    this.#append('program-proposed', { program: { id, entry: 'a', files: { a: id }, parents: parent === undefined ? [] : [parent], proposer, operator, hash: id, generation: 1 }, details });
    this.#case(id, 'evaluation', cost);
    if (score === undefined) this.#append('program-rejected', { program: id, proposer, stage: 'evaluation', code: 'PROGRAM_ERROR', reason: 'threw', ordinal: Number(id.slice(1)) });
    else this.#append('program-judged', { program: id, score: { value: score, parts: {} }, measures: {}, archive: { status, value: 0, cell: null, removed: [] }, statistics: { elites: 1 } });
    return this;
  }

  validated(id: string): this {
    this.#case(id, 'validation', 100);
    return this;
  }

  failed(proposer: string, details: object): this {
    this.#append('program-rejected', { program: null, proposer, stage: 'proposal', code: 'PROPOSAL_FAILED', reason: 'no', ordinal: 99, details });
    return this;
  }

  /** @param usage null for an answer of which nothing is told; left out where there was none */
  asked(model: string, usage?: object | null): this {
    const outcome = usage === undefined ? { failure: { code: 'LLM_TIMEOUT', reason: 'late' } } : { answer: { text: 'yes', model, ...(usage === null ? {} : { usage }) } };
    this.#append('model-asked', { ordinal: 10, proposer: 'llm', exchange: { model, messages: [], ...outcome } });
    return this;
  }

  #case(subject: string, stage: string, cost?: number): void {
    this.#append('case-finished', { subject, stage, outcome: { case: 'one', seed: 1, data: 0, cost } });
  }

  #append(type: string, payload: object): void {
    void this.log.append(type, JSON.parse(JSON.stringify(payload)) as never);
  }
}

describe('what children came to', () => {
  const story = new Story()
    .child('p0001', SEED, { score: 1, cost: 7 })
    .child('p0002', 'ast swap', { parent: 'p0001', score: 1.25, cost: 2 })
    .child('p0003', 'ast swap', { parent: 'p0001', score: 0.5, status: 1 })
    .child('p0004', 'ast perturb', { parent: 'p0002', score: 2.25, status: 0, cost: 3 })
    .child('p0005', 'ast swap', { parent: 'p0001' })
    .child('p0006', 'ast swap', { parent: 'p0001', score: 1.75 })
    .child('p0007', 'ast swap', { parent: 'p0001', score: 1.5 })
    .child('p0008', 'ast swap', { parent: 'p0001', score: 1 })
    .child('p0009', 'llm diff', { parent: 'p0005', score: 9, details: { inputTokens: 5, outputTokens: 2 } })
    .child('p0010', 'llm diff', { parent: 'p0009', score: 9.5, cost: 4, details: { model: 'large', inputTokens: 7, outputTokens: 3, cost: 0.25 } })
    .child('p0011', 'llm diff', { parent: 'p0009', details: { model: 'small', inputTokens: 1, outputTokens: 1 } })
    .asked('large', { inputTokens: 7, outputTokens: 3, cost: 0.25 })
    .asked('small')
    .asked('small', { inputTokens: 1, outputTokens: 0, incomplete: true })
    .asked('small', null)
    .failed('llm', { inputTokens: 10, outputTokens: 1 })
    .validated('p0004');

  it('is counted per operator: improvements on the first parent with their median, what the archive took, cases and their cost', async () => {
    const [ast] = (await readRun(story.log)).yields;
    expect(ast?.operators).toEqual([
      { operator: 'swap', programs: 6, judged: 5, improved: 3, entered: 5, medianGain: 0.5, bestGain: 0.75, cases: 6, cost: 2, spent: null, models: [] },
      { operator: 'perturb', programs: 1, judged: 1, improved: 1, entered: 0, medianGain: 1, bestGain: 1, cases: 1, cost: 3, spent: null, models: [] },
    ]);
    expect(ast).toMatchObject({ proposer: 'ast', programs: 7, judged: 6, improved: 4, entered: 5, medianGain: 0.625, bestGain: 1, cases: 7, cost: 5 });
  });

  it('leaves seeds out, claims no gain on a parent without a score, and counts failed attempts with the proposer', async () => {
    const { yields } = await readRun(story.log);
    expect(yields.map(({ proposer }) => proposer)).toEqual(['ast', 'llm']);
    expect(yields[1]).toMatchObject({ programs: 3, judged: 2, improved: 1, medianGain: 0.5, bestGain: 0.5, spent: { inputTokens: 23, outputTokens: 7 } });
    expect(yields[1]?.operators).toMatchObject([{ operator: 'diff', programs: 3, spent: { inputTokens: 13, outputTokens: 6 } }]);
  });

  it('is counted per language model as well, of the children that name one', async () => {
    const { yields } = await readRun(story.log);
    expect(yields[1]?.operators[0]?.models).toMatchObject([
      { model: 'large', programs: 1, judged: 1, improved: 1, medianGain: 0.5, cases: 1, cost: 4, spent: { inputTokens: 7, outputTokens: 3, cost: 0.25 } },
      { model: 'small', programs: 1, judged: 0, improved: 0, medianGain: null, spent: { inputTokens: 1, outputTokens: 1, unpriced: 1 } },
    ]);
  });
});

it('keeps a ledger of language models: every question, with and without an answer', async () => {
  const story = new Story().asked('large', { inputTokens: 7, outputTokens: 3, cost: 0.25 }).asked('small').asked('small', { inputTokens: 1, outputTokens: 0, incomplete: true }).asked('small', null);
  expect((await readRun(story.log)).ledger).toEqual([
    { model: 'large', questions: 1, failed: 0, spent: { inputTokens: 7, outputTokens: 3, cachedTokens: 0, answersWithoutUsage: 0, unpriced: 0, cost: 0.25 } },
    { model: 'small', questions: 3, failed: 1, failures: { LLM_TIMEOUT: 1 }, spent: { inputTokens: 1, outputTokens: 0, cachedTokens: 0, answersWithoutUsage: 2, unpriced: 2 } },
  ]);
});
