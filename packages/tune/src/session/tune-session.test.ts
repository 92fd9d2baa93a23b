import { CONTRACT_VERSION, contribute, definePlugin, EvospiceError, type Optimizer, type PhysicsRule, type Task } from '@evospice/contracts';
import { devicePlugin, NgspiceDialect } from '@evospice/device';
import { analyticDiodeSimulator, analyticDiodeTask, registryOf, type AnalyticSimulator, type AnalyticSimulatorOptions } from '@evospice/testkit';
import { fromUnit, toUnit } from '@evospice/toolbox';
import * as fc from 'fast-check';
import { z } from 'zod';
import { describe, expect, onTestFinished, test } from 'vitest';
import { View } from '../page/view.ts';
import { openCardRules, type FindingsOf } from './card-rules.ts';
import { TuneSession } from './tune-session.ts';

const task = analyticDiodeTask(1, { points: 11 });
const curves = ['iv-small', 'iv-large'];

/** Walks along each parameter in turn and keeps what is better. */
const walking: Optimizer = {
  name: 'walking',
  async optimize({ parameters, start }, context) {
    let best = { at: parameters.map((one) => one.start), error: start.ok ? start.error : Infinity };
    for (let step = 0.2; step > 1e-3; step /= 1.5) {
      for (const index of parameters.keys()) {
        const unit = toUnit(parameters, best.at);
        const tries = [step, -step].map((by) => fromUnit(parameters, unit.with(index, Math.min(1, Math.max(0, unit[index]! + by)))));
        for (const [at, evaluation] of (await context.simulate(tries)).entries()) if (evaluation.ok && evaluation.error < best.error) best = { at: tries[at]!, error: evaluation.error };
      }
    }
  },
};

/** Never ends by itself. */
const endless: Optimizer = {
  name: 'endless',
  async optimize({ parameters }, context) {
    while (!context.signal.aborted) await context.simulate([parameters.map(({ lower, upper }) => lower + (upper - lower) * context.random.next())]);
  },
};
const throwing: Optimizer = { name: 'throwing', optimize: () => Promise.reject(new TypeError('broken')) };

async function sessionOf(options: { readonly task?: Task; readonly simulator?: AnalyticSimulatorOptions; readonly findings?: FindingsOf } = {}): Promise<{ readonly session: TuneSession; readonly simulator: AnalyticSimulator; readonly written: Map<string, string> }> {
  const simulator = analyticDiodeSimulator(options.simulator);
  const refusing = { ...simulator, name: 'compact', open: () => Promise.reject(new EvospiceError('SIMULATOR_MODEL', 'no model of it')) };
  const none = z.strictObject({});
  const registry = registryOf(devicePlugin, definePlugin({
    name: 'given', version: '1.0.0', contract: CONTRACT_VERSION,
    contributions: [
      contribute({ point: 'Simulator', name: 'compact', summary: 'refuses', options: none, create: () => refusing }),
      contribute({ point: 'Simulator', name: 'ngspice', summary: 'analytic', options: none, create: () => simulator }),
      ...[walking, endless, throwing].map((optimizer) => contribute({ point: 'Optimizer', name: optimizer.name, summary: optimizer.name, options: none, create: () => optimizer })),
    ],
  }));
  const written = new Map<string, string>();
  const session = await TuneSession.open({
    task: options.task ?? task, registry, version: '1.2.3', findings: options.findings ?? (() => Promise.resolve([])), signal: new AbortController().signal,
    write: async (name, text) => (written.set(name, text), `/out/${name}`),
  });
  onTestFinished(() => session.close());
  return { session, simulator, written };
}

const fitOf = (change: object = {}) => ({ parameters: ['is', 'n', 'rs'], curves, optimizer: 'walking', budget: 500, metric: 'log' as const, seed: 1, ...change });

/** Waits until no fit is running. */
function ended(session: TuneSession): Promise<void> {
  return new Promise((done) => {
    const look = (): void => {
      if (session.fit?.running === false) done();
    };
    session.onChange(look);
    look();
  });
}

describe('a session', () => {
  test('takes ngspice where no compact model has the device, and says why', async () => {
    expect((await sessionOf()).session.engine).toMatchObject({ name: 'analytic-diode', why: 'no model of it' });
  });

  test('simulates the values of now on every curve, once', async () => {
    const { session, simulator } = await sessionOf();
    const now = await session.now();
    expect([...now.curves.keys()].toSorted()).toEqual(['iv-large', 'iv-middle', 'iv-small']);
    expect(now.train.relativeRms).toBeGreaterThan(0.1);
    // The only held-out curve is all of them.
    expect(now.curveErrors.get('iv-middle')).toEqual(now.validate);
    await session.now();
    expect(simulator.counts.candidates).toBe(2);
    session.move({ is: { text: String(task.truth.is) }, n: { text: String(task.truth.n) }, rs: { text: String(task.truth.rs) } }, true);
    // What is left is the noise of one per cent.
    expect((await session.now()).train.relativeRms).toBeLessThan(0.02);
  });

  test('simulates the start card once, however many ask for it at a time', async () => {
    const { session, simulator } = await sessionOf();
    const view = new View(session, { optimizer: 'walking', budget: 10, folder: '/out', rules: [] });
    await Promise.all([view.figures('auto'), view.picture('auto'), session.now(), session.start()]);
    session.move({ n: { place: 0.2 } }, true);
    session.reset();
    await view.picture('auto');
    // Training and held-out curves.
    expect(simulator.counts.candidates).toBe(2);
  });

  test('undoes steps, not the way to them, and goes back to the start', async () => {
    const { session } = await sessionOf();
    session.move({ n: { place: 0.2 } }, false);
    session.move({ n: { place: 0.3 } }, false);
    session.move({ n: { place: 0.4 } }, true);
    session.move({ rs: { text: '1k' } }, true);
    expect(session.parameters).toMatchObject({ n: expect.closeTo(1.34, 12), rs: 1000 });
    expect(session.ways).toEqual({ undo: 'rs', redo: null });
    session.undo();
    session.undo();
    expect(session.parameters['n']).toBe(1.4);
    session.redo();
    expect(session.parameters['n']).toBeCloseTo(1.34, 12);
    session.reset();
    expect([session.parameters['n'], session.ways.undo]).toEqual([1.4, 'reset']);
    session.undo();
    session.reset('n');
    expect([session.parameters['n'], session.ways.undo]).toEqual([1.4, 'reset of n']);
  });

  test('refuses what is not a number inside the bounds and what it does not tune, and leaves the values', async () => {
    const { session } = await sessionOf();
    const before = session.parameters;
    for (const text of ['', 'x', '3', '-1', '1e999', 'NaN', '1M']) expect(() => session.move({ n: { text } }, true), text).toThrow(expect.objectContaining({ code: 'TUNE_VALUE', expected: expect.stringContaining('from 0.9 to 2') }));
    expect(() => session.move({ bf: { place: 0.5 } }, true)).toThrow(expect.objectContaining({ code: 'TUNE_PARAMETER' }));
    expect(session.parameters).toEqual(before);
  });

  test('a slider reaches every place of its parameter and nothing else', async () => {
    const { session } = await sessionOf();
    fc.assert(fc.property(fc.constantFrom(...task.tunables), fc.double({ min: 0, max: 1, noNaN: true }), (tunable, place) => {
      session.move({ [tunable.name]: { place } }, false);
      const value = session.parameters[tunable.name]!;
      expect(value >= tunable.lower && value <= tunable.upper).toBe(true);
      expect(toUnit([tunable], [value])[0]).toBeCloseTo(place, 9);
    }));
  });

  test('a curve that fails leaves the others, and its split without an error', async () => {
    let calls = 0;
    // The first simulation of all training curves, and then that of the first of them alone.
    const { session } = await sessionOf({ simulator: { fail: () => ((calls += 1) <= 2 ? { code: 'NOT_CONVERGED', message: 'no solution' } : undefined) } });
    const now = await session.now();
    expect([...now.curves.keys()].toSorted()).toEqual(['iv-large', 'iv-middle']);
    expect(now).toMatchObject({ train: { relativeRms: null }, validate: { relativeRms: expect.any(Number) }, failure: 'no solution' });
  });
});

describe('a fit', () => {
  test('begins where the values are, ends better, and is one step', async () => {
    const { session } = await sessionOf();
    session.move({ n: { place: 0.9 } }, false);
    const before = (await session.now()).train.logRms!;
    session.startFit(fitOf());
    expect(() => session.move({ n: { place: 0.1 } }, true)).toThrow(expect.objectContaining({ code: 'TUNE_BUSY' }));
    await ended(session);
    expect(session.fit).toMatchObject({ running: false, end: 'completed', start: expect.closeTo(before, 12) });
    const after = (await session.now()).train.logRms!;
    expect(after).toBeLessThan(before / 2);
    expect(after).toBeCloseTo(session.fit!.best!, 12);
    session.undo();
    expect(toUnit(task.tunables, Object.values(session.parameters))[1]).toBeCloseTo(0.9, 12);
  });

  test('moves the chosen parameters alone and looks at the chosen curves alone', async () => {
    const { session } = await sessionOf();
    session.move({ rs: { place: 0.8 } }, true);
    const { rs } = session.parameters;
    session.startFit(fitOf({ parameters: ['is'], curves: ['iv-large'] }));
    await ended(session);
    expect(session.parameters).toMatchObject({ n: 1.4, rs });
    expect(session.parameters['is']).not.toBe(1e-13);
    expect((await session.now()).curveErrors.get('iv-large')!.logRms).toBeCloseTo(session.fit!.best!, 12);
  });

  test('keeps constraints that name parameters which stay', async () => {
    const { session } = await sessionOf({ task: { ...task, constraints: ['n < 1.41 and rs > 0 and is < 2e-13 * n'] } });
    session.startFit(fitOf({ parameters: ['is'] }));
    await ended(session);
    expect(session.fit).toMatchObject({ end: 'completed', message: null });
    expect(session.parameters['is']).toBeLessThan(2.8e-13);
  });

  test('is stopped with what it has found, ends with the budget, and says what went wrong', async () => {
    const { session } = await sessionOf();
    session.startFit(fitOf({ optimizer: 'endless', budget: 1e6 }));
    while (session.fit!.spent < 20) await new Promise((done) => setImmediate(done));
    session.stopFit();
    await ended(session);
    expect(session.fit).toMatchObject({ end: 'interrupted' });
    expect((await session.now()).train.logRms).toBeCloseTo(session.fit!.best!, 12);

    session.startFit(fitOf({ optimizer: 'endless', budget: 7 }));
    await ended(session);
    expect(session.fit).toMatchObject({ end: 'budget', spent: 7 });

    session.startFit(fitOf({ optimizer: 'throwing' }));
    await ended(session);
    expect(session.fit).toMatchObject({ end: 'failed', message: 'broken [OPTIMIZER_ERROR]' });
  });

  test.each([
    ['an unknown optimizer', { optimizer: 'none' }, 'EXTENSION_UNKNOWN'], ['no parameter', { parameters: [] }, 'TUNE_FIT'], ['an unknown parameter', { parameters: ['bf'] }, 'TUNE_FIT'],
    ['no curve', { curves: [] }, 'TUNE_FIT'], ['a held-out curve', { curves: ['iv-small', 'iv-middle'] }, 'TUNE_FIT'],
  ])('is refused by name with %s', async (_, change, code) => {
    const { session } = await sessionOf();
    expect(() => session.startFit(fitOf(change))).toThrow(expect.objectContaining({ code }));
    expect(session.fit).toBeNull();
  });
});

describe('a saved card', () => {
  test('has the values of now, and says in comments how they came about', async () => {
    const card = new NgspiceDialect().parse('* mine\n.model analytic_dio d (is=1e-13 n=1.4 rs=100) ; kept\n', { file: 'start.mod' });
    const { session, written } = await sessionOf({ task: { ...task, model: { ...task.model, card } } });
    session.move({ is: { text: '2f' } }, true);
    session.move({ n: { place: 0.5 } }, true);
    session.move({ n: { place: 0.6 } }, true);
    session.startFit(fitOf({ parameters: ['rs'], curves: ['iv-large'], budget: 20 }));
    await ended(session);
    const now = await session.now();
    expect(await session.save({ file: 'mine.mod', dialect: 'ngspice' })).toEqual({ files: ['/out/mine.mod'], dialect: 'ngspice', warnings: [] });
    const text = written.get('mine.mod')!;
    expect(text).toMatch(/^\* Extracted by Evospice 1\.2\.3\n\* task {8}analytic-diode-1: /u);
    expect(text).toMatch(/\* tuned {7}is; n \(2 times\); fit with walking \(seed 1, \d+ simulations, 1\n?\*? *parameter, 1 curve, log error\)/u);
    expect(text).toContain(`after\n* held out`);
    expect(text).toContain('; kept');
    const again = new NgspiceDialect().parse(text, { file: 'mine.mod' });
    expect(task.tunables.map(({ name }) => again.value(name))).toEqual(Array.from(now.values, (value) => expect.closeTo(value, 12)));
  });

  test.each([['../a.mod', 'ngspice', 'TUNE_FILE'], ['a/b', 'ngspice', 'TUNE_FILE'], ['.a', 'ngspice', 'TUNE_FILE'], ['a.mod', 'no-such', 'EXTENSION_UNKNOWN']])('is refused under the name %j in %s', async (file, dialect, code) => {
    const { session, written } = await sessionOf();
    await expect(session.save({ file, dialect })).rejects.toMatchObject({ code });
    expect([written.size, session.saved.length]).toEqual([0, 0]);
  });
});

describe('a view', () => {
  test('has figures once and lines as often as they are asked for', async () => {
    const { session } = await sessionOf();
    const view = new View(session, { optimizer: 'walking', budget: 200, folder: '/out', rules: [] });
    expect(view.facts()).toMatchObject({
      dialects: ['ngspice'], optimizers: [{ name: 'endless' }, { name: 'throwing' }, { name: 'walking' }],
      parameters: [{ name: 'is', scale: 'log', lower: '1e-17', start: '1e-13' }, { name: 'n', scale: 'linear' }, { name: 'rs', unit: 'ohm' }],
    });
    const figures = await view.figures('auto');
    expect(figures.flatMap((figure) => figure.curves.map(({ id }) => id))).toEqual(['iv-small', 'iv-large', 'iv-middle']);
    // Forward currents over many decades.
    expect(figures[0]!.svg).toContain('|Ia| (A)');
    expect((await view.figures('linear'))[0]!.svg).not.toContain('|Ia| (A)');
    const start = await view.picture('auto');
    expect(start.lines.flat().every((line) => /^M[\d. -]+(?:L[\d. -]+){10}$/u.test(line))).toBe(true);
    expect(start.train).toMatchObject({ ratio: 1, relative: start.train.start.relative });
    session.move({ is: { place: 0.9 } }, true);
    const moved = await view.picture('auto');
    expect(moved.lines.flat().every((line, index) => line !== start.lines.flat()[index])).toBe(true);
    expect(moved).toMatchObject({ undo: 'is', redo: null, revision: 1 });
    expect(moved.train.start).toEqual(start.train.start);
  });

  test('tells what rules find in the card of now', async () => {
    const rule: PhysicsRule = { name: 'seeing', check: ({ card, curves: seen }) => [{ rule: 'seeing', severity: 'warning', message: `rs = ${card.value('rs')}, ${seen?.length} curves`, parameter: 'rs' }] };
    const none = z.strictObject({});
    const registry = registryOf(definePlugin({
      name: 'given', version: '1.0.0', contract: CONTRACT_VERSION,
      contributions: [
        contribute({ point: 'Simulator', name: 'analytic', summary: 'analytic', options: none, create: () => analyticDiodeSimulator() }),
        contribute({ point: 'PhysicsRule', name: 'seeing', summary: 'sees', options: none, create: () => rule }),
      ],
    }));
    const rules = await openCardRules(registry, task, ['seeing'], 'analytic');
    onTestFinished(() => rules.close());
    const { session } = await sessionOf({ findings: rules.findings });
    session.move({ rs: { text: '7' } }, true);
    const view = new View(session, { optimizer: 'walking', budget: 200, folder: '/out', rules: ['seeing'] });
    expect(await view.findings()).toEqual([{ severity: 'warning', about: '', message: 'rs = 7, 3 curves', rule: 'seeing', source: '' }]);
  });
});
