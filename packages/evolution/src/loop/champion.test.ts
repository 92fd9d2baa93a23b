import type { CaseAnswer, CaseJob } from '@evospice/contracts';
import { MemoryLog, plainExecutor, toyProblem, toyProgram, type ToyOptions } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { testRequest, testSettings } from '../testing/request.ts';
import { readRun } from '../view/run-fold.ts';
import { evolve } from './evolve.ts';

const validation = [{ id: 'unseen', seed: 9 }];
const run = (log: MemoryLog, { problem = toyProblem({ validation }), confirm = 2, programs = 8 } = {}) =>
  evolve(testRequest(log, { problem, settings: testSettings({ programs, confirm }) }));

describe('a champion', () => {
  it('is scored once more on fresh seeds and on validation cases, and nobody else is', async () => {
    const problem = toyProblem({ validation });
    const log = new MemoryLog();
    const { view } = await run(log, { problem });
    for (const { program, score } of view.champions) {
      const outcomes = view.casesOf(program, 'confirmation').map(({ outcome }) => outcome);
      expect(outcomes.map(({ case: id, seed }) => [id, seed])).toEqual([['near', 100], ['far', 100], ['near', 101], ['far', 101]]);
      const trial = view.trialOf(program, 'confirmation');
      expect(trial).toEqual({ program, stage: 'confirmation', score: problem.score(outcomes, toyProgram(0, 0)), cases: 4, failed: 0 });
      expect(trial?.score?.value).not.toBe(score);
      expect(view.trialOf(program, 'validation')?.score?.value).toBe(problem.score(view.casesOf(program, 'validation').map(({ outcome }) => outcome), toyProgram(0, 0)).value);
    }
    const tried = log.stored.filter(({ type, payload }) => type === 'case-finished' && (payload as { stage: string }).stage === 'confirmation').map(({ payload }) => (payload as { subject: string }).subject);
    expect(new Set(tried)).toEqual(new Set(view.champions.map(({ program }) => program)));
    expect((await readRun(log)).trialOf(view.champion?.program.id ?? '', 'confirmation')).toEqual(view.trialOf(view.champion?.program.id ?? '', 'confirmation'));
  });

  it('has no score where it fails, and stays champion', async () => {
    const answer: ToyOptions['answer'] = ({ stage, case: { id, seed } }: CaseJob): CaseAnswer | undefined =>
      (stage === 'confirmation' && seed === 101 ? { outcome: { case: id, seed, data: null, failure: { code: 'PROGRAM_ERROR', message: 'no' } } } : undefined);
    const { view } = await run(new MemoryLog(), { problem: toyProblem({ answer }), programs: 2 });
    expect(view.trialOf(view.champion?.program.id ?? '', 'confirmation')).toMatchObject({ score: null, cases: 4, failed: 2 });
  });

  it('is confirmed by a resumption with what is lacking, and no more', async () => {
    const whole = new MemoryLog();
    await run(whole, { programs: 4 });
    const count = (log: MemoryLog): number => log.stored.filter(({ type }) => type === 'champion-tried').length;
    for (let cut = 1; cut < whole.stored.length; cut += 3) {
      const log = whole.cutAfter(cut);
      await run(log, { programs: 4 });
      expect(count(log)).toBe(count(whole));
    }
    const more = whole.cutAfter(whole.stored.length);
    const counts = { jobs: 0 };
    const { view } = await evolve(testRequest(more, { problem: toyProblem({ validation }), settings: testSettings({ programs: 5, confirm: 3 }), executor: plainExecutor(counts) }));
    expect(view.trialOf(view.champions[0]?.program ?? '', 'confirmation')).toMatchObject({ cases: 6 });
  });

  it('cannot be confirmed where there are no other seeds', async () => {
    const { confirmation: _none, ...problem } = toyProblem();
    await expect(run(new MemoryLog(), { problem })).rejects.toMatchObject({ code: 'EVOLUTION_REQUEST', message: expect.stringContaining('confirm') });
  });
});

describe('results', () => {
  it('are kept by text and case: a program that was excused and comes again runs only the cases that lack', async () => {
    const counts = { jobs: 0 };
    const cases = ['a', 'b', 'c'].map((id) => ({ id, seed: 1 }));
    const ran: string[] = [];
    const answer: ToyOptions['answer'] = ({ subject, stage, case: { id } }) => {
      if (subject.kind === 'program' && stage === 'evaluation') ran.push(`${subject.id} ${id}`);
      return subject.kind === 'program' && subject.id === 'p0001' && id === 'c' ? { trouble: { code: 'NO_LICENCE', reason: 'none left', after: 'excuse' } } : undefined;
    };
    const seeds = [toyProgram(0.5, 0.5), toyProgram(0.5, 0.5, '// once more\n')];
    const log = new MemoryLog();
    const { view } = await evolve(testRequest(log, { problem: toyProblem({ cases, answer, seeds }), settings: testSettings({ programs: 2, retries: 0 }), executor: plainExecutor(counts) }));
    expect(view.programs.get('p0001')?.rejection).toMatchObject({ code: 'NO_LICENCE', excused: true });
    expect(view.programs.get('p0002')?.state).toBe('judged');
    expect(ran).toEqual(['p0001 a', 'p0001 b', 'p0001 c', 'p0002 c']);
    expect(view.cases).toMatchObject({ finished: 3, reused: 2 });
    // Two trials, which are not stored, and the four above.
    expect(counts.jobs).toBe(6);
    expect(log.stored.filter(({ type, payload }) => type === 'case-finished' && (payload as { from?: string }).from === 'p0001')).toHaveLength(2);
  });
});
