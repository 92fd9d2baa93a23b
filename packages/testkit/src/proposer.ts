import {
  defined, EvospiceError, type ChildVerdict, type EvaluatedProgram, type Memory, type ProblemBrief, type Program, type Proposal, type ProposalRequest, type Proposer, type Score,
} from '@evospice/contracts';
import { evolveBlocks, mainSource, outsideBlocks, parseSource, sameText, singleFile } from '@evospice/program-text';
import { createRandom } from '@evospice/toolbox';
import { describe, expect, test } from 'vitest';

export interface ProposerSuite {
  /** TypeScript sources that parse and hold one evolve block each; at least two. */
  readonly programs: readonly string[];
  /** Children asked for, one per seed. */
  readonly rounds?: number;
  /** Share of the rounds that must bring a child; the rest may fail with `PROPOSAL_FAILED`. */
  readonly successes?: number;
  /** It has its own rule for choosing among the parents: not always the first is changed. */
  readonly choosesParent?: boolean;
}

/** What programs are, for requests in tests. */
export const testBrief: ProblemBrief = { contract: 'export default async function optimizeSpiceParameters(): Promise<void>', rules: 'It imports nothing.', goal: 'Reach a low error.' };

/** A program with an invented score, for requests in tests. */
export function evaluatedProgram(source: string, id: string, value = 0.5): EvaluatedProgram {
  const program: Program = { id, ...singleFile(source), parents: [], proposer: 'seed', operator: 'seed', hash: `hash-of-${id}`, generation: 0 };
  const parts = { precision: value, efficiency: 1, robustness: 1 };
  const score: Score = { value, spread: 0, parts, cases: [{ case: 'task', seed: 1, value, parts: { ...parts, finalRatio: 0.5 } }] };
  return { program, score, measures: { exploration: 0.25 } };
}

/**
 * What every `Proposer` must do: write a child that differs from its parent, parses, keeps the text around the
 * evolve block, names the parents used, and depends on nothing but the request and its seeded random.
 * @param makeProposer called afresh for each test; all its proposers must behave alike
 */
export function testProposer(name: string, makeProposer: () => Proposer, suite: ProposerSuite): void {
  const { programs, rounds = 20, successes = 0.9, choosesParent = false } = suite;
  const request = (round: number): ProposalRequest => ({
    parents: programs.map((_, index) => {
      const at = (index + round) % programs.length;
      return evaluatedProgram(programs[at] ?? '', `p${at}`, 0.4 + at / 100);
    }),
    rejections: [{ program: singleFile(programs[0] ?? ''), code: 'PROGRAM_SYNTAX', reason: 'line 3: unexpected token' }],
    problem: testBrief,
    brief: 'Reach a low error in few simulations.',
    random: createRandom(1000 + round),
  });
  const attempt = async (proposer: Proposer, round: number, keep?: (memory: Memory) => void): Promise<Proposal | EvospiceError> => {
    try {
      return await proposer.propose(request(round), defined({ keep }));
    } catch (error) {
      if (EvospiceError.is(error, 'PROPOSAL_FAILED')) return error;
      throw error;
    }
  };

  describe(`proposer ${name}`, () => {
    test('has a name', () => expect(makeProposer().name).toMatch(/^[a-z][a-z0-9-]*$/));

    test(`writes children in at least ${successes * 100} % of ${rounds} rounds, and fails only with PROPOSAL_FAILED`, async () => {
      const proposer = makeProposer();
      let children = 0;
      for (let round = 0; round < rounds; round += 1) {
        const proposal = await attempt(proposer, round);
        if (EvospiceError.is(proposal)) continue;
        children += 1;
        expectProposal(proposal, request(round), choosesParent);
      }
      expect(children).toBeGreaterThanOrEqual(Math.ceil(rounds * successes));
    });

    test('gives the same child for the same request and random', async () => {
      const [one, other] = [makeProposer(), makeProposer()];
      for (let round = 0; round < Math.min(rounds, 5); round += 1) {
        expect(resultOf(await attempt(one, round))).toEqual(resultOf(await attempt(other, round)));
      }
    });

    test('can do with the parent alone', async () => {
      const alone = { ...request(0), parents: request(0).parents.slice(0, 1), rejections: [], brief: '' };
      expectProposal(await makeProposer().propose(alone), alone, choosesParent);
    });

    test('says how many parents it wants, if it says so, and hears what became of its children', async () => {
      const proposer = makeProposer();
      if (proposer.parents !== undefined) expect(Number.isInteger(proposer.parents) && proposer.parents >= 1).toBe(true);
      const { program, score } = evaluatedProgram(programs[0] ?? '', 'p9');
      const child = { program: { ...program, parents: ['p0'], proposer: proposer.name, operator: 'operator' }, details: {} };
      proposer.outcome?.({ ...child, judged: { score, status: 1, gain: 0.1 } });
      proposer.outcome?.({ ...child, rejection: { stage: 'syntax', code: 'PROGRAM_SYNTAX', reason: 'line 1: unexpected token' } });
      expectProposal(await proposer.propose(request(0)), request(0), choosesParent);
    });

    test('knows after a resumption what it knew before', async () => {
      const [one, resumed] = [makeProposer(), makeProposer()];
      const heard: ((proposer: Proposer) => void)[] = [];
      for (let round = 0; round < Math.min(rounds, 12); round += 1) {
        const memories: Memory[] = [];
        const proposal = await attempt(one, round, (memory) => void memories.push(JSON.parse(JSON.stringify(memory)) as Memory));
        for (const { kind } of memories) expect(kind).not.toBe('');
        const verdict = EvospiceError.is(proposal) ? undefined : verdictOf(proposal, { name: one.name, round, parents: request(round).parents });
        if (verdict !== undefined) one.outcome?.(verdict);
        heard.push((proposer) => {
          for (const memory of memories) proposer.remember?.(memory);
          if (verdict !== undefined) proposer.outcome?.(verdict);
        });
      }
      for (const hear of heard) hear(resumed);
      for (let round = 12; round < 15; round += 1) expect(resultOf(await attempt(resumed, round))).toEqual(resultOf(await attempt(one, round)));
    });

    test('stops when its signal has fired', async () => {
      const error = await makeProposer().propose(request(0), { signal: AbortSignal.abort() }).then(() => undefined, (thrown: unknown) => thrown);
      expect(EvospiceError.is(error), `threw ${String(error)}`).toBe(true);
    });
  });
}

interface Round {
  readonly name: string;
  readonly round: number;
  readonly parents: readonly EvaluatedProgram[];
}

/** Every third child is turned away; the others score more or less than their parents by turns. */
function verdictOf({ operator, parents: used, details, ...text }: Proposal, { name, round, parents }: Round): ChildVerdict {
  const parent = parents.find(({ program }) => program.id === used[0]);
  const program: Program = { id: `c${round}`, ...text, parents: used, proposer: name, operator, hash: `hash-of-c${round}`, generation: 1 };
  const gain = round % 2 === 0 ? 0.01 * round : -0.02;
  const value = (parent?.score.value ?? 0) + gain;
  return {
    program, details, ...defined({ parent: parent?.program }),
    ...(round % 3 === 2 ? { rejection: { stage: 'trial', code: 'PROGRAM_ERROR', reason: 'line 1: it threw' } } : { judged: { score: { value, parts: { precision: value } }, status: 1, gain } }),
  };
}

function resultOf(proposal: Proposal | EvospiceError): unknown {
  return EvospiceError.is(proposal) ? proposal.message : proposal;
}

function expectProposal(proposal: Proposal, request: ProposalRequest, choosesParent: boolean): void {
  const parent = request.parents.find(({ program }, index) => program.id === proposal.parents[0] && (choosesParent || index === 0))?.program;
  if (parent === undefined) throw new TypeError(`the child comes from ${proposal.parents[0]}, which is not ${choosesParent ? 'a' : 'the first'} parent of the request`);
  expect(sameText(proposal, parent)).toBe(false);
  expect(evolveBlocks(proposal)).toHaveLength(evolveBlocks(parent).length);
  expect(outsideBlocks(parent, proposal)).toBeUndefined();
  expect(() => parseSource(mainSource(proposal)), mainSource(proposal)).not.toThrow();
  expect(proposal.operator).toMatch(/^[a-z][a-z0-9-]*$/);
  expect(request.parents.map(({ program }) => program.id)).toEqual(expect.arrayContaining([...proposal.parents]));
  expect(new Set(proposal.parents).size).toBe(proposal.parents.length);
  for (const [key, value] of Object.entries(proposal.details)) {
    if (typeof value === 'number') expect(Number.isFinite(value), key).toBe(true);
    else expect(typeof value, key).toBe('string');
  }
}
