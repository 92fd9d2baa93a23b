import type { CaseAnswer, ChildVerdict, Proposer, StoredEvent } from '@evospice/contracts';
import { EvospiceError } from '@evospice/contracts';
import { replaceBlock, evolveBlocks, singleFile } from '@evospice/program-text';
import { MemoryLog, plainExecutor, toyProblem, toyProgram, toyProposer, type ToyOptions } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { testRequest, testSettings } from '../testing/request.ts';
import { readRun } from '../view/run-fold.ts';
import { evolve } from './evolve.ts';
import type { EvolutionRequest } from './request.ts';

/** What happened, without when and without the traces of interruptions. */
const story = (events: Iterable<StoredEvent>): unknown[] => [...events].filter(({ type }) => type !== 'run-resumed').map(({ type, payload }) => ({ type, payload }));
const rich: ToyOptions = { references: [{ name: 'centre', cases: [{ id: 'near', seed: 1 }, { id: 'far', seed: 2 }] }], validation: [{ id: 'unseen', seed: 9 }] };

describe('evolve', () => {
  it('evolves, and every number of its summary follows from the stored events', async () => {
    const log = new MemoryLog();
    const problem = toyProblem(rich);
    const { ended, view } = await evolve(testRequest(log, { problem }));
    expect(ended).toBe('finished');
    expect(view.tried).toBe(12);
    expect(view.pending).toEqual([]);
    expect([...view.programs.keys()].slice(0, 2)).toEqual(['p0001', 'p0002']);
    const best = Math.max(...view.judged.map(({ verdict }) => verdict.score.value));
    expect(view.champion?.verdict.score.value).toBe(best);
    expect(view.champions.length).toBeGreaterThan(1);
    expect(view.champions.map(({ score }) => score)).toEqual(view.champions.map(({ score }) => score).toSorted((a, b) => a - b));
    for (const { program } of view.champions) {
      expect(view.casesOf(program, 'validation').map(({ outcome }) => outcome.case)).toEqual(['unseen']);
      expect(view.casesOf(program, 'evaluation').map(({ outcome }) => [outcome.case, outcome.artefacts])).toEqual([['near', { picture: 'of {"seed":1}' }], ['far', undefined]]);
      expect(problem.score(view.casesOf(program, 'evaluation').map(({ outcome }) => outcome), toyProgram(0, 0))).toEqual(view.programs.get(program)?.verdict?.score);
    }
    expect(view.casesOf('centre', 'reference')).toHaveLength(2);
    expect((await readRun(log)).elites).toEqual(view.elites);
    expect(view.statistics?.elites).toBe(view.elites.length);
    expect(view.finished).toMatchObject({ programs: 12, champion: view.champion?.program.id });
    expect(view.cases.finished).toBe(log.stored.filter(({ type }) => type === 'case-finished').length);
  });

  it('keeps the outcomes of champions and references only', async () => {
    const { view } = await evolve(testRequest(new MemoryLog(), { problem: toyProblem(rich) }));
    expect(view.subjects.toSorted()).toEqual(['centre', ...view.champions.map(({ program }) => program)].toSorted());
  });

  it('gives the same events for the same seed, and others for another', async () => {
    const [one, two, other] = [new MemoryLog(), new MemoryLog(), new MemoryLog()];
    await evolve(testRequest(one));
    await evolve(testRequest(two));
    await evolve(testRequest(other, { settings: testSettings({ seed: 8 }) }));
    expect(story(two.stored)).toEqual(story(one.stored));
    expect(story(other.stored)).not.toEqual(story(one.stored));
  });

  it('goes on from any event as if nothing had happened, and repeats no stored case', async () => {
    const whole = new MemoryLog();
    const settings = testSettings({ programs: 8 });
    const counts = { jobs: 0 };
    await evolve(testRequest(whole, { settings, problem: toyProblem(rich), executor: plainExecutor(counts) }));
    const needed = counts.jobs;
    for (let cut = 0; cut < whole.stored.length; cut += 1) {
      const log = whole.cutAfter(cut);
      const done = log.stored.filter(({ type }) => type === 'case-finished').length;
      counts.jobs = 0;
      const { view } = await evolve(testRequest(log, { settings, problem: toyProblem(rich), executor: plainExecutor(counts) }));
      expect(story(log.stored)).toEqual(story(whole.stored));
      expect(counts.jobs).toBeLessThanOrEqual(needed - done);
      expect(view.resumptions).toHaveLength(cut === 0 ? 0 : 1);
    }
  });

  it('leaves a finished run alone, and goes on when more programs are asked for', async () => {
    const log = new MemoryLog();
    await evolve(testRequest(log, { settings: testSettings({ programs: 6 }) }));
    const length = log.stored.length;
    await evolve(testRequest(log, { settings: testSettings({ programs: 6 }) }));
    expect(log.stored).toHaveLength(length);
    const { view } = await evolve(testRequest(log));
    expect(view.finished?.programs).toBe(12);
    const whole = new MemoryLog();
    await evolve(testRequest(whole));
    const without = (events: unknown[]): unknown[] => events.filter((event) => !['run-started', 'run-finished'].includes((event as StoredEvent).type));
    expect(without(story(log.stored))).toEqual(without(story(whole.stored)));
  });

  it.each<[string, Partial<EvolutionRequest>]>([
    ['place', { problem: toyProblem({ conditions: { place: 'elsewhere' } }) }],
    ['seed', { settings: testSettings({ seed: 9 }) }],
    ['cases', { problem: toyProblem({ cases: [{ id: 'near', seed: 1 }] }) }],
    ['seed programs', { problem: toyProblem({ seeds: [toyProgram(0.5, 0.5)] }) }],
    ['problem', { problem: { ...toyProblem(), name: 'other' } }],
    ['plugins', { conditions: { plugins: { archive: 'another hash' } } }],
  ])('refuses to go on with another %s', async (what, changes) => {
    const log = new MemoryLog();
    await evolve(testRequest(log, { settings: testSettings({ programs: 2 }) }));
    await expect(evolve(testRequest(log, changes))).rejects.toMatchObject({ code: 'RUN_CHANGED', message: expect.stringContaining(what) });
  });

  it('says what was changed when a run is taken up again', async () => {
    const log = new MemoryLog();
    await evolve(testRequest(log, { settings: testSettings({ programs: 2 }) }));
    await evolve(testRequest(log, { settings: testSettings({ programs: 3, workers: 2 }), proposers: [{ proposer: toyProposer(), weight: 2 }] }));
    expect(log.stored.find(({ type }) => type === 'run-resumed')?.payload).toEqual({
      programs: 2,
      changed: {
        programs: { before: 2, now: 3 }, workers: { before: 1, now: 2 },
        proposers: { before: [{ name: 'toy', weight: 1 }], now: [{ name: 'toy', weight: 2 }] },
      },
    });
  });

  it('does not go on with a run of another format', async () => {
    const log = new MemoryLog();
    await log.append('run-started', { seed: 7, evaluations: 3, axes: [], tasks: [], seeds: [], versions: {} });
    await expect(evolve(testRequest(log))).rejects.toMatchObject({ code: 'RUN_FORMAT' });
  });

  it('keeps several programs in flight, and says that their order matters', async () => {
    const { view } = await evolve(testRequest(new MemoryLog(), { settings: testSettings({ workers: 4, programs: 30 }) }));
    expect(view.started?.order).toBe('completion');
    expect(view.tried).toBe(30);
    expect(view.pending).toEqual([]);
    const ordinals = [...view.programs.values(), ...view.rejections.filter(({ program }) => program === null)].map(({ ordinal }) => ordinal).toSorted((a, b) => a - b);
    expect(ordinals).toEqual(ordinals.map((_, index) => index + 1));
  });

  it('with several in flight, goes on after a kill without losing or repeating anything', async () => {
    const settings = testSettings({ workers: 3, programs: 9 });
    const whole = new MemoryLog();
    await evolve(testRequest(whole, { settings, problem: toyProblem(rich) }));
    for (let cut = 1; cut < whole.stored.length; cut += 1) {
      const log = whole.cutAfter(cut);
      const { view } = await evolve(testRequest(log, { settings, problem: toyProblem(rich) }));
      expect(log.stored.slice(0, cut)).toEqual(whole.stored.slice(0, cut));
      expect(view.pending).toEqual([]);
      expect(view.tried).toBe(9);
      const keys = log.stored.filter(({ type }) => type === 'case-finished').map(({ payload }) => payload as unknown as { subject: string; stage: string; outcome: { case: string } }).map(({ subject, stage, outcome }) => `${subject} ${stage} ${outcome.case}`);
      expect(new Set(keys).size).toBe(keys.length);
      expect(view.champion?.verdict.score.value).toBe(Math.max(...view.judged.map(({ verdict }) => verdict.score.value)));
    }
  });

  it('turns each bad program away at its stage, with a reason and without a score', async () => {
    const seeds = [toyProgram(0.5, 0.5), singleFile('export default ('), singleFile('import "fs";\nexport default 1;'), toyProgram(0.5, 0.5, '// the same\n'), toyProgram(0.99, 0.5), toyProgram(0.5, 0.6, '// fails\n')];
    const { view } = await evolve(testRequest(new MemoryLog(), { problem: toyProblem({ seeds }), settings: testSettings({ programs: 3 }) }));
    expect(view.rejections.map(({ program, stage, code }) => [program, stage, code])).toEqual([
      ['p0002', 'syntax', 'PROGRAM_SYNTAX'],
      ['p0003', 'static', 'TOY_IMPORT'],
      ['p0004', 'duplicate', 'PROGRAM_DUPLICATE'],
      ['p0005', 'trial', 'TOY_FAR'],
      ['p0006', 'trial', 'PROGRAM_ERROR'],
    ]);
    expect(view.rejections[2]?.reason).toContain('p0001');
    expect(view.rejectionsByStage).toEqual({ proposal: 0, syntax: 1, static: 1, duplicate: 1, novelty: 0, trial: 2, evaluation: 0 });
    expect(view.judged.map(({ program }) => program.id)).toEqual(['p0001']);
  });

  it('refuses a child that changes text outside the evolve blocks of its parent, whoever wrote it', async () => {
    let round = 0;
    const careless: Proposer = {
      name: 'careless',
      propose: ({ parents }) => {
        round += 1;
        const parent = parents[0]?.program as NonNullable<(typeof parents)[0]>['program'];
        const inside = replaceBlock(parent, evolveBlocks(parent)[0] as never, `export const x = 0.${round};\nexport const y = 0.2;\n`);
        const source = (inside.files[inside.entry] ?? '').replace('/** Where to go. */', round === 1 ? '/** Where to run. */' : '/** Where to go. */');
        return Promise.resolve({ ...singleFile(source), operator: 'careless', parents: [parent.id], details: {} });
      },
    };
    const { view } = await evolve(testRequest(new MemoryLog(), { problem: toyProblem({ seeds: [toyProgram(0.5, 0.5)] }), proposers: [{ proposer: careless, weight: 1 }], settings: testSettings({ programs: 2 }) }));
    expect(view.rejections).toMatchObject([{ program: 'p0002', stage: 'static', code: 'PROGRAM_OUTSIDE_BLOCK', reason: expect.stringContaining('outside the evolve block') }]);
    expect(view.programs.get('p0003')?.state).toBe('judged');
  });

  it('repeats a case with trouble around it, and says so', async () => {
    let calls = 0;
    const answer = (): CaseAnswer | undefined => ((calls += 1) === 4 ? { trouble: { code: 'CRASHED', reason: 'gone', after: 'excuse' } } : undefined);
    const log = new MemoryLog();
    const { view } = await evolve(testRequest(log, { problem: toyProblem({ answer }), settings: testSettings({ programs: 3 }) }));
    expect(view.retries).toMatchObject([{ subject: 'p0002', stage: 'trial', attempt: 1, code: 'CRASHED' }]);
    const untroubled = new MemoryLog();
    await evolve(testRequest(untroubled, { settings: testSettings({ programs: 3 }) }));
    expect(story(log.stored).filter((event) => (event as StoredEvent).type !== 'case-retried')).toEqual(story(untroubled.stored));
  });

  describe('after trouble that does not end', () => {
    const outcome = { case: 'trial', seed: 1, data: { x: 0.5, y: 0.5, nearness: 0.1 } };
    const troubled = (trouble: NonNullable<CaseAnswer['trouble']>, withOutcome = false): Partial<EvolutionRequest> => {
      const answer: NonNullable<ToyOptions['answer']> = ({ subject, stage }) => (subject.kind === 'program' && subject.id === 'p0002' && stage === 'trial' ? { trouble, ...(withOutcome ? { outcome } : {}) } : undefined);
      return { problem: toyProblem({ answer, seeds: [toyProgram(0.5, 0.5), toyProgram(0.1, 0.9), toyProgram(0.1, 0.9, '// the same once more\n')] }), settings: testSettings({ programs: 3 }) };
    };

    it('gives no verdict and takes the same program again when it is excused', async () => {
      const { view } = await evolve(testRequest(new MemoryLog(), troubled({ code: 'NO_LICENCE', reason: 'none left', after: 'excuse' }, true)));
      expect(view.programs.get('p0002')?.rejection).toMatchObject({ stage: 'trial', code: 'NO_LICENCE', excused: true });
      expect(view.retries).toHaveLength(2);
      expect(view.programs.get('p0003')?.state).toBe('judged');
    });

    it('counts the outcome when it strikes at the same place twice, or too often', async () => {
      const twice = await evolve(testRequest(new MemoryLog(), troubled({ code: 'CRASHED', reason: 'gone', after: 'count', place: '3' }, true)));
      expect([twice.view.retries.length, twice.view.programs.get('p0002')?.state]).toEqual([1, 'judged']);
      const often = await evolve(testRequest(new MemoryLog(), troubled({ code: 'CRASHED', reason: 'gone', after: 'count' }, true)));
      expect([often.view.retries.length, often.view.programs.get('p0002')?.state]).toEqual([2, 'judged']);
    });

    it('ends the run, to be resumed, when nothing else helps', async () => {
      const log = new MemoryLog();
      await expect(evolve(testRequest(log, troubled({ code: 'SANDBOX_MISSING', reason: 'no sandbox', after: 'stop' })))).rejects.toMatchObject({ code: 'SANDBOX_MISSING' });
      const healthy = troubled({ code: 'SANDBOX_MISSING', reason: 'no sandbox', after: 'stop' });
      const { view } = await evolve(testRequest(log, { ...healthy, problem: toyProblem({ seeds: healthy.problem?.seeds ?? [] }) }));
      expect(view.finished?.programs).toBe(3);
    });

    it('does not leave a hole in a comparison', async () => {
      const answer: NonNullable<ToyOptions['answer']> = ({ subject }) => (subject.kind === 'reference' ? { trouble: { code: 'NO_LICENCE', reason: 'none left', after: 'excuse' } } : undefined);
      await expect(evolve(testRequest(new MemoryLog(), { problem: toyProblem({ ...rich, answer }) }))).rejects.toMatchObject({ code: 'NO_LICENCE', message: expect.stringContaining('centre') });
    });
  });

  it('refuses an answer that is none, and a score that is not a number', async () => {
    const wrong = toyProblem({ answer: ({ case: { seed } }) => ({ outcome: { case: 'another', seed, data: {} } }) });
    await expect(evolve(testRequest(new MemoryLog(), { problem: wrong }))).rejects.toMatchObject({ code: 'EVOLUTION_WORKER' });
    const seeds = [toyProgram(0.5, 0.5), toyProgram(0.4, 0.4)];
    let scores = 0;
    const blind = { ...toyProblem({ seeds }), score: () => ({ value: (scores += 1) === 1 ? 1 : Number.NaN, parts: {} }) };
    const { view } = await evolve(testRequest(new MemoryLog(), { problem: blind, settings: testSettings({ programs: 2 }) }));
    expect(view.rejections).toMatchObject([{ program: 'p0002', stage: 'evaluation', code: 'SCORE_VALUE' }]);
  });

  it('records how stale the choice of parents was: nothing with one program at a time, at most those in flight with several', async () => {
    const alone = (await evolve(testRequest(new MemoryLog()))).view;
    expect(alone.staleness).toEqual({ programs: alone.settled.length - 2, mean: 0, largest: 0 });
    const { view } = await evolve(testRequest(new MemoryLog(), { settings: testSettings({ programs: 40, workers: 4 }) }));
    const children = [...view.programs.values()].filter(({ program }) => program.proposer === 'toy').map(({ staleness = Number.NaN }) => staleness);
    expect(view.staleness).toEqual({ programs: children.length, mean: expect.closeTo(children.reduce((sum, each) => sum + each, 0) / children.length, 9) as number, largest: Math.max(...children) });
    expect(view.staleness.largest).toBeGreaterThan(0);
    expect(view.staleness.mean).toBeLessThanOrEqual(3);
  });

  it('tells proposers what became of their children, the same after a resumption', async () => {
    const listening = (heard: ChildVerdict[]): Proposer => ({ ...toyProposer(), outcome: (verdict) => { heard.push(verdict); } });
    const [first, second]: ChildVerdict[][] = [[], []];
    const log = new MemoryLog();
    const { view } = await evolve(testRequest(log, { proposers: [{ proposer: listening(first as ChildVerdict[]), weight: 1 }] }));
    const children = view.settled.filter((id) => view.programs.get(id)?.program.proposer === 'toy');
    expect(first?.map(({ program }) => program.id)).toEqual(children);
    for (const { program, judged, rejection } of first ?? []) {
      expect((judged === undefined) === (rejection === undefined)).toBe(false);
      const parent = view.programs.get(program.parents[0] ?? '')?.verdict?.score.value ?? Number.NaN;
      if (judged !== undefined) expect(judged.gain).toBe(judged.score.value - parent);
    }
    await evolve(testRequest(log.cutAfter(30), { proposers: [{ proposer: listening(second as ChildVerdict[]), weight: 1 }] }));
    expect(second).toEqual(first);
  });

  it('ends by the number of proposals when they lead to nothing', async () => {
    const copy: Proposer = { name: 'copy', propose: () => Promise.resolve({ ...toyProgram(0.5, 0.5), operator: 'copy', parents: ['p0001'], details: {} }) };
    const { view } = await evolve(testRequest(new MemoryLog(), { problem: toyProblem({ seeds: [toyProgram(0.5, 0.5)] }), proposers: [{ proposer: copy, weight: 1 }], settings: testSettings({ proposals: 8 }) }));
    expect([view.proposals, view.tried, view.rejectionsByStage['duplicate']]).toEqual([8, 1, 7]);
    expect(view.finished).not.toBeNull();
  });

  it('stops when asked, and can be taken up again', async () => {
    const controller = new AbortController();
    const log = new MemoryLog();
    const reporter = { close: async () => [], event: ({ sequence }: StoredEvent) => { if (sequence === 15) controller.abort(); } };
    const { ended, view } = await evolve(testRequest(log, { reporters: [reporter], signal: controller.signal }));
    expect(ended).toBe('cancelled');
    expect(view.finished).toBeNull();
    const whole = new MemoryLog();
    await evolve(testRequest(whole));
    await evolve(testRequest(log));
    expect(story(log.stored)).toEqual(story(whole.stored));
  });

  it('shows every event once, in order, when it is stored; a reporter that throws does not end the run', async () => {
    const seen: number[] = [];
    const log = new MemoryLog();
    const reporter = { close: async () => [], event: ({ sequence }: StoredEvent) => {
      expect(log.stored[sequence - 1]?.sequence).toBe(sequence);
      seen.push(sequence);
      throw new Error('no screen');
    } };
    const { ended } = await evolve(testRequest(log, { reporters: [reporter], settings: testSettings({ workers: 3 }) }));
    expect(ended).toBe('finished');
    expect(seen).toEqual(log.stored.map(({ sequence }) => sequence));
  });

  it('ends with the reason when events cannot be stored', async () => {
    const log = new MemoryLog();
    const append = log.append.bind(log);
    log.append = (type, payload) => (log.stored.length > 10 ? Promise.reject(new EvospiceError('STORE_WRITE', 'disk full')) : append(type, payload));
    await expect(evolve(testRequest(log))).rejects.toMatchObject({ code: 'STORE_WRITE' });
  });

  it('says what is wrong when no seed program gets through, or no proposer answers', async () => {
    await expect(evolve(testRequest(new MemoryLog(), { problem: toyProblem({ seeds: [toyProgram(0.99, 0)] }) }))).rejects.toMatchObject({ code: 'EVOLUTION_NO_PROGRAM', message: expect.stringContaining('x is 0.99') });
    const silent = { name: 'silent', propose: () => Promise.reject(new Error('not today')) };
    await expect(evolve(testRequest(new MemoryLog(), { proposers: [{ proposer: silent, weight: 1 }] }))).rejects.toMatchObject({ code: 'EVOLUTION_PROPOSERS', message: expect.stringContaining('not today') });
  });

  it('says what to do when proposers only fail, and goes on beside one that works', async () => {
    const refused = { name: 'toy', propose: () => Promise.reject(new EvospiceError('LLM_REFUSED', 'bad key', { remedy: 'set a key' })) };
    await expect(evolve(testRequest(new MemoryLog(), { proposers: [{ proposer: refused, weight: 1 }] }))).rejects.toMatchObject({
      code: 'EVOLUTION_PROPOSERS', message: 'the last 25 proposals all failed; the last one: bad key', remedy: 'set a key; then resume the run',
    });
    // Of one name, they are told apart.
    const { ended, view } = await evolve(testRequest(new MemoryLog(), { proposers: [{ proposer: { ...toyProposer(), name: 'toy' }, weight: 1 }, { proposer: refused, weight: 1 }] }));
    expect([ended, view.tried]).toEqual(['finished', 12]);
    const [one, other] = view.proposers.toSorted((a, b) => a.name.localeCompare(b.name));
    expect(one).toMatchObject({ name: 'toy', failed: 0, trouble: null, spent: null });
    expect(other).toMatchObject({ name: 'toy-2', programs: 0, trouble: { code: 'LLM_REFUSED', reason: expect.stringContaining('set a key'), times: other?.failed } });
  });

  it.each<[string, Partial<EvolutionRequest>]>([
    ['no seed', { problem: toyProblem({ seeds: [] }) }],
    ['no proposer', { proposers: [] }],
    ['a weight of 0', { proposers: [{ proposer: toyProposer(), weight: 0 }] }],
    ['no cases', { problem: toyProblem({ cases: [] }) }],
    ['a case twice', { problem: toyProblem({ cases: [{ id: 'a', seed: 1 }, { id: 'a', seed: 1 }] }) }],
    ['an axis that nothing measures', { problem: { ...toyProblem(), descriptors: ['x'] } }],
  ])('refuses %s before anything is stored', async (_what, changes) => {
    const log = new MemoryLog();
    await expect(evolve(testRequest(log, changes))).rejects.toMatchObject({ code: 'EVOLUTION_REQUEST' });
    expect(log.stored).toEqual([]);
  });
});

it('begins with more seeds than the problem has, each text once, and compares them on resumption', async () => {
  const more = [toyProgram(0.2, 0.2), toyProgram(0.5, 0.5, '// the same as a seed of the problem\n'), toyProgram(0.2, 0.2), toyProgram(0.4, 0.4)];
  const log = new MemoryLog();
  const { view } = await evolve(testRequest(log, { seeds: more, settings: testSettings({ programs: 5 }) }));
  expect([...view.programs.values()].map(({ program }) => program.proposer)).toEqual(['seed', 'seed', 'seed', 'seed', 'toy']);
  expect(view.programs.get('p0003')?.verdict?.measures).toEqual({ x: 0.2, y: 0.2 });
  await expect(evolve(testRequest(log))).rejects.toMatchObject({ code: 'RUN_CHANGED', message: expect.stringContaining('seed programs') });
});
