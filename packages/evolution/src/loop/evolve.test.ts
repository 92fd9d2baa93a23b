import { EvospiceError, type StoredEvent } from '@evospice/contracts';
import { MemoryLog, analyticDiodeSimulator, analyticDiodeTask } from '@evospice/testkit';
import { singleFile } from '@evospice/program-text';
import { describe, expect, it } from 'vitest';
import { readRun } from '../view/fold-run.ts';
import { plainExecutor } from '../testing/plain-executor.ts';
import { badPrograms, constantProposer, searchProgram, widerProgram } from '../testing/programs.ts';
import { randomBaseline, testRequest, testSettings } from '../testing/request.ts';
import { evolve } from './evolve.ts';
import type { EvolutionRequest } from './request.ts';

const tasks = { train: [analyticDiodeTask(1, { points: 9 }), analyticDiodeTask(2, { points: 9 })], validate: [analyticDiodeTask(3, { points: 9 })] };
const request = (log: MemoryLog, changes: Partial<EvolutionRequest> = {}): EvolutionRequest => testRequest({ log, simulator: analyticDiodeSimulator(), tasks }, changes);
/** What happened, without when and without the traces of interruptions. */
const story = (events: Iterable<StoredEvent>): unknown[] => [...events].filter(({ type }) => type !== 'run-resumed').map(({ type, payload }) => ({ type, payload }));

describe('evolve', () => {
  it('evolves, and every number of its summary follows from the stored events', async () => {
    const log = new MemoryLog();
    const { ended, view } = await evolve(request(log));
    expect(ended).toBe('finished');
    expect(view.evaluations).toBe(12);
    expect(view.pending).toEqual([]);
    expect([...view.programs.keys()].slice(0, 2)).toEqual(['p0001', 'p0002']);
    expect(view.evaluated.length + view.rejectionsByStage.probe + view.rejectionsByStage.evaluation).toBe(12);
    const best = Math.max(...view.evaluated.map(({ verdict }) => verdict.score.value));
    expect(view.champion?.verdict.score.value).toBe(best);
    expect(view.champions.map(({ score }) => score)).toEqual(view.champions.map(({ score }) => score).toSorted((a, b) => a - b));
    for (const { program } of view.champions) expect(view.extractionsOf(program, 'validate')).toHaveLength(1);
    for (const { program, verdict } of view.evaluated) {
      const records = view.extractionsOf(program.id, 'train');
      expect(records.map(({ task, seed }) => [task, seed])).toEqual([7001, 7002].flatMap((seed) => tasks.train.map(({ id }) => [id, seed])));
      expect(request(log).scorer.score({ runs: records.map(({ run }) => run), source: program.source })).toEqual(verdict.score);
    }
    expect((await readRun(log)).elites).toEqual(view.elites);
    expect(view.statistics?.elites).toBe(view.elites.length);
    expect(view.finished).toMatchObject({ evaluations: 12, champion: view.champion?.program.id });
    // The dice of the proposer are loaded so that most ways of failing occur in the first programs of this seed.
    expect(view.rejections.length).toBeGreaterThan(2);
  });

  it('gives the same events for the same seed, and others for another', async () => {
    const [one, two, other] = [new MemoryLog(), new MemoryLog(), new MemoryLog()];
    await evolve(request(one));
    await evolve(request(two));
    await evolve(request(other, { settings: testSettings({ seed: 8 }) }));
    expect(story(two.stored)).toEqual(story(one.stored));
    expect(story(other.stored)).not.toEqual(story(one.stored));
  });

  it('goes on from any event as if nothing had happened, and repeats no finished extraction', async () => {
    const whole = new MemoryLog();
    const counts = { jobs: 0 };
    const settings = testSettings({ evaluations: 8 });
    await evolve(request(whole, { settings, baselines: [{ name: 'random', optimizer: randomBaseline }], executor: plainExecutor(counts) }));
    const needed = counts.jobs;
    for (let cut = 0; cut < whole.stored.length; cut += 1) {
      const log = whole.cutAfter(cut);
      const done = log.stored.filter(({ type }) => type === 'extraction-finished').length;
      counts.jobs = 0;
      const { view } = await evolve(request(log, { settings, baselines: [{ name: 'random', optimizer: randomBaseline }], executor: plainExecutor(counts) }));
      expect(story(log.stored)).toEqual(story(whole.stored));
      expect(counts.jobs).toBeLessThanOrEqual(needed - done);
      expect(view.resumptions).toBe(cut === 0 ? 0 : 1);
    }
  });

  it('leaves a finished run alone, and goes on when more evaluations are asked for', async () => {
    const log = new MemoryLog();
    await evolve(request(log, { settings: testSettings({ evaluations: 6 }) }));
    const length = log.stored.length;
    await evolve(request(log, { settings: testSettings({ evaluations: 6 }) }));
    expect(log.stored).toHaveLength(length);
    const { view } = await evolve(request(log));
    expect(view.evaluations).toBe(12);
    expect(view.finished?.evaluations).toBe(12);
    const whole = new MemoryLog();
    await evolve(request(whole));
    const without = (events: unknown[]): unknown[] => events.filter((event) => !['run-started', 'run-finished'].includes((event as StoredEvent).type));
    expect(without(story(log.stored))).toEqual(without(story(whole.stored)));
  });

  it.each([
    ['budget', { settings: testSettings({ budget: 25 }) }],
    ['seed', { settings: testSettings({ seed: 9 }) }],
    ['tasks', { tasks: { ...tasks, validate: [] } }],
    ['seed programs', { seedPrograms: [singleFile(searchProgram)] }],
    ['probe task', { tasks: { ...tasks, probe: analyticDiodeTask(4, { points: 5 }) } }],
    ['simulator', { simulator: analyticDiodeSimulator({ name: 'other' }) }],
  ])('refuses to go on with another %s', async (what, changes) => {
    const log = new MemoryLog();
    await evolve(request(log, { settings: testSettings({ evaluations: 2 }) }));
    await expect(evolve(request(log, changes))).rejects.toMatchObject({ code: 'EVOLUTION_CHANGED', message: expect.stringContaining(what) });
  });

  it('keeps several programs in flight, and says that their order matters', async () => {
    const log = new MemoryLog();
    const simulator = analyticDiodeSimulator({ delayMs: 1 });
    const { view } = await evolve(request(log, { simulator, settings: testSettings({ workers: 4 }) }));
    expect(view.started?.order).toBe('completion');
    expect(view.evaluations).toBe(12);
    expect(view.pending).toEqual([]);
    expect(simulator.counts.opened).toBe(simulator.counts.closed);
    const ordinals = [...view.programs.values(), ...view.rejections.filter(({ program }) => program === null)].map(({ ordinal }) => ordinal).toSorted((a, b) => a - b);
    expect(ordinals).toEqual(ordinals.map((_, index) => index + 1));
  });

  it('with several in flight, goes on after a kill without losing or repeating anything', async () => {
    const settings = testSettings({ workers: 3, evaluations: 9 });
    const whole = new MemoryLog();
    await evolve(request(whole, { settings, simulator: analyticDiodeSimulator({ delayMs: 1 }) }));
    for (let cut = 5; cut < whole.stored.length; cut += 7) {
      const log = whole.cutAfter(cut);
      const { view } = await evolve(request(log, { settings }));
      expect(log.stored.slice(0, cut)).toEqual(whole.stored.slice(0, cut));
      expect(view.pending).toEqual([]);
      expect(view.evaluations).toBe(9);
      const keys = view.extractions.map(({ subject, role, task, seed }) => `${subject} ${role} ${task} ${seed}`);
      expect(new Set(keys).size).toBe(keys.length);
      for (const { program } of view.evaluated) expect(view.extractionsOf(program.id, 'train')).toHaveLength(4);
      for (const { program } of view.champions) expect(view.extractionsOf(program, 'validate')).toHaveLength(1);
      expect(view.champion?.verdict.score.value).toBe(Math.max(...view.evaluated.map(({ verdict }) => verdict.score.value)));
    }
  });

  it('turns each bad program away at its stage, with a reason and without a score', async () => {
    const log = new MemoryLog();
    const seedPrograms = [searchProgram, badPrograms.syntax, badPrograms.renamed, badPrograms.idle, badPrograms.throwing].map((source) => singleFile(source));
    // The throwing program must outlive the probe (8 units for 3 parameters and two gradients: 10).
    const { view } = await evolve(request(log, { seedPrograms, settings: testSettings({ evaluations: 4 }) }));
    expect(view.rejections.map(({ program, stage, code }) => [program, stage, code]).slice(0, 4)).toEqual([
      ['p0002', 'syntax', 'PROGRAM_SYNTAX'],
      ['p0003', 'duplicate', 'PROGRAM_DUPLICATE'],
      ['p0004', 'probe', 'PROGRAM_NO_IMPROVEMENT'],
      ['p0005', 'evaluation', 'PROGRAM_ABUSE'],
    ]);
    expect(view.rejections.find(({ program }) => program === 'p0003')?.reason).toContain('p0001');
    expect(view.rejections.find(({ program }) => program === 'p0004')?.reason).toMatch(/no better than doing nothing .* error of \d/u);
    expect(view.evaluated.map(({ program }) => program.id)).not.toContain('p0005');
    // One failed extraction is stored, and none after it was tried.
    expect(view.extractionsOf('p0005')).toMatchObject([{ end: 'failed', failure: { code: 'PROGRAM_ABUSE' } }]);
  });

  it('repeats an extraction whose simulator crashed, and says so', async () => {
    let calls = 0;
    const simulator = analyticDiodeSimulator({ fail: () => ((calls += 1) === 40 ? { code: 'CRASHED', message: 'gone' } : undefined) });
    const log = new MemoryLog();
    const { view } = await evolve(request(log, { simulator, settings: testSettings({ evaluations: 3 }) }));
    expect(view.retries).toMatchObject([{ attempt: 1, code: 'CRASHED' }]);
    const untroubled = new MemoryLog();
    await evolve(request(untroubled, { settings: testSettings({ evaluations: 3 }) }));
    expect(story(log.stored).filter((event) => (event as StoredEvent).type !== 'extraction-retried')).toEqual(story(untroubled.stored));
  });

  it('lets crashes that the candidates cause count against the program', async () => {
    const simulator = analyticDiodeSimulator({ fail: ({ n }) => ((n ?? 0) > 1.45 ? { code: 'CRASHED', message: 'gone' } : undefined) });
    const { view } = await evolve(request(new MemoryLog(), { simulator, settings: testSettings({ evaluations: 2 }) }));
    expect(view.retries.length).toBeGreaterThan(0);
    expect(view.retries.every(({ attempt }) => attempt === 1)).toBe(true);
    expect(view.evaluated[0]?.verdict.score.parts['robustness']).toBeLessThan(1);
  });

  it('gives no score for want of a licence, and does not hold it against the program', async () => {
    let licence = true;
    const simulator = analyticDiodeSimulator({ fail: ({ n }) => (licence || n === 1.4 ? undefined : { code: 'NO_LICENCE', message: 'none left' }) });
    const again = `${widerProgram}\n// the same once more`;
    const log = new MemoryLog();
    const reporter = { close: async () => [], event: ({ type, payload }: StoredEvent) => {
      if (type === 'program-evaluated') licence = false;
      if (type === 'program-rejected' && JSON.stringify(payload).includes('p0002')) licence = true;
    } };
    const { view } = await evolve(request(log, { simulator, seedPrograms: [searchProgram, widerProgram, again].map((source) => singleFile(source)), reporters: [reporter], settings: testSettings({ evaluations: 3, validation: { seeds: 0 } }) }));
    expect(view.programs.get('p0002')?.rejection).toMatchObject({ stage: 'probe', code: 'NO_LICENCE' });
    expect(view.retries).toHaveLength(2);
    expect(view.programs.get('p0003')?.state).toBe('evaluated');
  });

  it('stores that a champion failed on what it was not trained on, and leaves it champion', async () => {
    const picky = searchProgram.replace('for (;;) {', `for (;;) { if (problem.task === 'analytic-diode-3') throw new Error('PROGRAM_ERROR: not this one');`);
    const { view } = await evolve(request(new MemoryLog(), { seedPrograms: [singleFile(picky)], settings: testSettings({ evaluations: 1 }) }));
    expect(view.champion?.program.id).toBe('p0001');
    expect(view.extractionsOf('p0001', 'validate')).toMatchObject([{ end: 'failed', failure: { code: 'PROGRAM_ERROR' } }]);
  });

  it('stops with the reason when the simulator is not there, and can be taken up again', async () => {
    const log = new MemoryLog();
    const missing = { ...analyticDiodeSimulator(), open: () => Promise.reject(new EvospiceError('SIMULATOR_MISSING', 'not installed')) };
    await expect(evolve(request(log, { simulator: missing }))).rejects.toMatchObject({ code: 'SIMULATOR_MISSING' });
    const { view } = await evolve(request(log));
    expect(view.finished?.evaluations).toBe(12);
  });

  it('ends by the number of proposals when they lead to nothing', async () => {
    const copy = { name: 'copy', propose: async () => ({ ...singleFile(searchProgram), operator: 'copy', parents: ['p0001'], details: {} }) };
    const { view } = await evolve(request(new MemoryLog(), { seedPrograms: [singleFile(searchProgram)], proposers: [{ proposer: copy, weight: 1 }], settings: testSettings({ proposals: 8 }) }));
    expect([view.proposals, view.evaluations, view.rejectionsByStage.duplicate]).toEqual([8, 1, 7]);
    expect(view.finished).not.toBeNull();
  });

  it('stops when asked, and can be taken up again', async () => {
    const controller = new AbortController();
    const log = new MemoryLog();
    const reporter = { close: async () => [], event: ({ sequence }: StoredEvent) => { if (sequence === 15) controller.abort(); } };
    const { ended, view } = await evolve(request(log, { reporters: [reporter], signal: controller.signal }));
    expect(ended).toBe('cancelled');
    expect(view.finished).toBeNull();
    const whole = new MemoryLog();
    await evolve(request(whole));
    await evolve(request(log));
    expect(story(log.stored)).toEqual(story(whole.stored));
  });

  it('is not ended by a reporter that throws', async () => {
    const reporter = { close: async () => [], event: () => { throw new Error('no screen'); } };
    const { ended } = await evolve(request(new MemoryLog(), { reporters: [reporter], settings: testSettings({ evaluations: 2 }) }));
    expect(ended).toBe('finished');
  });

  it('says what is wrong when no seed program gets through, or no proposer answers', async () => {
    await expect(evolve(request(new MemoryLog(), { seedPrograms: [singleFile(badPrograms.idle)] }))).rejects.toMatchObject({ code: 'EVOLUTION_NO_PROGRAM', message: expect.stringContaining('doing nothing') });
    const silent = { name: 'silent', propose: () => Promise.reject(new Error('not today')) };
    await expect(evolve(request(new MemoryLog(), { proposers: [{ proposer: silent, weight: 1 }] }))).rejects.toMatchObject({ code: 'EVOLUTION_PROPOSERS', message: expect.stringContaining('not today') });
  });

  it('refuses parts that make no run', async () => {
    const refused = async (changes: Partial<EvolutionRequest>): Promise<void> => {
      const log = new MemoryLog();
      await expect(evolve(request(log, changes))).rejects.toMatchObject({ code: 'EVOLUTION_REQUEST' });
      expect(log.stored).toEqual([]);
    };
    await refused({ tasks: { train: [], validate: [] } });
    await refused({ tasks: { train: tasks.train, validate: tasks.train } });
    await refused({ tasks: { ...tasks, probe: analyticDiodeTask(1) } });
    await refused({ seedPrograms: [] });
    await refused({ proposers: [] });
    await refused({ descriptors: [] });
  });

  it('runs baselines on every task with the seeds that programs get', async () => {
    const { view } = await evolve(request(new MemoryLog(), { baselines: [{ name: 'random', optimizer: randomBaseline }], settings: testSettings({ evaluations: 1 }) }));
    expect(view.extractionsOf('random', 'baseline').map(({ task, seed, end }) => [task, seed, end])).toEqual([
      ['analytic-diode-1', 7001, 'budget'], ['analytic-diode-1', 7002, 'budget'], ['analytic-diode-2', 7001, 'budget'], ['analytic-diode-2', 7002, 'budget'],
      ['analytic-diode-3', 7001, 'budget'],
    ]);
    expect(view.extractionsOf('random').map(({ fits }) => fits !== undefined)).toEqual([true, false, true, false, true]);
  });

  it('keeps overlays of champions, the first seed of each task', async () => {
    const log = new MemoryLog();
    const { view } = await evolve(request(log));
    const overlaid = view.extractions.filter(({ fits }) => fits !== undefined).map(({ subject, role, task, seed }) => [subject, role, task, seed]);
    const expected = view.champions.flatMap(({ program }) => [
      ...tasks.train.map(({ id }) => [program, 'train', id, 7001]), ...tasks.validate.map(({ id }) => [program, 'validate', id, 7001]),
    ]);
    expect(overlaid.toSorted()).toEqual(expected.toSorted());
    // What is drawn is what was found: its error over the training curves is the one on record.
    const champion = view.extractionsOf(String(view.champion?.program.id), 'train')[0];
    const residuals = champion?.fits?.filter(({ split }) => split === 'train').flatMap(({ measured, after, floor }) =>
      measured.flatMap((value, index) => (Math.abs(value) < floor ? [] : [((after?.[index] ?? Number.NaN) - value) / Math.max(Math.abs(value), floor)]))) ?? [];
    expect(Math.sqrt(residuals.reduce((sum, value) => sum + value * value, 0) / residuals.length)).toBeCloseTo(champion?.final.train.relativeRms ?? Number.NaN, 12);
  });

  it('says what was changed when a run is taken up again', async () => {
    const log = new MemoryLog();
    await evolve(request(log, { settings: testSettings({ evaluations: 2 }) }));
    await evolve(request(log, { settings: testSettings({ evaluations: 3, workers: 2 }), proposers: [{ proposer: constantProposer(), weight: 2 }] }));
    expect(log.stored.find(({ type }) => type === 'run-resumed')?.payload).toEqual({
      evaluations: 2,
      changed: {
        evaluations: { before: 2, now: 3 }, workers: { before: 1, now: 2 },
        proposers: { before: [{ name: 'constants', weight: 1 }], now: [{ name: 'constants', weight: 2 }] },
      },
    });
  });
});
