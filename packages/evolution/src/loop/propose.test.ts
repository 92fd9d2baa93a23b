import type { Proposer, ProposalRequest } from '@evospice/contracts';
import { CellArchive, plainSelector, toyProblem, toyProgram } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { testAxes } from '../testing/request.ts';
import { foldRun, type RunFold } from '../view/run-fold.ts';
import type { Journal } from './journal.ts';
import { propose, seedProgram, type ProposalParts, type WeightedProposer } from './propose.ts';

const score = { value: 0.5, parts: { quality: 0.5 } };
const statistics = { elites: 0, cells: 1, coverage: 0, qdScore: 0, best: null, mean: null };

/** An archive of four programs, each in a cell of its own, and the run that made it. */
function parts(proposers: readonly WeightedProposer[], changes: Partial<ProposalParts> = {}): ProposalParts {
  const archive = new CellArchive(testAxes);
  const events = [1, 2, 3, 4].flatMap((ordinal) => {
    const program = { ...seedProgram(ordinal, toyProgram(ordinal / 10, 0.5)), generation: ordinal };
    const measures = { x: ordinal / 5, y: 0.5 };
    archive.add([{ id: program.id, objective: 0.5, measures, parents: [] }]);
    const verdict = { program: program.id, score, measures, archive: { status: 2, value: 0.5, cell: [ordinal, 0], removed: [] }, statistics };
    return [{ type: 'program-proposed', payload: { program, details: {} } }, { type: 'program-judged', payload: verdict }];
  });
  const started = { type: 'run-started', payload: { format: 2, stages: [], archive: { axes: testAxes, shape: { kind: 'grid' } } } };
  const view = foldRun([started, ...events].map((event, index) => ({ ...event, sequence: index + 1, at: 0, payload: event.payload as never })));
  const journal = { view, write: () => undefined } as unknown as Journal;
  return { proposers, archive, selector: plainSelector, journal, seed: 3, parents: 3, problem: toyProblem(), signal: new AbortController().signal, ...changes };
}

function recorder(name: string, requests: ProposalRequest[] = []): Proposer {
  return {
    name,
    async propose(request) {
      requests.push(request);
      const used = request.parents.slice(0, 2).map(({ program }) => program.id);
      return { ...toyProgram(0.1, 0.1), operator: 'copy', parents: [...used, 'p9999'], details: { drawn: request.random.next() } };
    },
  };
}

describe('propose', () => {
  it('tells of each parent what the problem saw and which of its children failed, and of the run what failed lately', async () => {
    const requests: ProposalRequest[] = [];
    const made = parts([{ proposer: recorder('a', requests), weight: 1 }]);
    const fold = made.journal.view as RunFold;
    const child = (ordinal: number, parent: string) => ({ ...seedProgram(ordinal, toyProgram(ordinal / 10, 0.5)), parents: [parent] });
    const apply = (type: string, payload: object): void => fold.apply({ type, payload } as never);
    for (const [ordinal, parent, excused] of [[5, 'p0001'], [6, 'p0002'], [7, 'p0001'], [8, 'p0001', true]] as const) {
      const program = child(ordinal, parent);
      apply('program-proposed', { program, details: {} });
      apply('program-rejected', { program: program.id, proposer: 'a', stage: 'trial', code: 'PROGRAM_ERROR', reason: `of ${ordinal}`, ordinal, ...(excused === true ? { excused } : {}) });
    }
    const program = child(9, 'p0002');
    apply('program-proposed', { program, details: {} });
    apply('program-judged', { program: program.id, score, measures: { x: 0.9, y: 0.9 }, digest: ['stalls'], archive: { status: 2, value: 0.5, cell: [4, 4], removed: [] }, statistics });
    made.archive.add([{ id: program.id, objective: 0.5, measures: { x: 0.9, y: 0.9 }, parents: ['p0002'] }]);
    for (let ordinal = 10; ordinal < 30; ordinal += 1) await propose(ordinal, made);
    const told = new Map(requests.flatMap(({ parents }) => parents.map((parent) => [parent.program.id, parent])));
    expect(told.get('p0001')?.failedChildren?.map(({ id, parents, reason }) => [id, parents, reason])).toEqual([['p0005', ['p0001'], 'of 5'], ['p0007', ['p0001'], 'of 7']]);
    expect(told.get('p0003')).not.toHaveProperty('failedChildren');
    expect(told.get('p0009')?.digest).toEqual(['stalls']);
    expect(requests[0]?.rejections.map(({ id }) => id)).toEqual(['p0005', 'p0006', 'p0007']);
  });

  it('draws everything from the seed of the run and the place of the proposal', async () => {
    const ask = (ordinal: number, seed: number) => propose(ordinal, parts([{ proposer: recorder('a'), weight: 1 }, { proposer: recorder('b'), weight: 1 }], { seed }));
    expect(await ask(9, 3)).toEqual(await ask(9, 3));
    const outcomes = await Promise.all([9, 10, 11, 12].flatMap((ordinal) => [3, 4].map((seed) => ask(ordinal, seed))));
    expect(new Set(outcomes.map((outcome) => JSON.stringify('details' in outcome ? outcome.details : null))).size).toBe(8);
  });

  it('hands over different elites, and names the parents really used', async () => {
    const requests: ProposalRequest[] = [];
    for (let ordinal = 5; ordinal < 25; ordinal += 1) {
      const outcome = await propose(ordinal, parts([{ proposer: recorder('a', requests), weight: 1 }]));
      const ids = requests.at(-1)?.parents.map(({ program }) => program.id) ?? [];
      expect(new Set(ids).size).toBe(ids.length);
      expect(ids.length).toBeGreaterThan(0);
      if (!('program' in outcome)) throw new Error('no program');
      expect(outcome.program.parents).toEqual(ids.slice(0, 2));
      // Generations of these parents are their numbers.
      expect(outcome.program.generation).toBe(1 + Math.max(...ids.slice(0, 2).map((id) => Number(id.slice(1)))));
    }
    expect(new Set(requests.map(({ parents }) => parents[0]?.program.id)).size).toBe(4);
  });

  it('asks proposers as often as their weights say', async () => {
    const given = parts([{ proposer: recorder('often'), weight: 3 }, { proposer: recorder('seldom'), weight: 1 }]);
    let often = 0;
    for (let ordinal = 5; ordinal < 405; ordinal += 1) {
      const outcome = await propose(ordinal, given);
      if ('program' in outcome && outcome.program.proposer === 'often') often += 1;
    }
    // Binomial with mean 300 and standard deviation 8.7: 45 is more than five of them.
    expect(Math.abs(often - 300)).toBeLessThan(45);
  });

  it('turns what a proposer throws into a rejection, but not the end of the run', async () => {
    const controller = new AbortController();
    const failing: Proposer = { name: 'failing', propose: () => Promise.reject(new Error('overloaded')) };
    const given = parts([{ proposer: failing, weight: 1 }], { signal: controller.signal });
    expect(await propose(5, given)).toEqual({
      error: new Error('overloaded'),
      failed: { program: null, proposer: 'failing', stage: 'proposal', code: 'PROPOSER_ERROR', reason: 'overloaded', ordinal: 5 },
    });
    controller.abort();
    await expect(propose(5, given)).rejects.toThrow('overloaded');
  });

  it('keeps what a proposer spent on an attempt of which nothing came', async () => {
    const wasteful: Proposer = { name: 'wasteful', propose: (_, { spent } = {}) => { spent?.({ inputTokens: 3 }); spent?.({ inputTokens: 7 }); return Promise.reject(new Error('no')); } };
    expect(await propose(5, parts([{ proposer: wasteful, weight: 1 }]))).toMatchObject({ failed: { details: { inputTokens: 7 } } });
  });

  it('does not show proposers that a service was out of reach', async () => {
    const requests: ProposalRequest[] = [];
    const given = parts([{ proposer: recorder('a', requests), weight: 1 }]);
    for (const code of ['PROPOSAL_FAILED', ...Array.from({ length: 9 }, () => 'LLM_REFUSED')]) {
      (given.journal.view as RunFold).apply({ type: 'program-rejected', payload: { program: null, proposer: 'b', stage: 'proposal', code, reason: code, ordinal: 4 } });
    }
    await propose(5, given);
    expect(requests[0]?.rejections.map(({ code }) => code)).toEqual(['PROPOSAL_FAILED']);
  });

  it('gives a proposer as many different parents as it says it wants, while there are as many', async () => {
    for (const [wanted, expected] of [[1, 1], [3, 3], [4, 4], [9, 4]] as const) {
      const requests: ProposalRequest[] = [];
      const proposer = { ...recorder('asking', requests), parents: wanted };
      for (let ordinal = 5; ordinal < 15; ordinal += 1) await propose(ordinal, parts([{ proposer, weight: 1 }]));
      for (const request of requests) expect(new Set(request.parents.map(({ program }) => program.id)).size).toBe(expected);
    }
  });

  it('says in the brief what the problem asks for and how good the best is', async () => {
    const requests: ProposalRequest[] = [];
    await propose(5, parts([{ proposer: recorder('a', requests), weight: 1 }], { brief: 'First of all:' }));
    expect(requests[0]?.brief).toBe('First of all:\nGet near.\nNo program has a score yet.');
  });
});
