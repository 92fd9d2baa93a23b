import { EvospiceError, type Proposer } from '@evospice/contracts';
import { MemoryLog, toyProblem, toyProgram, toyProposer } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { testRequest, testSettings } from '../testing/request.ts';
import { runControl } from './controls.ts';
import { evolve } from './evolve.ts';
import type { EvolutionRequest } from './request.ts';

const blank = toyProgram(0.5, 0.5);
const moving = toyProposer();

/** Writes a first program when it is shown a blank one; the first of all changes what it must not. */
function writing(): Proposer & { readonly blanks: number[] } {
  const blanks: number[] = [];
  return {
    name: 'writing', blanks,
    propose: (request, options) => {
      if (request.blank === undefined) return moving.propose(request, options);
      blanks.push(request.parents.length);
      const { entry, files } = toyProgram(0.2, request.random.next());
      // What is outside the evolve block is not the proposer's.
      const changed = blanks.length === 1 ? Object.fromEntries(Object.entries(files).map(([path, text]) => [path, text.replace('return { x, y }', 'return { x: 1, y }')])) : files;
      return Promise.resolve({ entry, files: changed, operator: 'write', parents: [], details: {} });
    },
  };
}

const request = (log: MemoryLog, proposer: Proposer, changes: Partial<EvolutionRequest> = {}): EvolutionRequest =>
  testRequest(log, { problem: { ...toyProblem({ seeds: [] }), blank }, proposers: [{ proposer, weight: 1 }], settings: testSettings({ programs: 8 }), ...changes });

describe('a run without seed programs', () => {
  it('has the first program written into the blank one, and goes on from there', async () => {
    const proposer = writing();
    const { view } = await evolve(request(new MemoryLog(), proposer));
    expect(view.programs.get('p0001')?.rejection).toMatchObject({ code: 'PROGRAM_OUTSIDE_BLOCK' });
    expect(view.programs.get('p0002')).toMatchObject({ state: 'judged', program: { parents: [], generation: 0, operator: 'write', proposer: 'writing' } });
    expect(proposer.blanks).toEqual([0, 0]);
    expect(view.tried).toBe(8);
    expect(view.champion).not.toBeNull();
  });

  it('compares itself with programs that are all written into the blank one', async () => {
    const proposer = writing();
    const log = new MemoryLog();
    const control = await runControl(request(log, proposer), 'best-of-n', 10);
    expect(control?.evaluations).toBe(10);
    expect(proposer.blanks.length).toBeGreaterThanOrEqual(5);
  });

  it('ends when nobody can write one, and is refused without a blank one', async () => {
    await expect(evolve(request(new MemoryLog(), moving))).rejects.toThrow(EvospiceError);
    await expect(evolve(request(new MemoryLog(), moving, { problem: toyProblem({ seeds: [] }) }))).rejects.toMatchObject({ code: 'EVOLUTION_REQUEST' });
  });
});
