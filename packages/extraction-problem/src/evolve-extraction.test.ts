import { EvospiceError, type Optimizer, type OptimizerLibrary, type StoredEvent, type Task } from '@evospice/contracts';
import { evolve } from '@evospice/evolution';
import { createEvospiceScorer, descriptors, type CurveFit } from '@evospice/extraction';
import { singleFile } from '@evospice/program-text';
import { MemoryLog, analyticDiodeSimulator, analyticDiodeTask, plainExecutor, testProblem } from '@evospice/testkit';
import { describe, expect, it } from 'vitest';
import { extractionRecord } from './problem/extraction-outcome.ts';
import { withoutModels } from './problem/tasks.ts';
import { badPrograms, searchProgram, widerProgram } from './testing/programs.ts';
import { randomBaseline, testProblemOf, testRequest, type TestSubject } from './testing/request.ts';

const tasks: { readonly train: readonly Task[]; readonly validate: readonly Task[] } = {
  train: [analyticDiodeTask(1, { points: 9 }), analyticDiodeTask(2, { points: 9 })], validate: [analyticDiodeTask(3, { points: 9 })],
};
const subject = (changes: Partial<TestSubject> = {}): TestSubject => ({ simulator: analyticDiodeSimulator(), tasks, ...changes });
const texts = (...sources: readonly string[]) => ({ seeds: sources.map((source) => singleFile(source)) });
const baselines = [{ name: 'random', optimizer: randomBaseline }];
/** What happened, without when and without the traces of interruptions. */
const story = (events: Iterable<StoredEvent>): unknown[] => [...events].filter(({ type }) => type !== 'run-resumed').map(({ type, payload }) => ({ type, payload }));

testProblem('extraction', () => testProblemOf(subject(), {}, { baselines }), { refused: texts('export default (', 'import fs from "node:fs"; export default async (problem, context) => {};').seeds });

describe('evolution of extraction programs', () => {
  it('runs each program on every task with every seed, and scores what is stored', async () => {
    const problem = testProblemOf(subject());
    const log = new MemoryLog();
    const { view } = await evolve(testRequest(log, problem));
    expect(view.tried).toBe(12);
    // The dice of the proposer are loaded so that most ways of failing occur in the first programs of this seed.
    expect(view.rejections.length).toBeGreaterThan(2);
    expect(view.champions.length).toBeGreaterThan(1);
    for (const { program } of view.champions) {
      expect(view.casesOf(program, 'validation')).toHaveLength(1);
      const records = view.casesOf(program, 'evaluation').map((record) => extractionRecord(record));
      expect(records.map(({ task, seed }) => [task, seed])).toEqual([7001, 7002].flatMap((seed) => tasks.train.map(({ id }) => [id, seed])));
      const source = Object.values(view.programs.get(program)?.program.files ?? {})[0] ?? '';
      expect(createEvospiceScorer().score({ runs: records.map(({ run }) => run), source })).toEqual(view.programs.get(program)?.verdict?.score);
    }
    expect(view.started?.facts).toMatchObject({ simulator: 'analytic-diode', budget: 24, seeds: [7001, 7002], validationSeeds: [7001], tasks: [{ role: 'train' }, { role: 'train' }, { role: 'validate' }] });
  });

  it('hides compact models on the tasks that say so, and only there', async () => {
    const hidden = withoutModels(analyticDiodeTask(1, { points: 9 }));
    const seen = new Map<string, boolean>();
    const optimizer: Optimizer = {
      name: 'watch',
      optimize: ({ task }, { models }) => Promise.resolve(void seen.set(task, models.without.length > 0)),
    };
    const problem = testProblemOf(subject({ tasks: { train: [...tasks.train, hidden], validate: [], withoutModels: [hidden.id] } }), {}, { baselines: [{ name: 'watch', optimizer }] });
    await evolve(testRequest(new MemoryLog(), problem, { programs: 1 }));
    expect(Object.fromEntries(seen)).toEqual({ ...Object.fromEntries(tasks.train.map(({ id }) => [id, false])), [hidden.id]: true });
    expect(hidden.id).toBe(`${tasks.train[0]?.id}-without-models`);
  });

  it('runs the tasks with the fewest points first, so that racing stops in front of the costly ones', () => {
    const train = [analyticDiodeTask(1, { points: 9 }), analyticDiodeTask(2, { points: 5 }), analyticDiodeTask(3, { points: 7 })];
    const [stage] = testProblemOf(subject({ tasks: { train, validate: [] } })).stages.slice(-1);
    expect(stage?.cases.map(({ id, seed }) => [id, seed])).toEqual([7001, 7002].flatMap((seed) => [1, 2, 0].map((index) => [train[index]?.id, seed])));
  });

  it('goes on from any event as if nothing had happened, and repeats no finished extraction', async () => {
    const whole = new MemoryLog();
    const counts = { jobs: 0 };
    const problem = testProblemOf(subject(), {}, { baselines });
    await evolve(testRequest(whole, problem, { programs: 6 }, { executor: plainExecutor(counts) }));
    const needed = counts.jobs;
    for (let cut = 1; cut < whole.stored.length; cut += 3) {
      const log = whole.cutAfter(cut);
      const done = log.stored.filter(({ type }) => type === 'case-finished').length;
      counts.jobs = 0;
      await evolve(testRequest(log, problem, { programs: 6 }, { executor: plainExecutor(counts) }));
      expect(story(log.stored)).toEqual(story(whole.stored));
      expect(counts.jobs).toBeLessThanOrEqual(needed - done);
    }
  });

  it('scores programs by what an optimizer did on the same task, whether the run was cut off or not', async () => {
    const reference = { name: 'random', optimizer: randomBaseline };
    const problemOf = () => testProblemOf(subject(), {}, { baselines, scorer: createEvospiceScorer({ reference }) });
    const log = new MemoryLog();
    const { view } = await evolve(testRequest(log, problemOf(), { programs: 3, confirm: 1 }));
    expect(view.started?.facts['reference']).toBe('random');
    const scored = view.champion?.verdict.score.cases ?? [];
    expect(scored).toHaveLength(4);
    const [own] = view.casesOf(view.champion?.program.id ?? '', 'evaluation').map((record) => extractionRecord(record).run);
    const its = view.casesOf('random').map((record) => extractionRecord(record).run).filter(({ task, seed }) => task === own?.task && seed === own.seed);
    expect(its).toHaveLength(1);
    expect(createEvospiceScorer({ reference }).score({ runs: [own!], references: [its] }).value).toBeCloseTo(scored[0]!.value, 12);
    const all = view.casesOf(view.champion?.program.id ?? '', 'evaluation').map((record) => extractionRecord(record).run);
    expect(createEvospiceScorer().score({ runs: all }).value).toBeGreaterThan(view.champion?.verdict.score.value as number);
    // Fresh seeds on which the reference was not run are compared with all of its seeds on the task.
    expect(view.trialOf(view.champion?.program.id ?? '', 'confirmation')?.score?.cases?.map(({ seed }) => seed)).toEqual([7003, 7003]);
    for (const cut of [1, log.stored.length - 5]) {
      const again = log.cutAfter(cut);
      await evolve(testRequest(again, problemOf(), { programs: 3, confirm: 1 }));
      expect(story(again.stored)).toEqual(story(log.stored));
    }
    expect(() => problemOf().score(view.casesOf(view.champion?.program.id ?? '', 'evaluation').map(({ outcome }) => outcome), singleFile(''))).toThrow(expect.objectContaining({ code: 'PROBLEM_REFERENCE' }));
  });

  it('records how long programs work only where a descriptor asks for it, and says that it did', async () => {
    const timed = descriptors.filter(({ name }) => ['exploration', 'convergence', 'batch-use', 'own-compute'].includes(name));
    const { view } = await evolve(testRequest(new MemoryLog(), testProblemOf(subject(), {}, { descriptors: timed, timed: true }), { programs: 2 }));
    expect(view.started?.facts['timed']).toEqual(['own-compute']);
    expect(view.judged[0]?.verdict.measures['own-compute']).toBeGreaterThan(0);
    expect(view.judged[0]?.verdict.measures['batch-use']).toBeGreaterThan(0);
    const log = new MemoryLog();
    const plain = await evolve(testRequest(log, testProblemOf(subject()), { programs: 2 }));
    expect(plain.view.started?.facts).not.toHaveProperty('timed');
    expect(JSON.stringify(log.stored)).not.toContain('ownSeconds');
  });

  it.each([
    ['budget', () => testProblemOf(subject(), { budget: 25 })],
    ['tasks', () => testProblemOf(subject({ tasks: { ...tasks, validate: [] } }))],
    ['trial task', () => testProblemOf(subject({ tasks: { ...tasks, trial: analyticDiodeTask(4, { points: 5 }) } }))],
    ['simulator', () => testProblemOf(subject({ simulator: analyticDiodeSimulator({ name: 'other' }) }))],
    ['rules', () => testProblemOf(subject(), {}, { rules: [{ name: 'sanity', check: () => [] }] })],
  ])('refuses to go on with another %s', async (what, changed) => {
    const log = new MemoryLog();
    await evolve(testRequest(log, testProblemOf(subject()), { programs: 2 }));
    await expect(evolve(testRequest(log, changed()))).rejects.toMatchObject({ code: 'RUN_CHANGED', message: expect.stringContaining(what) });
  });

  it('opens a testbench as often as there are programs in flight, and closes what it opened', async () => {
    const simulator = analyticDiodeSimulator({ delayMs: 1 });
    const { view } = await evolve(testRequest(new MemoryLog(), testProblemOf(subject({ simulator })), { workers: 4 }));
    expect(view.tried).toBe(12);
    expect(simulator.counts.opened).toBe(simulator.counts.closed);
  });

  it('turns each bad program away at its stage, with a reason and without a score', async () => {
    const problem = testProblemOf(subject(), {}, texts(searchProgram, badPrograms.syntax, badPrograms.renamed, badPrograms.idle, badPrograms.throwing));
    const log = new MemoryLog();
    // The throwing program must outlive the trial (8 units for 3 parameters and two gradients: 10).
    const { view } = await evolve(testRequest(log, problem, { programs: 4 }));
    expect(view.rejections.map(({ program, stage, code }) => [program, stage, code]).slice(0, 4)).toEqual([
      ['p0002', 'syntax', 'PROGRAM_SYNTAX'],
      ['p0003', 'duplicate', 'PROGRAM_DUPLICATE'],
      ['p0004', 'trial', 'PROGRAM_NO_IMPROVEMENT'],
      ['p0005', 'evaluation', 'PROGRAM_ABUSE'],
    ]);
    expect(view.rejections.find(({ program }) => program === 'p0004')?.reason).toMatch(/no better than doing nothing .* error of \d/u);
    expect(view.judged.map(({ program }) => program.id)).not.toContain('p0005');
    // One failed extraction is stored, and none after it was tried.
    const own = log.stored.filter(({ type, payload }) => type === 'case-finished' && (payload as { subject: string }).subject === 'p0005');
    expect(own.map(({ payload }) => payload)).toMatchObject([{ outcome: { failure: { code: 'PROGRAM_ABUSE' } } }]);
  });

  it('repeats an extraction whose simulator crashed, and says so', async () => {
    let calls = 0;
    const simulator = analyticDiodeSimulator({ fail: () => ((calls += 1) === 40 ? { code: 'CRASHED', message: 'gone' } : undefined) });
    const log = new MemoryLog();
    const { view } = await evolve(testRequest(log, testProblemOf(subject({ simulator })), { programs: 3 }));
    expect(view.retries).toMatchObject([{ attempt: 1, code: 'CRASHED' }]);
    const untroubled = new MemoryLog();
    await evolve(testRequest(untroubled, testProblemOf(subject()), { programs: 3 }));
    expect(story(log.stored).filter((event) => (event as StoredEvent).type !== 'case-retried')).toEqual(story(untroubled.stored));
  });

  it('lets crashes that the candidates cause count against the program', async () => {
    const simulator = analyticDiodeSimulator({ fail: ({ n }) => ((n ?? 0) > 1.45 ? { code: 'CRASHED', message: 'gone' } : undefined) });
    const { view } = await evolve(testRequest(new MemoryLog(), testProblemOf(subject({ simulator })), { programs: 2 }));
    expect(view.retries.length).toBeGreaterThan(0);
    expect(view.retries.every(({ attempt }) => attempt === 1)).toBe(true);
    expect(view.judged[0]?.verdict.score.parts['robustness']).toBeLessThan(1);
  });

  it('gives no score for want of a licence, and does not hold it against the program', async () => {
    let licence = true;
    const simulator = analyticDiodeSimulator({ fail: ({ n }) => (licence || n === 1.4 ? undefined : { code: 'NO_LICENCE', message: 'none left' }) });
    const reporter = { close: async () => [], event: ({ type, payload }: StoredEvent) => {
      if (type === 'program-judged') licence = false;
      if (type === 'program-rejected' && JSON.stringify(payload).includes('p0002')) licence = true;
    } };
    const problem = testProblemOf(subject({ simulator }), { validation: { seeds: 0 } }, texts(searchProgram, widerProgram, `${widerProgram}\n// the same once more`));
    const { view } = await evolve(testRequest(new MemoryLog(), problem, { programs: 3 }, { reporters: [reporter] }));
    expect(view.programs.get('p0002')?.rejection).toMatchObject({ stage: 'trial', code: 'NO_LICENCE' });
    expect(view.retries).toHaveLength(2);
    expect(view.programs.get('p0003')?.state).toBe('judged');
  });

  it('stores that a champion failed on what it was not trained on, and leaves it champion', async () => {
    const picky = searchProgram.replace('for (;;) {', `for (;;) { if (problem.task === 'analytic-diode-3') throw new Error('PROGRAM_ERROR: not this one');`);
    const { view } = await evolve(testRequest(new MemoryLog(), testProblemOf(subject(), {}, texts(picky)), { programs: 1 }));
    expect(view.champion?.program.id).toBe('p0001');
    expect(view.casesOf('p0001', 'validation')).toMatchObject([{ outcome: { failure: { code: 'PROGRAM_ERROR' } } }]);
  });

  it('stops with the reason when the simulator is not there, and can be taken up again', async () => {
    const log = new MemoryLog();
    const missing = { ...analyticDiodeSimulator(), open: () => Promise.reject(new EvospiceError('SIMULATOR_MISSING', 'not installed')) };
    await expect(evolve(testRequest(log, testProblemOf(subject({ simulator: missing }))))).rejects.toMatchObject({ code: 'SIMULATOR_MISSING' });
    const { view } = await evolve(testRequest(log, testProblemOf(subject())));
    expect(view.finished?.programs).toBe(12);
  });

  it('runs baselines on every task with the seeds that programs get', async () => {
    const { view } = await evolve(testRequest(new MemoryLog(), testProblemOf(subject(), {}, { baselines }), { programs: 1 }));
    const records = view.casesOf('random', 'reference').map((record) => extractionRecord(record));
    expect(records.map(({ role, task, seed, end }) => [role, task, seed, end])).toEqual([
      ['analytic-diode-1', 7001], ['analytic-diode-1', 7002], ['analytic-diode-2', 7001], ['analytic-diode-2', 7002], ['analytic-diode-3', 7001],
    ].map((place) => ['baseline', ...place, 'budget']));
    expect(records.map(({ fits }) => fits !== undefined)).toEqual([true, false, true, false, true]);
  });

  it('hands baselines the optimizers that they may call', async () => {
    const caller: Optimizer = { name: 'caller', optimize: async (problem, context) => context.optimizers['random']!(problem, context) };
    const optimizerLibrary: OptimizerLibrary = { random: (problem, context) => randomBaseline.optimize(problem, context) };
    const { view } = await evolve(testRequest(new MemoryLog(), testProblemOf(subject(), {}, { baselines: [...baselines, { name: 'caller', optimizer: caller }], optimizerLibrary }), { programs: 1 }));
    const spent = (name: string) => view.casesOf(name, 'reference').map((record) => extractionRecord(record)).map(({ end, run }) => [end, run.trajectory]);
    expect(spent('caller')).toHaveLength(5);
    expect(spent('caller')).toEqual(spent('random'));
  });

  it('keeps overlays of champions, the first seed of each task', async () => {
    const { view } = await evolve(testRequest(new MemoryLog(), testProblemOf(subject())));
    const overlaid = view.subjects.flatMap((name) => view.casesOf(name)).filter(({ outcome }) => outcome.artefacts !== undefined)
      .map(({ subject: name, stage, outcome }) => [name, stage, outcome.case, outcome.seed]);
    const expected = view.champions.flatMap(({ program }) => [
      ...tasks.train.map(({ id }) => [program, 'evaluation', id, 7001]), ...tasks.validate.map(({ id }) => [program, 'validation', id, 7001]),
    ]);
    expect(overlaid.toSorted()).toEqual(expected.toSorted());
    // What is drawn is what was found: its error over the training curves is the one on record.
    const [record] = view.casesOf(String(view.champion?.program.id), 'evaluation');
    const champion = record === undefined ? undefined : extractionRecord(record);
    const residuals = (champion?.fits ?? []).filter(({ split }: CurveFit) => split === 'train').flatMap(({ measured, after, floor }: CurveFit) =>
      measured.flatMap((value, index) => (Math.abs(value) < floor ? [] : [((after?.[index] ?? Number.NaN) - value) / Math.max(Math.abs(value), floor)])));
    expect(Math.sqrt(residuals.reduce((sum, value) => sum + value * value, 0) / residuals.length)).toBeCloseTo(champion?.final.train.relativeRms ?? Number.NaN, 12);
  });

  it('hands findings of physics rules to the scorer', async () => {
    const rule = { name: 'odd', check: () => [{ rule: 'odd', severity: 'warning' as const, message: 'odd' }] };
    const scorer = createEvospiceScorer({ penalties: { warning: 1 } });
    const plain = await evolve(testRequest(new MemoryLog(), testProblemOf(subject()), { programs: 1 }));
    const judged = await evolve(testRequest(new MemoryLog(), testProblemOf(subject(), {}, { rules: [rule], scorer }), { programs: 1 }));
    expect(judged.view.champion?.verdict.score.parts['findings']).toBe(0.5);
    expect(judged.view.champion?.verdict.score.value).toBeCloseTo((plain.view.champion?.verdict.score.value ?? 0) / 2, 12);
  });

  it('says what is wrong when no seed program gets through', async () => {
    const problem = testProblemOf(subject(), {}, texts(badPrograms.idle));
    await expect(evolve(testRequest(new MemoryLog(), problem))).rejects.toMatchObject({ code: 'EVOLUTION_NO_PROGRAM', message: expect.stringContaining('doing nothing') });
  });

  it('refuses tasks that make no problem', () => {
    for (const bad of [{ train: [], validate: [] }, { train: tasks.train, validate: tasks.train }, { ...tasks, trial: analyticDiodeTask(1) }]) {
      expect(() => testProblemOf(subject({ tasks: bad }))).toThrow(expect.objectContaining({ code: 'PROBLEM_TASKS' }));
    }
  });
});
