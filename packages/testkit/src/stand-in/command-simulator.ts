import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { NgspiceDialect, sweepCurves, genericDevices, type ModelFamily } from '@evospice/device';
import {
  ExtensionRegistry, type Curve, type Logger, type Plugin, type SimulationOutcome, type Simulator, type SimulatorSession, type Testbench, type Wrapper, type WrapperElement,
} from '@evospice/contracts';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { analyticDiodeTask } from '../analytic-task.ts';
import { optionsOf } from '../options-of.ts';
import { testSimulator } from '../simulator.ts';
import { installStandIn, missingForStandIns, type InstalledStandIn } from './install.ts';
import { plainDialects, type PlainWriter } from './plain-dialects.ts';
import { plainNgspice } from './plain-ngspice.ts';

export interface CommandSimulatorSuite {
  /** Plugin that contributes the simulator. */
  readonly plugin: Plugin;
  /** Name of the contribution. */
  readonly name: string;
  /** Real name of the program. */
  readonly program: string;
  /** File that default-exports the `StandIn`. */
  readonly standIn: URL;
  /** How the card dialect writes a model; as SPICE does when left out. */
  readonly writeModel?: PlainWriter;
  /**
   * A transistor on insulator is `compared` with ngspice unless it is `refused` by name, for a program without BSIM-SOI, or only `opened`
   * because the stand-in does not converge.
   */
  readonly soi?: 'compared' | 'opened' | 'refused';
  /** Whether resistors and the like take nothing but a value, and no element a multiplier. */
  readonly bare?: boolean;
  /** Whether it needs a licence. */
  readonly licensed: boolean;
  /** Candidates that one run takes at most. */
  readonly candidatesARun: number;
  /** Each output format by the options that choose it, with the largest relative difference that its digits leave. */
  readonly outputs: readonly { readonly options: Readonly<Record<string, unknown>>; readonly tolerance: number }[];
}

/** What is not compared: currents in A, capacitances in F and voltages in V that are rounding of the solver. */
const absolute = { i: 1e-14, c: 1e-20, v: 1e-9 } as const;

const families: readonly ModelFamily[] = ['bsim4', 'bsim3', 'diode', 'gummel-poon', 'jfet'];

/**
 * Holds a simulator that is run as a command to its contract, with a stand-in under its program's real name. The stand-in
 * refuses command lines and netlists that the real program would not take, as far as its author knows.
 */
export function testCommandSimulator(suite: CommandSimulatorSuite): void {
  const missing = missingForStandIns();
  const contribution = suite.plugin.contributions.find(({ point, name }) => point === 'Simulator' && name === suite.name);
  if (contribution === undefined) throw new Error(`the plugin contributes no simulator ${suite.name}`);
  const { soi = 'compared' } = suite;
  const warnings: string[] = [];
  const logger: Logger = { debug: () => undefined, info: () => undefined, warn: (message, fields) => { warnings.push(`${message} ${JSON.stringify(fields)}`); } };
  let standIn: InstalledStandIn;
  const make = (options: Readonly<Record<string, unknown>> = {}): Simulator => {
    const services = contribution.inject.map((token) => (token === ExtensionRegistry ? plainDialects(suite.name, suite.writeModel) : logger));
    const { environment, ...others } = options as { readonly environment?: Record<string, string> };
    const parsed = optionsOf(contribution).parse({ ...others, environment: { PATH: standIn.path, ...environment } });
    return contribution.create(parsed, ...services) as Simulator;
  };

  describe.skipIf(missing !== undefined)(missing === undefined ? `${suite.name} through a stand-in` : `${suite.name} through a stand-in (skipped: ${missing})`, () => {
    const opened: SimulatorSession[] = [];
    const open = async (testbench: Testbench, options: Readonly<Record<string, unknown>> = {}): Promise<SimulatorSession> => {
      const session = await make(options).open(testbench);
      opened.push(session);
      return session;
    };
    const diode = diodeBench();
    const candidates = [[2e-15, 1.2, 20], [5e-14, 1.45, 5], [1e-13, 1.6, 90]] as const;
    beforeAll(() => { standIn = installStandIn(suite.program, suite.standIn); });
    afterEach(async () => {
      standIn.behave('normal');
      for (const session of opened.splice(0)) await session.close();
    });
    afterAll(() => { standIn.remove(); });

    // The emission coefficient divides.
    testSimulator(`${suite.name} (stand-in)`, () => make({ deadlineSeconds: 20 }), { failing: [1e-14, 0, 10] });

    describe.each(suite.outputs.map((output, at) => ({ ...output, tried: at > 0 ? families.slice(0, 1) : soi === 'compared' ? [...families, 'bsimsoi4' as const] : families })))('with $options', ({ options, tolerance, tried }) => {
      it.each(tried)(`gives the vectors of plain ngspice to ${tolerance}: %s`, async (family) => {
        await compare(await open(familyBench(family), options), familyBench(family), tolerance);
      }, 120_000);

      it('puts guards and low terminals of capacitances at their biases', async () => {
        await compare(await open(guardedBench(), options), guardedBench(), tolerance);
      });

      it('forces currents into terminals', async () => {
        for (const bend of [0, 1e-6]) await compare(await open(forcedBench(bend), options), forcedBench(bend), tolerance);
      });

      it('follows tabulated voltages and currents, and single points', async () => {
        for (const testbench of [warpedBench('gummel-poon'), warpedBench('diode'), singlePointBench()]) await compare(await open(testbench, options), testbench, tolerance);
      }, 120_000);
    });

    it(`${soi === 'refused' ? 'refuses a transistor on insulator by name' : 'takes the netlist of a transistor on insulator'}`, async () => {
      const opening = open(familyBench('bsimsoi4'));
      if (soi === 'refused') await expect(opening).rejects.toMatchObject({ code: 'SIMULATOR_MODEL', received: 'soi' });
      else await opening;
    });

    it('puts elements of a subcircuit beside the device', async () => {
      const [{ options, tolerance }] = suite.outputs as [CommandSimulatorSuite['outputs'][number]];
      const bench = wrappedBench(suite.bare === true);
      await compare(await open(bench, options), bench, tolerance);
    });

    it('refuses an element that it does not write, and the model of one, by name', async () => {
      const bench = wrappedBench(true);
      const [{ wrapper, ...instance }] = bench.instances as [Testbench['instances'][number]];
      const opening = async (element: Partial<WrapperElement>, models = wrapper!.models): Promise<unknown> =>
        await open({ ...bench, instances: [{ ...instance, wrapper: { ...wrapper!, models, elements: [{ name: 'x1.odd', kind: 'r', nodes: [0, 1], params: {}, value: 1, ...element }] } }] });
      await expect(opening({ kind: 'n' })).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining('x1.odd in the subcircuit kit is an element') as string });
      await expect(opening({ params: { noisy: 0 } })).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining('has the parameter noisy') as string });
      await expect(opening({ model: 0 })).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining('takes its value from a model') as string });
      await expect(opening({ kind: 'v', params: { m: 2 } })).rejects.toMatchObject({ code: 'SIMULATOR_TESTBENCH', message: expect.stringContaining('is multiplied (m=2)') as string });
    });

    it('sends the program nothing that the stand-in refuses', () => {
      expect(standIn.refusals()).toEqual([]);
    });

    it('takes a batch in as few runs as it may', async () => {
      const session = await open(diode);
      const before = standIn.calls().length;
      await session.simulate({ candidates: Array.from({ length: 4 }, (_, at) => [1e-14 * (at + 1), 1.3, 10]) });
      expect(standIn.calls().length - before).toBe(Math.ceil(4 / suite.candidatesARun));
    });

    it('runs no more at once than it may', async () => {
      standIn.remove();
      standIn = installStandIn(suite.program, suite.standIn);
      standIn.behave('unhurried');
      const simulator = make({ concurrency: 2 });
      const sessions = await Promise.all([simulator.open(diode), simulator.open(diode)]);
      opened.push(...sessions);
      const many = Array.from({ length: suite.candidatesARun * 2 }, (_, at) => [1e-14 * (at + 1), 1.3, 10]);
      for (const outcomes of await Promise.all(sessions.map((session) => session.simulate({ candidates: many })))) codes(outcomes, many.map(() => 'ok'));
      expect(standIn.overlap()).toBe(2);
    }, 120_000);

    it.skipIf(!suite.licensed)('answers NO_LICENCE, also when it opens without one, and goes on when there is one', async () => {
      standIn.behave('licence');
      const session = await open(diode);
      const refused = await session.simulate({ candidates });
      codes(refused, candidates.map(() => 'NO_LICENCE'));
      expect(refused.map((outcome) => !outcome.ok && outcome.failure.message).join()).toMatch(/licen[sc]e|checkout/i);
      standIn.behave('normal');
      codes(await session.simulate({ candidates }), ['ok', 'ok', 'ok']);
      standIn.behave('licence');
      codes(await session.simulate({ candidates: [candidates[0]] }), ['NO_LICENCE']);
    });

    it('ends a run and its children at the deadline, and stays usable', async () => {
      const session = await open(diode, { deadlineSeconds: 3 });
      standIn.behave('slow');
      codes(await session.simulate({ candidates: [candidates[0]] }), ['DEADLINE']);
      standIn.behave('normal');
      codes(await session.simulate({ candidates: [candidates[0]] }), ['ok']);
      await expect.poll(() => standIn.children().filter(isAlive), { timeout: 5000 }).toEqual([]);
      expect(standIn.children().length).toBeGreaterThanOrEqual(2);
    });

    it('ends a run and its children when it is cancelled', async () => {
      const session = await open(diode);
      standIn.behave('slow');
      const controller = new AbortController();
      const before = standIn.children().length;
      const running = session.simulate({ candidates }, { signal: controller.signal });
      await expect.poll(() => standIn.children().length, { timeout: 20_000 }).toBeGreaterThan(before);
      controller.abort();
      codes(await running, candidates.map(() => 'CANCELLED'));
      await expect.poll(() => standIn.children().filter(isAlive), { timeout: 5000 }).toEqual([]);
    });

    it.each([
      ['crash', 'CRASHED'], ['truncated', 'CRASHED'], ['silent', 'CRASHED'], ['not-converged', 'NOT_CONVERGED'],
      ['row-missing', 'NOT_CONVERGED'], ['signal-missing', 'CRASHED'],
    ] as const)('answers a run that is %s with %s, and with no numbers', async (mode, code) => {
      for (const { options } of mode === 'truncated' ? suite.outputs : suite.outputs.slice(0, 1)) {
        const session = await open(diode, options);
        standIn.behave(mode);
        const outcomes = await session.simulate({ candidates: candidates.slice(0, 2) });
        codes(outcomes, [code, code]);
        expect(outcomes.every((outcome) => !outcome.ok && outcome.failure.message !== '')).toBe(true);
        standIn.behave('normal');
        codes(await session.simulate({ candidates: [candidates[0]] }), ['ok']);
      }
    }, 120_000);

    it('says what to do when the program is not there', async () => {
      const simulator = make({ environment: { PATH: '/nonexistent' } });
      expect(await simulator.probe()).toMatchObject({ available: false, remedy: expect.stringContaining('PATH') as string });
      await expect(simulator.open(diode)).rejects.toMatchObject({ code: 'SIMULATOR_MISSING' });
    });

    it('leaves no files behind', async () => {
      const folders = (): readonly string[] => ['/dev/shm', tmpdir()].filter((parent) => existsSync(parent))
        .flatMap((parent) => readdirSync(parent)).filter((name) => name.startsWith(`evospice-${suite.name}-`));
      const before = folders();
      const session = await open(diode);
      await session.simulate({ candidates: [candidates[0]] });
      await session.close();
      expect(folders().filter((name) => !before.includes(name))).toEqual([]);
    });
  });
}

async function compare(session: SimulatorSession, testbench: Testbench, tolerance: number): Promise<void> {
  const candidate = testbench.parameters.map((name) => (testbench.card.value(name) as number) * 1.01);
  const [own] = await session.simulate({ candidates: [candidate] });
  const [reference] = await (await plainNgspice().open(testbench)).simulate({ candidates: [candidate] });
  if (own?.ok !== true || reference?.ok !== true) throw new Error(JSON.stringify([own, reference].map((outcome) => (outcome?.ok === false ? outcome.failure : 'ok'))));
  for (const [at, curve] of testbench.curves.entries()) {
    for (const [index, { kind }] of curve.measured.entries()) {
      const values = own.curves[at]?.vectors[index] as Float64Array;
      const expected = reference.curves[at]?.vectors[index] as Float64Array;
      expect(values).toHaveLength(expected.length);
      for (const [point, value] of expected.entries()) {
        const difference = Math.abs((values[point] as number) - value);
        expect(difference, `${curve.id}, vector ${index}, point ${point}: ${values[point]} against ${value}`).toBeLessThanOrEqual(tolerance * Math.abs(value) + absolute[kind]);
      }
    }
  }
}

function codes(outcomes: readonly SimulationOutcome[], expected: readonly string[]): void {
  expect(outcomes.map((outcome) => (outcome.ok ? 'ok' : outcome.failure.code)), JSON.stringify(outcomes.map((outcome) => !outcome.ok && outcome.failure.message))).toEqual(expected);
}

function diodeBench(): Testbench {
  const task = analyticDiodeTask(5, { noise: 0, points: 13 });
  return { id: task.id, device: task.device, instances: task.instances, curves: task.curves, card: task.model.card, parameters: ['is', 'n', 'rs'] };
}

/** A family's own bench at its smallest. */
function familyBench(family: ModelFamily): Testbench {
  const generic = genericDevices[family];
  const instances = generic.instances.slice(0, 1).map(({ id, params }) => ({ id, params, info: {} }));
  const card = new NgspiceDialect().parse(generic.card, { file: `${family} card`, model: generic.model.name });
  const curves = sweepCurves(generic, instances, 'tiny', family);
  // Below threshold a floating body converges in ngspice's own decks alone.
  const converging = family === 'bsimsoi4' ? curves.filter(({ kind }) => kind === 'idvd') : curves;
  return { id: family, device: generic.device, instances, card, curves: converging, parameters: generic.tunables.map(({ name }) => name) };
}

/** A diode in a subcircuit with one element of each kind, and four devices, two of them on its own model. */
function wrappedBench(bare: boolean): Testbench {
  const bench = familyBench('diode');
  const { model } = genericDevices['diode'];
  const card = (text: string) => new NgspiceDialect().parse(text, { file: 'kit' });
  const own = (value: Partial<WrapperElement> & Pick<WrapperElement, 'kind' | 'nodes'>, index: number): WrapperElement => ({ name: `${value.kind}${index}`, params: {}, ...value });
  const passive = bare ? {} : { tc1: 1e-3, tc2: 1e-6 };
  const m = bare ? {} : { m: 2 };
  const elements = [
    { kind: 'r', nodes: [0, 'in'], value: 20, params: { ...passive, ...m } }, { kind: 'v', nodes: ['in', 'anode'], value: 0.01 },
    { kind: 'c', nodes: [0, 1], value: 2e-13, params: m }, { kind: 'l', nodes: ['cathode', 1], value: 1e-9 }, { kind: 'r', nodes: [1, '0'], value: 1e6 },
    { kind: 'i', nodes: [0, 1], value: 2e-7 }, { kind: 'g', nodes: [0, 1, 0, 'cathode'], value: 1e-6 }, { kind: 'f', nodes: [0, 1], control: 1, value: 0.05 },
    { kind: 'e', nodes: ['e', 1, 0, 1], value: 0.5 }, { kind: 'r', nodes: ['e', 0], value: 1e5 }, { kind: 'h', nodes: ['h', 1], control: 1, value: 3 }, { kind: 'r', nodes: ['h', 'in'], value: 2e4 },
    { kind: 'd', nodes: ['anode', 'cathode'], model: 'tuned', params: { area: 0.5 } }, { kind: 'd', nodes: ['in', 1], model: 0, params: { area: 2 } },
    { kind: 'q', nodes: [0, 'in', 1], model: 1, params: { area: 0.1 } }, { kind: 'j', nodes: [0, 1, 1], model: 2 },
  ] satisfies readonly (Partial<WrapperElement> & Pick<WrapperElement, 'kind' | 'nodes'>)[];
  const wrapper: Wrapper = {
    name: 'kit', nodes: ['anode', 'cathode'], elements: elements.map(own),
    models: [card('.model d2 d is=1e-16 n=1.1 tnom=27'), card('.model q2 npn is=1e-17 bf=50 tnom=27'), card('.model j2 njf vto=-1 beta=1e-6 tnom=27')],
  };
  return { ...bench, id: `wrapped ${model.name}`, instances: bench.instances.map((instance) => ({ ...instance, wrapper })), curves: bench.curves.slice(0, 2) };
}

/** The same, with every drive that varies bent out of its straight line. */
function warpedBench(family: ModelFamily): Testbench {
  const bench = familyBench(family);
  const bend = (curve: Curve): Curve => ({
    ...curve,
    drives: curve.drives.map((drive) => ({
      ...drive, values: drive.values.map((value, point) => (drive.values[0] === drive.values.at(-1) ? value : value * (1 - 0.02 * Math.sin((3 * point) / curve.x.length)))),
    })),
  });
  return { ...bench, id: `${family}-warped`, curves: bench.curves.map(bend) };
}

/** Capacitances between terminals none of which is at ground. */
function guardedBench(): Testbench {
  const bench = familyBench('bsim4');
  const x = Float64Array.from({ length: 5 }, (_, point) => -0.5 + 0.4 * point);
  const constant = (terminal: string, value: number): Curve['drives'][number] => ({ terminal, quantity: 'v', values: new Float64Array(x.length).fill(value) });
  const vector = (hi: readonly string[], lo: readonly string[]): Curve['measured'][number] => ({ column: hi.join(''), kind: 'c', hi, lo, floor: 1e-18, values: new Float64Array(x.length) });
  const curve: Curve = {
    id: 'guarded', kind: 'cv', instance: bench.instances[0]?.id as string, temperatureC: 50, split: 'train', sweep: 'vg', x, frequency: 1e6, weight: 1, source: 'guarded',
    drives: [constant('d', 0.4), { terminal: 'g', quantity: 'v', values: x }, constant('s', 0.15), constant('b', -0.3)],
    measured: [vector(['g'], ['d', 's']), vector(['d'], ['b']), vector(['s', 'b'], ['g'])],
  };
  return { ...bench, id: 'guarded', curves: [curve] };
}

/** A bipolar transistor whose base is fed with a current: a constant one, and one that is swept, in a straight line unless bent. */
function forcedBench(bend: number): Testbench {
  const bench = familyBench('gummel-poon');
  const points = 7;
  const list = (value: (point: number) => number): Float64Array => Float64Array.from({ length: points }, (_, point) => value(point));
  const curve = (id: string, base: Float64Array, collector: Float64Array): Curve => ({
    id, kind: 'output', instance: bench.instances[0]?.id as string, temperatureC: 27, split: 'train', sweep: 'x', x: list((point) => point), weight: 1, source: id,
    drives: bench.device.terminals.map((terminal) => (terminal === 'b' ? { terminal, quantity: 'i', values: base } : { terminal, quantity: 'v', values: terminal === 'c' ? collector : new Float64Array(points) })),
    measured: [
      { column: 'ic', kind: 'i', node: 'c', floor: 1e-12, values: new Float64Array(points) }, { column: 'vb', kind: 'v', node: 'b', floor: 1e-6, values: new Float64Array(points) },
      { column: 'ib', kind: 'i', node: 'b', floor: 1e-12, values: new Float64Array(points) },
    ],
  });
  const swept = list((point) => 1e-6 * (point + 1) + bend * Math.sin(point));
  return { ...bench, id: 'forced', curves: [curve('constant', list(() => 5e-6), list((point) => 0.2 + 0.3 * point)), curve('swept', swept, list(() => 1.5))] };
}

function singlePointBench(): Testbench {
  const bench = diodeBench();
  return {
    ...bench, id: 'single',
    curves: bench.curves.map((curve) => ({
      ...curve, x: curve.x.slice(4, 5), drives: curve.drives.map((drive) => ({ ...drive, values: drive.values.slice(4, 5) })),
      measured: curve.measured.map((vector) => ({ ...vector, values: vector.values.slice(4, 5) })),
    })),
  };
}

/** An ended process whose parent has not asked for its end yet does not count. */
function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return !existsSync('/proc/self') || !/^State:\s*Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    return false;
  }
}
